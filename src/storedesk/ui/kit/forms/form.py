"""Make forms of fields, each with a label, a value, and a message when it is wrong."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.values import text as texts
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.inputs import LineInput, TextInput, cut_sentence
from storedesk.ui.kit.forms.numbers import as_typed, parse_amount, parse_quantity
from storedesk.ui.kit.input.keyboard import KEYBOARD
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px

V = TypeVar("V")


class Field(QWidget, Generic[V]):
    """A label, what it labels, and below it a sentence where something is wrong."""

    edited = Signal()
    """A person changed it."""

    def __init__(self, label: str, editor: QWidget, *, optional: bool = False) -> None:
        super().__init__()
        self.editor, self.optional = editor, optional
        text = label
        if optional:
            text = tr("{field} (optional)").format(field=label)
        self.label = Label(text, weight=theme.MEDIUM, ink="muted", wrap=True)
        self.label.setBuddy(editor)
        self.problem = Label(ink="bad", wrap=True, size=12)
        self.problem.hide()
        editor.setAccessibleName(label)
        be_typed_into(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self.label, editor, self.problem):
            column.addWidget(part)
        self.setFocusProxy(editor)

    def name(self, label: str) -> None:
        """Change the label."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    def value(self) -> V:
        """Return the value, cleaned; raise Refused where it is not valid."""
        raise NotImplementedError

    def show_value(self, value: V) -> None:
        """Show a value, as not edited."""
        raise NotImplementedError

    def mark(self, sentence: str) -> None:
        """Show what is wrong, and go to the field; "" removes the message."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if sentence:
            KEYBOARD.blame(self.editor)
            announce(self.editor, f"{self.editor.accessibleName()}: {sentence}", is_urgent=True)

    def _touched(self) -> None:
        self.mark("")
        self.edited.emit()

    def _say_cut(self, longest: int) -> None:
        self.mark(cut_sentence(longest))


class LineField(Field[V]):
    """A field of one line of text, whatever it means."""

    def __init__(
        self, label: str, *, optional: bool = False, hint: str = "", width: int = 0
    ) -> None:
        self.input = LineInput()
        self.input.setPlaceholderText(hint)
        super().__init__(label, self.input, optional=optional)
        if width:
            self.input.setMaximumWidth(px(width))
        self.input.textEdited.connect(self._touched)
        self.input.was_cut.connect(self._say_cut)

    def text(self) -> str:
        """Return the text as it was typed."""
        return self.input.text()

    def _filled(self) -> str:
        if not self.text().strip() and not self.optional:
            raise Refused("field_missing")
        return self.text()


class TextField(LineField[str]):
    """One line of text, cleaned by `domain.text.line`."""

    def __init__(
        self, label: str, *, longest: int, optional: bool = False, hint: str = "", width: int = 0
    ) -> None:
        super().__init__(label, optional=optional, hint=hint, width=width)
        self._longest = longest
        self.input.limit(longest)

    def value(self) -> str:
        """Return the cleaned text; "" only where it is optional."""
        cleaned = texts.line(self._filled(), longest=self._longest, what=self.label.text())
        if not cleaned and not self.optional:
            raise Refused("field_missing")
        return cleaned

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.setText(value)


class NoteField(Field[str]):
    """Several lines of plain text, cleaned by `domain.text.note`."""

    def __init__(self, label: str, *, longest: int, optional: bool = True, rows: int = 4) -> None:
        self.input = TextInput(longest=longest)
        self.input.setTabChangesFocus(True)
        self.input.setFixedHeight(px(18 * rows) + 18)
        super().__init__(label, self.input, optional=optional)
        self._longest = longest
        self.input.textChanged.connect(self._touched)
        self.input.was_cut.connect(self._say_cut)

    def value(self) -> str:
        """Return the cleaned text; "" only where it is optional."""
        cleaned = texts.note(self.input.toPlainText(), longest=self._longest)
        if not cleaned and not self.optional:
            raise Refused("field_missing")
        return cleaned

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self.input.blockSignals(True)  # noqa: FBT003 - Qt's
        self.input.setPlainText(value)
        self.input.blockSignals(False)  # noqa: FBT003


class MoneyField(LineField[Decimal]):
    """An amount, typed as the store's language writes it. Exact: never a float."""

    def __init__(
        self,
        label: str,
        *,
        locale: str,
        optional: bool = False,
        smallest: Decimal = Decimal("0.01"),
        width: int = 160,
    ) -> None:
        super().__init__(label, optional=optional, width=width)
        self._locale, self._smallest = locale, smallest
        self.input.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.input.setFont(theme.font(tabular=True))

    def value(self) -> Decimal:
        """Return the amount; `smallest` less one cent never passes. Empty and optional is 0."""
        typed = self._filled()
        if not typed.strip():
            return Decimal(0)
        return parse_amount(typed, locale=self._locale, smallest=self._smallest)

    def value_or_none(self) -> Decimal | None:
        """Return the amount, or None where nothing is typed, which is not the same as 0."""
        return self.value() if self.text().strip() else None

    def show_value(self, value: Decimal) -> None:
        """Show an amount as it would be typed."""
        self.input.setText(as_typed(value, self._locale))


