"""Who acts in two claims: people and bodies, by name or by what they are, and which of them correspond.

A person with an office in front is one actor ("the nurse Olga Ladova"), a bare kind is one too
("an insurance company"). Two actors are one, are two, or nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from checker.slots import DIFFERENT, SAME, distance
from checker.slots.kinds import FRAMES, is_generic, may_be_one
from claims.model import Claim, Concept, Name, Span
from claims.model.claim import once
from claims.naming import same_name

_TITLE_REACH = 2
"""Words that may lie between a name and the word for its bearer's kind."""
_NAMED = frozenset({"PER", "ORG"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body: its ``name`` where it has one, and the ``kinds`` that words beside or in the name give it."""

    span: Span
    text: str
    name: Name | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def is_vague(self) -> bool:
        """Whether it may be anybody."""
        return self.name is None and all(map(is_generic, self.kinds))


@dataclass(frozen=True, slots=True)
class ActorMatch:
    """How the actors of two claims correspond; ``unclear`` ones may or may not."""

    shared: tuple[tuple[Actor, Actor], ...]
    unclear: bool
    only_left: tuple[Actor, ...]
    only_right: tuple[Actor, ...]

    @property
    def one_each(self) -> tuple[Actor, Actor] | None:
        """The two actors where each side has exactly one of its own."""
        return (self.only_left[0], self.only_right[0]) if len(self.only_left) == len(self.only_right) == 1 else None


@once
def actors(claim: Claim, types: Collection[str] = _NAMED) -> tuple[Actor, ...]:
    """The actors of a claim in the order of the text, each once."""
    kinds = [c for c in claim.all(Concept) if c.frame in FRAMES]
    names = [n for n in claim.all(Name) if n.type in types]
    found: dict[str, Actor] = {}
    used: set[Span] = set()
    for name in names:
        own = [c for c in kinds if name.span.overlaps(c.span) or _is_title(claim, name, c, names)]
        used |= {c.span for c in own}
        given = {c.id for c in own} | ({name.role} if name.role else set()) | _kinds_in_key(name)
        before = found.get(name.key)
        if before is not None:
            found[name.key] = replace(before, kinds=before.kinds | given)
        else:
            found[name.key] = Actor(name.span, name.text, name, frozenset(given))
    every = [*found.values(), *_bare(claim, [c for c in kinds if c.span not in used])]
    return tuple(sorted((a for a in every if not a.is_vague), key=lambda a: a.span))


def _is_title(claim: Claim, name: Name, kind: Concept, names: Iterable[Name]) -> bool:
    """Whether a kind stands beside a person's name, and beside no other name's."""
    if name.type != "PER" or any(n.span.overlaps(kind.span) for n in names):
        return False
    return distance(claim, name.span, kind.span) <= _TITLE_REACH


def _kinds_in_key(name: Name) -> set[str]:
    """The kinds that the name itself tells: a university, a bank."""
    return {part for part in name.key.partition(":")[2].split() if part.islower()} if not name.known else set()


def _bare(claim: Claim, kinds: Iterable[Concept]) -> Iterable[Actor]:
    """Actors told by kind alone; the meanings of one stretch of words are one actor."""
    by_span: dict[Span, set[str]] = {}
    taken = [n.span for n in claim.all(Name)]
    for kind in kinds:
        if not any(s.overlaps(kind.span) for s in taken):
            by_span.setdefault(kind.span, set()).add(kind.id)
    return [Actor(span, span.of(claim.sentence.text), None, frozenset(ids)) for span, ids in by_span.items()]


def likeness(a: Actor, b: Actor) -> float:
    """1 where two actors are surely one, 0 where they are surely two, between where it is unclear."""
    if a.name is not None and b.name is not None:
        like = same_name(a.name, b.name)
        if a.name.type != b.name.type and not b.name.known:
            like = max(like, same_name(a.name, replace(b.name, type=a.name.type)))
        return 1.0 if like >= SAME else 0.0 if like <= DIFFERENT else 0.5
    if not a.kinds or not b.kinds:
        return 0.5
    if not a.kinds.isdisjoint(b.kinds):
        return 0.9
    told = [[k for k in x.kinds if not is_generic(k)] for x in (a, b)]
    return 0.0 if all(told) and not any(may_be_one(x, y) for x in told[0] for y in told[1]) else 0.5


def match_actors(ours: Iterable[Actor], theirs: Iterable[Actor]) -> ActorMatch:
    """Pair actors one to one, likest first."""
    left, right = tuple(ours), tuple(theirs)
    scored = sorted((-likeness(a, b), abs(i - j), i + j, i, j) for i, a in enumerate(left) for j, b in enumerate(right))
    met_left: dict[int, int] = {}
    met_right: set[int] = set()
    unclear = False
    for score, _, _, i, j in scored:
        if score < 0 and i not in met_left and j not in met_right:
            met_left[i] = j
            met_right.add(j)
            unclear |= score > -SAME
    return ActorMatch(
        tuple((left[i], right[j]) for i, j in sorted(met_left.items())),
        unclear,
        tuple(a for i, a in enumerate(left) if i not in met_left),
        tuple(b for j, b in enumerate(right) if j not in met_right),
    )
