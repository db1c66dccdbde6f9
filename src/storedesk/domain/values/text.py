"""Clean typed text of invisible characters, and refuse what would do harm.

The database has the same rule (`storedesk.is_plain_line`, `is_plain_text`): whatever comes out of
here is taken there. tests/data/text.toml is the table of examples for both.
"""

import re
import unicodedata

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.card_numbers import has_card_number, luhn

__all__ = ["has_card_number", "is_visible", "line", "luhn", "note", "shown", "wanted"]

MOST_MARKS = 4
"""Combining marks in a row: enough for every script, too few to climb over other lines."""

_DROPPED = re.compile("[\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff]")
"""Soft hyphens, byte order marks and their like: nobody means them."""
_BLANKS = re.compile(
    "[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164"
    "\uffa0 ]+"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_FLAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""The flags of England, Scotland and their like end in tags that nobody sees."""
_HIDDEN = re.compile(
    "[\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]"
)
_UNSEEN = re.compile(
    "[\x01-\x20\x7f-\xa0\u00ad\u0300-\u036f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u20d0-\u20ff\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
"""Blanks, fillers, joiners and accents: nothing is seen of a text that has no more than these."""
_COMMANDS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e007f]"
)
"""Control sequences, marks that reverse text, and invisible characters."""
_NEVER_WANTED = frozenset({"Cc", "Cs"})


def line(text: str, *, longest: int, what: str = "text") -> str:
    """Return one line of text, cleaned: NFC, blanks made one, ends trimmed.

    Refuses what no line may hold (text_control, text_bidi, text_broken, text_hidden, text_marks),
    what is too long (text_too_long), and a card's number (card_number). "" is for the caller to
    judge: it is what is left of a text of which nothing is seen.
    """
    _refuse_endless(text, longest=longest, what=what)
    cleaned = _BLANKS.sub(" ", _DROPPED.sub("", text)).strip()
    return _checked(unicodedata.normalize("NFC", cleaned), longest=longest, what=what)


def note(text: str, *, longest: int, what: str = "text") -> str:
    """Return text of several lines, cleaned as `line` does each of them."""
    _refuse_endless(text, longest=longest, what=what)
    unified = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cleaned = "\n".join(_BLANKS.sub(" ", _DROPPED.sub("", one)).rstrip() for one in unified)
    normal = unicodedata.normalize("NFC", cleaned.strip())
    checked = (_checked(one, longest=longest, what=what) for one in normal.split("\n"))
    return _fitting("\n".join(checked), longest=longest, what=what)


def wanted(text: str) -> str:
    """Return what to search for: `text` in one line, without what nobody sees or can type."""
    kept = _BLANKS.sub(" ", _DROPPED.sub("", text))
    seen = (letter for letter in kept if unicodedata.category(letter) not in _NEVER_WANTED)
    return unicodedata.normalize("NFC", "".join(seen)).strip()


def is_visible(text: str) -> bool:
    """Tell whether anything of `text` is seen."""
    return _UNSEEN.fullmatch(text) is None


def shown(text: str) -> str:
    r"""Return foreign text as a terminal may be given it: what commands it, or hides, as \x1b."""
    return _COMMANDS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _checked(text: str, *, longest: int, what: str) -> str:
    categories = set(map(unicodedata.category, text))
    if "Cs" in categories:
        raise Refused("text_broken", what=what)
    if "Cc" in categories:
        raise Refused("text_control", what=what)
    if _BIDI.search(text):
        raise Refused("text_bidi", what=what)
    if not is_visible(text):
        return ""
    if _HIDDEN.search(text) or _TAGS.search(_FLAGS.sub("", text)):
        raise Refused("text_hidden", what=what)
    if _too_many_marks(text):
        raise Refused("text_marks", what=what)
    if has_card_number(text):
        raise Refused("card_number")
    return _fitting(text, longest=longest, what=what)


def _refuse_endless(text: str, *, longest: int, what: str) -> None:
    """Refuse far too much before any work is done on it."""
    if len(text) > 2 * longest + 1_000:
        raise Refused("text_too_long", what=what, longest=longest)


def _fitting(text: str, *, longest: int, what: str) -> str:
    if len(text) > longest:
        raise Refused("text_too_long", what=what, longest=longest)
    return text


def _too_many_marks(text: str) -> bool:
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if run > MOST_MARKS:
            return True
    return False
