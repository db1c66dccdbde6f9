"""Show one record beside its list, with the note with which a manager signs it off."""

from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.staff import Group
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import NoteField
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.cards import Card, row

LONGEST_NOTE = 500


class Record(Protocol):
    """What is signed off."""

    @property
    def id(self) -> UUID:
        """Its key."""


class SignOffDetail(QWidget):
    """One record, or that none is chosen; a note that is typed is about the record in sight."""

    body: QWidget
    empty: EmptyState

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._is_manager = Group.MANAGER in context.me.groups
        self.note = NoteField(tr("Note"), longest=LONGEST_NOTE, rows=2)

    def typed_note(self) -> str | None:
        """Return the note; None where there is none."""
        return self.note.value().strip() or None

    def note_card(self, button: Button) -> Card:
        """Return a card with the note, and the button that signs off."""
        return Card(gap=10).add(self.note, row(None, button))

    def lay_out(self, body: QWidget, empty: EmptyState) -> None:
        """Lay out what shows a record, and what is there while none is chosen."""
        self.body, self.empty = body, empty
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(empty)
        outer.addWidget(body)

    def turn_to(self, record: Record | None, *, former: Record | None) -> None:
        """Show that a record is chosen, or none; the note of another one goes."""
        if record is None or former is None or record.id != former.id:
            self.note.show_value("")
        self.body.setVisible(record is not None)
        self.empty.setVisible(record is None)
