"""Take goods back without a receipt: which, then why and where the money goes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from storedesk import api, queries
from storedesk.domain.credit import is_code
from storedesk.domain.open_returns import DAYS, OpenReturnPreview, SaleOfItem, SoldItem
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.values.text import wanted
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.finder import Finder
from storedesk.ui.kit.forms.form import TextField, is_field_good
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.cards import Facts, boxed, column, scrolling
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.open_returns import open_return_lines
from storedesk.ui.till.open_returns.cash_or_credit import CashOrCredit
from storedesk.ui.till.open_returns.chosen_lines import ChosenLines
from storedesk.ui.till.open_returns.draft import OpenReturnDraft
from storedesk.ui.till.open_returns.sales_of_item import SalesOfItemPanel
from storedesk.ui.till.open_returns.taking import Destination, TakingOpenReturn
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.returns.return_lines import money_keys

STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
LIMIT = 30


class OpenReturnPanel(Panel):
    """Enter goes from the goods to the money, and then gives it back; Esc goes back that way."""

    hears_scans = takes_scans = True
    given = Signal(object)
    """The OpenReturnResult."""
    sale_found = Signal(object)
    """The id of the order that something is of after all."""

    def __init__(
        self, context: PageContext, shift: Shift, draft: OpenReturnDraft, panel_host: PanelHost
    ) -> None:
        """`draft` is what was chosen before, if anything was."""
        super().__init__(tr("Return without a receipt"))
        self._context, self._panel_host, self.draft = context, panel_host, draft
        self.taking = TakingOpenReturn(context, shift)
        self._worth: OpenReturnPreview | None = None
        self._scans: list[str] = []
        self._is_giving = False
        self.lines = ChosenLines(context, draft)
        self.entry, self.list = self.lines.entry, self.lines.list
        self.finder = Finder[SoldItem](self.jobs, self._find, self.lines.show_found)
        self.what, self.reason = Facts(), TextField(tr("Why"), longest=500)
        self.choice = CashOrCredit(context)
        self.money = scrolling(boxed(column(self.what, self.reason, self.choice, None, gap=12)))
        self.go = pay_button("")
        self.lay_out(self.title, self.problem, self.lines, self.money)
        self.column.setStretch(2, 1)
        self.column.setStretch(3, 1)
        self.end_with(self.go, open_return_lines.keys())
        self.money.hide()
        self._connect()
        self._show()

    @property
    def is_about_money(self) -> bool:
        """Whether it asks where the money goes, and not what comes back."""
        return not self.money.isHidden()

    def begin(self) -> None:
        """Take the keyboard."""
        self.entry.setFocus()

    def step(self, by: int) -> None:
        """Choose another line, or article; or, once they are chosen, the other way."""
        if self.is_about_money:
            self.choice.step(by)
            (self.choice.code if self.choice.is_credit else self.reason).setFocus()
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

    def refuse(self, refusal: StoreError) -> None:
        """Say what stands in the way; what was chosen stays."""
        super().refuse(self._context.format.in_money(refusal))
        self.choice.blame(refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: Up and Down choose where the money goes; they do not scroll."""
        if watched is self.money and isinstance(event, QKeyEvent) and event.key() in STEPS:
            if event.type() is QEvent.Type.KeyPress:
                self.step(STEPS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.money.installEventFilter(self)
        change, draft, controls = self._change, self.draft, self.lines.controls
        self.entry.removed.connect(lambda: change(partial(draft.put, 0)))
        for part in (self.entry, controls.pieces):
            part.stepped.connect(lambda by: change(partial(draft.step, by)))
            part.turned.connect(lambda is_so: change(partial(draft.be_restocked, is_so)))
        self.entry.textEdited.connect(self._want)
        controls.valued.connect(self._take_value)
        self.list.taken.connect(lambda line: change(partial(draft.choose, line)))
        self.lines.found.taken.connect(self._take)
        self.choice.edited.connect(self.problem.hide)
        self.choice.edited.connect(self._ask)
        self.go.clicked.connect(self.press)

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

    def _name_button(self) -> None:
        words = self.choice.go_words() if self.is_about_money else tr("Continue · {amount}")
        self.go.setText(words.format(amount=self._context.money(self.choice.worth())))
        self.what.show_facts([(tr("Comes back"), pieces(self.draft.pieces))])

    def _ask_about_money(self, *, is_so: bool) -> None:
        self.lines.setVisible(not is_so)
        self.money.setVisible(is_so)
        (self.reason if is_so else self.entry).setFocus()
        self.keys.setText(money_keys() if is_so else open_return_lines.keys())
        self._name_button()

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

    def _be_giving(self, *, is_so: bool) -> None:
        self._is_giving = is_so
        self.go.setEnabled(not is_so)
