"""Write the report of a shift: X while it is open, Z once it is closed; and that of a whole day."""

from collections.abc import Sequence
from datetime import datetime

from storedesk.documents.drawer_lines import drawer_parts, moved
from storedesk.documents.fiscal_lines import records_line
from storedesk.documents.receipts import METHODS
from storedesk.documents.strip import (
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    store_head,
    to_html,
)  # fmt: skip
from storedesk.domain.refusals.filling import fill
from storedesk.domain.shifts import CreditTotals, DayReport, ShiftReport, ShiftTotals
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine

WORDS = (
    "X report",
    "Z report {number}",
    "Copy, printed {when}",
    "Day report",
    "Opened by {who}",
    "Opened",
    "Closed by {who}",
    "Closed",
    "Sales",
    "Sold",
    "Came back ({count})",
    "Without a receipt ({count})",
    "Without tax",
    "{tax} {rate}",
    "Prices by hand ({count})",
    "Orders {first} to {last}",
    "{method} ({count})",
    "{method} given back",
    "Float",
    "Paid in",
    "Paid out",
    "Opened without a sale",
    "Gift cards sold ({count})",
    "{method} for gift cards",
    "Gift cards used ({count})",
    "Given back as credit ({count})",
    "Exchanged ({count})",
    "For sales in progress",
    "Owed on gift cards",
    "Counted by {who}, {when}",
    "Counted {when}",
    "Corrected by {who}, {when}",
    "Corrected {when}",
    "Expected in the drawer",
    "Counted",
    "Difference",
    "Reason: {reason}",
    "Worked in it: {people}",
    "{register}, open",
    "{register}, Z {number}",
    "Difference: {amount}",
    "Seal {number}: {digits}",
    "Fiscal records {first} to {last}",
)
"""All that a report says of itself, for the translator."""


def title(report: ShiftReport, speech: Speech) -> str:
    """Return "Z report 17", or "X report" of a shift that is open."""
    if report.z_number is None:
        return speech.translate("X report")
    return speech.translate("Z report {number}").format(number=report.z_number)


def document_title(report: ShiftReport, speech: Speech) -> str:
    """Return what a print job or a file of the report is called: "Z report 17 Till 1"."""
    return f"{title(report, speech)} {report.register}"


def html(report: ShiftReport, speech: Speech, *, copied_at: datetime | None = None) -> str:
    """Return the report for a preview, a PDF or the system's printer; see `parts`."""
    return to_html(document_title(report, speech), parts(report, speech, copied_at=copied_at))


def parts(report: ShiftReport, speech: Speech, *, copied_at: datetime | None = None) -> list[Part]:
    """Return what is printed, from the report's name down to the difference.

    With `copied_at` (UTC without zone) it says that it is a copy, and of when.
    """
    return [
        *_head(report, speech, copied_at),
        Rule(),
        *_sold(report.totals, speech),
        Rule(),
        *drawer_parts(report, speech),
        *_people(report, speech),
        *records_line(report.fiscal, speech),
        *_seal(report, speech),
    ]


def day_title(speech: Speech) -> str:
    """Return what the report of a day is called, without which day."""
    return speech.translate("Day report")


def day_html(report: DayReport, speech: Speech, day: str) -> str:
    """Return the report of a day for a preview, a PDF or a printer; `day` is how it is written."""
    return to_html(f"{day_title(speech)} {day}", day_parts(report, speech, day))


def day_parts(report: DayReport, speech: Speech, day: str) -> list[Part]:
    """Return what is printed of a day: all shifts together, then each of them."""
    say, money = speech.translate, speech.money
    drawers: list[Part] = []
    if any(one.closed_at is not None for one in report.shifts):
        drawers = [
            Pair(say("Expected in the drawer"), money(report.expected)),
            Pair(say("Counted"), money(report.counted)),
            Pair(say("Difference"), money(report.difference), is_bold=True),
        ]
    return [
        *store_head(report.store, speech),
        Middle(day_title(speech), is_bold=True),
        Middle(day),
        Rule(),
        *_sold(report.totals, speech),
        Rule(),
        *moved(report.totals, speech),
        *drawers,
        Rule(),
        *_shifts(report.shifts, speech),
    ]


def _head(report: ShiftReport, speech: Speech, copied_at: datetime | None) -> list[Part]:
    say = speech.translate
    by = {"who": report.shift.opened_by}
    opened = fill(("Opened by {who}", "Opened"), by, say)
    head: list[Part] = [
        *store_head(report.store, speech),
        Middle(title(report, speech), is_bold=True),
        Middle(report.register),
    ]
    if copied_at is not None:
        head.append(Middle(say("Copy, printed {when}").format(when=speech.moment(copied_at))))
    head += [Rule(), Pair(opened, speech.moment(report.shift.opened_at))]
    if report.closed_at is not None:
        closed = fill(("Closed by {who}", "Closed"), {"who": report.closed_by}, say)
        head.append(Pair(closed, speech.moment(report.closed_at)))
    return head


