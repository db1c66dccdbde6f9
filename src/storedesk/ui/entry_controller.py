"""Turn what is typed into the entry field into commands."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain import entry as grammar
from storedesk.domain.entry import (
    ASK_OVER,
    Discount,
    Entry,
    Item,
    Pay,
    SetQuantity,
    Times,
    TypedPrice,
)
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import FoundItem
from storedesk.domain.values.gs1 import is_number
from storedesk.ui.item_search.popup import SearchPopup
from storedesk.ui.kit.base.language import plural
from storedesk.ui.kit.forms.entry import EntryField

FEWEST_DIGITS = 4
"""Digits from which on they are a code; fewer may become how many are meant."""


class Basket(Protocol):
    """What items are added to: a sale, or an order that is being taken."""

    def scan(self, code: str, quantity: int = 1) -> None:
        """Add the item with exactly that code."""

    def add(self, item: FoundItem, quantity: int = 1) -> None:
        """Add what a search has found."""

    def set_quantity(self, quantity: int) -> None:
        """Set the quantity of the current line."""


class EntryController(QObject):
    """Searches while somebody types, and reads the entry field at Enter.

    The text stays, selected, until the answer has come.
    """

    refused = Signal(object)
    """A StoreError: the field's text means nothing."""
    asked = Signal(str)
    """A question that a second Enter answers."""
    noted = Signal(str)
    """What the field waits for."""
    pay_asked = Signal()
    discount_asked = Signal(object)
    """A Discount or a TypedPrice, to be given a reason."""

    def __init__(  # noqa: PLR0913 named by every caller
        self,
        entry: EntryField,
        popup: SearchPopup,
        lines: QWidget,
        basket: Basket,
        *,
        most: int,
        has_discounts: bool = False,
    ) -> None:
        """`lines` is what the list of matches comes up over; a line has `most` pieces at most.

        `has_discounts`: a "/" before a number means one, and "/=" a price.
        """
        super().__init__()
        self._most, self._has_discounts = most, has_discounts
        self._lines = lines
        self._entry, self._popup, self._basket = entry, popup, basket
        self._sent = ""
        self._doubted = ""
        self._unknown = ""
        """What was typed and is no code: Enter means the list from then on."""
        entry.entered.connect(self._entered)
        entry.textEdited.connect(self._typed)
        entry.turn = popup.turn
        popup.taken.connect(self._add)
        popup.counted.connect(entry.remark)
        popup.foot.close_button.clicked.connect(self.escape)

    def search(self, *, is_reported: bool = False) -> None:
        """Open the list for what is typed; `is_reported`: it was said that no item has it."""
        self._popup.open_over(self._lines, self._words(), is_reported=is_reported)

    def clear(self) -> None:
        """Clear the field."""
        self._sent = self._doubted = self._unknown = ""
        self._entry.clear()
        self._popup.shut()

    def escape(self) -> bool:
        """Go back to where it was before the list came; tell whether there was a way back.

        A code that is unknown stays: there may be a digit wrong in it.
        """
        if self._popup.is_open and self._popup.is_reported(self._words()):
            self._popup.shut()
        elif self._popup.is_open or self._entry.text():
            self.clear()
        else:
            return False
        return True

    def answered(self) -> None:
        """Clear the field if what was sent is still in it: it was answered."""
        if self._sent and self._entry.text() == self._sent:
            self.clear()
        self._sent = ""

    def is_asking(self, code: str) -> bool:
        """Return whether `code` was typed: then it may be words to search for."""
        entry = self._read()
        return bool(self._sent) and isinstance(entry, Item) and entry.text == code

    def finds_nothing(self, code: str) -> bool:
        """Tell whether it is known that nothing has `code` among its words."""
        return self._popup.finds_nothing(code)

    def keep(self, code: str, *, is_reported: bool = False) -> None:
        """Search for an unknown `code`, unless something else has been typed since."""
        if self._entry.text() in {"", self._sent}:
            self._entry.setText(self._entry.text() or code)
            self._entry.selectAll()
            self.search(is_reported=is_reported)
            self._unknown = self._words()
        self._sent = ""

    def times(self) -> int:
        """Return how many of what is scanned now are meant."""
        return grammar.times(self._entry.text(), most=self._most)

    def offer(self, name: str) -> None:
        """List the variants of what was meant; as many of them are added as were asked for."""
        quantity = _quantity(self._read()) if self._sent else 1
        self._entry.setText(f"{quantity}*{name}" if quantity > 1 else name)
        self._entry.selectAll()
        self.search()
        self._sent = ""

    def _entered(self, text: str) -> None:
        if self._sent and text == self._sent:
            return  # it is being sent
        try:
            entry = self._parse(text)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        if isinstance(entry, Item) and self._is_for_list(entry.text):
            self._popup.press(self._take_match)
        elif isinstance(entry, Pay):
            if not self._popup.is_open:
                self.pay_asked.emit()
        elif isinstance(entry, Times):
            many = entry.quantity
            text = plural("Now scan it: {count} piece.", "Now scan it: {count} pieces.", many)
            self.noted.emit(text.format(count=many))
        elif isinstance(entry, (Discount, TypedPrice)):
            self.discount_asked.emit(entry)
        elif self._is_meant(text, entry.quantity):
            self._send(text, entry)

    def _send(self, text: str, entry: Item | SetQuantity) -> None:
        if isinstance(entry, SetQuantity):
            self._basket.set_quantity(entry.quantity)
        else:
            self._basket.scan(entry.text, entry.quantity)
        self._sent = text
        self._entry.selectAll()

    def _is_meant(self, text: str, quantity: int) -> bool:
        if quantity <= ASK_OVER or self._doubted == text:
            return True
        self._doubted = text
        words = plural(
            "{count} piece? Press Enter again if that is right.",
            "{count} pieces? Press Enter again if that is right.",
            quantity,
        )
        self.asked.emit(words.format(count=quantity))
        return False

    def _is_for_list(self, words: str) -> bool:
        """Tell whether Enter means what is chosen in the list, and not the code that was typed.

        Until the list answers what was typed nobody has seen what it would add, unless keys that
        move in it were pressed. A number is a code: what only resembles it is never added unseen.
        """
        popup = self._popup
        if not popup.answers(words):
            return popup.is_open and popup.has_keys
        if (row := popup.current()) is None:
            return False
        is_meant = popup.is_chosen or words == self._unknown or not is_number(words)
        return is_meant or (row.item.code or "").casefold() == words.casefold()

    def _take_match(self) -> None:
        row = self._popup.current()
        if row is not None and row.is_folded:
            self._popup.unfold(row)
        elif row is not None and row.is_unfolded:
            self._popup.go(1)
        elif row is not None and self._is_meant(self._entry.text(), _quantity(self._read())):
            self._add(row.item)

    def _add(self, item: FoundItem) -> None:
        quantity = _quantity(self._read())
        self.clear()
        self._basket.add(item, quantity)

    def _typed(self) -> None:
        self._sent = ""
        words = self._words()
        if not words:
            self._popup.shut()
        elif self._popup.is_open:
            self._popup.look_for(words)
        elif _is_sought(words):
            self.search()

    def _words(self) -> str:
        entry = self._read()
        return entry.text if isinstance(entry, Item) else ""

    def _parse(self, text: str) -> Entry:
        return grammar.parse(text, most=self._most, has_discounts=self._has_discounts)

    def _read(self) -> Entry:
        try:
            return self._parse(self._entry.text())
        except Refused:
            return Item(self._entry.text().strip())


def _quantity(entry: Entry) -> int:
    return entry.quantity if isinstance(entry, (Item, Times)) else 1


def _is_sought(words: str) -> bool:
    """Tell whether somebody is typing a name or a code, and not how many are meant."""
    return any(map(str.isalpha, words)) or sum(map(str.isdigit, words)) >= FEWEST_DIGITS
