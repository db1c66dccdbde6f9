"""Open the drawer without a sale: it is written down, with the reason."""

from collections.abc import Awaitable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from storedesk import api
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.shifts import Shift
from storedesk.ui.approval import ApprovalRequest, asking
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.approvals import ask_beside
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel, typed
from storedesk.ui.till.shifts.likely_reasons import LikelyReasons

LONGEST = 255


class OpenDrawerPanel(Panel):
    """Asks why, and writes it down; beyond the limit a manager approves it beside the sale.

    A drawer at a receipt printer opens by itself once that is written; any other by its key.
    """

    written = Signal(str)
    """What is to be said of it."""

    def __init__(self, context: PageContext, shift: Shift, panel_host: PanelHost) -> None:
        super().__init__(tr("No sale"))
        self._context, self._shift, self._panel_host = context, shift, panel_host
        self._is_asking = False
        words = tr("Open the drawer with its key. That it was opened without a sale is written"
                   " down, with your name and the reason.")  # fmt: skip
        if context.receipt_paper().opens_drawer:
            words = tr("The drawer opens once this is written down, with your name and the reason.")
        self.reason = LineInput()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Reason"))
        self.reason.setMaxLength(LONGEST)
        self.reason.setFont(theme.font(16))
        self.likely = LikelyReasons(self.reason, _reasons())
        self.go = pay_button(tr("Write it down"))
        self.go.clicked.connect(self.press)
        note = Label(words, ink="muted", wrap=True)
        self.lay_out(self.title, note, self.problem, self.reason, self.likely, None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard."""
        self.reason.setFocus()

    def enter(self) -> None:
        """Write it down; without a reason, ask for one. A second Enter meanwhile does nothing."""
        reason = typed(self.reason)
        if not reason:
            go_to(self.reason)
            raise Refused("reason_missing")
        if not self._is_asking:
            self.jobs.start(lambda: self._open(reason))

    async def _open(self, reason: str) -> None:
        self.problem.hide()

        def send(approval: UUID | None) -> Awaitable[UUID]:
            return self._context.desk.do(
                api.shifts.open_drawer, shift_id=self._shift.id, reason=reason, approval=approval
            )

        context, ask = self._context, partial(ask_beside, self._panel_host)
        self._is_asking = True
        try:
            words = partial(self._request, reason)
            await asking(ask, context.approvers, context.format, words, send)
        finally:
            self._is_asking = False
        self.written.emit(tr("The opening is written down."))

    def _request(self, reason: str, refusal: NotAllowed) -> ApprovalRequest:
        """Say to the manager what is asked, and how often it is allowed without them."""
        most = self._context.format.count(int(str(refusal.parameters["most"])))
        facts = [(tr("Why"), reason), (tr("Asked by"), self._context.me.name)]
        total = (tr("Allowed without a manager, in a shift"), most)
        return ApprovalRequest(tr("Open the drawer without a sale"), facts, total)


def _reasons() -> list[str]:
    return [
        tr("Change for a customer"), tr("A note to check"), tr("A coin roll to open"),
        tr("The drawer did not open"),
    ]  # fmt: skip
