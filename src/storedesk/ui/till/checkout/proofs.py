"""The fields that prove a payment by card or PayPal, and the tender that they make."""

from uuid import uuid4

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.gs1 import is_number
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.till.checkout.tenders import Proof

LAST_FOUR = 4


class CardProof(Proof):
    """What a terminal has printed of a card."""

    def __init__(self, *, is_needed: bool = False) -> None:
        """Say that its reference is optional, unless `is_needed`."""
        reference = tr("Reference of the terminal")
        super().__init__(
            (
                ("brand", tr("Card (optional)")),
                ("last_four", tr("Last four (optional)")),
                (
                    "reference",
                    reference if is_needed else tr("Reference of the terminal (optional)"),
                ),
            )
        )

    def tender(self, total: Money) -> Tender:
        """Return the tender of that much. Refused: card_digits."""
        last_four = self.value("last_four")
        if last_four and not (is_number(last_four) and len(last_four) == LAST_FOUR):
            self.fields["last_four"].setFocus()  # what is there may only want its rest
            raise Refused("card_digits")
        return Tender(
            uuid4(),
            Method.CARD,
            total,
            card_brand=self.value("brand"),
            last_four=last_four,
            reference=self.value("reference"),
        )


class PayPalProof(Proof):
    """What PayPal says of a payment: its reference, or who paid."""

    def __init__(self) -> None:
        super().__init__(
            (("reference", tr("PayPal's reference")), ("email", tr("or payer's e-mail")))
        )

    def tender(self, total: Money) -> Tender:
        """Return the tender of that much. Refused: paypal_needs_proof."""
        reference, email = self.value("reference"), self.value("email")
        if not reference and not email:
            go_to(self.fields["reference"])
            raise Refused("paypal_needs_proof")
        return Tender(uuid4(), Method.PAYPAL, total, reference=reference, paypal_email=email)
