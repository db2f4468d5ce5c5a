"""The service keeps what its own OpenAPI document promises, whatever schemathesis thinks of sending."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from checker import Settings
from checker.reference import Reference
from checker.service.app import create_app
from checker.service.requests import Limits

ARTICLE = """Roof of Orlen market falls in

Published: 11 April 2025

Nine people were injured in Orlen on Thursday, mayor Ines Varga said.
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "gazette.txt").write_text(ARTICLE, encoding="utf-8")
    return create_app(Reference.read([folder]), Settings(), Limits())


@pytest.fixture(scope="module")
def api(app: FastAPI) -> BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.parametrize(
    ("path", "method", "mode"),
    [
        ("/check", "POST", GenerationMode.POSITIVE),
        ("/check", "POST", GenerationMode.NEGATIVE),
        ("/health", "GET", GenerationMode.POSITIVE),
    ],
)
@given(data=st.data())
@settings(max_examples=40, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(api: BaseSchema, path: str, method: str, mode: GenerationMode, data: st.DataObject) -> None:
    """The statuses and bodies are those of the document, what fits it is taken, and what does not is refused."""
    case = data.draw(api[path][method].as_strategy(generation_mode=mode))
    # No schema can say what is a readable text; and sent as text, anything is one.
    unsaid: list[Any] = [positive_data_acceptance, *([negative_data_rejection] if case.media_type != "application/json" else [])]
    answer = case.call_and_validate(excluded_checks=unsaid)  # raises where an answer is not as described
    assert answer.status_code < 500
