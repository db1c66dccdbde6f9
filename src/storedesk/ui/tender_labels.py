"""Say what the ways to pay are called, and their letters: the same wherever money is."""

from collections.abc import Mapping

from storedesk.documents.receipts import METHODS
from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.exchanges import Refund
from storedesk.domain.tender_letters import letters
from storedesk.domain.till import Method, Tender
from storedesk.translations import language_of, translation
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr

TENDER_ICONS = {
    Method.CASH: "banknote", Method.CARD: "credit-card", Method.PAYPAL: "wallet",
    Method.CREDIT: "gift",
}  # fmt: skip


def tender_letters(language: str, chosen: Mapping[Method, str]) -> dict[Method, str]:
    """Return the letter of each way to pay, in a store of that language: see `letters`."""
    spoken = translation(language_of(language)).text
    return letters({method: spoken(METHODS[method]) for method in Method}, chosen)


def method_name(method: Method) -> str:
    """Return what a way to pay is called."""
    names = {
        Method.CASH: tr("Cash"),
        Method.CARD: tr("Card"),
        Method.PAYPAL: tr("PayPal"),
        Method.CREDIT: tr("Gift card"),
    }
    return names[method]


def refund_fact(context: PageContext, refund: Refund) -> tuple[str, str]:
    """Return how money goes back, and how much changes hands."""
    words = " · ".join(part for part in (method_name(refund.method), refund.detail) if part)
    return words, context.money(refund.given)


def tender_name(tender: Tender) -> str:
    """Return what paid: the card that was charged, or what the way to pay is called."""
    return card_of(tender) if tender.method is Method.CARD else method_name(tender.method)


def card_of(payment: TerminalPayment | Tender) -> str:
    """Name the card that was charged, as "Visa 4242"."""
    brand = (payment.card_brand or "").capitalize()
    return " ".join(part for part in (brand, payment.last_four) if part) or tr("Card")
