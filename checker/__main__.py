"""``python -m checker`` and the ``checker`` command."""

from __future__ import annotations

import gc
import sys

from checker.cli import run


def main() -> None:
    """Run the command line and leave with its status."""
    # The word lists are built of many small objects that live to the end; looking for garbage among them costs a tenth of the time.
    gc.set_threshold(200_000, 50, 50)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
