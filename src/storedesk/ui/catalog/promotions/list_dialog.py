"""Show the promotions that run, come and are over; managers make, change and end them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.domain.promotions import Promotion, PromotionState
from storedesk.domain.staff import Group
from storedesk.ui.catalog.promotions.form_dialog import PromotionDialog
from storedesk.ui.catalog.promotions.labels import (
    TONES,
    days,
    offer,
    state_label,
    whose,
)
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog, confirm
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.kit.lists.short_list import RecordTable
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import Button, primary, secondary
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.tokens import Tone

WIDTH, HEIGHT, ROW = 820, 380, 56


class PromotionsDialog(Dialog):
    """The promotions by their state. Who is no manager sees them and changes nothing."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, tr("Promotions"), width=WIDTH)
        self.context = context
        self.is_manager = Group.MANAGER in context.me.groups
        self.known: tuple[Promotion, ...] = ()
        states = [(str(state), state_label(state)) for state in PromotionState]
        self.tabs = SegmentedTabs(states, name=tr("State"))
        self.tabs.chosen.connect(lambda _: self._show())
        self.note = Banner()
        self.table: RecordTable[Promotion] = RecordTable(
            self._columns(), key=lambda one: one.id, name=tr("Promotions"), row_height=ROW,
            empty=(tr("No promotion here"), self._hint()),
        )  # fmt: skip
        self.table.setMinimumHeight(px(HEIGHT))
        self.lay_out(self.note, self.tabs, self.table)
        self._lay_out_buttons()
        self.table.setFocus()
        self.changed()

    def changed(self) -> None:
        """Read the promotions again after a change notice."""
        self._jobs.restart(self.refresh)

    async def refresh(self) -> None:
        """Read the promotions and show those of the chosen state."""
        self.known = await self.context.desk.read(queries.promotions.promotions)
        for state in PromotionState:
            count = sum(one.state is state for one in self.known)
            self.tabs.show_count(str(state), self.context.format.count(count) if count else "")
        self._show()

    async def begin_new(self) -> None:
        """Ask for a new promotion."""
        await self._ask(None)

    async def edit(self) -> None:
        """Edit the chosen promotion."""
        chosen = self.table.chosen_or_none()
        if chosen is not None and self._may_change(chosen):
            await self._ask(chosen)

    async def end(self) -> None:
        """End the chosen promotion now, after a question."""
        chosen = self.table.chosen_or_none()
        if chosen is None or not self._may_change(chosen):
            return
        words = tr("From now on everything it is for has its usual price again. A promotion that"
                   " was ended cannot be begun again.")  # fmt: skip
        title = tr("End {promotion} now?").format(promotion=chosen.name)
        if await confirm(self, title, words, yes=tr("End the promotion")):
            await self.context.desk.do(
                api.promotions.end_promotion, promotion_id=chosen.id, seen=chosen.version
            )
            self.note.say(tr("{promotion} is ended.").format(promotion=chosen.name), Tone.OK)
            await self.refresh()

    async def _ask(self, was: Promotion | None) -> None:
        choices = await self.context.desk.read(queries.catalog_lists.categories)
        today = self.context.format.now().date()
        dialog = PromotionDialog(self, self.context, was, categories=choices, today=today)
        if await dialog.shown():
            self.note.say(tr("{promotion} is saved.").format(promotion=dialog.saved), Tone.OK)
            await self.refresh()
            found = next((one for one in self.known if one.id == dialog.key), None)
            if found is not None:
                self.tabs.choose(str(found.state))
                self._show()
                self.table.choose(found.id)

    def _show(self) -> None:
        state = self.tabs.current()
        shown = [one for one in self.known if one.state == state]
        self.table.show_records(shown[::-1] if state == PromotionState.PAST else shown)
        if shown and self.table.chosen_or_none() is None:
            self.table.selectRow(0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        if self.is_manager:
            chosen = self.table.chosen_or_none()
            can = chosen is not None and self._may_change(chosen)
            self.edit_button.setEnabled(can)
            self.end_button.setEnabled(can)

    @staticmethod
    def _may_change(promotion: Promotion) -> bool:
        return promotion.state is not PromotionState.PAST

    def _hint(self) -> str:
        if self.is_manager:
            return tr("Make one with “New promotion”, such as 20% off all candles until Sunday.")
        return tr("Managers make promotions, such as 20% off all candles until Sunday.")

    def _columns(self) -> list[Column[Promotion]]:
        form = self.context.format
        currency = self.context.store.currency
        return [
            Column(tr("Promotion"), _name, CellStyle.STRONG, 260, 4),
            Column(tr("Offer"), lambda one: offer(one, form, currency), CellStyle.TEXT, 120, 1),
            Column(tr("Days"), lambda one: days(one, form), CellStyle.MUTED, 200, 2),
            Column(tr("State"), _state, CellStyle.CHIP, 110),
        ]  # fmt: skip

    def _lay_out_buttons(self) -> None:
        close = Button(tr("Done"), cap="Esc")
        close.clicked.connect(self.reject)
        if not self.is_manager:
            self.buttons(close)
            return
        self.new_button = primary(tr("New promotion"), icon="plus", cap="Ctrl+N")
        self.edit_button = secondary(tr("Edit"), icon="pencil", cap="Ctrl+E")
        self.end_button = secondary(tr("End now"), icon="ban", cap="Ctrl+D")
        for button, keys, run in (
            (self.new_button, "Ctrl+N", self.begin_new),
            (self.edit_button, "Ctrl+E", self.edit),
            (self.end_button, "Ctrl+D", self.end),
        ):
            button.clicked.connect(partial(self.start, run))
            self.on_key(keys, partial(self.start, run))
        self.table.opened.connect(lambda _: self.start(self.edit))
        self.table.chosen_changed.connect(lambda *_: self._show_buttons())
        self.buttons(self.end_button, self.edit_button, self.new_button, close)


def _name(promotion: Promotion) -> Cell:
    return Cell(promotion.name, whose(promotion))


def _state(promotion: Promotion) -> Cell:
    words = tr("Ended early") if promotion.ended_at else state_label(promotion.state)
    return Cell(words, tone=TONES[promotion.state])
