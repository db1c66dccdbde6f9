"""Decode the bytes of a file: by the encoding that was chosen, found, or guessed.

A byte that is not valid in the encoding becomes a lone surrogate, as Python does it, so
that the bad row can be named, and no other row is read differently because of it.
"""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

from storedesk.domain.refusals.errors import Refused

UTF8 = "utf-8"
GUESS = "cp1252"
"""What is tried where a text is no UTF-8: of the older ways the commonest."""
ENCODINGS = (
    UTF8, "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874",
    "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7",
    "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
    "cp437", "cp850", "cp852", "cp855", "cp857", "cp858", "cp862", "cp865", "cp866",
    "mac-roman", "mac-latin2", "mac-cyrillic", "mac-greek", "mac-turkish", "koi8-r", "koi8-u",
    "gb18030", "gbk", "gb2312", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp",
    "euc_kr", "cp949",
)  # fmt: skip
"""Those that may be chosen, as Python names them."""
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARK = "\ufeff"
_STRANGE = re.compile("[\ud800-\udfff]")
_WIDE = 400
"""Bytes by which letters of two bytes are known."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the way in which its bytes were read; `is_guess` where nothing proves it."""

    text: str
    encoding: str
    is_guess: bool = False


def known(name: str) -> str:
    """Return an encoding as Python names it. Refused: encoding_unknown."""
    for spelt in (name.strip(), re.sub(r"[\s_-]", "", name)):
        with suppress(LookupError, ValueError):
            usual = codecs.lookup(spelt).name.replace("_", "-").removesuffix("-sig")
            if found := next((e for e in ENCODINGS if e.replace("_", "-") == usual), ""):
                return found
    raise Refused("encoding_unknown", encoding=name.strip()[:40])


def decoded(content: bytes, encoding: str = "") -> Decoded:
    """Return the text of a file, read as `encoding` says, or as it can be found out.

    A mark at the beginning goes before what is said. What is UTF-8 in most of the lines that have
    other letters than ASCII's is UTF-8; else the guess is that of the commonest older way.
    """
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(_text(content[len(mark) :], marked), marked)
    if encoding:
        actual = _order_of(content) or "utf-16-le" if encoding == "utf-16" else encoding
        return Decoded(_text(content, actual), actual)
    if found := _order_of(content):
        return Decoded(_text(content, found), found)
    text = _text(content, UTF8)
    if _is_mostly_utf8(text):
        return Decoded(text, UTF8)
    return Decoded(_text(content, GUESS), GUESS, is_guess=True)


def is_strange(text: str) -> bool:
    """Tell whether a text holds bytes that were not valid in its file."""
    return _STRANGE.search(text) is not None


def shown(text: str) -> str:
    """Return a text as it can be shown: "�" for bytes that were not valid."""
    return _STRANGE.sub("\ufffd", text)


def _text(content: bytes, encoding: str) -> str:
    if encoding.startswith(("utf-16", "utf-32")):
        return content.decode(encoding, "replace")
    return content.decode(encoding, "surrogateescape")


def _order_of(content: bytes) -> str:
    """Find the order of bytes of a text of two bytes a letter, by the zeros in it."""
    start = content[:_WIDE]
    for at, order in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[at::2].count(0) > len(start) // 4:
            return order
    return ""


def _is_mostly_utf8(text: str) -> bool:
    if not _STRANGE.search(text):
        return True
    lines = [line for line in text.splitlines() if not line.isascii()]
    strange = sum(1 for line in lines if _STRANGE.search(line))
    return len(lines) - strange >= strange
