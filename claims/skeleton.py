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

_LATIN_GROUPS = (
    ("shch", "S"), ("sch", "S"), ("tsch", "C"), ("tch", "C"), ("dzh", "Z"), ("kh", "H"), ("gh", "K"), ("sh", "S"), ("ch", "C"),
    ("zh", "Z"), ("ph", "F"), ("th", "T"), ("dh", "D"), ("bh", "B"), ("ck", "K"), ("ts", "S"), ("tz", "S"),
)  # fmt: skip
_LATIN = dict(zip("bcdfghjklmnpqrstvwxyz", "BKDFKHZKLMNBKRSTFFK·Z", strict=True))
_CYRILLIC = dict(zip("бвгджзклмнпрстфхцчшщїґў", "BFKDZZKLMNBRSTFHSCSSYKF", strict=True))
_ARABIC = {
    **dict.fromkeys("بپ", "B"), **dict.fromkeys("تطٹ", "T"), **dict.fromkeys("ثسص", "S"), **dict.fromkeys("جژزذضظ", "Z"),
    "چ": "C", **dict.fromkeys("حہخ", "H"), **dict.fromkeys("دڈ", "D"), **dict.fromkeys("رڑ", "R"), "ش": "S",
    "غ": "K", "ف": "F", **dict.fromkeys("قکگ", "K"), "ل": "L", "م": "M", **dict.fromkeys("نں", "N"), "ڤ": "F",
}  # fmt: skip
_DEVANAGARI = {
    **dict.fromkeys("कखगघङ", "K"), **dict.fromkeys("चछ", "C"), **dict.fromkeys("जझ", "Z"), **dict.fromkeys("टठतथ", "T"),
    **dict.fromkeys("डढदध", "D"), **dict.fromkeys("नणञं", "N"), **dict.fromkeys("पबभ", "B"), "फ": "F", "व": "F", "म": "M",
    "र": "R", "ल": "L", "ळ": "L", **dict.fromkeys("शषस", "S"), "ह": "H",
}  # fmt: skip
_ARABIC_ARTICLE = re.compile(r"^(?:ال)(?=\w{2})")
_LATIN_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)[- ](?=\w)")
_CYRILLIC_ARTICLE = re.compile(r"^(?:аль|эль|ас|аш|ад|ан|ар|ат|аз)-(?=\w)")
_DEVANAGARI_ARTICLE = re.compile(r"^(?:अल|अश|अस)[- ](?=\w)")
_SAME = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Consonant classes of one word in any of the four scripts; empty if it has none.

    >>> skeleton("Putin"), skeleton("Путин"), skeleton("بوتين"), skeleton("पुतिन")
    ('BTN', 'BTN', 'BTN', 'BTN')
    """
    folded = fold(word)
    first = folded[:1]
    if "a" <= first <= "z":
        return _latin(_LATIN_ARTICLE.sub("", folded))
    if "а" <= first <= "ӿ":
        return _squeeze(_each(_CYRILLIC_ARTICLE.sub("", folded).replace("дж", "ж").replace("тс", "ц"), _CYRILLIC))
    if "ऀ" <= first <= "ॿ":
        return _squeeze(_each(_DEVANAGARI_ARTICLE.sub("", folded), _DEVANAGARI))
    # A waw or ye that opens an Arabic-script word is a consonant; elsewhere mostly a vowel.
    bare = _ARABIC_ARTICLE.sub("", folded)
    return _squeeze(("F" if bare[:1] == "و" else "") + _each(bare.removesuffix("ہ") if len(bare) > 3 else bare, _ARABIC))


def _latin(folded: str) -> str:
    out, i = [], 0
    while i < len(folded):
        for group, letter in _LATIN_GROUPS:
            if folded.startswith(group, i):
                out.append(letter)
                i += len(group)
                break
        else:
            soft = folded[i] == "c" and folded[i + 1 : i + 2] in tuple("eiy")
            final_w = folded[i] == "w" and i + 1 == len(folded)
            out.append("S" if soft else "" if final_w else _LATIN.get(folded[i], ""))
            i += 1
    return _squeeze("".join(out))


def _each(folded: str, table: dict[str, str]) -> str:
    return "".join(table.get(c, "") for c in folded)


def _squeeze(letters: str) -> str:
    return _SAME.sub(r"\1", letters.replace("·", ""))


def phrase_skeleton(name: str) -> tuple[str, ...]:
    """Skeletons of the words of a name, empty ones left out."""
    return tuple(s for s in (skeleton(w) for w in re.split(r"[\s\-‑]+", name.strip())) if s)


def similarity(left: str, right: str) -> float:
    """0 to 1: how alike two skeletons are (normalised Levenshtein)."""
    return float(Levenshtein.normalized_similarity(left, right))
