"""Open, join and close the shift of this till, each in a panel of its own."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from storedesk import queries
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.shifts import CashLevel, Shift, ShiftReport
from storedesk.ui.cash_labels import hint_label
from storedesk.ui.context import PageContext
from storedesk.ui.joining import Drawer
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from storedesk.ui.till.shifts.joining import JoinPanel
from storedesk.ui.till.shifts.move_cash import MoveCashPanel
from storedesk.ui.till.shifts.open_drawer import OpenDrawerPanel
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel


class ShiftController(QObject):
    """Knows the open shift, and opens the panel that this person needs."""

    changed = Signal(object)
    """The Shift that is open now, or None."""
    moved = Signal()
    """A shift was opened, joined or closed here: the page is stale."""
    closed = Signal(object)
    """The ShiftReport of the shift that was closed here."""
    report_asked = Signal(object)
    """The ShiftReport of the shift as it is now is to be shown."""
    drawer_opened = Signal()
    """It was written down that the drawer is opened without a sale: it may open."""
    said = Signal(str)
    """What has been done, in words."""
    refused = Signal(object)
    """The Refused that says why nothing was done."""

    def __init__(self, context: PageContext, panel_host: PanelHost) -> None:
        super().__init__()
        self._context, self._panel_host = context, panel_host
        self.shift: Shift | None = None
        self._drawer = Drawer(
            desk=context.desk, me=context.me, approvers=context.approvers, look=self.look
        )

    @property
    def is_others(self) -> bool:
        """Whether a shift is open that this person is not in."""
        return self.shift is not None and not self.shift.has(self._context.me.id)

    async def look(self) -> Shift | None:
        """Ask for the shift as it is now."""
        self.show(
            await self._context.desk.read(
                queries.shifts.open_shift_at, self._context.till_register().id
            )
        )
        return self.shift

    def show(self, shift: Shift | None) -> None:
        """Know the shift that is open."""
        self.shift = shift
        self.changed.emit(shift)

    def know_cash(self, level: CashLevel | None) -> str:
        """Know what a sale has made of the drawer; return what is to be said if that is news."""
        if self.shift is None or level is self.shift.cash_level:
            return ""
        self.show(replace(self.shift, cash_level=level))
        return hint_label(level)

    def words(self) -> tuple[str, str, str, str]:
        """Return what an empty counter says of it: a picture, a title, what to do, a button."""
        if self.shift is None:
            return (
                "lock",
                tr("The shift is closed"),
                tr("Open it with what is in the drawer."),
                tr("Open the shift"),
            )
        if self.is_others:
            note = tr("In this shift: {people}. Join it before you take money.")
            return (
                "users",
                self._drawer.title(self.shift),
                note.format(people=self.shift.names),
                tr("Join the shift"),
            )
        hint = hint_label(self.shift.cash_level)
        return (
            "banknote" if hint else "scan-barcode",
            tr("Ready for the next customer"),
            hint or tr("Scan a product, or type a code or a name."),
            "",
        )

    def may_change(self) -> bool:
        """Tell whether the key of shifts does something now."""
        panel = self._panel_host.panel
        if isinstance(panel, CloseShiftPanel):
            return panel.report is None
        return panel is None or (isinstance(panel, JoinPanel) and panel.may_close)

    def change(self) -> None:
        """Open a shift; join the one that is others', or close the one that is one's own.

        Asked to join, a manager may close it with the same key; asked to count, it is for cash
        that goes in or out.
        """
        panel = self._panel_host.panel
        if isinstance(panel, JoinPanel):
            panel.closing_asked.emit()
        elif isinstance(panel, CloseShiftPanel):
            panel.cash_asked.emit()
        elif self.shift is None:
            opening = OpenShiftPanel(self._context)
            opening.opened.connect(self._begin)
            self._panel_host.open(opening)
        elif self.is_others:
            self._join(self.shift, lambda: None)
        else:
            self._close(self.shift)

    def may_open_drawer(self) -> bool:
        """Tell whether the key of *No sale* does something now: while nothing else is asked."""
        panel = self._panel_host.panel
        return panel is None or (isinstance(panel, CloseShiftPanel) and panel.report is None)

    def open_drawer(self) -> None:
        """Ask why the drawer is opened without a sale; first to be let into a shift of others."""
        if self.shift is None:
            self.refused.emit(Refused("shift_not_open"))
        elif self.is_others:
            self._join(self.shift, self.open_drawer)
        else:
            panel = OpenDrawerPanel(self._context, self.shift, self._panel_host)
            panel.written.connect(self._moved)
            panel.written.connect(self.drawer_opened)
            self._panel_host.open(panel)

    async def join(self, then: Callable[[], object]) -> None:
        """Ask to be let into the shift, and go on with `then` once that is so."""
        shift = await self.look()
        if shift is not None and self.is_others:
            self._join(shift, then)
        else:
            then()

    def let_in(self, shift: Shift, then: Callable[[], object]) -> None:
        """Ask to be let into a shift of others, and go on with `then` once that is so."""
        self._join(shift, then)

    def _join(self, shift: Shift, then: Callable[[], object]) -> None:
        def go_on(joined: Shift) -> None:
            self._begin(joined)
            then()

        panel = JoinPanel(self._drawer, shift)
        panel.joined.connect(go_on)
        panel.closing_asked.connect(lambda: self._close(shift))
        self._panel_host.open(panel)

    def _close(self, shift: Shift) -> None:
        closing = CloseShiftPanel(self._context, shift)
        closing.closed.connect(self._end)
        closing.cash_asked.connect(lambda: self._move_cash(shift))
        closing.opening_asked.connect(self.open_drawer)
        closing.report_asked.connect(self.report_asked)
        self._panel_host.open(closing)

    def _move_cash(self, shift: Shift) -> None:
        moving = MoveCashPanel(self._context, shift)
        moving.moved.connect(self._moved)
        self._panel_host.open(moving)

    def _moved(self, words: str) -> None:
        self._panel_host.shut()
        self.said.emit(words)

    def _begin(self, shift: Shift) -> None:
        self._panel_host.shut()
        self.show(shift)
        self.moved.emit()

    def _end(self, report: ShiftReport) -> None:
        self.show(None)
        self.moved.emit()
        self.closed.emit(report)
