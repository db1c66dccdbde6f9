"""The ledger of a product: every movement, who made it, and the balance it left."""

from collections.abc import Sequence

from storedesk.domain.inventory import Movement, Operation
from storedesk.ui.inventory.words import movement_words
from storedesk.ui.kit.cards import Card
from storedesk.ui.kit.columns import Cell, Column, Look
from storedesk.ui.kit.format import Format
from storedesk.ui.kit.labels import card_title
from storedesk.ui.kit.records import RecordTable
from storedesk.ui.kit.tokens import Tone

PROMISES = (Operation.RESERVE, Operation.RELEASE)


class Ledger(Card):
    """Shows movements, the newest first, with what was on hand and reserved after each."""

    def __init__(self, form: Format) -> None:
        super().__init__(margin=4, gap=0)
        self._form = form
        title = card_title(self.tr("Ledger"))
        title.setContentsMargins(12, 10, 12, 8)
        self.table: RecordTable[Movement] = RecordTable(
            self._columns(),
            key=lambda movement: movement.id,
            name=self.tr("Ledger"),
            empty=(
                self.tr("Nothing has moved yet"),
                self.tr("Every change of its stock stands here."),
            ),
            row_height=48,
        )
        self.add(title)
        self.add(self.table, stretch=1)

    def show_movements(self, movements: Sequence[Movement]) -> None:
        """Show `movements` in the order given."""
        self.table.show_records(movements)

    def _columns(self) -> list[Column[Movement]]:
        return [
            Column(self.tr("When and why"), self._what_cell, Look.TEXT, 200, 1),
            Column(self.tr("By"), self._by_cell, Look.NUMBER, 54),
            Column(self.tr("On hand"), self._balance_cell, Look.NUMBER, 96),
        ]

    def _what_cell(self, movement: Movement) -> Cell:
        told = (self._form.moment(movement.at), movement.who)
        return Cell(movement_words(movement), " · ".join(word for word in told if word))

    def _by_cell(self, movement: Movement) -> Cell:
        sign = "+" if movement.adjustment > 0 else "\N{MINUS SIGN}"
        words = f"{sign}{self._form.count(abs(movement.adjustment))}"
        if movement.operation in PROMISES:
            return Cell(words, tone=Tone.MUTE)
        return Cell(words, tone=Tone.OK if movement.adjustment > 0 else Tone.BAD)

    def _balance_cell(self, movement: Movement) -> Cell:
        reserved = ""
        if movement.reserved:
            reserved = self.tr("{n} reserved").format(n=self._form.count(movement.reserved))
        return Cell(self._form.count(movement.on_hand), reserved)
