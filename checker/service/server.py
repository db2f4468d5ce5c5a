"""The socket the service listens on, and the server that answers there."""

from __future__ import annotations

import logging
import socket as sockets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from signal import SIGINT, signal

import uvicorn
from fastapi import FastAPI

from checker.errors import InputError
from checker.service.requests import LOOPBACK

_BACKLOG = 128
_AT_ONCE = 64
"""Requests that are answered at a time; any more are told 503 at once."""


def hosts_of(host: str) -> Collection[str]:
    """The names a service on this address answers to: on this machine alone its own, elsewhere any."""
    return LOOPBACK if host in LOOPBACK else ()


@contextmanager
def listen(host: str, port: int) -> Iterator[tuple[sockets.socket, str]]:
    """An open socket and the address of the service. Raises ``InputError`` where the address cannot be had."""
    try:
        family, kind, protocol, _, address = sockets.getaddrinfo(host, port, type=sockets.SOCK_STREAM, flags=sockets.AI_PASSIVE)[0]
        opened = sockets.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise InputError(f"cannot listen on {host!r}: {getattr(error, 'strerror', None) or 'no such address'}") from error
    with opened:
        opened.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
        try:
            opened.bind(address)
            opened.listen(_BACKLOG)
        except OSError as error:
            raise InputError(f"cannot listen on {host} port {port}: {error.strerror}; choose another with --port") from error
        yield opened, f"http://{f'[{host}]' if ':' in host else host}:{opened.getsockname()[1]}/"


def answer(app: FastAPI, socket: sockets.socket, ready: Callable[[], None]) -> None:
    """Answer on the socket, once ``ready`` was called, until an interrupt or a request to terminate."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page it cannot read is answered, not logged
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, lifespan="off", ws="none", limit_concurrency=_AT_ONCE
    )
    server = uvicorn.Server(config)
    # From before it says that it is ready an interrupt is noted, not raised: raised inside code that the interpreter compiles
    # on the fly it would, though caught, still give the process the exit status of an unhandled one.
    before = signal(SIGINT, server.handle_exit)
    try:
        ready()
        server.run(sockets=[socket])
    finally:
        signal(SIGINT, before)