def _sold(totals: ShiftTotals, speech: Speech) -> list[Part]:
    """Tell what was sold and came back, without tax and its taxes, and how it was paid."""
    say, money = speech.translate, speech.money
    sold = Pair(say("Sold"), money(totals.gross), is_bold=True)
    parts: list[Part] = [Pair(say("Sales"), str(totals.sales)), sold]
    for words, count, back in (
        ("Came back ({count})", totals.returns, totals.returned),
        ("Without a receipt ({count})", totals.open_returns, totals.open_returned),
    ):
        if count and back is not None:
            parts.append(Pair(say(words).format(count=count), money(-back)))
    parts.append(Pair(say("Without tax"), money(totals.net)))
    parts += [Pair(tax_name(one, speech), _tax(one, totals, speech)) for one in totals.taxes]
    if totals.discounts:
        words = say("Prices by hand ({count})").format(count=totals.discounts)
        parts.append(Pair(words, money(-totals.discounted)))
    if totals.first_order and totals.last_order:
        words = say("Orders {first} to {last}")
        parts.append(Remark(words.format(first=totals.first_order, last=totals.last_order)))
    return [*parts, Rule(), *_tenders(totals, speech), *_credit(totals.credit, speech)]


def tax_name(line: TaxLine, speech: Speech) -> str:
    """Return "Tax 8.25%"."""
    words = speech.translate("{tax} {rate}")
    return words.format(tax=line.name, rate=speech.percent(line.rate))


def _tax(line: TaxLine, totals: ShiftTotals, speech: Speech) -> str:
    return speech.money(Money(line.tax, totals.gross.currency))


def _tenders(totals: ShiftTotals, speech: Speech) -> list[Part]:
    parts: list[Part] = []
    for tender in totals.tenders:
        method = speech.translate(METHODS[tender.method])
        words = speech.translate("{method} ({count})").format(method=method, count=tender.count)
        parts.append(Pair(words, speech.money(tender.taken)))
        if tender.refunded:
            words = speech.translate("{method} given back").format(method=method)
            parts.append(Pair(words, speech.money(tender.refunded)))
    return parts


def _credit(credit: CreditTotals | None, speech: Speech) -> list[Part]:
    """Tell what was sold of gift cards and how that was paid, what was used, and given back."""
    if credit is None:
        return []
    say, money = speech.translate, speech.money
    parts: list[Part] = [Rule()]
    if credit.issues:
        words = say("Gift cards sold ({count})").format(count=credit.issues)
        parts.append(Pair(words, money(credit.issued)))
    for method, paid in credit.payments:
        words = say("{method} for gift cards").format(method=say(METHODS[method]))
        parts.append(Pair(words, money(paid)))
    for words, count, amount in (
        ("Gift cards used ({count})", credit.redemptions, credit.redeemed),
        ("Given back as credit ({count})", credit.refunds, credit.refunded),
        ("Exchanged ({count})", credit.exchanges, credit.exchanged),
    ):
        if count and amount is not None:
            parts.append(Pair(say(words).format(count=count), money(amount)))
    return parts


def _people(report: ShiftReport, speech: Speech) -> list[Part]:
    """Tell who was in the shift, where that was not its opener alone."""
    if set(report.worked) <= {report.shift.opened_by}:
        return []
    words = speech.translate("Worked in it: {people}")
    return [Remark(words.format(people=", ".join(report.worked)))]


def _seal(report: ShiftReport, speech: Speech) -> list[Part]:
    """Tell the seal that the closing wrote: on paper nobody who owns the server can change it."""
    if report.seal is None:
        return []
    words = speech.translate("Seal {number}: {digits}")
    return [Remark(words.format(number=report.seal.number, digits=report.seal.short))]


def _shifts(shifts: Sequence[ShiftReport], speech: Speech) -> list[Part]:
    """Tell what each shift sold, and by how much its drawer was off."""
    say, parts = speech.translate, list[Part]()
    for one in shifts:
        is_open = one.z_number is None
        words = say("{register}, open") if is_open else say("{register}, Z {number}")
        name = words.format(register=one.register, number=one.z_number)
        parts.append(Pair(name, speech.money(one.totals.gross)))
        if one.closed_at is not None and one.difference:
            amount = speech.money(one.difference)
            parts.append(Remark(say("Difference: {amount}").format(amount=amount)))
    return parts
