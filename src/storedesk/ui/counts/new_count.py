"""Ask what to count."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.domain.catalog import Category
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.forms.form import ChoiceField, Field, QuantityField, TextField, is_field_good
from storedesk.ui.kit.looks.buttons import primary, secondary

SAMPLE = 25


class Scope(StrEnum):
    """Which products a count covers."""

    SCAN = "scan"
    CATEGORY = "category"
    SEARCH = "search"
    SAMPLE = "sample"
    ALL = "all"


class NewCount(Dialog):
    """Ask for a name and a scope; the answer is in `called` and `products`."""

    def __init__(
        self, parent: QWidget, desk: Desk, name: str, categories: Sequence[Category], *, most: int
    ) -> None:
        """Ask what to count: a count lists `most` products at most."""
        super().__init__(parent, tr("New count"))
        self._desk, self._most = desk, most
        self.called = ""
        self.products: list[UUID] = []
        self.name = TextField(tr("Name"), longest=100)
        self.name.show_value(name)
        self.scope = ChoiceField(tr("What is counted"), self._scopes())
        self.category = ChoiceField(tr("Category"), [])
        self.category.show_entries(
            Entry(str(one.id), one.name, one.depth - 1) for one in categories
        )
        self.words = TextField(tr("Search words"), longest=200, hint=tr("blue mug"))
        self.sample = QuantityField(tr("How many products"), smallest=1, largest=most)
        self.sample.show_value(SAMPLE)
        self.lay_out(self.name, self.scope, self.category, self.words, self.sample)
        back = secondary(tr("Back"), cap="Esc")
        back.clicked.connect(self.reject)
        self.begin = primary(tr("Start counting"), cap="Enter")
        self.begin.setDefault(True)
        self.begin.clicked.connect(lambda: self.start(self.take))
        self.buttons(back, self.begin)
        self.scope.edited.connect(self._show_fields)
        self._show_fields()
        self.name.input.setFocus()
        self.name.input.selectAll()

    async def take(self) -> None:
        """Find the products to list and close; mark wrong fields."""
        scope = Scope(self.scope.value())
        asked: dict[Scope, Field[Any]] = {Scope.SEARCH: self.words, Scope.SAMPLE: self.sample}
        if all(is_field_good(one) for one in (self.name, asked.get(scope, self.name))):
            self.called = self.name.value()
            self.products = await self._listed(scope)
            self.accept()

    async def _listed(self, scope: Scope) -> list[UUID]:
        if scope is Scope.SCAN:
            return []
        if scope is Scope.CATEGORY:
            return await self._find(category_id=UUID(self.category.value()))
        if scope is Scope.SEARCH:
            return await self._find(search=self.words.value())
        size = self.sample.value() if scope is Scope.SAMPLE else 0
        return await self._find(at_random=size)

    async def _find(self, **narrowed: Any) -> list[UUID]:
        return await self._desk.read(queries.count_lists.scope, limit=self._most, **narrowed)

    def _scopes(self) -> list[tuple[str, str]]:
        everything = tr("All products (up to {most})")
        return [
            (Scope.SCAN.value, tr("Only what is scanned")),
            (Scope.CATEGORY.value, tr("A category and its subcategories")),
            (Scope.SEARCH.value, tr("Products found by a search")),
            (Scope.SAMPLE.value, tr("A random sample")),
            (Scope.ALL.value, everything.format(most=spoken.number(Decimal(self._most)))),
        ]

    def _show_fields(self) -> None:
        scope = Scope(self.scope.value())
        self.category.setVisible(scope is Scope.CATEGORY)
        self.words.setVisible(scope is Scope.SEARCH)
        self.sample.setVisible(scope is Scope.SAMPLE)
        self.adjustSize()
