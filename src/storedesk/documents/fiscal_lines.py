"""Write what receipts and shift reports say of fiscal records."""

from storedesk.documents.strip import Part, Remark, Speech
from storedesk.domain.fiscal import FiscalNote, FiscalSpan


def record_line(fiscal: FiscalNote | None, speech: Speech) -> list[Part]:
    """Return the number and the first digits of a fiscal record, where there is one."""
    if fiscal is None:
        return []
    words = speech.translate("Fiscal record {number}: {digits}")
    return [Remark(words.format(number=fiscal.number, digits=fiscal.short))]


def records_line(fiscal: FiscalSpan | None, speech: Speech) -> list[Part]:
    """Return the first and the last fiscal record of a shift, where it has any."""
    if fiscal is None:
        return []
    words = speech.translate("Fiscal records {first} to {last}")
    return [Remark(words.format(first=fiscal.first, last=fiscal.last))]
