"""Take a badge that was scanned: to go on, to approve, or to work at the till in one's own name."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from storedesk.domain.badges import StaffBadge
from storedesk.domain.refusals.errors import NotAllowed, StoreError, Unavailable
from storedesk.ui.approval_dialog import ApprovalForm
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import Jobs, View, spoken
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell.entrance_window import EntranceWindow
from storedesk.ui.unavailable import away_words

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.services.signed_in import SignedIn
    from storedesk.ui.shell.frame import Frame

TILL = "till"
ChangePerson = Callable[["SignedIn"], Awaitable[None]]


class BadgeSwitch:
    """Says what a badge means where it was scanned."""

    def __init__(
        self,
        window: EntranceWindow,
        frame: Callable[[], "Frame | None"],
        change: ChangePerson,
    ) -> None:
        """`frame` is what is open, `change` lets somebody else work in it."""
        self._window, self._frame, self._change = window, frame, change
        self._jobs = Jobs(self._refuse)
        self._said: Banner | None = None

    def take(self, badge: StaffBadge) -> None:
        """Approve where a manager is asked, unlock where it is locked, else change who works."""
        forms = [one for one in self._window.findChildren(ApprovalForm) if one.isVisible()]
        if forms:
            forms[-1].use_badge(badge)
        elif (frame := self._frame()) is None:
            self._enter(badge)
        else:
            self._switch(frame, badge)

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    def _enter(self, badge: StaffBadge) -> None:
        window = self._window
        people = window.access.people_here.people()
        if window.stack.currentWidget() is window.sign_in and not people:
            window.sign_in.problem.say(NotAllowed("badge_not_here").sentence(spoken), Tone.WARN)
        elif people or window.stack.currentWidget() is not window.sign_in:
            if window.stack.currentWidget() is window.sign_in:
                window.show_entrance()
            if window.stack.currentWidget() is window.lock_page:
                window.lock_page.use_badge(badge)

    def _switch(self, frame: "Frame", badge: StaffBadge) -> None:
        page = frame.stack.currentWidget()
        if not isinstance(page, View):
            return
        self._said = page.problem
        if badge.number == frame.context.me.number:
            page.note.say(tr("{name} is at work already.").format(name=frame.context.me.name))
        elif frame.key() != TILL or covering() or _has_panel(page):
            page.problem.say(
                tr("The badge was not taken: something else is open. F12 locks."), Tone.WARN
            )
        elif frame.lets_go(partial(self.take, badge)):
            self._jobs.start(partial(self._change_to, badge))

    async def _change_to(self, badge: StaffBadge) -> None:
        await self._change(await self._window.access.people_here.switch_by(badge))

    def _refuse(self, refusal: StoreError) -> None:
        if self._said is None:
            return
        if isinstance(refusal, Unavailable):
            self._said.say(away_words(refusal), Tone.WARN)
        else:
            self._said.say(refusal.sentence(spoken), Tone.BAD)


def _has_panel(page: View) -> bool:
    """Tell whether something of whoever is at work is open beside the sale."""
    host = getattr(page, "panel_host", None)
    return host is not None and host.panel is not None
