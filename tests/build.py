"""A small report made by hand: one invented harbour fire, told in five languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.model import Basis, Finding, Notice, Severity, Side, Step, Type, Verdict
from checker.report import Report, SourceRow
from claims.model import Claim, Clue, EventTime, Facet, Interval, Published, Reading, Skipped, Source, Span, TimeBasis
from claims.tokens import sentence_of

ENGLISH = (
    "Fire at Sarova port",
    "Twelve people were injured in a fire at the port of Sarova on 3 March, the ministry said.",
    "The blaze broke out before dawn.",
    "The port stayed open throughout.",
)
RUSSIAN = (
    "Пожар в порту Сарова",
    "При пожаре в порту Сарова 3 марта пострадал 21 человек, сообщили в министерстве.",
    "Порт закрыт до особого распоряжения.",
)
HINDI = (
    "सारोवा बंदरगाह में आग",
    "मंत्रालय ने बताया कि 3 मार्च को सारोवा बंदरगाह में लगी आग में 12 लोग घायल हुए।",
    "आग तड़के लगी थी।",
)
URDU = (
    "سارووا کی بندرگاہ میں آگ",
    "وزارت کے مطابق سارووا کی بندرگاہ میں لگنے والی آگ سے زخمی ہونے والوں کی تعداد 26 ہو گئی ہے۔",
)
ARABIC = (
    "حريق في ميناء ساروفا",
    "أعلنت الوزارة إصابة 21 شخصا في حريق اندلع في ميناء ساروفا في 3 مارس.",
)
OLD = (
    "Sarova harbour master Ilyin promises new hydrants",
    "Harbour master Ilyin said this month's repairs are the first since 2014.",
)


def day(text: str) -> Interval:
    return Interval.day(date.fromisoformat(text))


def reading(file: str, lang: str, sentences: tuple[str, ...], *facets: Facet) -> Reading:
    """A plain text file: a title line, an empty line, one sentence a line; all but the title are claims."""
    text = sentences[0] + "\n\n" + "\n".join(sentences[1:]) + "\n"
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n" and at + 1 < len(text))]
    source = Source(file, text, lang, title=Span(0, len(sentences[0])), line_starts=tuple(starts))
    claims = []
    for number, words in enumerate(sentences[1:]):
        sentence = sentence_of(words, lang, text.index(words))
        when = EventTime(day("2025-03-03"), "day", TimeBasis.EXPLICIT) if number == 0 else EventTime(Interval(None, None))
        claims.append(Claim(f"{file}#{number}", file, lang, sentence, sentence.span, facets if number == 0 else (), when))
    return Reading(source, tuple(claims), (Skipped(sentence_of(sentences[0], lang, 0, is_title=True), "headline"),))


def under(claim: Claim, words: str) -> Span:
    """The span of ``words`` in the claim's sentence."""
    at = claim.sentence.text.index(words)
    return Span(at, at + len(words))


READINGS = {
    row.source.file: row
    for row in (
        reading("courier.txt", "en", ENGLISH),
        reading("wire/volga.txt", "ru", RUSSIAN),
        reading("ganga.txt", "hi", HINDI),
        reading("ravi.txt", "ur", URDU),
        reading("wire/nile.txt", "ar", ARABIC),
        reading("harbour-notes.txt", "en", OLD),
    )
}


def claim(file: str, number: int = 0) -> Claim:
    return READINGS[file].claims[number]


