"""Consonant skeletons: one key for a name in Latin, Cyrillic, Arabic-script and Devanagari letters.

Scripts disagree about vowels and agree, roughly, about consonants. A skeleton keeps one class
letter per consonant, merges sounds that the five languages write for each other (v/f/w, z/j,
b/p, k/q/g), drops vowels and doubled letters. Skeletons are compared with a tolerance
(``similarity``); they say "may be the same name", never "is".
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from claims.normalise import fold


class _Classes(dict[int, str]):
    """A table of letters for ``str.translate`` that drops all others."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__(str.maketrans(letters))

    def __missing__(self, letter: int) -> str:
        return ""


_LATIN_GROUPS = {
    "shch": "S", "tsch": "C", "llah": "L", "sch": "S", "tch": "C", "dzh": "Z", "ght": "T", "kh": "H", "gh": "K", "sh": "S", "ch": "C",
    "zh": "Z", "ph": "F", "th": "W", "dh": "D", "bh": "B", "ck": "K", "ts": "S", "tz": "S", "x": "KS",
}  # fmt: skip
# A w is silent where it only colours a vowel (Brown, Krakow) or opens "wr"; before e, i and y a c is soft,
# and a g may be soft (George) or hard (Gennady).
_LATIN_SIGNS = re.compile("|".join(_LATIN_GROUPS) + r"|w\Z|\Aw(?=r)|(?<=[aeo])w(?![aeiouy])|[cg](?=[eiy])")
_LATIN_SIGN = _LATIN_GROUPS | {"w": "", "c": "S", "g": "J"}
_LATIN = _Classes(
    dict(zip("bcdfghjklmnpqrstvwyzaeiou", "BKDFKHYKLMNBKRSTFFiZaiiuu", strict=True)) | {c: c for c in "".join(_LATIN_SIGN.values())}
)
_CYRILLIC_GROUPS = re.compile("дж|чж|цз|тс|кх|гх|дх|бх|тх|ллах$")
_CYRILLIC_LETTERS = {"дж": "ж", "чж": "ж", "цз": "ж", "тс": "ц", "кх": "х", "гх": "г", "дх": "д", "бх": "б", "тх": "т", "ллах": "л"}
_CYRILLIC = _Classes(
    dict(zip("бвгджзклмнпрстфхцчшщґўаяеэиыйіїєоую", "BFGDZZKLMNBRSTFHSCSSKFaaiiiiiiiiuuu", strict=True)) | {"я": "ia", "ю": "iu"}
)
# A waw before an alef is a consonant (Nawaz, Taiwan); elsewhere mostly a vowel.
_ARABIC_GROUPS = (("تش", "چ"), ("تس", "س"), ("وا", "ڤ"), ("وو", "ڤ"))
_ASPIRATES = re.compile("(?<=[بپتٹجچدڈرڑگمنلھ])ھ")
_ARABIC = _Classes({
    **dict.fromkeys("بپ", "B"), **dict.fromkeys("تطٹ", "T"), "ث": "P", **dict.fromkeys("سص", "S"), **dict.fromkeys("ژزذضظ", "Z"),
    "ج": "Q", "چ": "C", **dict.fromkeys("حہخ", "H"), **dict.fromkeys("دڈ", "D"), **dict.fromkeys("رڑ", "R"), "ش": "S",
    "غ": "K", "ف": "F", **dict.fromkeys("قکگ", "K"), "ل": "L", "م": "M", **dict.fromkeys("نں", "N"), "ڤ": "F",
    **dict.fromkeys("اع", "a"), **dict.fromkeys("یے", "i"), "و": "u", "ə": "ə",
})  # fmt: skip
_LABIAL_NASAL = re.compile("ं(?=[पफबभम])")
_DEVANAGARI = _Classes({
    **dict.fromkeys("कगघङ", "K"), "ख": "H", **dict.fromkeys("चछ", "C"), **dict.fromkeys("जझ", "Z"), **dict.fromkeys("टठतथ", "T"),
    **dict.fromkeys("डढदध", "D"), **dict.fromkeys("नणञं", "N"), **dict.fromkeys("पबभ", "B"), "फ": "F", "व": "F", "म": "M",
    "र": "R", "ल": "L", "ळ": "L", **dict.fromkeys("शषस", "S"), "ह": "H",
    **dict.fromkeys("अआाऑॉ", "a"), **dict.fromkeys("इईिीएऐेैयृऋ", "i"), **dict.fromkeys("उऊुूओऔोौ", "u"),
})  # fmt: skip
_FINAL_A = re.compile("(?:ى|یٰ)$")  # a yeh in writing, an a in speech: Layla, Mustafa
_ARABIC_ARTICLE = re.compile(r"^(?:ال)(?=\w{2})")
_LATIN_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)[- ](?=\w)")
_CYRILLIC_ARTICLE = re.compile(r"^(?:аль|эль|ас|аш|ад|ан|ар|ат|аз)-(?=\w)")
_DEVANAGARI_ARTICLE = re.compile(r"^(?:अल|अश|अस|अर|अद|अन|अत|अज)[- ](?=\w)")
_PLAIN = str.maketrans({**dict.fromkeys("aiuə", ""), "J": "K", "Q": "Z", "Y": "Z", "G": "K", "W": "T", "P": "S"})
_SAME = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Consonant classes of one word in any of the four scripts; empty if it has none.

    >>> skeleton("Merkel"), skeleton("Меркель"), skeleton("ميركل"), skeleton("मर्केल")
    ('MRKL', 'MRKL', 'MRKL', 'MRKL')
    """
    return _SAME.sub(r"\1", sounds(word).translate(_PLAIN))


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """The same with its written vowels, as far apart as scripts agree on them: a, i (e, y), u (o), ə (any).

    Six more consonants mark letters that stand for two sounds: J the Latin g before e and i, Y the
    Latin j (a vowel in Jan), Q the Arabic jim (g in Egypt), G the Cyrillic г (h in foreign names), W the
    Latin th and P the Arabic tha.

    >>> sounds("Odesa"), sounds("Одеса"), sounds("أوديسا")
    ('uDiSa', 'uDiSa', 'uDiSa')
    """
    folded = fold(word)
    first = folded[:1]
    if "a" <= first <= "z":
        return _latin(_LATIN_ARTICLE.sub("", folded))
    if "а" <= first <= "ӿ":
        return _cyrillic(_CYRILLIC_ARTICLE.sub("", folded))
    if "ऀ" <= first <= "ॿ":
        return _devanagari(_DEVANAGARI_ARTICLE.sub("", folded))
    # Folding makes one letter of the two Urdu letters for h, so the aspirates go first.
    # The article has a bare alef: Albania, with a hamza, has none.
    word = _FINAL_A.sub("ا", word)
    return _arabic(fold(_ARABIC_ARTICLE.sub("", _ASPIRATES.sub("", word.replace("کھ", "خ")))))


def _latin(folded: str) -> str:
    signs = _LATIN_SIGNS.sub(lambda m: _LATIN_SIGN[m.group()], folded)
    if folded.startswith("x"):
        signs = "S" + signs.removeprefix("KS")
    return _squeeze(signs.translate(_LATIN))


def _cyrillic(folded: str) -> str:
    return _squeeze(_CYRILLIC_GROUPS.sub(lambda m: _CYRILLIC_LETTERS[m.group()], folded).translate(_CYRILLIC))


def _devanagari(folded: str) -> str:
    return _squeeze(_LABIAL_NASAL.sub("म", folded).replace("ंह", "ंग").replace("त्स", "स").translate(_DEVANAGARI))


def _arabic(folded: str) -> str:
    opening = "F" if folded[:1] == "و" else ""  # a waw that opens a word is a consonant
    body = folded[1:] if opening else folded
    if len(folded) > 2 and folded[-1] == "ہ" and folded[-2] not in "اوی":  # the silent h of Jidda, Abdulla
        body = body[:-1]
    if body[:1] in ("ا", "ع"):  # opens a vowel of any colour, unless a letter for one follows
        body = body[1:] if body[1:2] in ("ا", "و", "ی") else "ə" + body[1:]
    for group, letter in _ARABIC_GROUPS:
        body = body.replace(group, letter)
    return _squeeze(opening + body.translate(_ARABIC))


def _squeeze(letters: str) -> str:
    return _SAME.sub(r"\1", letters)


def phrase_skeleton(name: str) -> tuple[str, ...]:
    """Skeletons of the words of a name, empty ones left out."""
    return tuple(s for s in (skeleton(w) for w in re.split(r"[\s\-‑]+", name.strip())) if s)


def similarity(left: str, right: str) -> float:
    """0 to 1: how alike two skeletons are (normalised Levenshtein)."""
    return float(Levenshtein.normalized_similarity(left, right))
