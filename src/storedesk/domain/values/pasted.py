"""Clean pasted text of spaces that no keyboard types."""

import re

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
    **{chr(0xFF01 + at): chr(0x21 + at) for at in range(94)},
}
_TYPED = str.maketrans(_SIGNS)


def as_typed(text: str) -> str:
    """Return a number or code without marks that nobody sees, with plain blanks, dashes, digits.

    For numbers and codes alone: in names, such signs are meant.
    """
    if text.isascii():
        return text
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).translate(_TYPED)
