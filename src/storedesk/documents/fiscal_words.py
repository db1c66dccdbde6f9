"""Say what was found in fiscal records, for the window and for the command line."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from storedesk.domain.fiscal import FiscalFault, FiscalFaultKind, FiscalHead

WORDS = (
    "the office",
    "Fiscal record {number} of {register} ({when}) was changed.",
    "Fiscal record {number} of {register} is gone.",
    "Fiscal record {number} of {register} ({when}) does not follow on the one before.",
    "The signature of fiscal record {number} of {register} ({when}) is of another one.",
    "Order {number} of {when} has no fiscal record. It belongs to {register}.",
    "Newest of {register}: {number}, {when}: {digits}",
)
"""All that is said here, for the translator."""

Say: TypeAlias = Callable[[str], str]
Moment: TypeAlias = Callable[[datetime], str]
Count: TypeAlias = Callable[[int], str]


def fault_words(fault: FiscalFault, say: Say, moment: Moment, count: Count) -> str:
    """Return which record is not as it was written, and what is wrong with it."""
    words = {
        FiscalFaultKind.CHANGED: "Fiscal record {number} of {register} ({when}) was changed.",
        FiscalFaultKind.GONE: "Fiscal record {number} of {register} is gone.",
        FiscalFaultKind.UNLINKED:
            "Fiscal record {number} of {register} ({when}) does not follow on the one before.",
        FiscalFaultKind.MISSIGNED:
            "The signature of fiscal record {number} of {register} ({when}) is of another one.",
        FiscalFaultKind.MISSING:
            "Order {number} of {when} has no fiscal record. It belongs to {register}.",
    }[fault.kind]  # fmt: skip
    number = fault.order_number if fault.number is None else count(fault.number)
    when = moment(fault.booked_at) if fault.booked_at else ""
    return say(words).format(number=number, register=fault.register or say("the office"), when=when)


def head_words(head: FiscalHead, say: Say, moment: Moment, count: Count) -> str:
    """Return the last record of a chain, to be compared with paper."""
    return say("Newest of {register}: {number}, {when}: {digits}").format(
        register=head.register or say("the office"), number=count(head.number),
        when=moment(head.booked_at), digits=head.short,
    )  # fmt: skip
