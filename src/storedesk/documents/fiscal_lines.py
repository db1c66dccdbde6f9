"""Write what receipts and shift reports say of fiscal records."""

from storedesk.documents.strip import Part, Remark, Speech
from storedesk.domain.fiscal import FiscalNote, FiscalSpan

GROUP = 22
"""Letters of a signature that stand together: a narrow roll has 32 in a line."""


def record_line(fiscal: FiscalNote | None, speech: Speech) -> list[Part]:
    """Return number, first digits and signature of a fiscal record, where there is one."""
    if fiscal is None:
        return []
    words = speech.translate("Fiscal record {number}: {digits}")
    record = Remark(words.format(number=fiscal.number, digits=fiscal.short))
    return [record, *_signature_line(fiscal, speech)]


def _signature_line(fiscal: FiscalNote, speech: Speech) -> list[Part]:
    """Return the signature, or that it is awaited; nothing where nobody signs."""
    if fiscal.signature:
        words = speech.translate("Signed by the simulator: {signature}")
        return [Remark(words.format(signature=_grouped(fiscal.signature.signature)))]
    if fiscal.is_awaited:
        return [Remark(speech.translate("Not signed yet."))]
    return []


def _grouped(signature: str) -> str:
    """Return a signature in groups that a roll has room for."""
    groups = (signature[at : at + GROUP] for at in range(0, len(signature), GROUP))
    return " ".join(groups)


def records_line(fiscal: FiscalSpan | None, speech: Speech) -> list[Part]:
    """Return the first and the last fiscal record of a shift, where it has any."""
    if fiscal is None:
        return []
    words = speech.translate("Fiscal records {first} to {last}")
    return [Remark(words.format(first=fiscal.first, last=fiscal.last))]
