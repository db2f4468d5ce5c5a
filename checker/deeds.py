"""Deeds whose author is news: who paid, ordered, built, found, rescued, or first said it."""
from __future__ import annotations

from claims.model import Claim, Concept

_GROUPS = {
    "telling": frozenset({"say","claim","warn","promise","accuse"}),
    "paying": frozenset({"fund","donate","aid","money"}),
    "ordering": frozenset({"order","ban","dismiss","sanction"}),
    "making": frozenset({"build","science"}),
    "rescuing": frozenset({"rescue"}),
}
def groups(claim: Claim) -> frozenset[str]:
    frames = {c.frame for c in claim.all(Concept)}
    return frozenset(g for g, members in _GROUPS.items() if not frames.isdisjoint(members))
def authored(left: Claim, right: Claim) -> bool:
    return bool(groups(left) & groups(right))
