"""Ask which register stands at this workstation, once per profile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.till import Register
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import heading, muted
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.tokens import Tone


class RegisterChoice(QWidget):
    """Lists the registers of the store, a button each."""

    chosen = Signal(object)
    """A Register."""

    def __init__(self, registers: tuple[Register, ...]) -> None:
        super().__init__()
        card = Card(margin=28, gap=8)
        card.setFixedWidth(px(420))
        card.add(IconTile("scan-barcode"))
        card.column.addSpacing(8)
        card.add(
            heading(tr("Which till is this?")),
            muted(tr("This is asked once. Sales, shifts and receipts carry its name."), wrap=True),
        )
        self.problem = Banner(Tone.WARN)
        card.add(self.problem)
        card.column.addSpacing(10)
        self.buttons = [Button(register.name, size=15) for register in registers]
        for button, register in zip(self.buttons, registers, strict=True):
            button.setMinimumHeight(target(44))
            button.clicked.connect(lambda _=False, one=register: self.chosen.emit(one))
            card.add(button)
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def miss_scan(self, code: str, text: str) -> None:
        """Report that a scan was not taken: no till is chosen yet."""
        del text
        note = tr("Scanned {code}: not added. Choose a till first.")
        self.problem.say(note.format(code=code))
