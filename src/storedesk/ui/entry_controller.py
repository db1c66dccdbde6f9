"""Turn what is typed into the entry field into commands."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain import entry as grammar
from storedesk.domain.entry import ASK_OVER, Entry, Item, Pay, SetQuantity, Times
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import FoundItem
from storedesk.ui.item_search import SearchPopup
from storedesk.ui.kit.base.language import plural
from storedesk.ui.kit.forms.entry import EntryField


class Basket(Protocol):
    """What items are added to: a sale, or an order that is being taken."""

    def scan(self, code: str, quantity: int = 1) -> None:
        """Add the item with exactly that code."""

    def add(self, item: FoundItem, quantity: int = 1) -> None:
        """Add what a search has found."""

    def set_quantity(self, quantity: int) -> None:
        """Set the quantity of the current line."""


class EntryController(QObject):
    """Reads the entry field at Enter. The text stays, selected, until the answer has come."""

    refused = Signal(object)
    """A StoreError: the field's text means nothing."""
    asked = Signal(str)
    """A question that a second Enter answers."""
    noted = Signal(str)
    """What the field waits for."""
    pay_asked = Signal()

    def __init__(
        self, entry: EntryField, popup: SearchPopup, lines: QWidget, basket: Basket, *, most: int
    ) -> None:
        """`lines` is what the list of matches comes up over; a line has `most` pieces at most."""
        super().__init__()
        self._most = most
        self._lines = lines
        self._entry, self._popup, self._basket = entry, popup, basket
        self._sent = ""
        self._doubted = ""
        entry.entered.connect(self._entered)
        entry.textEdited.connect(self._typed)
        popup.taken.connect(self._add)

    def search(self, *, is_reported: bool = False) -> None:
        """Open the list of items for what is typed; `is_told`: it was said that no item has it."""
        self._popup.open_over(self._lines, self._words(), is_reported=is_reported)

    def clear(self) -> None:
        """Clear the field."""
        self._sent = self._doubted = ""
        self._entry.clear()
        self._popup.shut()

    def answered(self) -> None:
        """Clear the field if what was sent is still in it: it was answered."""
        if self._sent and self._entry.text() == self._sent:
            self.clear()
        self._sent = ""

    def is_asking(self, code: str) -> bool:
        """Return whether `code` was typed: then it may be words to search for."""
        entry = self._read()
        return bool(self._sent) and isinstance(entry, Item) and entry.text == code

    def keep(self, code: str, *, is_reported: bool = False) -> None:
        """Search for an unknown `code`, unless something else has been typed since."""
        if self._entry.text() in {"", self._sent}:
            self._entry.setText(self._entry.text() or code)
            self._entry.selectAll()
            self.search(is_reported=is_reported)
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
            entry = grammar.parse(text, most=self._most)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        if self._popup.is_open:
            self._take_match(entry)
        elif isinstance(entry, Pay):
            self.pay_asked.emit()
        elif isinstance(entry, Times):
            many = entry.quantity
            text = plural("Now scan it: {count} piece.", "Now scan it: {count} pieces.", many)
            self.noted.emit(text.format(count=many))
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

    def _take_match(self, entry: Entry) -> None:
        words = self._words()
        match = self._popup.current_for(words)
        if match is None and not self._popup.finder.knows(words):
            self._popup.finder.want(words, now=True)
        elif match and self._is_meant(self._entry.text(), _quantity(entry)):
            self._add(match)

    def _add(self, item: FoundItem) -> None:
        quantity = _quantity(self._read())
        self.clear()
        self._basket.add(item, quantity)

    def _typed(self) -> None:
        self._sent = ""
        if self._popup.is_open:
            self._popup.finder.want(self._words())

    def _words(self) -> str:
        entry = self._read()
        return entry.text if isinstance(entry, Item) else ""

    def _read(self) -> Entry:
        try:
            return grammar.parse(self._entry.text(), most=self._most)
        except Refused:
            return Item(self._entry.text().strip())


def _quantity(entry: Entry) -> int:
    return entry.quantity if isinstance(entry, (Item, Times)) else 1
