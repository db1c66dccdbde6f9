"""Take pieces of a receipt back beside the sale: first which, then why and where the money goes."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from storedesk import queries
from storedesk.domain.credit import is_code
from storedesk.domain.fulfillment import OrderResult, ReturnPreview
from storedesk.domain.order_details import Order
from storedesk.domain.refusals.errors import Conflict, Refused, StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.till import Sale
from storedesk.domain.values.text import wanted
from storedesk.ui.approval import Attempt, Describe, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import is_field_good
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.cards import boxed, column
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.returns.draft import ReturnDraft, ReturnDraftLine
from storedesk.ui.returns.refund_choice import RefundChoice
from storedesk.ui.returns.returning import Returning, WantedReturn
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.returns import return_lines
from storedesk.ui.till.returns.money_back_panel import MoneyBackPanel
from storedesk.ui.till.returns.return_lines import (
    LineControls,
    ReturnEntry,
    ReturnList,
    ShippingBox,
)


class ReturnPanel(MoneyBackPanel):
    """Asks which lines of an order come back, in which condition."""

    draft: ReturnDraft
    given = Signal(object)
    """The OrderResult of the return that was taken."""
    exchanged = Signal(object)
    """The Sale for which it comes back, to be booked with that."""

    def __init__(
        self, context: PageContext, order: Order, shift: Shift, panel_host: PanelHost,
        sale_id: Callable[[], UUID],
    ) -> None:  # fmt: skip
        """`sale_id` tells the id of the sale in progress that an exchange is for."""
        self.entry, self.list, self.controls = ReturnEntry(), ReturnList(), LineControls()
        self.with_shipping = ShippingBox(order)
        self.choice = RefundChoice(context, is_narrow=True, has_exchange=True)
        self.about = return_lines.about(context, order)
        super().__init__(
            context, tr("Return of {number}").format(number=order.number), entry=self.entry,
            lines=boxed(column(self.entry, self.list, self.controls, gap=10)), choice=self.choice,
            line_keys=return_lines.line_keys(), about=(self.about,),
            beside_money=(self.with_shipping,),
        )  # fmt: skip
        self._panel_host, self._sale_id = panel_host, sale_id
        self.returning = Returning(context, order.id, shift)
        self.draft = ReturnDraft(order)
        self._preview: ReturnPreview | None = None
        self.with_shipping.offer(is_so=True)
        self._connect()
        self._show()

    def step(self, by: int) -> None:
        """Choose another line; or, once they are chosen, the other way for the money."""
        if self.is_about_money:
            self._step_way(by)
        else:
            self.draft.go(by)
            self._show_lines()
            self.list.tell()

    def scan(self, code: str) -> None:
        """Tick the line of a scanned article; a gift card gets the money."""
        if self._is_giving:
            self.tell_missed(code, is_kept=False)
        elif is_code(code):
            self.choice.take_code(code)
            self.jobs.restart(self._show_refund)
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
        elif not self.draft.pieces:
            raise Refused("return_empty")
        else:
            self.problem.hide()
            self._ask_about_money(is_so=True)
            self._warn()

    def leave(self) -> None:
        """Go back to the lines, and from there to the sale, unless it is being given back."""
        if self._is_giving:
            return
        if self.is_about_money:
            self.problem.hide()
            self._ask_about_money(is_so=False)
        else:
            super().leave()

    def _connect(self) -> None:
        change = self._change
        self.entry.ticked.connect(lambda: change(self.draft.tick))
        self.entry.removed.connect(lambda: change(partial(self.draft.put, 0)))
        for part in (self.entry, self.controls):
            part.stepped.connect(lambda by: change(partial(self.draft.step, by)))
            part.turned.connect(lambda is_so: change(partial(self.draft.be_restocked, is_so)))
        self.list.taken.connect(lambda line: change(partial(self._tap, line)))
        self.with_shipping.toggled.connect(self._ask)
        self.choice.edited.connect(self._turn)

    def _tap(self, line: ReturnDraftLine) -> None:
        """Choose a line, and tick it; once it is the current one, take the tick away again."""
        is_current = line is self.draft.current
        self.draft.choose(line)
        if is_current or not line.count:
            self.draft.tick()

    def _take_typed(self, text: str) -> None:
        if text.startswith("*"):
            self._change(partial(self.draft.put_typed, text[1:]))
        elif found := self.draft.find(text):
            self._change(partial(self.draft.add, found))
        else:
            self._scans.append(text)
            self.jobs.repeat(self._take_scans)
            return
        if self.problem.isHidden():
            self.entry.clear()

    async def _take_scans(self) -> None:
        while self._scans:
            code = self._scans.pop(0)
            order_id = self.draft.order.id
            ids = await self._context.desk.read(queries.returning.lines_with_code, order_id, code)
            named = [line for line in self.draft.lines if line.sold.id in ids]
            if not named:
                raise Refused("not_on_receipt", code=code)
            if wanted(self.entry.text()) == code:
                self.entry.clear()
            self._change(partial(self.draft.add, named))

    def _change(self, change: Callable[[], object]) -> None:
        """Change the draft, and show what comes of it; what is refused is said."""
        self.problem.hide()
        try:
            change()
        except StoreError as refusal:
            self.refuse(refusal)
        self._show()
        self.list.tell()

    def _show(self) -> None:
        self._show_lines()
        self._ask()

    def _show_lines(self) -> None:
        self.list.show_draft(self.draft)
        self.controls.show_line(self.draft.current)

    def _turn(self) -> None:
        """Ask anew, for another way; in an exchange only goods come back, and no shipping."""
        self.with_shipping.offer(is_so=not self.choice.is_exchange)
        self._ask()

    def _ask(self) -> None:
        self.jobs.restart(self._show_refund)

    async def _show_refund(self) -> None:
        self._preview = None
        lines = self.draft.chosen()
        if lines:
            try:
                self._preview = await self.returning.preview(lines, self.with_shipping.is_wanted)
            except Refused as refusal:
                if refusal.code == "return_too_many":
                    await self._look_again()
                raise
        self.choice.show_preview(self._preview)
        self._name_button()
        if self.is_about_money:
            self._warn()
            await self.choice.look()

    def _warn(self) -> None:
        """Say before it is done that a manager is asked."""
        if beyond := self._preview.beyond if self._preview else None:
            why = self._context.format.in_money(beyond).sentence(spoken)
            words = tr("{why} You are asked for one next.")
            self.problem.say(words.format(why=why), Tone.WARN)

    def _check_and_give(self) -> None:
        if self._is_giving:
            return
        if not is_field_good(self.reason):
            go_to(self.reason.input)
            return
        given = WantedReturn(
            lines=self.draft.chosen(),
            reason=self.reason.value(),
            with_shipping=self.with_shipping.is_wanted,
            to_credit=self.choice.is_credit,
            credit_code=self.choice.credit_code(),
        )
        self.problem.hide()
        self.jobs.start(partial(self._give_back, given))

    async def _give_back(self, given: WantedReturn) -> None:
        context, ask, order = self._context, partial(ask_beside, self._panel_host), self.draft.order
        way: tuple[Describe, Attempt[OrderResult | Sale]] = self.returning.attempt(order, given)
        if is_exchange := self.choice.is_exchange:
            way = self.returning.exchange(order, given, self._sale_id())
        self._be_giving(is_so=True)
        try:
            result = await asking(ask, context.approvers, context.format, *way)
        except (Conflict, Refused) as refusal:
            if isinstance(refusal, Conflict) or refusal.code == "return_too_many":
                await self._look_again()
            raise
        finally:
            self._be_giving(is_so=False)
        (self.exchanged if is_exchange else self.given).emit(result)

    async def _look_again(self) -> None:
        """Show the order as it is now: somebody has taken pieces of it back meanwhile."""
        order = await self._context.desk.read(queries.order_details.order, self.draft.order.id)
        self.draft.renew(order)
        self._ask_about_money(is_so=False)
        self._show_lines()
