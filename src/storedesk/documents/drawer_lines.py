"""Write what a shift's report says of the drawer."""

from storedesk.documents.strip import Pair, Part, Remark, Speech
from storedesk.domain.refusals.filling import fill
from storedesk.domain.shifts import ShiftReport, ShiftTotals


def moved(totals: ShiftTotals, speech: Speech) -> list[Part]:
    """Tell what was put in and taken out, and how often the drawer was opened without a sale."""
    say, money = speech.translate, speech.money
    parts: list[Part] = []
    if totals.paid_in:
        parts.append(Pair(say("Paid in"), money(totals.paid_in)))
    if totals.paid_out:
        parts.append(Pair(say("Paid out"), money(totals.paid_out)))
    if totals.openings:
        parts.append(Pair(say("Opened without a sale"), str(totals.openings)))
    return parts


def drawer_parts(report: ShiftReport, speech: Speech) -> list[Part]:
    """Tell the float, what moved, what was counted, expected, and off; its words: shift_reports."""
    say, money = speech.translate, speech.money
    parts: list[Part] = [
        Pair(say("Float"), money(report.shift.opening_float)),
        *moved(report.totals, speech),
        *[Pair(say("For sales in progress"), money(held)) for held in (report.in_sales,) if held],
        *_counts(report, speech),
    ]
    if report.expected is not None:
        parts.append(Pair(say("Expected in the drawer"), money(report.expected), is_bold=True))
    if report.counted is not None and report.difference is not None:
        parts.append(Pair(say("Counted"), money(report.counted)))
        parts.append(Pair(say("Difference"), money(report.difference), is_bold=True))
    if report.credit_owed is not None:
        parts.append(Pair(say("Owed on gift cards"), money(report.credit_owed)))
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
