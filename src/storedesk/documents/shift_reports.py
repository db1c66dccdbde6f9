"""Write the report of a shift: X while it is open, Z once it is closed."""

from storedesk.documents.receipts import METHODS
from storedesk.documents.strip import Middle, Pair, Part, Remark, Rule, Speech, to_html
from storedesk.domain.refusals.filling import fill
from storedesk.domain.till import ShiftReport

WORDS = (
    "X report",
    "Z report {number}",
    "Opened by {who}",
    "Opened",
    "Closed by {who}",
    "Closed",
    "Sales",
    "Sold",
    "{method} ({count})",
    "{method} given back",
    "Float",
    "Paid in",
    "Paid out",
    "Counted by {who}, {when}",
    "Counted {when}",
    "Corrected by {who}, {when}",
    "Corrected {when}",
    "Expected in the drawer",
    "Counted",
    "Difference",
    "Reason: {reason}",
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


def html(report: ShiftReport, speech: Speech) -> str:
    """Return the report for a preview, a PDF or the system's printer."""
    return to_html(document_title(report, speech), parts(report, speech))


def parts(report: ShiftReport, speech: Speech) -> list[Part]:
    """Return what is printed, from the report's name down to the difference."""
    say, money = speech.translate, speech.money
    return [
        *_head(report, speech),
        Rule(),
        Pair(say("Sales"), str(report.sales)),
        Pair(say("Sold"), money(report.gross), is_bold=True),
        *_tenders(report, speech),
        Rule(),
        *_drawer(report, speech),
    ]


def _head(report: ShiftReport, speech: Speech) -> list[Part]:
    say = speech.translate
    by = {"who": report.shift.opened_by}
    opened = fill(("Opened by {who}", "Opened"), by, say)
    head: list[Part] = [
        Middle(title(report, speech), is_bold=True),
        Middle(report.register),
        Rule(),
        Pair(opened, speech.moment(report.shift.opened_at)),
    ]
    if report.closed_at is not None:
        closed = fill(("Closed by {who}", "Closed"), {"who": report.closed_by}, say)
        head.append(Pair(closed, speech.moment(report.closed_at)))
    return head


def _tenders(report: ShiftReport, speech: Speech) -> list[Part]:
    parts: list[Part] = []
    for tender in report.tenders:
        method = speech.translate(METHODS[tender.method])
        words = speech.translate("{method} ({count})").format(method=method, count=tender.count)
        parts.append(Pair(words, speech.money(tender.taken)))
        if tender.refunded:
            words = speech.translate("{method} given back").format(method=method)
            parts.append(Pair(words, speech.money(tender.refunded)))
    return parts


def _drawer(report: ShiftReport, speech: Speech) -> list[Part]:
    say, money = speech.translate, speech.money
    parts: list[Part] = [Pair(say("Float"), money(report.shift.opening_float))]
    if report.paid_in:
        parts.append(Pair(say("Paid in"), money(report.paid_in)))
    if report.paid_out:
        parts.append(Pair(say("Paid out"), money(report.paid_out)))
    parts += _counts(report, speech)
    if report.expected is not None:
        parts.append(Pair(say("Expected in the drawer"), money(report.expected), is_bold=True))
    if report.counted is not None and report.difference is not None:
        parts.append(Pair(say("Counted"), money(report.counted)))
        parts.append(Pair(say("Difference"), money(report.difference), is_bold=True))
    if report.difference_reason:
        parts.append(Remark(say("Reason: {reason}").format(reason=report.difference_reason)))
    return parts


def _counts(report: ShiftReport, speech: Speech) -> list[Part]:
    """Tell each count where there were several: none takes another's place."""
    if len(report.counts) <= 1:
        return []
    say = speech.translate
    by = ("Counted by {who}, {when}", "Counted {when}")
    corrected = ("Corrected by {who}, {when}", "Corrected {when}")
    return [
        Pair(
            fill(
                corrected if count.is_correction else by,
                {"who": count.by, "when": speech.moment(count.at)},
                say,
            ),
            speech.money(count.counted),
        )
        for count in report.counts
    ]
