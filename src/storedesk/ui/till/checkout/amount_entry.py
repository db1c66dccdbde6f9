"""The field of the pay panel in which amounts are typed, each with the letter of its tender."""

from collections.abc import Mapping
from decimal import Decimal

from storedesk.domain.entry import Tendered, tender_parts, tendered
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.checkout.tenders import AmountBox


class AmountEntry(AmountBox):
    """Reads "20", "20c" and, for several tenders in a row, "15c 10d"."""

    def __init__(self, letters: Mapping[Method, str]) -> None:
        super().__init__("")
        self._letters = letters
        self.later = ""
        """What was typed for the tenders after the first."""

    def name_for(self, method: Method) -> None:
        """Say what the amount is that is typed."""
        names = {
            Method.CASH: tr("Cash given"),
            Method.CARD: tr("Charged to the card"),
            Method.PAYPAL: tr("Paid by PayPal"),
            Method.CREDIT: tr("Gift card"),
        }
        self.say(names[method])

    @property
    def parts(self) -> list[str]:
        """What stands in it for each tender."""
        return tender_parts(self.field.text())

    def read(self, text: str = "") -> Tendered:
        """Read `text`, or what stands in it. Refused: as `tendered`."""
        return tendered(text or self.field.text(), self._letters)

    def given(self, due: Money) -> Money:
        """Return the amount that stands in it, `due` for none. Refused: as `tendered`."""
        amount = self.read().amount
        return due if amount is None else Money.of(amount, due.currency)

    def given_at_once(self, due: Money) -> Money | None:
        """Return the amount of the only tender in it; None where it cannot be read, or for more."""
        try:
            return self.given(due) if len(self.parts) == 1 else None
        except Refused:
            return None

    def given_by_all(self, due: Money) -> Money | None:
        """Return what all tenders in it come to; None where one cannot be read."""
        try:
            amounts = [self.read(one).amount for one in self.parts]
        except Refused:
            return None
        if None in amounts:  # the rest, whatever that is
            return due
        return Money.of(sum(filter(None, amounts), Decimal(0)), due.currency)

    def first_of_several(self, due: Money) -> tuple[str, Method | None] | None:
        """Return the first of several tenders, and its way to pay; None where there is only one.

        The others are kept in `later`. Refused: part_too_large, as nothing would be left for them.
        """
        first, *others = self.parts
        if not others:
            return None
        entry = self.read(first)
        if entry.amount is not None and Money.of(entry.amount, due.currency) >= due:
            raise Refused("part_too_large", typed=first)
        self.later = " ".join(others)
        return first, entry.method

    def take_later(self) -> str:
        """Return what was typed for the others, once."""
        later, self.later = self.later, ""
        return later
