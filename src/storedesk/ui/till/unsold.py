"""Offer to put a scanned product on sale, to those who may."""

from PySide6.QtCore import Signal

from storedesk import api
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel


class UnsoldPanel(Panel):
    """Asks whether something is put on sale, and added to the sale that waits for it."""

    hears_scans = True
    righted = Signal()
    """It is on sale now."""

    def __init__(self, desk: Desk, refusal: StoreError, code: str) -> None:
        """`refusal` is the product_not_sold of the product with that code."""
        is_draft = refusal.parameters.get("status") == "draft"
        title = tr("Not on sale yet") if is_draft else tr("Not sold any more")
        super().__init__(title)
        self._desk, self._code = desk, code
        name = Label(str(refusal.parameters.get("name", code)), size=20, wrap=True)
        name.setFont(theme.font(20, theme.DEMIBOLD))
        note = tr("It is a draft. Put it on sale, and every till can sell it.")
        if not is_draft:
            note = tr("It was taken off sale. Put it on sale, and every till can sell it.")
        self.go = pay_button(tr("Put it on sale and add it"), size=15)
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, name, Label(code, ink="muted", wrap=True))
        self.lay_out(Label(note, wrap=True), None)
        self.end_with(self.go)

    def enter(self) -> None:
        """Put it on sale."""
        self.jobs.start(self._put_on_sale)

    async def _put_on_sale(self) -> None:
        self.problem.hide()
        await self._desk.do(api.till.put_on_sale, code=self._code)
        self.righted.emit()
