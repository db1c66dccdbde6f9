"""Fill the holes of sentences: amounts as money, and no hole with nothing.

A hole is {name}; {total:money} is an amount, written as the store writes money, {was:state} a
stored state, written as the screen spells it, and {count:number} a whole number in groups of three
digits. A refusal in a hole is said as its sentence, and usual answers of the system are translated.
Where the value of a hole is empty, the first sentence that can do without it is used; if there is
none, the words around the hole are left out too.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

WriteMoney: TypeAlias = Callable[[Decimal, str], str]
"""Writes an amount of a currency; "" is the store's."""
WriteNumber: TypeAlias = Callable[[Decimal], str]
"""Writes a whole number with its groups of digits."""

_HOLE = re.compile(r"{(\w+)(?::\w+)?}")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_GAP = "\0"
_STATES = {"cancelled": "canceled"}
"""Stored states that the screen spells otherwise."""
STATES = (
    "pending", "confirmed", "shipped", "delivered", "canceled",
    "open", "posted", "draft", "active", "archived", "completed", "inspected", "requested",
)  # fmt: skip
"""The states that sentences name, for the translator."""
THIS = "This"
"""What a sentence begins with that began with a hole which is empty."""
SYSTEM = (
    "No such file or directory", "Permission denied", "Operation not permitted",
    "Is a directory", "Not a directory", "Directory not empty", "File exists", "File too large",
    "File name too long", "Read-only file system", "No space left on device",
    "Disk quota exceeded", "Input/output error", "Device or resource busy", "Text file busy",
    "Too many open files", "Cannot allocate memory", "Broken pipe", "Connection refused",
    "Connection reset by peer", "Connection timed out", "Network is unreachable",
    "No route to host", "Name or service not known",
)  # fmt: skip
"""What an operating system answers, as the C library spells it in English, for the translator."""
NOT_KNOWN = "(not known)"
"""What stands in a hole which is empty, where nothing around it can be left out."""
_CLEAN_UP = (
    (r"\s*\(\0\)", ""),
    (r"^\0:\s*(.)", lambda found: found[1].upper()),
    (r"^[\u201c\u201e\"]?\0[\u201d\u201c\"]?(?=\s)", THIS),
    (r"[\u201c\u201e\"]\0[\u201d\u201c\"]", "\0"),
    (r":\s*\0(?=[.;]|$)", ""),
    (r"\0", NOT_KNOWN),
    (r"(?<![.!?])$", "."),
)
"""Replacements for the words around a gap, applied in this order."""
_SAID = frozenset((THIS, NOT_KNOWN))
"""Those of them that are words, and are translated."""


def plain_money(amount: Decimal, currency: str) -> str:
    """Write an amount where nobody knows how the store does it: "1,736.00 USD"."""
    return f"{amount:,.2f} {currency}".rstrip()


def plain_number(number: Decimal) -> str:
    """Write a whole number where nobody knows the language: "1,736"."""
    return f"{number:,}"


def holes(sentence: str) -> frozenset[str]:
    """Return the names of a sentence's holes."""
    return frozenset(_HOLE.findall(sentence))


def is_empty(value: object) -> bool:
    """Tell whether a value would leave a hole empty: None, blank text, an empty list."""
    return value is None or (value != 0 and not str(value).strip()) or value in ([], (), {})


def fill(
    sentences: Sequence[str],
    parameters: Mapping[str, object],
    translate: Callable[[str], str],
    write_money: WriteMoney = plain_money,
    write_number: WriteNumber = plain_number,
) -> str:
    """Fill the first sentence whose holes can all be filled; it is translated before that."""
    nothing = {hole for hole, value in parameters.items() if is_empty(value)}
    said = next((one for one in sentences if not holes(one) & nothing), sentences[-1])
    currency = parameters.get("currency")
    writing = _Writing(
        translate, write_money, write_number, currency if isinstance(currency, str) else ""
    )
    words = translate(said).format_map(_Values(parameters, writing))
    return _cleaned_up(words, translate) if _GAP in words else words


@dataclass(frozen=True, slots=True)
class _Writing:
    """How what is in the holes is written."""

    translate: Callable[[str], str]
    money: WriteMoney
    number: WriteNumber
    currency: str


class _Values(dict[str, object]):
    """The values of the holes; an unknown hole stays as it is instead of failing."""

    def __init__(self, parameters: Mapping[str, object], writing: _Writing) -> None:
        super().__init__({hole: _Value(value, writing) for hole, value in parameters.items()})

    def __missing__(self, hole: str) -> "_Unknown":
        return _Unknown(hole)


class _Value:
    """A value, written as its hole says."""

    def __init__(self, value: object, writing: _Writing) -> None:
        self._value, self._writing = value, writing

    def __format__(self, manner: str) -> str:
        """Write it: an amount as money and a number in groups, unless it is written already."""
        if is_empty(self._value):
            return _GAP
        writing = self._writing
        currency = str(getattr(self._value, "currency", writing.currency))
        text = str(getattr(self._value, "amount", self._value))
        if manner == "money" and _AMOUNT.fullmatch(text):
            return writing.money(Decimal(text), currency)
        if manner == "number" and _AMOUNT.fullmatch(text):
            return writing.number(Decimal(text))
        if manner == "state":
            return writing.translate(_STATES.get(text, text))
        return _said(self._value, text, writing.translate)


def _said(value: object, text: str, translate: Callable[[str], str]) -> str:
    """Return a value in the reader's language, if it is one of our sentences, or a system's."""
    if sentence := getattr(value, "sentence", None):
        return str(sentence(translate)).rstrip(".")
    where, mark, answer = text.rpartition(": ")
    return f"{where}{mark}{translate(answer)}" if answer in SYSTEM else text


class _Unknown:
    """A hole without a parameter."""

    def __init__(self, hole: str) -> None:
        self._hole = hole

    def __format__(self, _manner: str) -> str:
        """Leave it as it stands."""
        return f"{{{self._hole}}}"


def _cleaned_up(words: str, translate: Callable[[str], str]) -> str:
    for pattern, instead in _CLEAN_UP:
        said = translate(instead) if instead in _SAID else instead
        words = re.sub(pattern, said, words)
    return words
