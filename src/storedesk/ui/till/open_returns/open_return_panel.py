"""Take goods back without a receipt: which, then why and where the money goes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from storedesk import api, queries
from storedesk.domain.credit import is_code
from storedesk.domain.open_returns import DAYS, OpenReturnPreview, SaleOfItem, SoldItem
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.shifts import Shift
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.open_returns import open_return_lines
from storedesk.ui.till.open_returns.cash_or_credit import CashOrCredit
from storedesk.ui.till.open_returns.chosen_lines import ChosenLines
from storedesk.ui.till.open_returns.draft import OpenReturnDraft
from storedesk.ui.till.open_returns.sales_of_item import SalesOfItemPanel
from storedesk.ui.till.open_returns.taking import Destination, TakingOpenReturn
from storedesk.ui.till.returns.money_back_panel import MoneyBackPanel

LIMIT = 30


class OpenReturnPanel(MoneyBackPanel):
    """Asks which articles come back, in which condition, and what a piece of each is worth."""

    draft: OpenReturnDraft
    given = Signal(object)
    """The OpenReturnResult."""
    sale_found = Signal(object)
    """The id of the order that something is of after all."""

    def __init__(
        self, context: PageContext, shift: Shift, draft: OpenReturnDraft, panel_host: PanelHost
    ) -> None:
        """`draft` is what was chosen before, if anything was."""
        self.lines, self.choice = ChosenLines(context, draft), CashOrCredit(context)
        self.entry, self.list = self.lines.entry, self.lines.list
        super().__init__(
            context, tr("Return without a receipt"), entry=self.entry, lines=self.lines,
            choice=self.choice, line_keys=open_return_lines.keys(),
        )  # fmt: skip
        self._panel_host, self.draft = panel_host, draft
        self.taking = TakingOpenReturn(context, shift)
        self._worth: OpenReturnPreview | None = None
        self.finder = Finder[SoldItem](self.jobs, self._find, self.lines.show_found)
        self._connect()
        self._show()

    def step(self, by: int) -> None:
        """Choose another line, or article; or, once they are chosen, the other way."""
        if self.is_about_money:
            self._step_way(by)
        elif self.entry.text():
            self.lines.found.go(by)
        elif self.lines.is_value_good():
            self.draft.go(by)
            self.lines.show_lines()
            self.list.tell()

    def scan(self, code: str) -> None:
        """Take a scanned article; a gift card gets the money."""
        if self._is_giving:
            self.tell_missed(code, is_kept=False)
        elif is_code(code):
            self.choice.take_code(code)
        else:
            self._ask_about_money(is_so=False)
            self._scans.append(code)
            self.jobs.repeat(self._take_scans)

    def enter(self) -> None:
        """Take what was typed; else go on to the money, and from there give it back."""
        if self.is_about_money:
            self._check_and_give()
        elif text := wanted(self.entry.text()):
            self.problem.hide()
            self._take_typed(text)
        elif not self.lines.is_value_good():
            return
        elif not self.draft.lines:
            raise Refused("return_empty")
        elif self.lines.controls.value.input.hasFocus():
            self.entry.setFocus()
        else:
            self.problem.hide()
            self._ask_about_money(is_so=True)

    def leave(self) -> None:
        """Go back to the goods, and from there to the sale, unless it is being given back."""
        if self._is_giving:
            return
        self.problem.hide()
        if self.is_about_money:
            self._ask_about_money(is_so=False)
        elif self.entry.text():
            self.entry.clear()
            self.lines.show_lines()
        else:
            self.draft.lines.clear()
            super().leave()

    def _connect(self) -> None:
        change, draft, controls = self._change, self.draft, self.lines.controls
        self.entry.removed.connect(lambda: change(partial(draft.put, 0)))
        for part in (self.entry, controls.pieces):
            part.stepped.connect(lambda by: change(partial(draft.step, by)))
            part.turned.connect(lambda is_so: change(partial(draft.be_restocked, is_so)))
        self.entry.textEdited.connect(self._want)
        controls.valued.connect(self._take_value)
        self.list.taken.connect(lambda line: change(partial(draft.choose, line)))
        self.lines.found.taken.connect(self._take)
        self.choice.edited.connect(self._ask)

    def _want(self, text: str) -> None:
        self.problem.hide()
        self.lines.show_lines()
        if not text.startswith("*"):
            self.finder.want(text)

    def _take_typed(self, text: str) -> None:
        if text.startswith("*"):
            self.draft.put_typed(text[1:])
            self.entry.clear()
            self._show()
        elif self.finder.knows(text):
            if item := self.lines.found.current():
                self._take(item)
            else:
                raise Refused("open_return_unsold", name=text, days=DAYS)
        else:
            self._scans.append(text)
            self.jobs.repeat(self._take_scans)

    async def _take_scans(self) -> None:
        while self._scans:
            code = self._scans.pop(0)
            found = await self._find(code)
            if not found:
                raise Refused("open_return_unsold", name=code, days=DAYS)
            if len(found) == 1:
                await self._offer_sales(found[0])
            else:
                self.entry.setText(code)
                self.finder.want(code, now=True)

    async def _find(self, text: str) -> Sequence[SoldItem]:
        return await self._context.desk.read(queries.returning.items_sold, text, LIMIT)

    def _take(self, item: SoldItem) -> None:
        self.jobs.start(partial(self._offer_sales, item))

    async def _offer_sales(self, item: SoldItem) -> None:
        """Offer the sales that hold an item, where there are some; else take it."""
        self.entry.clear()
        self.finder.forget()
        sales: tuple[SaleOfItem, ...] = ()
        if not self.draft.has(item):
            sales = await self._context.desk.read(
                api.open_returns.sales_of_item, item.product_id, item.variant_id
            )
        if not sales:
            self._change(partial(self.draft.add, item))
            return
        panel = SalesOfItemPanel(self._context, item, sales)
        panel.taken.connect(self.sale_found)
        panel.none_asked.connect(self._panel_host.back)
        panel.none_asked.connect(lambda: self._change(partial(self.draft.add, item)))
        self._panel_host.open_over(panel)
        self.lines.show_lines()

    def _change(self, change: Callable[[], object]) -> None:
        """Change the draft, and show what comes of it."""
        self.problem.hide()
        change()
        self.lines.controls.value.input.clearFocus()
        self.begin()
        self._show()
        self.list.tell()

    def _take_value(self) -> None:
        """Take the value that was typed, as far as it can be."""
        if self.lines.is_value_good():
            self._ask()
            self.list.show_draft(self.draft)

    def _show(self) -> None:
        self.lines.show_lines()
        self._ask()

    def _ask(self) -> None:
        self.jobs.restart(self._show_worth)

    async def _show_worth(self) -> None:
        self._worth = None
        if self.draft.lines:
            self._worth = await self.taking.preview(self.draft)
        self.choice.show_worth(self._worth)
        self._name_button()
        if self.is_about_money:
            await self.choice.look()

    def _check_and_give(self) -> None:
        if self._is_giving:
            return
        if not is_field_good(self.reason):
            go_to(self.reason.input)
            return
        code = self.choice.credit_code()
        to = Destination(self.reason.value(), self.choice.is_cash, code)
        self.problem.hide()
        self.jobs.start(partial(self._give_back, to))

    async def _give_back(self, to: Destination) -> None:
        self._be_giving(is_so=True)
        try:
            ask = partial(ask_beside, self._panel_host)
            result = await self.taking.take(self.draft, to, ask)
        finally:
            self._be_giving(is_so=False)
        self.draft.lines.clear()
        self.given.emit(result)
