"""SARIF 2.1.0, for code scanning and whatever reads it: findings at the draft's lines, the other sources as related places.

Every finding that somebody has to look at is a result; agreements are none and are left out. What
was dismissed is a result with a suppression, what stands in the baseline one that is unchanged.
Lines and columns count code points (``columnKind``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from checker.catalogue import Entry, catalogue
from checker.model import Finding, Notice, State, Verdict
from checker.render import wording
from checker.render.as_json import dumps
from checker.render.display import enclosed, isolated, visible
from checker.render.places import path_of, range_of
from checker.render.view import View
from checker.result import TROUBLE, Result
from checker.review.fingerprint import fingerprint
from checker.standing import standing
from claims.model import Claim

MEDIA_TYPE = "application/sarif+json"

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_MOST_RELATED = 20
_BRACKETS = re.compile(r"([\\\[\]])")
_HEADING = re.compile(r"^## ", re.MULTILINE)


def write(result: Result, view: View) -> str:
    """One log with one run."""
    found = [finding for finding in result.findings if finding.verdict in TROUBLE]
    rules = [entry for entry in catalogue() if entry.finds != Verdict.CORROBORATION.value]
    places = {entry.code: number for number, entry in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(result, rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [*map(_notification, result.notices)]}],
        "results": [_result(result, finding, view, places) for finding in found],
        "properties": {"asOf": dict(result.run["as_of"]), "pairs": dict(result.run["pairs"])},
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _driver(result: Result, rules: Sequence[Entry]) -> dict[str, Any]:
    version = result.run.get("version")
    return {
        "name": "checker",
        "fullName": "Claim consistency checker",
        **({"semanticVersion": version} if version else {}),
        "rules": [_rule(entry) for entry in rules],
    }


def _rule(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": "".join(word.capitalize() for word in entry.name.split("-")),
        "shortDescription": {"text": _text(entry.summary)},
        "fullDescription": {"text": _text(" ".join(entry.doc.partition("## ")[2].partition("\n")[2].partition("\n## ")[0].split()))},
        "help": {"text": _text(_HEADING.sub("", entry.doc)), "markdown": entry.doc},
        "defaultConfiguration": {"level": entry.severity.value},
        "properties": {"tags": [entry.finds.replace("_", "-")]},
    }


def _result(result: Result, finding: Finding, view: View, places: dict[str, int]) -> dict[str, Any]:
    known = {"ruleIndex": places[finding.code]} if finding.code in places else {}
    whole = {
        "ruleId": finding.code,
        **known,
        "level": finding.severity.value,
        "message": {"text": _link_free(isolated(visible(_message(finding))))},
        "locations": [_location(result, finding.a, view)],
        "relatedLocations": [
            {
                "id": number,
                "message": {"text": _link_free(f"{visible(claim.file)}: {enclosed(claim.sentence.text)}")},
                **_location(result, claim, view),
            }
            for number, claim in enumerate(_related(finding), start=1)
        ],
        "partialFingerprints": {"claimFinding/v1": _fingerprint(finding)},
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "finding": finding.id,
            "verdict": finding.verdict.value,
            "types": [kind.value for kind in finding.types],
            "confidence": round(finding.confidence, 4),
            "confidenceBasis": finding.confidence_basis.value,
            **({"standing": standing(result, finding).value} if result.drafts else {}),
        },
    }
    if "baseline" in result.run:
        whole["baselineState"] = "unchanged" if finding.state is State.KNOWN else "new"
    if finding.dismissal is not None:
        told = finding.dismissal
        where = "inSource" if ":" in told.where else "external"
        whole["suppressions"] = [{"kind": where, "status": "accepted", "justification": ": ".join(filter(None, (told.reason, told.note)))}]
    return whole


def _message(finding: Finding) -> str:
    return f"{finding.message} ({wording.certainty(finding.confidence)}, {wording.reason(finding.confidence_basis)})"


def _related(finding: Finding) -> list[Claim]:
    """The other claims that the finding holds and the evidence, the clearest first."""
    several: Iterator[Claim | None] = iter((finding.b, *(claim for side in finding.sides for claim in side.claims), *finding.evidence))
    return list(dict.fromkeys(claim for claim in several if claim is not None and claim != finding.a))[:_MOST_RELATED]


def _location(result: Result, claim: Claim, view: View) -> dict[str, Any]:
    place = range_of(result, claim)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path_of(result, claim.file, view)), "uriBaseId": _BASE},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": claim.text},
            },
        }
    }


def _fingerprint(finding: Finding) -> str:
    """What the finding is known by, as one value: it does not change with lines."""
    known = fingerprint(finding)
    parts = (known.rule, known.file, known.sentence, known.value, known.against, known.against_sentence, known.against_value)
    return sha256("\0".join(parts).encode()).hexdigest()


def _notification(notice: Notice) -> dict[str, Any]:
    return {"level": "note", "message": {"text": _text(wording.notice(notice))}, "descriptor": {"id": notice.code}}


def _text(words: str) -> str:
    """Our own words as a plain message, whatever they quote."""
    return _link_free("\n".join(map(visible, words.split("\n"))))


def _link_free(words: str) -> str:
    """Brackets would make links of a message."""
    return _BRACKETS.sub(r"\\\1", words)
