"""The web application: a draft comes in, a report goes out, in any format there is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from importlib.metadata import version
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from checker.engine import check
from checker.reference import Reference
from checker.render import formats, writer
from checker.render.view import View
from checker.service.answers import RefusedError, choose, media_types
from checker.service.bench import Bench, Deadline
from checker.service.drafts import JSON, KINDS, Draft, from_bytes
from checker.service.openapi import described
from checker.service.requests import Limits, body_of, check_host, check_token
from checker.settings import SHOW, Settings
from claims.model import UnreadableError

Format = StrEnum("Format", {name.upper(): name for name in formats()})  # type: ignore[misc]  # the names are those of the files
Show = StrEnum("Show", {name.upper(): name for name in SHOW})  # type: ignore[misc]
_VERSION = version("claim-consistency-checker")
_WARMING = 10
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class Health(BaseModel):
    """That the service answers, and what it holds."""

    status: str
    version: str
    sources: int
    claims: int


def create_app(reference: Reference, settings: Settings, limits: Limits) -> FastAPI:
    """The application that checks drafts against ``reference``."""
    app = FastAPI(title="Claim consistency checker", version=_VERSION, docs_url=None, redoc_url=None)
    bench = Bench(limits.seconds)
    taken = frozenset(source.file for source in reference.sources)

    @app.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        try:
            check_host(request, limits)
            response = await answer(request)
        except RefusedError as refused:
            response = refused.response()
        response.headers.update(_HEADERS)
        return response

    @app.get("/health")
    async def health() -> Health:
        """Whether the service is there, and what it checks against."""
        return Health(status="ok", version=_VERSION, sources=len(reference.readings), claims=reference.claims)

    @app.post("/check")
    async def check_draft(
        request: Request,
        format: Annotated[Format | None, Query(description="The format of the report; without it the Accept header decides.")] = None,  # noqa: A002
        show: Annotated[list[Show], Query(description="What a report for readers opens; it leaves the rest out.")] = [],  # noqa: B006
        as_of: Annotated[date | None, Query(description="The day the reader reads.")] = None,
        min_confidence: Annotated[float | None, Query(ge=0, le=1, description="Leave out findings below.")] = None,
    ) -> Response:
        """Check a draft against what the service holds."""
        check_token(request, limits)
        name = format.value if format is not None else choose(request.headers.get("accept"))
        draft = _draft(request.headers.get("content-type", ""), await body_of(request, limits))
        wanted = replace(
            settings,
            as_of=as_of or settings.as_of,
            min_confidence=settings.min_confidence if min_confidence is None else min_confidence,
            show=tuple(verdict.value for verdict in show) or settings.show,
        )

        def work(deadline: Deadline) -> str:
            found = check(draft.source(taken), reference, settings=wanted, progress=deadline)
            return writer(name)(found, View(show=wanted.show))

        text = await bench.run(work)
        return Response(text, media_type=media_types()[name])

    @app.exception_handler(RefusedError)
    async def refused(_: Request, error: RefusedError) -> Response:
        return error.response()

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        return RefusedError(422, "invalid", _told(error)).response()

    @app.exception_handler(UnreadableError)
    async def unreadable(_: Request, error: UnreadableError) -> Response:
        return RefusedError(422, "unreadable", str(error)).response()

    @app.exception_handler(Exception)
    async def failed(_: Request, error: Exception) -> Response:  # noqa: ARG001 - what it says is the server's own affair
        return RefusedError(500, "failed", "the service failed on this draft; its log says where").response()

    @app.exception_handler(HTTPException)
    async def other(_: Request, error: HTTPException) -> Response:
        return RefusedError(error.status_code, "not-here", f"{error.detail}; POST a draft to /check", error.headers).response()

    app.openapi = lambda: described(app, needs_token=limits.token is not None)  # type: ignore[method-assign]
    return app


def warm_up(reference: Reference, settings: Settings) -> None:
    """Check a few sentences of the articles themselves, so that the first draft waits no longer than the next."""
    text = "\n".join(reading.claims[0].sentence.text for reading in reference.readings[:_WARMING] if reading.claims)
    if text:
        writer("html")(check(Draft(text=text).source(()), reference, settings=settings), View())


def _draft(content_type: str, body: bytes) -> Draft:
    """The draft that the body holds."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in KINDS:
        return from_bytes(body, kind)
    if kind != JSON:
        raise RefusedError(415, "unknown-kind", f"send the draft as {', '.join((*KINDS, JSON))}, and say so in Content-Type")
    try:
        return Draft.model_validate_json(body)
    except ValidationError as error:
        malformed = error.errors()[0]["type"] == "json_invalid"
        raise RefusedError(400 if malformed else 422, "invalid-json" if malformed else "invalid", _told(error)) from None


def _told(error: RequestValidationError | ValidationError) -> str:
    """Everything that is wrong, in one line; nothing of what was sent."""
    return "; ".join(f"{'.'.join(str(part) for part in problem['loc']) or 'body'}: {problem['msg']}" for problem in error.errors())
