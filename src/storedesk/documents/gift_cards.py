"""Write the slip of a gift card: its code, as a barcode and in groups, and what is on it."""

from dataclasses import dataclass
from datetime import datetime

from storedesk.documents.strip import (
    Barcode,
    Middle,
    Pair,
    Part,
    Remark,
    Rule,
    Speech,
    StripDocument,
    store_head,
)
from storedesk.domain.credit import bare_code, grouped
from storedesk.domain.values.money import Money

WORDS = (
    "Gift card",
    "On it",
    "Topped up",
    "Number",
    "Whoever has this code can pay with it. Keep it like cash.",
)
"""All that the slip says of itself, for the translator."""


@dataclass(frozen=True, slots=True)
class GiftSlip:
    """A gift card as it is printed once; without a code it says that it was topped up."""

    store: str
    number: str
    balance: Money
    at: datetime
    code: str | None = None
    added: Money | None = None


def document(slip: GiftSlip, speech: Speech) -> StripDocument:
    """Return the slip as it is printed."""
    title = f"{speech.translate('Gift card')} {slip.number}"
    return StripDocument(title, tuple(parts(slip, speech)))


def parts(slip: GiftSlip, speech: Speech) -> list[Part]:
    """Return what is printed, from the store's name down to the warning."""
    say, money = speech.translate, speech.money
    done: list[Part] = [
        *store_head(slip.store, speech, is_bold=True),
        Middle(say("Gift card"), is_bold=True),
        Rule(),
    ]
    if slip.added is not None:
        done.append(Pair(say("Topped up"), money(slip.added)))
    done += [
        Pair(say("On it"), money(slip.balance), is_bold=True),
        Pair(say("Number"), slip.number),
        Remark(speech.moment(slip.at)),
    ]
    if slip.code:
        done += [
            Rule(),
            Barcode(bare_code(slip.code)),
            Middle(grouped(slip.code), is_bold=True),
            Remark(say("Whoever has this code can pay with it. Keep it like cash.")),
        ]
    return done
