"""What sales come to by when they were made, by whom and at which register."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import total_of
from storedesk.domain.reports import NIL, NOBODY, Asked, Figures, Grouping, Reported
from storedesk.persistence.engine.together import Part, TextPart
from storedesk.queries import report_sql as sql
from storedesk.queries.day_sums import Beside, Cover, whole
from storedesk.queries.past_figures import of_past, past_figures, with_past

ORDER_WORDS = (sql.ORDERS, sql.PIECES, sql.DISCOUNTS)
"""What is asked of orders; where prices include tax `sql.INSIDE`, too."""
SUMS = """
    sum(orders), sum(pieces), sum(paid), sum(added_tax), sum(included_tax), sum(discounts),
    sum(returns), sum(refunded), sum(added_back + included_back), sum(past_orders),
    sum(past_pieces), sum(past_sold), sum(past_back)
"""
SUMMED = "begins >= :begins AND begins < :ends"
DAYS = text(f"""
    SELECT width_bucket(begins, CAST(:starts AS timestamp[])) - 1, {SUMS}
    FROM storedesk.day_totals WHERE {SUMMED} GROUP BY 1
""")  # noqa: S608 - our own words
HOURS = text(f"""
    SELECT {sql.hour_of("quarter")}, {SUMS}
    FROM storedesk.day_parts WHERE {SUMMED} AND part = 'quarter' GROUP BY 1
""")  # noqa: S608 - our own words
PLACES = {
    by: text(f"""
        SELECT key, {SUMS} FROM storedesk.day_parts WHERE {SUMMED} AND part = '{by}' GROUP BY 1
    """)  # noqa: S608 - our own words
    for by in (Grouping.PERSON, Grouping.REGISTER)
}
NAMES = {Grouping.PERSON: sql.PEOPLE, Grouping.REGISTER: sql.REGISTERS}


def by_orders(
    session: Session, asked: Asked, digits: int, beside: Beside | None = None
) -> Reported[Figures]:
    """Return the figures of whole orders and returns by what they are of; none of what is empty.

    The days of the window that are summed up are read as such, and the rest is added up row by row.
    """
    by, given = asked.by, sql.given(asked)

    def parts(cover: Cover) -> list[Part]:
        words = [*ORDER_WORDS, *[sql.INSIDE] * cover.is_inside]
        statements = [of_past(by), sql.of_returns(by), *(sql.of_orders(one, by) for one in words)]
        asks = [(one, gap) for gap in cover.gaps for one in statements]
        asks += [(_of_days(by), span) for span in cover.summed]
        return [
            *([TextPart(NAMES[by])] if by in NAMES else []),
            *(TextPart(one, **given | {"begins": span.begins, "ends": span.ends})
              for one, span in asks),
        ]  # fmt: skip

    cover, found = whole(session, asked.window, parts, beside or Beside(), asked.starts)
    names, sums = (found[0], found[1:]) if by in NAMES else ((), found)
    rows: dict[str, Figures] = defaultdict(Figures)
    past: dict[str, list[Any]] = {}
    each = 2 + len(ORDER_WORDS) + cover.is_inside
    for at in range(0, each * len(cover.gaps), each):
        _add_past(past, ((row[0], *row[2:]) for row in sums[at]))
        for key, one in order_figures(*sums[at + 1 : at + each]).items():
            rows[key] += one
    for days in sums[each * len(cover.gaps) :]:
        _add_days(rows, past, days, is_inside=cover.is_inside)
    imported = past_figures([(key, None, *one) for key, one in past.items()], digits)
    made = with_past(rows, imported)
    called = {str(key): name for key, name in names}
    return Reported(total_of(made.values()), made, called, cover.misses_days)


def _add_days(
    rows: dict[str, Figures], past: dict[str, list[Any]], days: Sequence[Sequence[Any]], *,
    is_inside: bool,
) -> None:  # fmt: skip
    """Count what a statement over sums of days has found."""
    for key, *sums in days:
        orders, pieces, sold, back = sums[-4:]
        if orders or back:
            _add_past(past, [(str(key), int(orders), pieces, sold, back)])
        if sums[0] or sums[6]:
            known = NOBODY if key is None else str(key)
            rows[known] += _day_figures(sums, is_inside=is_inside)


def _of_days(by: Grouping) -> TextClause:
    """Return the statement over sums of days."""
    if by is Grouping.HOUR:
        return HOURS
    return PLACES.get(by, DAYS)


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
    orders, pieces, paid, added, included, discounts, _, refunded, tax_back, *_ = row
    tax = added + included if is_inside else added
    return Figures(int(orders), int(pieces), paid, tax, discounts, refunded, tax_back)


def _add_past(past: dict[str, list[Any]], rows: Iterable[Sequence[Any]]) -> None:
    for key, *sums in rows:
        known = past.setdefault(key, [0, 0, Decimal(0), Decimal(0)])
        past[key] = [one + more for one, more in zip(known, sums, strict=True)]
