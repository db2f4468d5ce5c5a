"""One file a detector; discovered by ``checker.rules``."""
