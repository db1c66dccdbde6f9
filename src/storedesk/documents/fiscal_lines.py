"""Write what receipts and shift reports say of fiscal records."""

from collections.abc import Callable

from storedesk.documents.strip import Part, Remark, Speech
from storedesk.domain.fiscal import FiscalNote, FiscalSpan

GROUP = 22
"""Letters of a signature that stand together: a narrow roll has 32 in a line."""


def record_line(fiscal: FiscalNote | None, speech: Speech) -> list[Part]:
    """Return number, first digits and signature of a fiscal record, where there is one."""
    return [Remark(words) for words in record_words(fiscal, speech.translate)]


def record_words(fiscal: FiscalNote | None, say: Callable[[str], str]) -> list[str]:
    """Return them as plain lines: the record, and its signature or that it is awaited."""
    if fiscal is None:
        return []
    record = say("Fiscal record {number}: {digits}")
    told = [record.format(number=fiscal.number, digits=fiscal.short)]
    if fiscal.signature:
        words = say("Signed by the simulator: {signature}")
        told.append(words.format(signature=_grouped(fiscal.signature.signature)))
    elif fiscal.is_awaited:
        told.append(say("Not signed yet."))
    return told


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
