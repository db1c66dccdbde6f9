"""Buttons that write placeholders into the texts of the store: see domain/placeholders.py."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.forms.form import NoteField
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import quiet
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.labels import Label

IN_ROW = 3
"""Placeholders beside each other."""


class Writable(Protocol):
    """A field that a placeholder can be written into."""

    @property
    def cursor_moved(self) -> SignalInstance:
        """Emitted when the cursor is moved in it."""

    def write(self, words: str) -> None:
        """Write where the cursor stands, as if it were typed."""


class StoreTextField(NoteField):
    """Some lines with placeholders."""

    @property
    def cursor_moved(self) -> SignalInstance:
        """Emitted when the cursor is moved in it."""
        return self.input.cursorPositionChanged

    def write(self, words: str) -> None:
        """Write where the cursor stands, as if it were typed."""
        self.input.insertPlainText(words)
        go_to(self.input)

    def empty(self) -> None:
        """Take all that is written away, as if by hand."""
        self.input.selectAll()
        self.write("")


class PlaceholderButtons(QWidget):
    """A button for each placeholder, which writes it into the field where the cursor was last."""

    def __init__(self, names: Sequence[str], remark: str, fields: Sequence[Writable]) -> None:
        """Take names without braces, and fields: the last is written into at first."""
        super().__init__()
        self._written = fields[-1]
        self.buttons = {name: quiet(f"{{{name}}}") for name in names}
        for button in self.buttons.values():
            button.clicked.connect(lambda _=False, words=button.label: self._written.write(words))
        for field in fields:
            field.cursor_moved.connect(partial(self._note_field, field))
        buttons = list(self.buttons.values())
        made = column(
            Label(remark, size=12, ink="muted", wrap=True),
            *(
                row(*buttons[at : at + IN_ROW], None, gap=4)
                for at in range(0, len(buttons), IN_ROW)
            ),
            gap=14,
        )
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)

    def _note_field(self, field: Writable, *_: object) -> None:
        self._written = field
