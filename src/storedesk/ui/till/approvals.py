"""Ask a manager beside the sale when pieces are sold that the shelf count denies."""

import asyncio
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from storedesk.domain.refusals.errors import NotAllowed, StoreError
from storedesk.domain.till import Found, Sale
from storedesk.ui.approval import Approval, ApprovalRequest
from storedesk.ui.approval_dialog import ApprovalForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import scrolling
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.labels import pieces
from storedesk.ui.till.panels import Panel

MOST_PRODUCTS = 4
"""Products that are named one by one."""


def shortage_approval(
    sale: Sale, found: Sequence[Found], context: PageContext, refusal: NotAllowed
) -> ApprovalRequest:
    """Say how many pieces of what are to be sold past the count, why, and who asks."""
    counted = _counted(refusal)
    names = {line.product_id: line.name for line in sale.lines}
    whole = sum(line.quantity for line in sale.lines)
    facts = [
        (names[one.product_id], pieces(counted[str(one.product_id)]))
        for one in found
        if str(one.product_id) in counted and one.product_id in names
    ]
    return ApprovalRequest(
        tr("Sell more than the shelf count"),
        [
            *(facts if len(facts) <= MOST_PRODUCTS else []),
            (tr("Why"), found[0].reason),
            (tr("Asked by"), context.me.name),
        ],
        (tr("Not counted"), pieces(sum(counted.values()) or whole)),
    )


def _counted(refusal: NotAllowed) -> dict[str, int]:
    """Return the pieces of each product as the database has counted them; a long list has none."""
    detail: Any = refusal.parameters["detail"]
    named = detail["found"]
    return {one["product_id"]: one["pieces"] for one in named} if isinstance(named, list) else {}


class ApprovalPanel(Panel):
    """Asks a manager in the column, so that both see what is sold."""

    ended = Signal()
    """It was approved and done, or refused for good."""

    def __init__(self, approval: Approval[Any]) -> None:
        super().__init__(tr("A manager must approve this"))
        self._is_asking = False
        self.form = ApprovalForm(approval, is_narrow=True)
        self.login, self.password = self.form.login, self.form.password
        self.yes = pay_button(tr("Approve"))
        self.yes.clicked.connect(self.press)
        self.form.scanned.connect(self.enter)
        self.lay_out(self.title, self.problem, scrolling(self.form))
        self.column.setStretch(2, 1)
        self.end_with(self.yes)

    def begin(self) -> None:
        """Take the keyboard."""
        self.login.setFocus()

    def enter(self) -> None:
        """Approve; Enter in the login goes to the password."""
        if not self._is_asking and self.form.is_good():
            self.problem.hide()
            self.jobs.start(self._allow)

    def leave(self) -> None:
        """Go back, unless it is being done and nobody knows whether it was."""
        if not self._is_asking:
            super().leave()

    def refuse(self, refusal: StoreError) -> None:
        """Show the refusal, and go to the field to correct."""
        super().refuse(refusal)
        self.form.blame(refusal)

    async def _allow(self) -> None:
        self._is_asking = True
        self.yes.setEnabled(False)
        try:
            await self.form.allow()
        finally:
            self._is_asking = False
            self.yes.setEnabled(True)
        self.ended.emit()


async def ask_beside(panel_host: PanelHost, approval: Approval[Any]) -> None:
    """Ask over the panel that is open, and wait until that is done with."""
    panel = ApprovalPanel(approval)
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    panel.ended.connect(panel_host.back)
    panel.gone.connect(end)
    panel_host.open_over(panel)
    await ended
