"""Choose a product's category by typing; a new product may create one."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from storedesk.domain.categories import NAME_LONGEST, Tree
from storedesk.domain.product_forms import NOWHERE
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.values import text as texts
from storedesk.domain.values.folding import folded
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.choices import FOLDED, LongChoiceField
from storedesk.ui.kit.looks.labels import muted

BELOW = " / "


class CategoryField(LongChoiceField):
    """Hold a category of the tree or, for a new product, the name of a new category."""

    may_make = False
    """Whether an unknown name creates a category."""

    def __init__(self, label: str) -> None:
        super().__init__(label, [])
        self._named: dict[str, str] = {}
        self.hint = muted(wrap=True)
        self.hint.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so by Field
        column.insertWidget(2, self.hint)
        if line := self.input.lineEdit():
            line.textEdited.connect(self._typed)
        self.input.activated.connect(lambda _: self._tell())

    def show_tree(self, tree: Tree, *, may_make: bool) -> None:
        """Offer the categories of `tree`; with `may_make` an unknown name creates one."""
        hidden = tr("{category} (hidden)")
        paths = [(one, tree.path(one)) for one in tree.all]
        self.may_make = may_make
        self._named = {one.name.strip().casefold(): str(one.id) for one in tree.all}
        self._named |= {path.casefold(): str(one.id) for one, path in paths}
        self.show_choices(
            (str(one.id), hidden.format(category=path) if tree.is_hidden(one) else path)
            for one, path in paths
        )
        if line := self.input.lineEdit():
            words = tr("Such as Drinks")
            line.setPlaceholderText("" if tree.all else words)
        self._tell()

    def show_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other choices; keep a typed name."""
        typed = self._new_words()
        super().show_choices(choices)
        for row in range(self.input.count()):
            if self.input.itemData(row, FOLDED) is not None:
                break
            self.input.setItemData(row, folded(self.input.itemText(row)), FOLDED)
        if typed:
            self._keep(typed)

    def show_value(self, value: str) -> None:
        """Choose the key `value`; nothing for NOWHERE."""
        if value == str(NOWHERE):
            self._keep("")
        elif value != self._key(self.text()):
            super().show_value(value)
        self._tell()

    def text(self) -> str:
        """Return the raw text."""
        return self.input.currentText()

    def value(self) -> str:
        """Return the chosen key; NOWHERE for a category to be created."""
        return str(self.target()[0])

    def target(self) -> tuple[UUID, str]:
        """Return the category, and the name of one to create below it, or ""."""
        typed = texts.line(self.text(), longest=NAME_LONGEST)
        if not typed:
            raise Refused("category_needed")
        if key := self._key(typed):
            return UUID(key), ""
        if not self.may_make:
            raise Refused("category_unknown", name=typed)
        above, _, name = typed.rpartition(BELOW)
        key = self._key(above) if above else None
        return (UUID(key), name.strip()) if key and name.strip() else (NOWHERE, typed)

    def _key(self, typed: str) -> str | None:
        found = self.input.findText(typed)
        if found < 0:
            found = self.input.findData(folded(typed), FOLDED)
        key = self.input.itemData(found) if found >= 0 else None
        return str(key) if key else self._named.get(typed.strip().casefold())

    def _new_words(self) -> str:
        typed = self.text().strip()
        return "" if not self.may_make or not typed or self._key(typed) else typed

    def _keep(self, typed: str) -> None:
        self.input.setCurrentIndex(-1)
        self.input.setEditText(typed)

    def _typed(self) -> None:
        self._touched()
        self._tell()

    def _settle(self) -> None:
        typed = self.text().strip()
        if key := self._key(typed):
            self.input.setCurrentIndex(self.input.findData(key))
            super()._settle()
        elif self.may_make:
            self._keep(typed)
        else:
            super()._settle()
            if typed:
                self.mark(Refused("category_unknown", name=typed).sentence(spoken))
        self._tell()

    def _tell(self) -> None:
        """Show the hint that the category is created with the product."""
        words = ""
        if self.may_make and not self.text().strip() and not self.input.count():
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
