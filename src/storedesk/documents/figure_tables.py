"""Write a table of figures: any report, as it stands on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storedesk.documents.strip import clean

WORDS = ("{store} · {when}", "{n} more rows are not on this paper.")
"""All that the paper says of itself, for the translator; the rest is the report's own words."""
SHADES = ("#f3f5f8", "#ffffff")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """What is printed: words as they are written for the reader."""

    title: str
    remark: str
    """What the figures are of, such as their period."""
    heads: Sequence[str]
    is_right: Sequence[bool]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    left_out: int = 0
    """How many rows are not among them."""


@dataclass(frozen=True, slots=True)
class TableSpeech:
    """How the paper says things: the store's name, and language, digits and time of its reader."""

    store: str
    translate: Callable[[str], str]
    count: Callable[[int], str]
    moment: Callable[[datetime], str]


def html(table: FigureTable, speech: TableSpeech, made_at: datetime) -> str:
    """Return the subset of HTML that QTextDocument knows; `made_at` is UTC without zone."""
    when = speech.moment(made_at)
    summary = speech.translate(WORDS[0]).format(store=speech.store, when=when)
    rows = "".join(
        _row(row, table.is_right, shade=SHADES[at % 2]) for at, row in enumerate(table.rows)
    )
    total = _row(table.total, table.is_right, tag="th") if table.total else ""
    more = speech.translate(WORDS[1]).format(n=speech.count(table.left_out))
    return (
        f"<html><head><title>{clean(f'{table.title}, {table.remark}')}</title></head><body>"
        f"<h2>{clean(table.title)}</h2><p>{clean(table.remark)}<br/>{clean(summary)}</p>"
        f'<table width="100%" cellspacing="0" cellpadding="4" border="0"><thead>'
        f"{_row(table.heads, table.is_right, tag='th')}</thead>{rows}"
        f"{total}</table>"
        f"<p><small>{clean(more) if table.left_out else ''}</small></p></body></html>"
    )


def _row(
    words: Sequence[str], is_right: Sequence[bool], *, shade: str = "", tag: str = "td"
) -> str:
    cells = "".join(
        f'<{tag} align="{"right" if right else "left"}" valign="top">{clean(word)}</{tag}>'
        for word, right in zip(words, is_right, strict=True)
    )
    return f'<tr bgcolor="{shade}">{cells}</tr>' if shade else f"<tr>{cells}</tr>"
