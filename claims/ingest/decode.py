"""From bytes to characters, and never silently: whatever was assumed comes back as a note.

UTF-8 first, then UTF-16, then the one-byte encodings newsrooms still hold in their archives.
Those are told apart by how frequent the letters are that they give.
"""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import UnreadableError

MAX_BYTES = 20_000_000  # an article is a thousandth of this; larger files are dumps or media

_MAGIC = {
    b"%PDF": ("a PDF document", "export it as text or HTML"),
    b"PK\x03\x04": ("a ZIP or office document", "save it as plain text or HTML"),
    b"\xd0\xcf\x11\xe0": ("an old office document", "save it as plain text or HTML"),
    b"{\\rtf": ("a rich-text document", "save it as plain text"),
    b"\x1f\x8b": ("a gzip archive", "unpack it first"),
    b"\x89PNG": ("an image", "give the article's text"),
    b"\xff\xd8\xff": ("an image", "give the article's text"),
    b"GIF8": ("an image", "give the article's text"),
    b"RIFF": ("an image, sound or film", "give the article's text"),
    b"SQLite format 3": ("a database", "export its articles as text"),
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_COMMON_SIGNS = frozenset("«»“”„‘’‚–—…№§°·•€£©®™\xa0،؛؟\u200c\u200d\u200e\u200f×")
_MARKUP = re.compile(rb"<script.*?</script>|<style.*?</style>|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_SAMPLE = 20_000
_FEW = 0.25  # share of letters beyond ASCII below which a text is in Latin letters
_SURELY = 10  # characters beyond ASCII in valid UTF-8; text in another encoding forms one or two by chance
_DAMAGED = 0.05  # share of broken characters up to which a file is still taken for UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters, its byte order mark left out, and what was assumed to get them."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The characters of a file. Raises ``UnreadableError`` where it holds no text."""
    for magic, (what, cure) in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableError(file, f"is {what}, not text", cure)
    decoded = (
        _by_bom(data, file) or _as_utf16(data) or _as_utf8(data, file) or _mixed(data, file) or _declared(data) or _by_letters(data, file)
    )
    if not any(c.isprintable() and not c.isspace() for c in decoded.text):
        raise UnreadableError(file, "is empty", "give a file that holds an article")
    controls = len(_CONTROLS.findall(decoded.text))
    if controls:
        noun = "character" if controls == 1 else "characters"
        return Decoded(
            decoded.text,
            (*decoded.notes, f"holds {controls} control {noun} that a terminal might obey; they are kept, but never printed raw"),
        )
    return decoded


def _by_bom(data: bytes, file: str) -> Decoded | None:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            try:
                return Decoded(body.decode(codec))
            except UnicodeDecodeError:
                text = body.decode(codec, errors="replace")
                if text.count("\ufffd") > _DAMAGED * len(text):
                    raise UnreadableError(file, f"is marked as {name} but is not", "save it as UTF-8") from None
                return Decoded(text, (_damage(text),))
    return None


def _as_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: one whose characters are letters, spaces and signs of known scripts."""
    if not data or len(data) % 2 or b"\x00" not in data[:_SAMPLE]:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        plausible = sum(c in "\r\n\t" or " " <= c < "\x7f" or "\xa0" <= c < "\u0980" or c in _COMMON_SIGNS for c in sample)
        spaces = sum(c in " \r\n" for c in sample)
        if plausible >= 0.97 * len(sample) and (spaces >= 0.03 * len(sample) or len(sample) < 40):
            return Decoded(text, ("read as UTF-16, which it does not say it is",))
    return None


def _as_utf8(data: bytes, file: str) -> Decoded | None:
    if b"\x00" in data:
        raise UnreadableError(file, "is a binary file, not text", "give a text, Markdown or HTML file")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), sum(c > "\x7f" for c in text)
    # One-byte text rarely forms valid sequences: if nearly all are, a few bytes were damaged.
    return Decoded(text, (_damage(text),)) if broken <= max(1, _DAMAGED * whole) and whole > 2 * broken else None


def _damage(text: str) -> str:
    broken = text.count("\ufffd")
    return f"holds {broken} damaged character{'' if broken == 1 else 's'}, shown as \ufffd"


def _mixed(data: bytes, file: str) -> Decoded | None:
    """A file pasted together of UTF-8 and a one-byte encoding, line by line; ``None`` where too few lines are surely UTF-8."""
    lines = [(line, _strictly(line)) for line in data.splitlines(keepends=True)]
    if sum(c > "\x7f" for _, text in lines if text is not None for c in text) < _SURELY:
        return None
    codec, name = _best_codec(b"".join(line for line, text in lines if text is None), file)
    text = "".join(line.decode(codec, errors="replace") if text is None else text for line, text in lines)
    return Decoded(text, (f"mixes two encodings: read as UTF-8 and, line by line, {name}",))


def _strictly(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    """The encoding an HTML or XML file declares, where its bytes agree."""
    found = _DECLARED.search(data, 0, 4096)
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).decode("ascii")
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding or codec.name.startswith("utf"):
            return None
        return Decoded(data.decode(codec.name), (f"read as {name}, as it declares",))
    except (LookupError, UnicodeDecodeError):
        return None


@cache
def _encodings() -> tuple[tuple[str, str, dict[str, float]], ...]:
    data = tomllib.loads((files("claims.ingest") / "encodings.toml").read_text("utf-8"))
    return tuple(
        (e["codec"], e["name"], {c: 1 - i / len(e["letters"]) for i, c in reversed(list(enumerate(e["letters"])))})
        for e in data["encoding"]
    )


def _by_letters(data: bytes, file: str) -> Decoded:
    codec, name = _best_codec(data, file)
    return Decoded(data.decode(codec, errors="replace"), (f"read as {name}",))


def _best_codec(data: bytes, file: str) -> tuple[str, str]:
    """The one-byte encoding in which the bytes are likeliest to be a text, and what it is called."""
    scored = []
    for i, (codec, name, letters) in enumerate(_encodings()):
        try:
            sample = _MARKUP.sub(b" ", data[:_SAMPLE]).decode(codec)
        except UnicodeDecodeError:
            continue
        scored.append((_likelihood(sample, letters), -i, codec, name))
    if not scored or max(scored)[0] < 0:
        raise UnreadableError(file, "is in no encoding known here", "save it as UTF-8")
    return max(scored)[2:]


def _likelihood(text: str, letters: dict[str, float]) -> float:
    """How likely a decoding is: the mean over its characters beyond ASCII of how frequent they are."""
    points = count = 0.0
    before = " "
    for c in text:
        if c > "\x7f":
            count += 1
            lower = c.lower()
            if c in _COMMON_SIGNS:
                points += 0.3
            elif lower not in letters:
                points -= 1.5
            elif c != lower and before.islower():  # aB: a capital inside a word
                points -= 1
            else:
                points += letters[lower] - 0.05 * (c != lower)
                same_script = before.isascii() or unicodedata.name(before, "")[:4] == unicodedata.name(c, "")[:4]
                points -= 0.5 * (not same_script) + 0.7 * (before.isascii() and before.isalpha() and c > "\u0180")
        before = c
    ascii_letters = sum(c.isascii() and c.isalpha() for c in text)
    other_letters = sum(c > "\x7f" and c.isalpha() for c in text)
    foreign = min(letters) > "\u0180" and other_letters < _FEW * ascii_letters
    return (points / count if count else 0.0) - foreign
