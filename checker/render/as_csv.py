"""The findings as CSV, one row each, with the columns of ``Report.to_frame()``."""

from __future__ import annotations

import csv
import re
from io import StringIO

from checker.frames import FINDINGS, Cell, finding_rows
from checker.render.view import View
from checker.result import Result

CARRIES_NOTICES = False
MEDIA_TYPE = "text/csv"

# A spreadsheet runs a cell that begins so; an article must not be able to write one.
_FORMULA = re.compile(r"[=@\t\r]|[+-][^\s\d]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write(result: Result, view: View) -> str:  # noqa: ARG001 - every format is called alike
    """A header and one line a finding; missing values are empty, days are ISO."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(FINDINGS)
    table.writerows([_cell(row[name]) for name in FINDINGS] for row in finding_rows(result))
    return out.getvalue()


def _cell(value: Cell) -> str:
    text = "" if value is None else _CONTROLS.sub("\ufffd", str(value))
    return f"'{text}" if _FORMULA.match(text) else text