class QuantityField(LineField[int]):
    """A whole number of pieces."""

    def __init__(
        self,
        label: str,
        *,
        smallest: int = 1,
        largest: int = 9_999,
        optional: bool = False,
        width: int = 120,
    ) -> None:
        super().__init__(label, optional=optional, width=width)
        self._smallest, self._largest = smallest, largest
        self.input.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.input.setFont(theme.font(tabular=True))

    def value(self) -> int:
        """Return the number. Empty and optional is 0."""
        typed = self._filled()
        if not typed.strip():
            return 0
        return parse_quantity(typed, smallest=self._smallest, largest=self._largest)

    def bounds(self, smallest: int, largest: int) -> None:
        """Set other bounds."""
        self._smallest, self._largest = smallest, largest

    def show_value(self, value: int) -> None:
        """Show `value`."""
        self.input.setText(str(value))


class ChoiceField(Field[str]):
    """A choice among few or very many, each a key and its label (translated)."""

    def __init__(
        self, label: str, choices: Iterable[tuple[str, str]], *, optional: bool = False
    ) -> None:
        self.input = Chooser()
        super().__init__(label, self.input, optional=optional)
        self.show_choices(choices)
        self.input.activated.connect(lambda _: self._touched())

    def show_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other choices, keeping the one taken where it is still among them."""
        self.show_entries(Entry(key, text) for key, text in choices)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Offer what may lie in one another, parents first; the choice is kept as above."""
        offered = tuple(entries)
        if offered != self.input.entries.all:  # a long list takes its time
            taken = self.input.currentData()
            self.input.offer(offered)
            self.show_value(taken or "")

    def value(self) -> str:
        """Return the key of what is chosen."""
        key = self.input.currentData()
        if key is None and not self.optional:
            raise Refused("field_missing")
        return str(key or "")

    def show_value(self, value: str) -> None:
        """Choose the key `value`; the first one if there is no such."""
        self.input.setCurrentIndex(max(0, self.input.findData(value)))


class Form(QWidget):
    """Fields below each other. A refusal marks fields and loses nothing typed."""

    edited = Signal()

    def __init__(self, *fields: Field) -> None:  # type: ignore[type-arg]
        super().__init__()
        self.fields = fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for field in fields:
            column.addWidget(field)
            field.edited.connect(self.edited)

    def is_good(self) -> bool:
        """Mark every field that cannot be used, go to the first; True if there is none."""
        wrong = [field for field in self.fields if not is_field_good(field)]
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong


def is_field_good(field: Field[V], judge: Callable[[V], object] | None = None) -> bool:
    """Mark `field` if what it holds, or what `judge` says of it, is a refusal."""
    try:
        value = field.value()
        if judge:
            judge(value)
    except StoreError as refusal:
        field.mark(refusal.sentence(spoken))
        return False
    field.mark("")
    return True
