"""What sales come to in the parts of a period: its days, weeks or months."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import total_of
from storedesk.domain.reports import NIL, NOBODY, Asked, Figures, Reported
from storedesk.persistence.engine.together import Part, TextPart
from storedesk.queries import report_sql as sql
from storedesk.queries.day_sums import Beside, Cover, whole
from storedesk.queries.past_figures import of_past, past_figures, with_past

ORDER_WORDS = (sql.ORDERS, sql.PIECES, sql.DISCOUNTS)
"""What is asked of orders; where prices include tax `sql.INSIDE`, too."""
DAYS = text("""
    SELECT width_bucket(begins, CAST(:starts AS timestamp[])) - 1, sum(orders), sum(pieces),
        sum(paid), sum(added_tax), sum(included_tax), sum(discounts), sum(returns), sum(refunded),
        sum(added_back + included_back), sum(past_orders), sum(past_pieces), sum(past_sold),
        sum(past_back)
    FROM storedesk.day_totals WHERE begins >= :begins AND begins < :ends GROUP BY 1
""")


def by_times(
    session: Session, asked: Asked, digits: int, beside: Beside | None = None
) -> Reported[Figures]:
    """Return the figures of the parts of a period by their place in it; none of empty ones."""

    def parts(cover: Cover) -> list[Part]:
        words = [*ORDER_WORDS, *[sql.INSIDE] * cover.is_inside]
        statements = [
            of_past(asked.by), sql.of_returns(asked.by),
            *(sql.of_orders(one, asked.by) for one in words),
        ]  # fmt: skip
        asks = [(one, gap) for gap in cover.gaps for one in statements]
        asks += [(DAYS, span) for span in cover.summed]
        return [
            TextPart(one, begins=span.begins, ends=span.ends, starts=list(asked.starts))
            for one, span in asks
        ]

    cover, found = whole(session, asked.window, parts, beside or Beside(asked), asked.starts)
    rows: dict[str, Figures] = defaultdict(Figures)
    past: dict[str, list[Any]] = {}
    each = 2 + len(ORDER_WORDS) + cover.is_inside
    for at in range(0, each * len(cover.gaps), each):
        _add_past(past, ((row[0], *row[2:]) for row in found[at]))
        for key, one in order_figures(*found[at + 1 : at + each]).items():
            rows[key] += one
    for days in found[each * len(cover.gaps) :]:
        _add_past(past, ((str(row[0]), *row[-4:]) for row in days if row[-4] or row[-1]))
        for row in days:
            if row[1] or row[7]:
                rows[str(row[0])] += _day_figures(row, is_inside=cover.is_inside)
    imported = past_figures([(key, None, *sums) for key, sums in past.items()], digits)
    made = with_past(rows, imported)
    return Reported(total_of(made.values()), made, misses_days=cover.misses_days)


def order_figures(
    returns: Sequence[Sequence[Any]], orders: Sequence[Sequence[Any]],
    pieces: Sequence[Sequence[Any]], discounts: Sequence[Sequence[Any]],
    inside: Sequence[Sequence[Any]] = (),
) -> dict[str, Figures]:  # fmt: skip
    """Return what statements over returns and orders have found, by what they were grouped by."""
    refunds, sold, many, given, contained = map(
        _by_key, (returns, orders, pieces, discounts, inside)
    )
    made = {}
    for key in sold | refunds:
        count, paid, added, _ = sold.get(key, (0, NIL, NIL, NIL))
        refunded, _, added_back, inside_back = refunds.get(key, (NIL, NIL, NIL, NIL))
        made[key] = Figures(
            count, int(many.get(key, (0,))[0]), paid, added + contained.get(key, (NIL,))[0],
            given.get(key, (NIL,))[0], refunded, added_back + (inside_back or NIL),
        )  # fmt: skip
    return made


def _by_key(rows: Iterable[Sequence[Any]]) -> dict[str, tuple[Any, ...]]:
    return {NOBODY if key is None else str(key): tuple(sums) for key, *sums in rows}


def _day_figures(row: Sequence[Any], *, is_inside: bool) -> Figures:
    _, orders, pieces, paid, added, included, discounts, _, refunded, tax_back, *_ = row
    tax = added + included if is_inside else added
    return Figures(int(orders), int(pieces), paid, tax, discounts, refunded, tax_back)


def _add_past(past: dict[str, list[Any]], rows: Iterable[Sequence[Any]]) -> None:
    for key, *sums in rows:
        known = past.setdefault(key, [0, 0, Decimal(0), Decimal(0)])
        past[key] = [one + more for one, more in zip(known, sums, strict=True)]
