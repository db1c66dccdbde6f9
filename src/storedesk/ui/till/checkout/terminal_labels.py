"""What is said of payments at a card terminal."""

from storedesk.domain.card_terminals import (
    TerminalAnswer,
    TerminalOutcome,
    TerminalPayment,
    TerminalReason,
    TerminalState,
)
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr


def ended(payment: TerminalPayment, context: PageContext) -> str:
    """Say why nothing was charged."""
    amount = context.money(payment.amount)
    if payment.state is TerminalState.RETURNED:
        return tr("{amount} was given back to the card.").format(amount=amount)
    why = reason(payment)
    if payment.state is TerminalState.DECLINED:
        return tr("Declined, nothing was charged: {why}.").format(why=why)
    if payment.reason == TerminalReason.ABSENT:
        return tr("The card terminal does not answer. Is it on? Nothing was charged.")
    if payment.reason == TerminalReason.TIMEOUT:
        return tr("The customer did not present a card in time. Nothing was charged.")
    return tr("Canceled at the terminal. Nothing was charged.")


def reason(payment: TerminalPayment) -> str:
    """Say why a card was declined: in the person's language, or as the terminal says it."""
    if payment.reason == TerminalReason.FUNDS:
        return tr("there is not enough money on the card")
    return payment.reason or tr("the bank gives no reason")


def settling_approval(
    payment: TerminalPayment, said: TerminalOutcome, context: PageContext
) -> ApprovalRequest:
    """Say what a person says became of a payment, of which the terminal says nothing."""
    is_charged = said.answer is TerminalAnswer.APPROVED
    return ApprovalRequest(
        tr("Card settled by hand"),
        [
            (tr("Register"), payment.register),
            (tr("What became of it"), tr("Charged") if is_charged else tr("Not charged")),
            (tr("Asked by"), context.me.name),
        ],
        (tr("Amount"), context.money(payment.amount)),
    )
