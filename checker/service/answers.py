"""In which format a report is answered, and what an error looks like."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fastapi.responses import JSONResponse
from pydantic import BaseModel

from checker.render import formats, media_type

_ANY = "*/*"


class Error(BaseModel):
    """What went wrong: a word for programs and a sentence for people."""

    code: str
    message: str


class Failure(BaseModel):
    """The body of every answer that is no report."""

    error: Error


class RefusedError(Exception):
    """A request that is answered with an error."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self._status, self._error, self._headers = status, Error(code=code, message=message), dict(headers or {})

    def response(self) -> JSONResponse:
        """The answer."""
        return JSONResponse(Failure(error=self._error).model_dump(), self._status, self._headers)


@cache
def media_types() -> Mapping[str, str]:
    """The media type of every format; JSON stands first, for those who take anything, then HTML."""
    names = sorted(formats(), key=lambda name: (name != "json", name != "html"))
    return {name: media_type(name) for name in names}


def choose(accept: str | None) -> str:
    """The format that an ``Accept`` header likes best. Raises ``RefusedError`` where it takes none of them."""
    for wanted in _by_preference(accept or _ANY):
        for name, kind in media_types().items():
            if wanted in (_ANY, kind) or (wanted.endswith("/*") and kind.startswith(wanted[:-1])):
                return name
    have = ", ".join(sorted(set(media_types().values())))
    raise RefusedError(406, "not-acceptable", f"the report can be had as {have}; accept one of them, or name a format with ?format=")


def _by_preference(accept: str) -> list[str]:
    """The media types of an ``Accept`` header, the most wanted first; those of quality 0 are not wanted."""
    wanted = []
    for number, part in enumerate(accept.split(",")):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
        weight = float(quality) if quality.replace(".", "", 1).isdecimal() and quality.isascii() else 1.0
        if kind and weight > 0:
            wanted.append((-weight, number, kind))
    return [kind for *_, kind in sorted(wanted)]
