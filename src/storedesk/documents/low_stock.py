"""Write the low-stock report: what to order, the most urgent first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storedesk.documents.strip import clean
from storedesk.domain.inventory import TOGETHER
from storedesk.domain.low_stock import LowStockLine

WORDS = (
    "Low stock",
    "Product",
    "Category",
    "Available",
    "Low at",
    "Sold in 30 days",
    "Lasts",
    "Order",
    "1 day",
    "{n} days",
    "{store} · {when} · {count} products",
    "{n} more are not on this paper.",
    "Order: what sold in 30 days and what is missing to the threshold.",
    TOGETHER,
)
"""All that the report says of itself, for the translator."""
SHADES = ("#f3f5f8", "#ffffff")
"""Shade every other row, so that lines are easy to follow."""


@dataclass(frozen=True, slots=True)
class ReportSpeech:
    """How the report says things: in the language, digits and time of its reader."""

    translate: Callable[[str], str]
    count: Callable[[int], str]
    moment: Callable[[datetime], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LowStockReport:
    """What is printed: the lines that fit, of how many, for whom and when."""

    lines: Sequence[LowStockLine]
    total: int
    store: str
    made_at: datetime
    """UTC without zone."""


def html(report: LowStockReport, speech: ReportSpeech) -> str:
    """Return the subset of HTML that QTextDocument knows; whatever a person wrote is escaped."""
    say = speech.translate
    summary = say("{store} · {when} · {count} products").format(
        store=report.store, when=speech.moment(report.made_at), count=speech.count(report.total)
    )
    title = f"{say('Low stock')}, {speech.moment(report.made_at)}"
    heads = ("Available", "Low at", "Sold in 30 days", "Lasts", "Order")
    head = _cell(say("Product"), tag="th") + _cell(say("Category"), tag="th")
    head += "".join(_cell(say(word), right=True, tag="th") for word in heads)
    rows = "".join(_row(line, speech, shade=SHADES[at % 2]) for at, line in enumerate(report.lines))
    return (
        f"<html><head><title>{clean(title)}</title></head><body>"
        f"<h2>{clean(say('Low stock'))}</h2><p>{clean(summary)}</p>"
        f'<table width="100%" cellspacing="0" cellpadding="4" border="0"><thead><tr>{head}</tr>'
        f"</thead>{rows}</table>{_foot(report, speech)}</body></html>"
    )


def _row(line: LowStockLine, speech: ReportSpeech, *, shade: str) -> str:
    say, count = speech.translate, speech.count
    lasts = "\N{EN DASH}"
    if line.days_of_cover is not None:
        words = say("1 day") if line.days_of_cover == 1 else say("{n} days")
        lasts = words.format(n=count(line.days_of_cover))
    summary = say(TOGETHER) if line.stock.of_variants else line.code or ""
    name = f"{clean(line.product)}<br/><small>{clean(summary)}</small>"
    numbers = (
        count(line.stock.available), count(line.stock.low_at), count(line.sold), lasts,
        count(line.suggested),
    )  # fmt: skip
    cells = "".join(_cell(number, right=True) for number in numbers)
    return f'<tr bgcolor="{shade}"><td>{name}</td>{_cell(line.category)}{cells}</tr>'


def _cell(words: str, *, right: bool = False, tag: str = "td") -> str:
    align = "right" if right else "left"
    return f'<{tag} align="{align}" valign="top">{clean(words)}</{tag}>'


def _foot(report: LowStockReport, speech: ReportSpeech) -> str:
    say, left = speech.translate, report.total - len(report.lines)
    summary = say("Order: what sold in 30 days and what is missing to the threshold.")
    more = say("{n} more are not on this paper.").format(n=speech.count(left)) if left > 0 else ""
    return f"<p><small>{clean(more)} {clean(summary)}</small></p>"
