"""The question that the sides of a finding answer, in plain English."""

from __future__ import annotations

from checker.model import Finding, Type, Verdict
from checker.trace import same_event

_ASKED = {
    Type.DATE: "On which day?",
    Type.ORDINAL: "Which of its kind?",
    Type.NUMBER: "How many?",
    Type.POLARITY: "Did it happen?",
    Type.IDENTITY: "Who?",
    Type.LOCATION: "Where?",
    Type.ATTRIBUTION: "According to whom?",
    Type.STATUS: "How do things stand?",
}
_WHOLE = {Verdict.CORROBORATION: "What do they agree on?", Verdict.TEMPORAL_SHIFT: "What has changed?"}
_OPEN = "What is so?"
_TOPIC = ("what", "who", "where")


def question(finding: Finding) -> str:
    """What is asked, and of which event as far as the trace tells it: ``How many? (collapse, Talvera)``."""
    asked = _ASKED.get(finding.types[0], _OPEN) if finding.types else _WHOLE.get(finding.verdict, _OPEN)
    told = [step.left for step in same_event(finding.trace) if step.facet in _TOPIC and step.left]
    topic = ", ".join(dict.fromkeys(told))
    return f"{asked} ({topic})" if topic else asked
