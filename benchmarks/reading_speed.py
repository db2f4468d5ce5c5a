"""How fast claims are read, with all facets, and how long the command line takes to start.

    python -m benchmarks.reading_speed                 the project's own examples, two processes
    python -m benchmarks.reading_speed --articles DIR  other articles
    python -m benchmarks.reading_speed --processes 1

Every process reads all articles once (tables load), then again and again for ``--seconds``. Claims a second are
counted over all processes, by the clock and by the time the processors spent; the two differ on a busy machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from claims.extract import extract
from claims.ingest import read_path
from claims.ingest.walk import find_articles
from claims.model import Source

OWN = Path(__file__).parent.parent / "examples"


def read_all(sources: Sequence[Source]) -> int:
    """How many claims the articles hold."""
    return sum(len(extract(source).claims) for source in sources)


def measure(folder: Path, seconds: float) -> tuple[int, float, float]:
    """Claims read after warm-up, the seconds that took by the clock, and by the processor."""
    sources = [read_path(path, name)[0] for path, name in find_articles([folder]).articles]
    if not read_all(sources):
        raise SystemExit(f"{folder} holds no claims")
    claims, clock, processor = 0, time.perf_counter(), time.process_time()
    while time.perf_counter() - clock < seconds:
        claims += read_all(sources)
    return claims, time.perf_counter() - clock, time.process_time() - processor


def start_up(runs: int = 5) -> float:
    """The least of some start-ups of ``checker --help``, in seconds."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "checker", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return min(times)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=OWN)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=5.0)
    args = parser.parse_args(arguments)
    with ProcessPoolExecutor(args.processes) as pool:
        found = list(pool.map(measure, [args.articles] * args.processes, [args.seconds] * args.processes))
    by_clock = sum(claims / clock for claims, clock, _ in found)
    by_processor = sum(claims / processor for claims, _, processor in found)
    print(f"{by_clock:,.0f} claims a second by the clock, {by_processor:,.0f} by the processors, {args.processes} processes")
    print(f"start-up {start_up():.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
