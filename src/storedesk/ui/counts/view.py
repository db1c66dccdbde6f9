"""Show the page of stock counts: all counts, or the open one."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtWidgets import QStackedWidget

from storedesk import api, queries
from storedesk.domain.bounds import Bound
from storedesk.domain.counts import CountLine, CountPart, CountStatus, ParkedCode, StockCount, Tally
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.scans import unwrapped
from storedesk.domain.staff import Group
from storedesk.domain.unsold import explained
from storedesk.ui.context import PageContext
from storedesk.ui.counts.entries import EntryQueue
from storedesk.ui.counts.lines import COUNTED
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.counts.overview import CountList
from storedesk.ui.counts.posting import may_post, post, what_of_the_refused
from storedesk.ui.counts.sheet import CountSheet
from storedesk.ui.counts.shortcuts import add_shortcuts
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.forms.numbers import parse_quantity
from storedesk.ui.kit.lists.columns import Edit
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, PageHeader
from storedesk.ui.kit.looks.tokens import Tone


class CountsView(View):
    """Start counts, count by scan or by list, review the differences and post them."""

    watches = frozenset({"stock_counts", "stock_count_entries", "inventory"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.count: UUID | None = None  # the one that is open on the screen
        self.undoable: tuple[UUID, ...] = ()
        """The movements of the count that was posted last here."""
        self._most = context.me.most(Bound.COUNTED_PIECES)
        self.entries = EntryQueue(context.desk, self._counted, self._not_counted, most=self._most)
        self.serials.append(self.entries.queue)
        counted = Edit[CountLine](COUNTED, self._typed_text, self._set, lambda line: line.product)
        self.sheet = CountSheet(context.desk, self.context.format, context.scanner, counted)
        self.list = CountList(self.context.format, lambda: self.start(self.begin))
        self._lay_out()
        self._connect()
        add_shortcuts(context.actions, self, self)

    def unsaved(self) -> str:
        """Return the product over whose count something unsaved is typed, or ""."""
        return self.sheet.table.editing.unsaved()

    def stop(self) -> None:
        """End every job, and those of the list."""
        self.sheet.table.stop()
        super().stop()

    async def refresh(self) -> None:
        """Show all counts, or the one that is open on the screen."""
        if self.count is None:
            self.list.show_records(await self.desk.read(queries.count_lists.newest))
            return
        count = await self.desk.read(queries.count_lists.count_of, self.count)
        if count is None or count.status is not CountStatus.OPEN:
            self.leave()
            self.note.say(tr("This count is closed. Choose another one."), Tone.INFO)
            return
        self.header.heading.setText(count.name)
        self.sheet.show_count(
            count, await self.desk.read(queries.count_lines.differences, count.id)
        )
        self.sheet.show_parked(await self.desk.read(queries.count_lists.parked, count.id))
        await self.sheet.table.show_count(count.id)

    async def begin(self) -> None:
        """Ask what to count, and start a count."""
        tree = await self.desk.read(queries.catalog_lists.categories)
        name = tr("Count of {day}").format(day=self.context.format.date(datetime.now(UTC)))
        question = NewCount(
            self, self.desk, name, tree, most=self.context.me.most(Bound.COUNTED_PRODUCTS)
        )
        if not await question.shown():
            return
        key = await self.desk.do(
            api.counts.open_count, count=uuid4(), name=question.called,
            products=question.products,
        )  # fmt: skip
        self._show(key)

    async def undo_entry(self) -> None:
        """Undo the last entry of this person."""
        if self.count is None:
            return
        await self.entries.queue.idle()
        tally = await self.desk.do(api.counts.take_back_count, self.count)
        if tally is None:
            raise Refused("nothing_to_undo")
        self.entries.show(tally)
        self.note.say(
            tr("{what}: last entry undone, {n} counted now.").format(
                what=tally.name or tally.code, n=self.context.format.count(tally.counted or 0)
            )
        )

    async def recount(self) -> None:
        """Forget what was counted of the chosen product, so that it is counted again."""
        line = self.sheet.table.chosen()
        if self.count is not None and line.counted is not None:
            await self.desk.do(api.counts.recount_item, self.count, line.product_id)
            self.note.say(tr("{product} is to be counted again.").format(product=line.product))
            self.reload()

    async def post(self) -> None:
        """Say what posting will do, ask, and post."""
        if self.count is None:
            return
        await self.entries.queue.idle()
        count = await self.desk.read(queries.count_lists.count_of, self.count)
        differences = await self.desk.read(queries.count_lines.differences, self.count)
        codes = await self.desk.read(queries.count_lists.parked, self.count)
        if count and await may_post(self, count, differences, codes, self.context.format):
            await self._post(count, differences.worth.currency)

    async def cancel(self) -> None:
        """End the count without moving any stock."""
        if self.count is None:
            return
        title = tr("Cancel this count?")
        words = tr("No stock changes. The count stays in the list.")
        if await confirm(self, title, words, yes=tr("Cancel the count")):
            await self.desk.do(api.counts.cancel_count, self.count)
            self.leave()

    async def forget(self, code: ParkedCode) -> None:
        """Remove an unknown code from the list, after a question."""
        title = tr("Remove {code}?").format(code=code.code)
        words = tr("It leaves this list. Scan it again once a product has this code.")
        yes = tr("Remove it")
        if self.count is not None and await confirm(self, title, words, yes=yes):
            await self.desk.do(api.counts.recount_item, self.count, code=code.code)
            self.reload()

    async def undo(self) -> None:
        """Undo the count that was posted last on this page."""
        if not self.undoable:
            raise Refused("nothing_to_undo")
        await self.desk.do(api.inventory.undo_stock, self.undoable)
        self.undoable = ()
        self.note.say(tr("The posted count is undone."))

    def scanned(self, raw: str) -> None:
        """Count one piece of a scanned code, or as many as the entry field says ("24*")."""
        if self.count is None:
            self.miss_scan(unwrapped(raw), tr("Open a count first, or start a new one."))
            return
        staged = self.sheet.entry.text()
        self._enter(lambda count: self.entries.scan(count, raw, staged))

    async def _post(self, count: StockCount, currency: str, *, carry: bool = False) -> None:
        try:
            posted = await post(self, self.context, count, currency, carry=carry)
        except Refused as refusal:
            if refusal.code != "count_lines_refused":
                raise
            answer = await what_of_the_refused(self, refusal)
            if answer == "carry":
                await self._post(count, currency, carry=True)
            elif answer == "orders":
                names = str(refusal.parameters["names"])
                self.context.navigate("orders", words=names.split(", ", maxsplit=1)[0])
            return
        self.undoable = posted.movements
        self.leave()
        words = tr("“{name}” is posted: {n} corrected, {same} already correct.")
        form = self.context.format
        right, same = form.products(posted.posted), form.count(posted.same)
        self.note.say(words.format(name=count.name, n=right, same=same))

    async def _set(self, line: CountLine, typed: str) -> None:
        if self.count is None:
            return
        number = parse_quantity(typed, smallest=0, largest=self._most)
        tally = await self.desk.do(
            api.counts.count_item, self.count, product=line.product_id, quantity=number, is_set=True
        )
        self.entries.show(tally)

    def _typed_text(self, line: CountLine) -> str:
        return "" if line.counted is None else str(line.counted)

    def _counted(self, tally: Tally) -> None:
        (self.sounds.good if tally.product_id else self.sounds.bad)()
        self.sheet.show_tally(tally)
        self.reload()

    def _not_counted(self, refusal: StoreError, what: str) -> None:
        self.sounds.bad()
        self.sheet.show_failed(what)
        self.refuse(explained(refusal, is_manager=Group.MANAGER in self.context.me.groups))

    def _enter(self, take: Callable[[UUID], None]) -> None:
        if self.count is None:
            return
        self.problem.hide()
        try:
            take(self.count)
        except Refused as refusal:
            self.sounds.bad()
            self.refuse(refusal)
            return
        self.sheet.entry.clear()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._enter(lambda count: self.entries.type(count, text))

    def _show(self, count: UUID) -> None:
        self.count = count
        self.entries.forget()
        self.sheet.show_tally(None)
        self._choose_part(CountPart.ALL)
        self._switch()
        self.sheet.entry.setFocus()

    def leave(self) -> None:
        """Show all counts again."""
        self.count = None
        self.header.heading.setText(tr("Counts"))
        self._switch()
        self.list.setFocus()

    def _escape(self) -> None:
        if self.sheet.entry.text():
            self.sheet.entry.clear()
        else:
            self.leave()

    def _switch(self) -> None:
        is_open = self.count is not None
        self.stack.setCurrentIndex(int(is_open))
        self.new.setVisible(not is_open)
        self.drop.setVisible(is_open)
        self.finish.setVisible(is_open)
        self.reload()

    def _choose_part(self, part: CountPart) -> None:
        self.sheet.tabs.choose(part.value)
        self.sheet.table.show_part(part)

    def _signed(self, step: int) -> None:
        if step < 0:
            self.start(self.undo_entry)

    def _tab(self, part: str) -> None:
        self.sheet.table.show_part(CountPart(part))
        self.reload()

    def _lay_out(self) -> None:
        self.new = primary(tr("New count"), icon="plus")
        self.drop = secondary(tr("Cancel the count"))
        self.finish = primary(tr("Post"), icon="check")
        self.header = PageHeader(tr("Counts"), self.new, self.drop, self.finish)
        card = Card(margin=4, gap=0)
        card.add(self.list, stretch=1)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self.sheet)
        self.drop.hide()
        self.finish.hide()
        self.lay_out(self.stack, header=self.header)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        entry, table = self.sheet.entry, self.sheet.table
        entry.entered.connect(self._typed)
        entry.escaped.connect(self._escape)
        entry.stepped.connect(self._signed)
        entry.moved.connect(lambda _: table.setFocus())
        self.sheet.back.clicked.connect(self.leave)
        self.sheet.tabs.chosen.connect(self._tab)
        table.editing.start = self.start
        table.sort_changed.connect(self.reload)
        table.failed.connect(self.refuse)
        table.opened.connect(lambda _: table.editing.open_named(COUNTED))
        self.list.opened.connect(self._open)
        self.sheet.parked.opened.connect(lambda one: self.start(partial(self.forget, one)))

    def _open(self, count: StockCount) -> None:
        if count.status is CountStatus.OPEN:
            self._show(count.id)
