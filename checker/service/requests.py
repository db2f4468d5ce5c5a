"""Whether a request may be answered, and its body within limits."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass

from fastapi import Request

from checker.service.answers import RefusedError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Limits:
    """Who may ask, and for how much. ``hosts`` are the names under which the service is asked; empty allows any."""

    token: str | None = None
    max_bytes: int = 1_000_000
    seconds: float = 30.0
    hosts: Collection[str] = ()


def check_host(request: Request, limits: Limits) -> None:
    """Refuse what was meant for another name.

    A page that a browser has open elsewhere could have its own name lead to this machine, and read the answers.
    """
    name = request.url.hostname or ""
    if limits.hosts and name not in limits.hosts:
        raise RefusedError(421, "wrong-host", "this service answers only to " + ", ".join(sorted(limits.hosts)))


def check_token(request: Request, limits: Limits) -> None:
    """Refuse a request without the token, in a time that tells nothing of it."""
    if limits.token is None:
        return
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    right = secrets.compare_digest(given.strip().encode(), limits.token.encode())
    if scheme.lower() != "bearer" or not right:
        raise RefusedError(401, "no-token", "send the service's token: Authorization: Bearer TOKEN", {"WWW-Authenticate": "Bearer"})


async def body_of(request: Request, limits: Limits) -> bytes:
    """The body. Refused as soon as it is known to be too large, whatever the request says of its length."""
    too_large = RefusedError(413, "too-large", f"a draft may have {limits.max_bytes:,} bytes; send less, or part of it")
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdecimal() and int(length) > limits.max_bytes:
        raise too_large
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limits.max_bytes:
            raise too_large
    if not body.strip():
        raise RefusedError(400, "empty", "the request holds no draft; send it as the body")
    return bytes(body)
