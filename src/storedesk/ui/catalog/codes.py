"""Edit the codes of a product: a list, and a field that adds more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from storedesk.domain.product_forms import CODE_LONGEST
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values import text as texts
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import ElidedLabel
from storedesk.ui.kit.looks.sizes import target


class CodeInput(LineInput):
    """Enter a code; Backspace in the empty field edits the last code again."""

    def __init__(self, owner: "CodesField") -> None:
        super().__init__()
        self._owner = owner
        self.setPlaceholderText(tr("Scan or type a code, then Enter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter adds the code."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self._owner.take_typed()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._owner.take_back()
        else:
            super().keyPressEvent(event)


class CodesField(Field[tuple[str, ...]]):
    """Edit several codes of one thing. What is typed and not added yet counts as well."""

    def __init__(self, label: str, *, most: int) -> None:
        self._most = most
        self.input = CodeInput(self)
        self.codes: tuple[str, ...] = ()
        super().__init__(label, self.input)
        be_typed_into(self.input, is_so=False)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so by Field
        column.insertLayout(1, self._list)
        self.input.textEdited.connect(self._touched)

    def value(self) -> tuple[str, ...]:
        """Return all codes, sorted; refuse what `domain.text.line` refuses, and too many."""
        typed = self._cleaned(self.input.text())
        known = {code.upper(): code for code in self.codes}
        if typed:
            known.setdefault(typed.upper(), typed)
        if len(known) > self._most:
            raise Refused("too_many", most=self._most)
        return tuple(sorted(known.values()))

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show codes; keep what is being typed."""
        if value != self.codes:
            self.codes = value
            self._show_codes()

    def take(self, code: str) -> None:
        """Add a scanned or typed code."""
        cleaned = self._cleaned(code)
        if cleaned and cleaned.upper() not in {one.upper() for one in self.codes}:
            self.show_value((*self.codes, cleaned))
            self._touched()

    def take_typed(self) -> None:
        """Add the typed code, or mark the field with what is wrong."""
        try:
            self.take(self.input.text())
        except Refused as refusal:
            self.mark(refusal.sentence(spoken))
            return
        self.input.clear()

    def take_back(self) -> None:
        """Move the last code back into the field."""
        if self.codes:
            self.input.setText(self.codes[-1])
            self.remove(self.codes[-1])

    def remove(self, code: str) -> None:
        """Remove a code."""
        self.show_value(tuple(one for one in self.codes if one != code))
        self._touched()
        self.input.setFocus()

    def _cleaned(self, typed: str) -> str:
        return texts.line(typed, longest=CODE_LONGEST)

    def _show_codes(self) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for code in self.codes:
            self._list.addWidget(self._line(code))

    def _line(self, code: str) -> QWidget:
        made = QFrame()
        made.setProperty("kit", "inset")
        words = tr("Remove {code}").format(code=code)
        out = icon_button("x", words)
        out.setFixedSize(target(26), target(26))
        out.clicked.connect(lambda: self.remove(code))
        inner = row(ElidedLabel(code), out, gap=4)
        inner.setContentsMargins(10, 2, 3, 2)
        made.setLayout(inner)
        return made
