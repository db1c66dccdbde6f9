"""Put into words what a promotion is."""

from storedesk.domain.promotions import Promotion, PromotionKind, PromotionState
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone

NAMED = 3
"""So many of what a promotion is for are named in a list."""


def kind_label(kind: PromotionKind) -> str:
    """Return what a promotion does, as its form offers it."""
    match kind:
        case PromotionKind.PERCENT:
            return tr("Percent off")
        case PromotionKind.PRICE:
            return tr("Fixed price")
        case PromotionKind.AMOUNT:
            return tr("Amount off each piece")


def value_label(kind: PromotionKind) -> str:
    """Return what is typed for a kind."""
    match kind:
        case PromotionKind.PERCENT:
            return tr("Percent")
        case PromotionKind.PRICE:
            return tr("Sale price")
        case PromotionKind.AMOUNT:
            return tr("Amount off")


def offer(promotion: Promotion, form: Format, currency: str) -> str:
    """Return what a promotion does in few words: "20% off"."""
    match promotion.kind:
        case PromotionKind.PERCENT:
            return tr("{percent} off").format(percent=form.percent(promotion.value / 100))
        case PromotionKind.PRICE:
            words = tr("{price} each")
        case PromotionKind.AMOUNT:
            words = tr("{price} off")
    return words.format(price=form.money(Money(promotion.value, currency)))


def state_label(state: PromotionState) -> str:
    """Return where today is, seen from a promotion."""
    match state:
        case PromotionState.RUNNING:
            return tr("Running")
        case PromotionState.COMING:
            return tr("Coming")
        case PromotionState.PAST:
            return tr("Past")


TONES = {
    PromotionState.RUNNING: Tone.OK,
    PromotionState.COMING: Tone.INFO,
    PromotionState.PAST: Tone.MUTE,
}


def days(promotion: Promotion, form: Format) -> str:
    """Return from when to when, or on which day it is."""
    first, last = form.day(promotion.first_day), form.day(promotion.last_day)
    if promotion.first_day == promotion.last_day:
        return first
    return tr("{first} to {last}").format(first=first, last=last)


def whose(promotion: Promotion) -> str:
    """Return what a promotion is for: the first of it, and how many there are besides."""
    names = [one.name for one in promotion.items]
    more = len(names) - NAMED
    words = ", ".join(names[:NAMED])
    return tr("{names} and {count} more").format(names=words, count=more) if more > 0 else words
