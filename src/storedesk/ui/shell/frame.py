"""Hold the pages of who is signed in, with side bar, foot strip and change notices."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from storedesk import api
from storedesk.domain.change_notices import EVERY_TABLE, ChangeNotice, Rows
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.shifts import Shift
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Jobs, View
from storedesk.ui.kit.dialogs.dialog import confirm
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.keys import with_key, written
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.shell.badges import Badges
from storedesk.ui.shell.first_steps import FirstStepsBar
from storedesk.ui.shell.foot_strip import FootStrip
from storedesk.ui.shell.lazy_pages import LazyPages
from storedesk.ui.shell.news import News
from storedesk.ui.shell.notices import Notices
from storedesk.ui.shell.pages import PageEntry, finding_pages, pages
from storedesk.ui.shell.palette_ways import PaletteWays
from storedesk.ui.shell.person import Leaver, register_person
from storedesk.ui.shell.side_bar import SideBar
from storedesk.ui.shell.store_renewal import StoreRenewal
from storedesk.ui.unavailable import away_words

if TYPE_CHECKING:  # a page is imported when it is wanted
    from storedesk.ui.preferences.view import PreferencesView
    from storedesk.ui.till.view import TillView

NUMBERED = 9  # pages with a digit for their key; palette and side bar lead to the others
HELP = {"handbook": "window.handbook"}
NARROW_BELOW = 1200
"""Pixels of the window below which the pages need what the words of the side bar take."""


class Frame(QFrame):
    """The pages that a person may use, one visible at a time."""

    shown = Signal(str)
    """The title of the page that is visible now."""

    def __init__(self, window: QWidget, context: PageContext, place: str, leaver: Leaver) -> None:
        """`place` names the server in the side bar; `leaver` lets whoever is signed in go."""
        super().__init__(window)
        self.context = context
        self.news = News(self._tell)
        self._jobs = Jobs(self._quietly)
        self._is_let_go = False
        self._lost_at: datetime | None = None
        self._keys: dict[str, QAction] = {}
        self.side_bar = SideBar()
        self.renewal = StoreRenewal(context, self._jobs, self.side_bar, place)
        self.strip = FootStrip(context.actions)
        self.stack = QStackedWidget()
        self.notices = Notices(self.stack, context.format)
        self.notices.moved.connect(self._make_room)
        self.stack.currentChanged.connect(self.notices.place)
        self.notices.clock.due.connect(lambda: self._jobs.start(self.look_at_clock))
        self.entries = [entry for entry in pages() if entry.is_for(context)]
        self.pages = LazyPages(
            self, {entry.key: partial(self._make, entry) for entry in self.entries}
        )
        badges = {entry.key: entry.badge(context) for entry in self.entries}
        self.badges = Badges(
            context.desk, self.side_bar, {key: one for key, one in badges.items() if one}
        )
        self.steps = FirstStepsBar(context, self.pages, self.go)
        self._lay_out()
        numbers = count(1)
        for entry in self._listed():
            self._list(entry, 0 if entry.is_home else next(numbers))
        self.ways = self._ways()
        is_demo = context.store.is_demo
        register_person(self.side_bar, self.bind, self.show_setting, leaver, is_demo=is_demo)
        do = context.actions.take_named
        does = {"switch": "staff.switch", "sign_out": "staff.sign_out", **HELP}
        self.side_bar.search_wanted.connect(partial(do, "window.palette"))
        self.side_bar.chosen.connect(lambda key: do(does[key]) if key in does else self.go(key))
        self._show_person()
        self.answering()

    def _ways(self) -> PaletteWays:
        finding = finding_pages(self.entries)
        actions, habits = self.context.actions, self.context.habits
        return PaletteWays(actions, self.pages, finding=finding, go=self.go, habits=habits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: a small window has the side bar's icons alone."""
        super().resizeEvent(event)
        self.side_bar.show_narrow(is_narrow=self.width() < px(NARROW_BELOW))

    def begin(self) -> None:
        """Show the first page; the others are made behind it."""
        self.strip.begin()
        if keys := [entry.key for entry in self._listed()]:
            self.go("till" if "till" in keys else keys[0])
            self.pages.make_others()
            self.steps.begin()
        else:
            words = tr("There are no pages for you yet"), tr("Ask a manager.")
            self.stack.addWidget(EmptyState(*words, icon="inbox"))
        self._jobs.start(self.look_at_clock)

    def bind(self, action: Action) -> None:
        """Let an action's keys work in the whole window, until this person signs out."""
        self._keys[action.name] = self.context.actions.add(action, self.window())

    def go(self, key: str) -> None:
        """Show a page."""
        page = self.pages[key]
        self.side_bar.choose(key)
        self.steps.stand_on(key)
        self.strip.setVisible(paint.shows_caps() and not page.shows_keys)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        self.shown.emit(self._title())

    def go_on(self, key: str) -> None:
        """Show the page that was shown before the pages were made anew, with all numbers."""
        self.go(key)
        self._jobs.repeat(self.badges.show)

    def key(self) -> str:
        """Return the key of the page that is visible."""
        made = self.pages.made().items()
        return next((key for key, page in made if page is self.stack.currentWidget()), "")

    def miss_scan(self, code: str, text: str) -> None:
        """Let the visible page report that a scan was not taken."""
        page = self.stack.currentWidget()
        if isinstance(page, View):
            page.miss_scan(code, text)

    def hear(self, notice: ChangeNotice) -> None:
        """Pass a change notice to the pages."""
        self.answering()
        is_own = self.context.desk.is_own(notice.sender)
        self.news.take(notice, self.context.register, is_own=is_own)

    def lost(self, failure: StoreError) -> None:
        """Show why the store's database cannot be reached, and since when."""
        self._lost_at = self._lost_at or datetime.now(UTC)
        since = self.context.format.time(self._lost_at)
        self.notices.show_lost(away_words(failure, since))
        self.side_bar.person.show_lost(tr("Not connected since {time}").format(time=since))

    def answering(self) -> None:
        """Show that the store's database answers."""
        self._lost_at = None
        self.notices.show_lost("")
        self.side_bar.person.show_lost("")

    async def look_at_clock(self) -> None:
        """Warn where the store's clock is wrong."""
        for page in self.pages.made().values():
            await page.idle()  # the page is there first, since over a long line both take a while
        self.notices.show_clock(await self.context.desk.do(api.clock.look_at_clock))

    def stop(self) -> None:
        """Cancel the jobs of every page: someone else signs in, or the window closes."""
        self.news.stop()
        self.notices.stop()
        self.ways.stop()
        self.steps.stop()
        self._jobs.cancel()
        self.pages.stop()
        for page in self.pages.made().values():
            page.stop()
        for name, key in self._keys.items():
            self.window().removeAction(key)
            self.context.actions.remove(name)

    def lets_go(self, go: Callable[[], object]) -> bool:
        """Return whether nothing is unsaved; else ask, and `go` if it may be discarded."""
        if self._is_let_go or not any(page.unsaved() for page in self.pages.made().values()):
            return True
        self._going = go
        self._jobs.start(self.ask_to_go)
        return False

    async def ask_to_go(self) -> None:
        """Show what is not saved, and ask whether to leave it so."""
        key, what = next(
            (key, page.unsaved()) for key, page in self.pages.made().items() if page.unsaved()
        )
        if self.pages[key] is not self.stack.currentWidget():
            self.go(key)  # elsewhere: it would take the keyboard from what is typed
        self._is_let_go = await confirm(
            self, tr("{what} is not saved").format(what=what),
            tr("What you typed here would be lost."),
            yes=tr("Leave without saving"), no=tr("Keep editing"),
        )  # fmt: skip
        if self._is_let_go:
            self._going()

    async def idle(self) -> None:
        """Wait until the pages have nothing under way."""
        await self.steps.idle()
        await self._jobs.idle()
        for page in self.pages.made().values():
            await page.idle()

    def visit(self, key: str, record: UUID | None = None, words: str = "", tab: str = "") -> None:
        """Show a page, if this person has it; there, one record, what `words` find, or a tab."""
        page = self.pages.get(key)
        if page is None:
            return
        self.go(key)
        if record is not None:
            page.show_record(record)
        elif words:
            page.look_for(words)
        elif tab:
            page.show_tab(tab)

    def show_setting(self, name: str) -> None:
        """Show the preferences; there, the one of that name, if it is any."""
        self.go("preferences")
        if name:
            cast("PreferencesView", self.pages["preferences"]).show_setting(name)

    def _tell(self, table: str, ids: Rows, *, is_answered: bool) -> None:
        for page in self.pages.made().values():
            is_known = is_answered and page.shows_own_sale
            if table == EVERY_TABLE or (table in page.watches and not is_known):
                page.hear(table, ids)
        self.steps.hear(table)
        self.renewal.hear(table)
        if self.badges.hear(table):
            self._jobs.repeat(self.badges.show)

    def _make(self, entry: PageEntry) -> View:
        page = entry.make(self.context)
        self.stack.addWidget(page)
        page.notices.lift(self.notices.taken())
        self.context.scanner.listen(page, page.scanned, page.hears_scans)
        if entry.key == "till":
            cast("TillView", page).shift_changed.connect(self._show_person)
        return page

    def _make_room(self) -> None:
        """Let the messages of the pages lie above those for every page."""
        for page in self.pages.made().values():
            page.notices.lift(self.notices.taken())

    def _list(self, entry: PageEntry, at: int) -> None:
        key = f"Ctrl+{at}" if at <= NUMBERED else ""
        tip = with_key(entry.label, written(key))
        self.side_bar.add(entry.key, entry.label, entry.icon, tip)
        words = tr("Go to {page}").format(page=entry.label)
        going = Action(
            name=f"go.{entry.key}", text=words, run=lambda: self.go(entry.key),
            group=tr("Everywhere"), keys=(key,) if key else (), icon=entry.icon,
        )  # fmt: skip
        self.bind(going)

    def _listed(self) -> list[PageEntry]:
        return [entry for entry in self.entries if entry.is_listed]

    def _show_person(self, shift: Shift | None = None) -> None:
        register, me = self.context.register, self.context.me
        state = tr("shift open") if shift else tr("no shift")
        if shift and not shift.has(me.id):
            state = tr("shift of {people}").format(people=shift.names)
        at = f"{register.name} · {state}" if register else me.login
        self.side_bar.show_person(me.name, at)

    def _title(self) -> str:
        return next((one.label for one in self.entries if one.key == self.key()), "")

    def _quietly(self, _refusal: StoreError) -> None:
        """Ignore a refusal: only the number beside a page is missing."""

    def _lay_out(self) -> None:
        middle = QWidget()
        stacked = QVBoxLayout(middle)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(0)
        stacked.addWidget(self.steps)
        stacked.addWidget(self.stack, 1)
        stacked.addWidget(self.strip)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.side_bar)
        outer.addWidget(middle, 1)
