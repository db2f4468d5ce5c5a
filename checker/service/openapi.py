"""The service described for programs: what the code cannot say of itself is added here."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from checker.service.answers import Failure, media_types
from checker.service.drafts import JSON, KINDS, Draft

_REFUSALS = {
    400: "No draft, or JSON that is none.",
    401: "The token is missing or wrong.",
    406: "None of the accepted formats exists.",
    413: "The draft is too large.",
    415: "The draft is of an unknown kind.",
    421: "The service was asked under another name than its own.",
    422: "The draft cannot be read, or a value does not fit.",
    503: "Too many drafts are waiting.",
    504: "The check took too long.",
}
_TOLD = "Checks drafts before publication against the articles that the service holds."
_COMPONENTS = "#/components/schemas/"


def described(app: FastAPI, *, needs_token: bool) -> dict[str, Any]:
    """The OpenAPI document: bodies and answers of every kind, every refusal, the report's own schema."""
    if app.openapi_schema:
        return app.openapi_schema
    document = get_openapi(
        title=app.title,
        version=app.version,
        description="Checks drafts before publication against the articles that the service holds.",
        routes=app.routes,
    )
    schemas = document["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas |= _parts(Draft.model_json_schema(ref_template=_COMPONENTS + "{model}"), "Draft")
    schemas |= _parts(Failure.model_json_schema(ref_template=_COMPONENTS + "{model}"), "Failure")
    schemas |= _parts(_report_schema(), "Report")
    check = document["paths"]["/check"]["post"]
    text: dict[str, Any] = {"schema": {"type": "string", "minLength": 1}}
    check["requestBody"] = {
        "required": True,
        "content": {JSON: {"schema": {"$ref": _COMPONENTS + "Draft"}}, **dict.fromkeys(KINDS, text)},
    }
    report = {kind: {"schema": {"type": "object" if kind.endswith("json") else "string"}} for kind in media_types().values()}
    report[JSON] = {"schema": {"$ref": _COMPONENTS + "Report"}}
    failure = {JSON: {"schema": {"$ref": _COMPONENTS + "Failure"}}}
    check["responses"] = {"200": {"description": "The report.", "content": report}} | {
        str(status): {"description": told, "content": failure} for status, told in _REFUSALS.items() if needs_token or status != 401
    }
    if needs_token:
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        check["security"] = [{"token": []}]
    app.openapi_schema = document
    return document


def _report_schema() -> dict[str, Any]:
    """The schema that the package ships, with its parts where an OpenAPI document keeps them."""
    text = (files("checker") / "data" / "report.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text.replace('"#/$defs/', f'"{_COMPONENTS}'))
    schema.pop("$id", None)
    schema.pop("$schema", None)
    return schema


def _parts(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """A schema and the definitions it brings along, by name."""
    definitions: dict[str, Any] = schema.pop("$defs", {})
    return definitions | {name: schema}
