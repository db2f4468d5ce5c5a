"""Scoring against labelled pairs and clusters, with intervals: how well the checker works, honestly."""
