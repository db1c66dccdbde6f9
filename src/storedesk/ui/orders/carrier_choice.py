"""Show the carrier of a tracking number; where two could have given it, one is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain import carriers
from storedesk.domain.carriers import Carrier
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.tokens import Tone

WIDTH = 190


class CarrierChoice(QWidget):
    """A chip with the carrier's name, or a chooser where several fit; nothing where none does."""

    chosen = Signal()
    """A person chose a carrier."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._fits: tuple[Carrier, ...] = ()
        self.chip = Chip("")
        self.chooser = Chooser()
        self.chooser.setAccessibleName(tr("Carrier"))
        self.chooser.setFixedWidth(px(WIDTH))
        self.chooser.activated.connect(lambda _: self.chosen.emit())
        line = row(self.chip, self.chooser)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.show_number("")

    def show_number(self, number: str, *, kept: str = "") -> None:
        """Show whose number it is; `kept` is the carrier that was noted with it before."""
        used = self._context.store.carriers
        fits = carriers.fitting(number, used) if number else ()
        if fits != self._fits:
            self._fits = fits
            ask = [Entry("", tr("Which carrier?"))] if used is None else []
            self.chooser.offer((*ask, *(Entry(one.name, one.name) for one in fits)))
            self.chooser.setCurrentIndex(max(0, self.chooser.findData(kept)))
            self.chip.show_text(fits[0].name if fits else "", Tone.OK)
        self.chip.setVisible(len(fits) == 1)
        self.chooser.setVisible(len(fits) > 1)
        self.setVisible(bool(fits))

    def carrier(self) -> Carrier | None:
        """Return the carrier that is meant; None where nobody knows."""
        if len(self._fits) > 1:
            name = str(self.chooser.currentData() or "")
            return next((one for one in self._fits if one.name == name), None)
        return self._fits[0] if self._fits else None

    def name(self) -> str | None:
        """Return the name under which it is noted with the shipment."""
        carrier = self.carrier()
        return carrier.name if carrier else None
