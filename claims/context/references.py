"""Pronouns and bare nouns, and the one name in the text that each can stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from claims.context.data import Cautions, cautions, data
from claims.context.story import PLACES, Mention, Story, Told, is_country
from claims.facets.names.offices import offices
from claims.lexicon import entries
from claims.model import Inherited, Name, Span
from claims.tokens import words_under

_PERSON, _ORGANISATION = frozenset({"PER"}), frozenset({"ORG"})
_BESIDE = 1
"""Words that may lie between a noun and a word that tells it apart."""


def references(told: Told, story: Story) -> tuple[Inherited, ...]:
    """What the pronouns and bare nouns of a sentence stand for, in the order of the text."""
    careful = cautions(told.sentence.lang)
    if careful is None:
        return ()
    found: list[Inherited] = []
    for span, ids in told.nouns.items():
        if ids.isdisjoint(_referring()):
            continue
        for by, mention in _meant(span, ids, told, story, careful):
            found.append(Inherited(mention.name, mention.sentence, by, span))
    found += _towns(told, story, careful, [f.at for f in found if f.at])
    own = {n.key for n in told.names}
    return tuple(dict.fromkeys(f for f in found if not (f.by == "noun" and isinstance(f.facet, Name) and f.facet.key in own)))


@cache
def _referring() -> frozenset[str]:
    """The concepts whose words may stand for something named before."""
    nouns = data()["nouns"]
    listed = {*data()["person"], *data()["pairs"], *nouns["country"], *nouns["any_body"]}
    return frozenset(listed | {e.id for e in entries().values() if e.frame in ("role", "organisation_kind")})


def _meant(span: Span, ids: frozenset[str], told: Told, story: Story, careful: Cautions) -> Iterator[tuple[str, Mention]]:
    if not ids.isdisjoint(data()["person"]):
        person = _person(span, ids, told, story)
        if person is not None:
            yield "pronoun", person
        return
    pair = next((data()["pairs"][i] for i in sorted(ids) if i in data()["pairs"]), None)
    if pair is not None:
        for mention in _two(frozenset(pair), told, story):
            yield "noun", mention
        return
    if not _is_definite(span, told, careful):
        return
    if not ids.isdisjoint(data()["nouns"]["country"]):
        one = _only(m for m in [*_here(told, span, PLACES), *story.of_types(PLACES)] if is_country(m.name))
    elif any(entries()[i].frame == "role" for i in ids):
        one = _holder(span, ids, told, story)
    elif any(entries()[i].frame == "organisation_kind" for i in ids) and ids.isdisjoint(data()["nouns"]["open"]):
        one = _body(ids, story)
    else:
        return
    if one is not None:
        yield "noun", one


def _person(span: Span, ids: frozenset[str], told: Told, story: Story) -> Mention | None:
    """The only person named in this sentence before the pronoun and in the nearest sentence that names one."""
    near = story.with_person()
    before = _here(told, span, _PERSON)
    earlier = [Mention(n, near.sentence) for n in near.names if n.type == "PER"] if near else []
    one = _only([*before, *earlier])
    if one is None or ids.isdisjoint(data()["unsure"]):
        return _fullest(one, story)
    # "वह", "она": a thing may be meant, unless a person opened the sentence before and the pronoun opens this one.
    opens = near is not None and near is story.last and (not near.events or one.name.span < near.events[0].span)
    behind = words_under(told.sentence.tokens, span).stop
    starts = (words_under(told.sentence.tokens, other).start for other in told.nouns if _is_noun(told, other))
    return _fullest(one, story) if opens and told.word_before(span) < 1 and behind not in starts else None


def _is_noun(told: Told, span: Span) -> bool:
    return any(entries()[i].pos == "noun" for i in told.nouns[span]) and not any(e.span.overlaps(span) for e in told.events)


def _fullest(one: Mention | None, story: Story) -> Mention | None:
    return None if one is None else story.mentions.get(one.name.key, one)


def _two(types: frozenset[str], told: Told, story: Story) -> tuple[Mention, ...]:
    """The two that this sentence and the last, or else the whole text so far, name of some types."""
    last = [Mention(n, story.last.sentence) for n in story.last.names] if story.last else []
    for group in ([Mention(n, told.sentence) for n in told.names], last, list(story.mentions.values())):
        keyed = {m.name.key: m for m in group if m.name.type in types and (types != frozenset({"GPE"}) or is_country(m.name))}
        if keyed:
            return tuple(keyed.values()) if len(keyed) == 2 else ()
    return ()


def _holder(span: Span, ids: frozenset[str], told: Told, story: Story) -> Mention | None:
    """The only person of the text with the office that a bare noun names."""
    if not ids.isdisjoint(data()["nouns"]["crowded"]) or _is_title(told, span):
        return None
    wanted = {offices().get(i, (i, "current")) for i in ids if entries()[i].frame == "role"}
    owners = [n.key for n in told.names if n.type in ("GPE", "ORG") and _gap(told, n.span, span) <= _BESIDE]

    def fits(name: Name) -> bool:
        held = name.role or ""
        named = any(tense == name.tense and (held == office or held.endswith(f"_{office}")) for office, tense in wanted)
        return named and "deputy" not in held and (not owners or name.role_of in owners)

    return _only(m for m in story.of_types(_PERSON) if fits(m.name))


def _is_title(told: Told, span: Span) -> bool:
    """Whether a noun for an office stands beside a person's name, and so speaks of that person."""
    return any(n.type == "PER" and _gap(told, n.span, span) <= _BESIDE + 1 for n in told.names)


