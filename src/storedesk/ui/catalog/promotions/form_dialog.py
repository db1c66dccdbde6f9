"""Ask for a promotion: what it does, when, for what; and show what comes of it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.api.promotions import PromotionTerms
from storedesk.domain.catalog import Category
from storedesk.domain.promotions import (
    NAME_LONGEST,
    Promotion,
    PromotionKind,
    PromotionPreview,
)
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError
from storedesk.ui.catalog.promotions.items import PromotionItems
from storedesk.ui.catalog.promotions.labels import kind_label, value_label
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.date_field import DateField
from storedesk.ui.kit.forms.form import ChoiceField, Form, MoneyField, TextField
from storedesk.ui.kit.input.keyboard import is_enter
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import px

WIDTH, TERMS = 860, 290
"""Pixels of the dialog, and of the fields at its left."""

SEEN_LINES = 1 + queries.promotions.FIRST
"""Lines kept free for what the promotion would do: nothing moves when it is known."""


class PromotionDialog(SaveDialog):
    """A promotion that is new, or one that is changed over what was read."""

    def __init__(
        self, parent: QWidget, context: PageContext, was: Promotion | None, *,
        categories: Sequence[Category], today: date,
    ) -> None:  # fmt: skip
        title = tr("New promotion") if was is None else was.name
        super().__init__(parent, title, save=tr("Save the promotion"))
        self.context, self.was, self.saved = context, was, ""
        self.key: UUID | None = None
        self._usual = px(WIDTH)
        self._make_fields(today)
        self.items = PromotionItems(context, categories, self.refuse)
        self.items.changed.connect(self._preview)
        self.seen = muted(wrap=True)
        self.seen.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.seen.setMinimumHeight(SEEN_LINES * self.seen.fontMetrics().lineSpacing())
        self.about = {
            "promotion_nameless": self.name.editor, "promotion_value": self.value.editor,
            "promotion_days": self.last.editor, "promotion_over": self.last.editor,
            "promotion_empty": self.items.category,
        }  # fmt: skip
        self._show(was, today)
        self._lay_out()
        self._preview()

    async def submit(self) -> None:
        """Save the promotion, and close; what somebody else has changed meanwhile is told."""
        if not self.form.is_good():
            return
        terms = PromotionTerms(
            name=self.name.value(), kind=self._kind(), value=self.value.value(),
            first_day=self.first.value(), last_day=self.last.value(), items=self.items.chosen(),
        )  # fmt: skip
        desk = self.context.desk
        if self.was is None:
            self.key = await desk.do(api.promotions.make_promotion, terms=terms)
        else:
            try:
                self.key = await desk.do(
                    api.promotions.change_promotion, promotion_id=self.was.id,
                    seen=self.was.version, terms=terms,
                )  # fmt: skip
            except Conflict as clash:
                raise Refused("promotion_changed") from clash
        self.saved = terms.name
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter saves, but in the field of products, where it adds what is typed."""
        is_product = self.items.product.hasFocus() and self.items.product.text().strip()
        if not (is_product and is_enter(event)):
            super().keyPressEvent(event)

    async def look(self) -> None:
        """Read what the promotion would do, and say it."""
        items = self.items.chosen()
        try:
            value = self.value.value()
        except StoreError:
            value = None
        if not items or value is None:
            self.seen.setText(tr("Choose what it is for and type a number to see the new prices."))
            return
        found = await self.context.desk.read(
            queries.promotions.preview, kind=self._kind(), value=value, items=items,
            currency=self.context.store.currency,
        )  # fmt: skip
        self.seen.setText(self._said(found))

    def _said(self, found: PromotionPreview) -> str:
        if not found.count:
            return tr("Nothing of this is on sale now.")
        form = self.context.format
        words = tr("On sale and cheaper then: {lowered} of {count}")
        head = words.format(lowered=form.count(found.lowered), count=form.count(found.count))
        line = tr("{name}: {old} → {new}")
        lines = [
            line.format(name=one.name, old=form.money(one.usual), new=form.money(one.price))
            for one in found.first
        ]
        return "\n".join([head, *lines])

    def _kind(self) -> PromotionKind:
        return PromotionKind(self.kind.value())

    def _preview(self) -> None:
        self.value.name(value_label(self._kind()))
        self._jobs.restart(self.look)

    def _make_fields(self, today: date) -> None:
        locale = self.context.format.locale
        self.name = TextField(tr("Name"), longest=NAME_LONGEST, hint=tr("Candle week"))
        self.kind = ChoiceField(tr("Offer"), [(str(one), kind_label(one)) for one in PromotionKind])
        self.value = MoneyField(value_label(PromotionKind.PERCENT), locale=locale)
        self.first = DateField(tr("First day"), locale=locale, example=today)
        self.last = DateField(tr("Last day"), locale=locale, example=today)
        for field in (self.kind, self.value):
            field.edited.connect(self._preview)

    def _show(self, was: Promotion | None, today: date) -> None:
        self.first.show_value(was.first_day if was else today)
        if was is not None:
            self.name.show_value(was.name)
            self.kind.show_value(was.kind)
            self.value.show_value(was.value)
            self.last.show_value(was.last_day)
            self.items.show_items(was.items)

    def _lay_out(self) -> None:
        self.form = Form(self.name, self.kind, self.value, self.first, self.last)
        beside = boxed(column(self.items, self.seen, None, gap=12))
        terms = boxed(column(
            self.name, self.kind, self.value, self.first, self.last,
            muted(tr("Both days are whole: it ends as its last day does."), wrap=True), None,
            gap=12,
        ))  # fmt: skip
        terms.setFixedWidth(px(TERMS))
        parts = row(terms, beside, gap=24)
        parts.setStretch(1, 1)
        self.lay_out(parts)
        self.buttons(self.cancel, self.save)
        self.name.editor.setFocus()
