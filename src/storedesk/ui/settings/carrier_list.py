"""Edit the list of carriers: which the store uses, in which order, and its own."""

from dataclasses import dataclass

from storedesk.domain.carriers import KNOWN, Carrier, Used
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.settings.section_table import fit, section_table

MOST_ROWS = 14


@dataclass(frozen=True, slots=True)
class CarrierLine:
    """A carrier of the list, and its place among those that are used; 0 where it is not."""

    carrier: Carrier
    place: int


class CarrierListField(Field[Used]):
    """The carriers in their order, those that are not used last."""

    def __init__(self) -> None:
        self.table: RecordTable[CarrierLine] = section_table(
            [
                Column("", lambda one: str(one.place or ""), CellStyle.MUTED, 34),
                Column(tr("Carrier"), self._name, CellStyle.STRONG, 130, grow=1),
                Column(tr("Numbers"), self._shape, CellStyle.MUTED, 140, grow=1),
                Column("", self._state, CellStyle.CHIP, 120),
            ],
            lambda line: line.carrier.name,
            tr("Carriers"),
        )
        super().__init__(tr("Carriers"), self.table)
        self.label.hide()  # the section says so already, and its buttons want the room
        self._used: Used = None
        self.show_value(None)

    def value(self) -> Used:
        """Return the carriers that are used, in their order; None for StoreDesk's list."""
        return self._used

    def show_value(self, value: Used) -> None:
        """Show this list; the chosen carrier stays chosen."""
        self._used = value
        used = self.used()
        lines = [CarrierLine(one, at) for at, one in enumerate(used, 1)]
        lines += [CarrierLine(one, 0) for one in KNOWN if one not in used]
        self.table.show_records(lines)
        if self.table.chosen_or_none() is None and lines:
            self.table.choose(lines[0].carrier.name)
        fit(self.table, MOST_ROWS)

    def used(self) -> tuple[Carrier, ...]:
        """Return the carriers that are used."""
        return KNOWN if self._used is None else self._used

    def names(self, *, but: Carrier | None = None) -> list[str]:
        """Return the names of all carriers `but` one."""
        return [one.name for one in (*self.used(), *KNOWN) if one != but]

    def chosen(self) -> Carrier | None:
        """Return the chosen carrier."""
        line = self.table.chosen_or_none()
        return line.carrier if line else None

    def use(self, carrier: Carrier, *, is_used: bool) -> None:
        """Use a carrier after all others, or no longer."""
        rest = tuple(one for one in self.used() if one != carrier)
        self._edit((*rest, carrier) if is_used else rest, carrier)

    def replace(self, old: Carrier, new: Carrier) -> None:
        """Put a changed carrier in the place of what it was."""
        self._edit(tuple(new if one == old else one for one in self.used()), new)

    def shift(self, carrier: Carrier, by: int) -> None:
        """Move a carrier so many places down."""
        used = list(self.used())
        at = used.index(carrier)
        used.insert(min(max(at + by, 0), len(used) - 1), used.pop(at))
        self._edit(tuple(used), carrier)

    def forget(self) -> None:
        """Go back to StoreDesk's list."""
        self._edit(None, None)

    def _edit(self, used: Used, chosen: Carrier | None) -> None:
        self.show_value(used)
        if chosen and chosen.name in {one.name for one in (*self.used(), *KNOWN)}:
            self.table.choose(chosen.name)
        self._touched()

    @staticmethod
    def _name(line: CarrierLine) -> str:
        return line.carrier.name

    @staticmethod
    def _shape(line: CarrierLine) -> str:
        if line.carrier.code:
            return tr("known to StoreDesk")
        return ", ".join(line.carrier.shapes) or tr("any")

    @staticmethod
    def _state(line: CarrierLine) -> Cell:
        if line.place:
            return Cell(tr("Used"), tone=Tone.OK)
        return Cell(tr("Not used"), tone=Tone.MUTE)
