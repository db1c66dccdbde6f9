"""Join a shift that other people opened."""

from PySide6.QtCore import Signal

from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.shifts import Shift
from storedesk.domain.staff import Group
from storedesk.ui.joining import Drawer, JoinForm
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.keys import pay_button, small_button
from storedesk.ui.till.panels import Panel


class JoinPanel(Panel):
    """Says whose shift it is, and takes the password of somebody who lets one in.

    A manager needs nobody, and may close the shift without joining it.
    """

    hears_scans = True
    joined = Signal(object)
    """The Shift that they are in now."""
    closing_asked = Signal()
    """It is to be closed instead."""

    def __init__(self, drawer: Drawer, shift: Shift) -> None:
        super().__init__(drawer.title(shift))
        self.form = JoinForm(drawer, shift)
        self.may_close = Group.MANAGER in drawer.me.groups
        self.close_shift = small_button(tr("Close it instead"), cap="F7")
        self.close_shift.setVisible(self.may_close)
        self.close_shift.clicked.connect(self.closing_asked)
        self.go = pay_button(tr("Join the shift"))
        self.go.clicked.connect(self.press)
        self.lay_out(self.title, self.problem, self.form, None, self.close_shift)
        self.end_with(self.go, "" if self.form.is_alone else tr("Up, Down: who lets you in"))

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus() if self.form.is_alone else self.form.begin()

    def enter(self) -> None:
        """Ask to be let in."""
        if self.form.is_good():
            self.problem.hide()
            self.jobs.start(self._join)

    def step(self, by: int) -> None:
        """Choose who lets one in."""
        self.form.who.step(by)

    def refuse(self, refusal: StoreError) -> None:
        """Say why not, where the next key puts it right."""
        super().refuse(refusal)
        self.form.blame(refusal)

    async def _join(self) -> None:
        self.go.setEnabled(False)
        try:
            self.joined.emit(await self.form.join())
        finally:
            self.go.setEnabled(True)
