"""Say what the ways to pay are called: the same wherever money is."""

from storedesk.domain.till import Method
from storedesk.ui.kit.base.language import tr


def method_name(method: Method) -> str:
    """Return what a way to pay is called."""
    names = {
        Method.CASH: tr("Cash"),
        Method.CARD: tr("Card"),
        Method.PAYPAL: tr("PayPal"),
    }
    return names[method]
