"""Accuracy gate and benchmarks; not shipped."""