TOLL = Finding(
    id="c4f1a2",
    code="N101",
    rule="number-mismatch",
    verdict=Verdict.CONTRADICTION,
    types=(Type.NUMBER,),
    severity=Severity.ERROR,
    confidence=0.93,
    confidence_basis=Basis.PARSED,
    message="A says 12 injured; B says 21 injured.",
    a=claim("ganga.txt"),
    b=claim("wire/nile.txt"),
    sides=(
        Side("1", "12 injured", 2, (claim("courier.txt"), claim("ganga.txt"))),
        Side("2", "21 injured", 1, (claim("wire/nile.txt"), claim("wire/volga.txt"))),
        Side("3", "26 injured", 1, (claim("ravi.txt"),)),
    ),
    trace=(
        Step("who", "सारोवा", "ساروفا", "1.20", 1.5, "named on both sides"),
        Step("where", "सारोवा बंदरगाह", "ميناء ساروفا", "1.00", 1.0, "named on both sides"),
        Step("when", "2025-03-03", "2025-03-03", "1.00", 0.75, "the same time"),
        Step("words", "0.83", "0.71", "0.77", 0.5, "content words that find their like on the other side"),
        Step("what_differs", "fire", "injury", "1.00", -0.25, "different events"),
        Step("number_conflict", "12 injured", "21 injured", "1.00", 2.0, "the numbers differ: 12 injured against 21 injured"),
    ),
    group="g1",
    left=under(claim("ganga.txt"), "12 लोग घायल"),
    right=under(claim("wire/nile.txt"), "إصابة 21 شخصا"),
)
CLOSURE = Finding(
    id="77b0de",
    code="S101",
    rule="status-clash",
    verdict=Verdict.CONTRADICTION,
    types=(Type.STATUS,),
    severity=Severity.WARNING,
    confidence=0.71,
    confidence_basis=Basis.INFERRED,
    message="A says the port stayed open; B says it is closed.",
    a=claim("courier.txt", 2),
    b=claim("wire/volga.txt", 1),
    sides=(Side("1", "open", 1, (claim("courier.txt", 2),)), Side("2", "closed", 1, (claim("wire/volga.txt", 1),))),
    trace=(Step("where", "port", "Порт", "0.80", 0.5, "named on both sides"), Step("status_conflict", "open", "closed", "1.00", 1.25)),
    group="g2",
    left=under(claim("courier.txt", 2), "stayed open"),
    right=under(claim("wire/volga.txt", 1), "закрыт"),
)
UPDATE = replace(
    TOLL,
    id="0e91aa",
    verdict=Verdict.TEMPORAL_SHIFT,
    confidence=0.88,
    message="A says 12 injured on 3 March; B says 26 injured by 5 March.",
    b=claim("ravi.txt"),
    sides=(),
    group="g3",
    right=under(claim("ravi.txt"), "26"),
)
DAWN = Finding(
    id="5d5d01",
    code="D101",
    rule="date-mismatch",
    verdict=Verdict.CORROBORATION,
    types=(Type.DATE,),
    severity=Severity.NOTE,
    confidence=0.9,
    confidence_basis=Basis.PARSED,
    message="Both say the fire began before dawn.",
    a=claim("courier.txt", 1),
    b=claim("ganga.txt", 1),
    sides=(Side("1", "before dawn", 2, (claim("courier.txt", 1), claim("ganga.txt", 1))),),
    group="g4",
)
STALE = Finding(
    id="a0a0a0",
    code="A101",
    rule="stale-article",
    verdict=Verdict.STALE,
    types=(),
    severity=Severity.WARNING,
    confidence=0.86,
    confidence_basis=Basis.INFERRED,
    message="This article reads as current, but its clues date it to 2018.",
    a=claim("harbour-notes.txt"),
    b=None,
    scope="article",
    evidence=(claim("harbour-notes.txt"), claim("wire/volga.txt", 1)),
    trace=(
        Step("office", "harbour master Ilyin", "in office until 2019", "stale", 1.75, "names a former office-holder"),
        Step("series", "first since 2014", "", "stale", 0.5),
        Step("date", "this month", "", "current", -0.25, "reads as present"),
    ),
)

NOTICES = (
    Notice("L001", "no language data for 'fi'; only digits and ISO dates were compared", "nordic.txt"),
    Notice("F001", "2 other files were left alone: suffix is no article's"),
)


def known(text: str, basis: str = "dateline") -> Published:
    return Published(day(text), basis)


def inferred(earliest: str, latest: str, *clues: Clue) -> Published:
    return Published(Interval(date.fromisoformat(earliest), date.fromisoformat(latest)), "inferred", clues)


def clue(file: str, number: int, says: str) -> Clue:
    of = claim(file, number)
    return Clue(of.text, says, file, of.span.start, of.span.end)


def row(file: str, published: Published, *, family: str = "", stale: bool = False) -> SourceRow:
    source = READINGS[file].source
    assert source.title is not None
    evidence = STALE.evidence if stale else ()
    return SourceRow(file, source.lang, source.title.of(source.text), published, stale, evidence, family, claims=len(READINGS[file].claims))


ROWS = (
    row("courier.txt", known("2025-03-04", "published-line")),
    row("wire/volga.txt", known("2025-03-03", "json-ld"), family="w7"),
    row("wire/nile.txt", known("2025-03-03"), family="w7"),
    row("ganga.txt", inferred("2025-03-01", "2025-03-31", clue("ganga.txt", 0, "not before 3 March: it tells that day as past"))),
    row("ravi.txt", known("2025-03-05")),
    row(
        "harbour-notes.txt",
        inferred(
            "2018-01-01",
            "2018-12-31",
            clue("harbour-notes.txt", 0, "while Ilyin was harbour master: until 2018"),
            clue("wire/volga.txt", 1, "before the port closed"),
        ),
        stale=True,
    ),
)
RUN = {
    "encoder": {"name": "bundled", "revision": "1"},
    "as_of": {"value": "2025-03-05", "basis": "newest publication date"},
    "thresholds": {"top_k": 10, "min_similarity": 0.35, "min_confidence": 0.0},
    "pairs": {"looked_at": 48, "same_event": 9, "suppressed": {"both carry one wire text": 1}},
    "findings": 5,
}


def a_report(*findings: Finding, notices: tuple[Notice, ...] = NOTICES) -> Report:
    """The fire's report with these findings, or with one of every kind."""
    found = findings or (DAWN, UPDATE, STALE, CLOSURE, TOLL)
    return Report(RUN, notices, ROWS, found, tuple(READINGS.values()))


def quiet_report() -> Report:
    """The fire's report with nothing found."""
    return Report(RUN, (), ROWS, (), tuple(READINGS.values()))
