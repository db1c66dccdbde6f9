"""Choose a product's category in the tree of all; a new product may create one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from storedesk.domain.categories import NAME_LONGEST, Tree
from storedesk.domain.product_forms import NOWHERE
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.values import text as texts
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.choice_box import MADE
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import BELOW, Entry
from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.looks.labels import muted


class CategoryField(Field[str]):
    """Hold a category of the tree or, for a new product, the name of a new category."""

    may_make = False
    """Whether an unknown name creates a category."""

    def __init__(self, label: str) -> None:
        self.input = Chooser(self._making)
        self._shown: Sequence[Entry] = ()
        super().__init__(label, self.input)
        self.hint = muted(wrap=True)
        self.hint.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so by Field
        column.insertWidget(2, self.hint)
        self.input.activated.connect(lambda _: self._took())
        self.input.made.connect(self._make)
        self.input.missed.connect(self._miss)

    def show_tree(self, tree: Tree, *, may_make: bool) -> None:
        """Offer the categories of `tree`; with `may_make` an unknown name creates one."""
        hidden = tr("Hidden")
        shown = tuple(
            Entry(str(one.id), one.name, one.depth - 1, hidden if tree.is_hidden(one) else "")
            for one in tree.all
        )
        if self.may_make and not may_make and self.input.currentData() == MADE:
            self.input.show_made("")
        self.may_make = may_make
        if shown != self._shown:  # a large tree takes its time
            self._shown = shown
            typed = self._new_words()
            self.input.offer(shown)
            if typed and (row := self.input.entries.exact(typed)) >= 0:
                self.input.setCurrentIndex(row)
        self.input.setPlaceholderText("" if tree.all else tr("Such as Drinks"))
        self._tell()

    def show_value(self, value: str) -> None:
        """Choose the key `value`; nothing for NOWHERE."""
        if value == str(NOWHERE):
            self.input.show_made("")
        elif value != self.input.currentData():
            self.input.setCurrentIndex(max(0, self.input.findData(value)))
        self._tell()

    def text(self) -> str:
        """Return the words of what is chosen."""
        return self.input.currentText()

    def value(self) -> str:
        """Return the chosen key; NOWHERE for a category to be created."""
        return str(self.target()[0])

    def target(self) -> tuple[UUID, str]:
        """Return the category, and the name of one to create below it, or ""."""
        key = self.input.currentData()
        if key is None:
            raise Refused("category_needed")
        if key != MADE:
            return UUID(key), ""
        above, name = self._parted(texts.line(self._new_words(), longest=NAME_LONGEST))
        return (UUID(above) if above else NOWHERE), name

    def _parted(self, typed: str) -> tuple[str, str]:
        """Return the key of what a new category lies in, and its name."""
        above, _, name = typed.rpartition(BELOW)
        row = self.input.entries.exact(above) if above and name.strip() else -1
        return (self.input.entries.all[row].key, name.strip()) if row >= 0 else ("", typed)

    def _path(self, typed: str, row: int) -> str:
        """Return where a new category would be: beside what was current as it was typed."""
        entries = self.input.entries
        over = entries.above[row] if row >= 0 else -1
        is_path = bool(self._parted(typed)[0])
        return typed if over < 0 or is_path else f"{entries.paths[over]}{BELOW}{typed}"

    def _making(self, typed: str, row: int) -> str:
        if not self.may_make:
            return ""
        above, name = self._parted(self._path(typed, row))
        if not above:
            return tr("New category “{name}”").format(name=name)
        over = self.input.entries.all[self.input.entries.row(above)].name
        return tr("New category “{name}” in {parent}").format(name=name, parent=over)

    def _make(self, typed: str, row: int) -> None:
        self.input.show_made(self._path(typed, row))
        self._took()

    def _miss(self, typed: str) -> None:
        self.mark(Refused("category_unknown", name=typed).sentence(spoken))

    def _took(self) -> None:
        self._touched()
        self._tell()

    def _new_words(self) -> str:
        return self.text().strip() if self.input.currentData() == MADE else ""

    def _tell(self) -> None:
        """Show the hint that the category is created with the product."""
        words = ""
        if self.may_make and not self.text().strip() and not self._shown:
            words = tr(
                "There are no categories yet. Type a name to create one with the product.",
            )
        elif typed := self._new_words():
            words = tr("“{name}” is new. It is created with the product.")
            words = words.format(name=self._name(typed))
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _name(self, typed: str) -> str:
        try:
            return self.target()[1] or typed
        except StoreError:
            return typed
