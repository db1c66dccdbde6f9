"""Lay out a strip of paper, as HTML for Qt."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape
from typing import TypeAlias

from storedesk.documents.amounts import JOINER, plain_percent
from storedesk.domain.logo import DOTS_PER_MM, StoreLogo, size_of
from storedesk.domain.values.money import Money

KEPT = f"\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}{JOINER}"
"""The characters that keep an amount on one line."""


PICTURE = "png:"
"""Before a picture in base64; whatever a person wrote is escaped, so that nobody else names one."""
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Speech:
    """How a document is written: language, currency signs and time zone of its reader."""

    translate: Callable[[str], str]
    """From English; holes such as {name} are still empty."""
    money: Callable[[Money], str]
    moment: Callable[[datetime], str]
    """Of UTC without zone: the whole date, as `moments.on_paper` has it."""
    percent: Callable[[Decimal], str] = plain_percent
    """Of a rate: 0.0825 is "8.25%"."""
    weight: Callable[[Decimal], str] = str
    """Of kilograms, three decimals: "0.350"."""
    logo: StoreLogo | None = None
    """What stands above the store's name."""
    header: str = ""
    """What stands under the store's address on receipts, with placeholders."""
    footer: str = ""
    """The last lines of receipts, with placeholders; "" is StoreDesk's own."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Words in the middle of the strip."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in the middle of the strip: PNG, by default a dot of it a dot of the printer."""

    png: bytes
    dots_per_mm: int = DOTS_PER_MM


@dataclass(frozen=True, slots=True)
class Pair:
    """A text at the left, and usually an amount at the right."""

    left: str
    right: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Small words under the line before."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Barcode:
    """A text as bars that a scanner reads.

    Receipt printers draw it themselves; for HTML the kit puts a picture in its place.
    """

    text: str


Part: TypeAlias = Barcode | Logo | Middle | Pair | Remark | Rule


@dataclass(frozen=True, slots=True)
class StripDocument:
    """A whole strip, and what it is called as a print job or a file."""

    title: str
    parts: tuple[Part, ...]

    @property
    def html(self) -> str:
        """The strip as HTML, without its barcodes."""
        return to_html(self.title, self.parts)


def store_head(name: str, speech: Speech, *, is_bold: bool = False) -> list[Part]:
    """Return the store's logo, where it has one, and its name."""
    logo: list[Part] = [Logo(speech.logo.strip)] if speech.logo else []
    return [*logo, Middle(name, is_bold=is_bold)]


def to_html(title: str, parts: Iterable[Part]) -> str:
    """Return the subset of HTML that QTextDocument knows; whatever a person wrote is escaped."""
    rows = "".join(map(_row, parts))
    return (
        f"<html><head><title>{clean(title)}</title></head><body>"
        f'<table width="100%" cellspacing="0" cellpadding="2">{rows}</table></body></html>'
    )


def picture(png: bytes, dots_per_mm: float) -> str:
    """Return a picture that is written into the HTML itself, in the size that it has on paper."""
    width, height = (max(1, round(side / dots_per_mm / MM_PER_INCH * 96)) for side in size_of(png))
    return f"<img src='{PICTURE}{b64encode(png).decode()}' width='{width}' height='{height}'/>"


def png_of(name: str) -> bytes:
    """Return the picture that a document names so; nothing for another name."""
    try:
        return b64decode(name.removeprefix(PICTURE)) if name.startswith(PICTURE) else b""
    except ValueError:
        return b""


def clean(text: str) -> str:
    """Return `text` so that HTML shows it literally."""
    return escape(printable(text), quote=True)


def printable(text: str) -> str:
    """Return `text` with a space for what would command a printer rather than be printed."""
    return "".join(c if c.isprintable() or c in KEPT else " " for c in text)


def _row(part: Part) -> str:
    match part:
        case Logo(png, dots_per_mm):
            drawn = picture(png, dots_per_mm)
            style = "padding-bottom: 8px"
            return f'<tr><td colspan="2" align="center" style="{style}">{drawn}</td></tr>'
        case Middle(text, is_bold):
            return f'<tr><td colspan="2" align="center">{_weighed(text, is_bold=is_bold)}</td></tr>'
        case Pair(left, right, is_bold):
            return (
                f"<tr><td>{_weighed(left, is_bold=is_bold)}</td>"
                f'<td align="right" valign="bottom">{_weighed(right, is_bold=is_bold)}</td></tr>'
            )
        case Remark(text):
            return f'<tr><td colspan="2"><small>{clean(text)}</small></td></tr>'
        case Rule():
            return '<tr><td colspan="2"><hr/></td></tr>'
        case Barcode():
            return ""


def _weighed(text: str, *, is_bold: bool) -> str:
    return f"<b>{clean(text)}</b>" if is_bold else clean(text)
