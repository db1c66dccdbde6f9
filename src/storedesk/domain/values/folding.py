"""Fold text for searching and sorting, so that two spellings of a word compare equal.

The same rule as `storedesk.letters`, `folded` and `sort_key` in the database, letter by letter.
"""

# ruff: noqa: RUF001 these letters are taken for others, which is why they are here

import re
import unicodedata

LONGEST_KEY = 100
"""Letters of the key that lists are sorted by."""
LONG = 3
"""Letters from which on a word may be anywhere in another."""
MOST_WORDS = 50
"""Nobody looks for more at once, and what does is no person."""

_SHAPES = {
    "b": "ɓƀ", "c": "ƈȼ", "d": "đðɖɗ", "e": "əǝɛ", "f": "ƒ", "g": "ɠǥ", "h": "ħ", "i": "ıɨɩ",
    "k": "ĸƙ", "l": "łⱡƚ", "n": "ŋɲ", "o": "øɔ", "p": "ƥ", "r": "ɍ", "t": "ŧƭʈ", "u": "ʉ",
    "v": "ʋ", "x": "×", "y": "ƴɏ", "σ": "ς",
    "а": "ә", "г": "ґғ", "к": "қ", "н": "ң", "о": "ө", "у": "үұ", "х": "һ",
    "ک": "ك", "ی": "يى", "ه": "ة",
    "'": "’‘‛ʼʻʽʾʿˈʹ′‵ꞌ՚׳ߴߵ", "-": "‐‒–—―−⁃֊᠆⸗־·", '"': "“”„‟«»‹›″‶", ",": "،、", "/": "⁄",
    **{str(digit): "".join(chr(zero + digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50))
       for digit in range(10)},
    " ": "\x85\u1680\u2028\u2029",
}  # fmt: skip
"""The plain letter, and those that are taken for it: none of them decomposes into it."""
_PLAIN = {
    ord(shape): plain for plain, shapes in _SHAPES.items() for shape in shapes
} | {ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe", ord("þ"): "th"}  # fmt: skip
_ACUTES = dict.fromkeys(map(ord, "´΄᾽᾿῾"), "'")
"""Signs that decompose into a blank and an accent, and are typed for an apostrophe."""
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]"
)
"""Accents and vowel marks that people leave out, and what nobody sees."""
_JOINTS = str.maketrans({"'": " ", "`": " ", "-": " ", "&": " ", ",": ".", '"': ""})
_NO_JOINTS = str.maketrans("", "", "'`-&")
_JOINED = re.compile("[^ ]+['`&-][^ ]+")
_LETTER = re.compile("[0-9a-z\u0080-\U0010ffff]")
_DIGIT_LETTER = re.compile("([0-9])([a-z\u00a0-\U0010ffff])")
_LETTER_DIGIT = re.compile("([a-z\u00a0-\U0010ffff])([0-9])")
_BLANKS = re.compile("[ \t\n\r\f\v]+")


def letters(text: str) -> str:
    """Return `text` in small letters, without accents and unseen marks, in plain signs."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text.translate(_ACUTES)).lower()
    return _UNSEEN.sub("", small).translate(_PLAIN)


def sort_key(text: str) -> str:
    """Return what lists are sorted by, before the text itself: ä as a, ß as ss."""
    return letters(text)[:LONGEST_KEY]


def folded(text: str) -> str:
    """Return what a search compares: a blank for each apostrophe, hyphen and &, and before a unit.

    So "330ml" is "330 ml", and "O'Brien" is "o brien".
    """
    plain = letters(text).translate(_JOINTS)
    apart = _LETTER_DIGIT.sub(r"\1 \2", _DIGIT_LETTER.sub(r"\1 \2", plain))
    return _BLANKS.sub(" ", apart).strip(" ")


def search_words(text: str) -> str:
    """Return the text that a search looks into: words with a joint stand in it both ways."""
    plain = letters(text)
    joined = " ".join(folded(word.translate(_NO_JOINTS)) for word in _JOINED.findall(plain))
    return f" {folded(plain)}" + (f" {joined}" if joined else "")


def forms(words: str) -> list[tuple[str, ...]]:
    """Return for each of some words how `search_words` of a text may have it.

    One or two letters begin a word there. Nothing where nothing is looked for, or far too much.
    """
    split = words.split()
    if len(split) > MOST_WORDS:
        return []
    return [_forms(word) for word in split if folded(word)]


def finds(words: str, text: str) -> bool:
    """Tell whether `text` has every one of some `words`, as the searches of the database do."""
    there = search_words(text)
    return all(any(form in there for form in known) for known in forms(words))


def _forms(word: str) -> tuple[str, ...]:
    found = (folded(word), folded(letters(word).translate(_NO_JOINTS)))
    return tuple(
        f" {form}" if len(form.replace(" ", "")) < LONG and _LETTER.search(form) else form
        for form in dict.fromkeys(found)
    )


def found_parts(words: str, text: str) -> list[tuple[int, int]]:
    """Return where `text` has what is looked for: from one letter up to another, in order.

    Parts that touch are one. Blanks count for nothing, as `folded` parts what is written together.
    """
    plain, places, begins = _placed(text)
    marked: set[int] = set()
    for known in forms(words):
        for form in known:
            at = _found_at(form, plain, begins)
            if at >= 0:
                marked.update(places[at : at + len(form.replace(" ", ""))])
                break
    return _runs(sorted(marked))


def _placed(text: str) -> tuple[str, list[int], list[bool]]:
    """Return the folded letters of a text without blanks, where each stands, what begins a word."""
    plain: list[str] = []
    places: list[int] = []
    begins: list[bool] = []
    is_begin = True
    for place, letter in enumerate(text):
        for one in letters(letter).translate(_JOINTS):
            if one == " ":
                is_begin = True
                continue
            plain.append(one)
            places.append(place)
            begins.append(is_begin)
            is_begin = False
    return "".join(plain), places, begins


def _found_at(form: str, plain: str, begins: list[bool]) -> int:
    wanted, at = form.replace(" ", ""), -1
    while wanted and (at := plain.find(wanted, at + 1)) >= 0:
        if begins[at] or not form.startswith(" "):
            return at
    return -1


def _runs(marked: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in marked:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
