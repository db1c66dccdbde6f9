"""The labels of the till: tenders, and numbers of lines, pieces and orders."""

from collections.abc import Mapping
from types import MappingProxyType

from storedesk.domain.till import Method
from storedesk.ui.kit.base.language import plural, tr

LETTERS: Mapping[Method, str] = MappingProxyType(
    {Method.CASH: "c", Method.CARD: "d", Method.PAYPAL: "p"}
)
"""The key for each way to pay, shown on its cap."""


def method_name(method: Method) -> str:
    """Return what a way to pay is called."""
    names = {
        Method.CASH: tr("Cash"),
        Method.CARD: tr("Card"),
        Method.PAYPAL: tr("PayPal"),
    }
    return names[method]


def lines(count: int) -> str:
    """Say how many lines a sale has."""
    return plural("{count} line", "{count} lines", count).format(count=count)


def pieces(count: int) -> str:
    """Say how many pieces a sale has."""
    return plural("{count} piece", "{count} pieces", count).format(count=count)


def orders(count: int) -> str:
    """Say how many orders a customer has."""
    return plural("{count} order", "{count} orders", count).format(count=count)