def _body(ids: frozenset[str], story: Story) -> Mention | None:
    """The only body of the text with such a word in its name; "the company" is the only one that has no such word at all."""
    bodies = story.of_types(_ORGANISATION)
    if not ids.isdisjoint(data()["nouns"]["any_body"]):
        plain = [m for m in bodies if not any(entries()[k].frame == "organisation_kind" for k in m.kinds) or not m.kinds.isdisjoint(ids)]
        return _only(plain) if len(bodies) == len(plain) else None
    return _only(m for m in bodies if not m.kinds.isdisjoint(ids))


def _towns(told: Told, story: Story, careful: Cautions, taken: list[Span]) -> Iterator[Inherited]:
    """Words for a town, village or province, where the text has named one place."""
    for i, token in enumerate(told.sentence.tokens):
        if token.fold not in careful.places or any(token.span.overlaps(s) for s in (*taken, *(n.span for n in told.names))):
            continue
        beside = [n for n in told.names if n.type in PLACES and _gap(told, n.span, token.span) <= _BESIDE]
        if beside or not _is_definite(token.span, told, careful) or i == 0:
            continue
        one = _only(m for m in story.of_types(PLACES) if not is_country(m.name))
        if one is not None:
            yield Inherited(one.name, one.sentence, "noun", token.span)


def _here(told: Told, before: Span, types: frozenset[str]) -> list[Mention]:
    return [Mention(n, told.sentence) for n in told.names if n.type in types and n.span.end <= before.start]


def _only(mentions: Iterable[Mention]) -> Mention | None:
    """The one entity that all mentions name; ``None`` where there are two, or none."""
    keyed = {m.name.key: m for m in mentions}
    return next(iter(keyed.values())) if len(keyed) == 1 else None


def _gap(told: Told, a: Span, b: Span) -> int:
    """How many words stand between two spans."""
    first, last = sorted((a, b))
    return words_under(told.sentence.tokens, last).start - words_under(told.sentence.tokens, first).stop


def _is_definite(span: Span, told: Told, careful: Cautions) -> bool:
    """Whether a noun may mean the one named before: one, not any one, and with no word that tells it apart."""
    under = words_under(told.sentence.tokens, span)
    tokens = told.sentence.tokens
    before = tokens[under.start - 1].fold if under.start else ""
    if before in careful.indefinite or (careful.plural and careful.plural.search(tokens[under.stop - 1].fold)):
        return False
    if careful.article and not (careful.article.search(tokens[under.start].text.casefold()) or careful.article.search(before)):
        return False
    return not any(
        not ids.isdisjoint(data()["nouns"]["others"]) and _gap(told, other, span) == 0 for other, ids in told.nouns.items() if other != span
    )
