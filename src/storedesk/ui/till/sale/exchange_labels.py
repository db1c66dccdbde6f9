"""Say what an exchange has paid, and what went back."""

from storedesk.domain.exchanges import Exchange
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.tender_labels import refund_fact


def exchange_words(context: PageContext, exchange: Exchange) -> list[str]:
    """Return what came back, as far as it paid, and each refund of what was over."""
    words = tr("Exchange of {number} · {amount}")
    lines = [
        words.format(number=exchange.order_number, amount=context.money(exchange.credited)),
    ]
    back = tr("Given back: {method} · {amount}")
    for refund in exchange.refunds:
        method, amount = refund_fact(context, refund)
        lines.append(back.format(method=method, amount=amount))
    return lines
