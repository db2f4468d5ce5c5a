"""Measure how an encoder's similarities are to be read, on labelled pairs.

Models differ in what they call near. This writes the settings table of the encoder: the similarity
below which claims are not set side by side, and what unrelated sentences come to. Run it once for a
model, and again after the model has changed.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from checker.cli._options import add_settings, settings_of
from checker.cli._output import check_output, note, put


def add_arguments(parser: ArgumentParser) -> None:
    """The pairs, and where to write."""
    parser.add_argument("pairs", metavar="PAIRS", type=Path, help="labelled pairs (.jsonl), or a folder of such files")
    parser.add_argument("--output", metavar="FILE", help="a settings file: the table is put into it, in place of an earlier one")
    add_settings(parser)


def run(args: Namespace) -> int:
    """Measure, and write the table."""
    settings = settings_of(args)
    check_output(args.output)
    from checker.encoder_settings import EncoderSettings
    from checker.encoders import load_encoder
    from checker.errors import InputError
    from checker.evaluation.calibrate import as_toml, calibrate, put_into

    if not args.pairs.exists():
        raise InputError(f"{args.pairs}: does not exist; check the path")
    files = sorted(args.pairs.glob("*.jsonl")) if args.pairs.is_dir() else [args.pairs]
    if not files:
        raise InputError(f"{args.pairs}: holds no .jsonl file")
    prompt = settings.encoders.get(settings.encoder, EncoderSettings()).prompt
    made = calibrate(load_encoder(settings.encoder, prompt), files, prompt)
    if args.output is None:
        put(as_toml(made))
        return 0
    put(put_into(made, Path(args.output)), args.output)
    note(f"{args.output}: calibrated {made.name} on {made.total} pairs")
    return 0
