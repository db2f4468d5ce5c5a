"""Drafts of schema.org ``ClaimReview`` as JSON-LD, one for each finding that an editor may write up.

The rating, its author, the day and the address are left to the human (``null``): the checker never
says who is right. Where the claim stands is its ``appearance``; what stands against it is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.model import Finding, Verdict
from checker.render.as_json import bounds, dumps
from checker.render.places import path_of
from checker.render.view import View
from checker.result import Result
from claims.model import Claim

MEDIA_TYPE = "application/ld+json"
CARRIES_NOTICES = False
_WRITTEN_UP = (Verdict.CONTRADICTION, Verdict.STALE, Verdict.TEMPORAL_SHIFT)


def write(result: Result, view: View) -> str:
    """One document that holds all of them."""
    graph = [_review(result, finding, view) for finding in result.of(*_WRITTEN_UP)]
    return dumps({"@context": "https://schema.org", "@graph": graph}) + "\n"


def _review(result: Result, finding: Finding, view: View) -> dict[str, Any]:
    mine, others = _sides(finding)
    return {
        "@type": "ClaimReview",
        "@id": f"#finding-{finding.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": finding.a.sentence.text,
        "inLanguage": finding.a.lang,
        "itemReviewed": {"@type": "Claim", "appearance": [_article(result, claim, view) for claim in mine]},
        "reviewBody": finding.message,
        "citation": [_article(result, claim, view) for claim in others],
        "reviewRating": None,
        "author": None,
        "datePublished": None,
        "url": None,
    }


def _sides(finding: Finding) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The claims that say what ``a`` says, and those that do not; the clearest first."""
    mine = next((side.claims for side in finding.sides if finding.a in side.claims), (finding.a,))
    all_others = [finding.b, *(claim for side in finding.sides for claim in side.claims), *finding.evidence]
    others = dict.fromkeys(claim for claim in all_others if claim is not None and claim not in mine)
    return tuple(dict.fromkeys((finding.a, *mine))), tuple(others)


def _article(result: Result, claim: Claim, view: View) -> dict[str, Any]:
    row = result.row(claim.file)
    published = bounds(row.published.interval)
    known = row.published.is_known and published["earliest"] == published["latest"]
    return {
        "@type": "NewsArticle",
        "headline": row.title or None,
        "inLanguage": row.lang,
        "datePublished": published["earliest"] if known else None,
        "url": None,
        "identifier": path_of(result, claim.file, view),
        "text": claim.sentence.text,
    }
