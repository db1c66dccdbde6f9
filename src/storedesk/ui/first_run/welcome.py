"""Welcome a person and offer three ways to start, and to restore a store."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.first_run.join_store import dropped_file
from storedesk.ui.kit.base.banner import Banner, Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import Card, boxed, column, row
from storedesk.ui.kit.looks.chips import IconTile, ProgramMark
from storedesk.ui.kit.looks.labels import Heading, Label, muted
from storedesk.ui.language_links import LanguageLinks

CARD_WIDTH = 310


class StartCard(Card):
    """Show one way to start: its title, text, facts and button."""

    def __init__(
        self, title: str, text: str, facts: tuple[str, ...], button: Button, *, icon: str
    ) -> None:
        super().__init__(margin=24, gap=6)
        self.button = button
        self.setFixedWidth(CARD_WIDTH)
        self.setAccessibleName(title)
        head = Label(title, size=15, weight=theme.DEMIBOLD, wrap=True)
        hint = muted(text, wrap=True)
        hint.setMinimumHeight(58)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add(IconTile(icon))
        self.column.addSpacing(10)
        self.add(head, hint)
        self.column.addSpacing(6)
        for fact in facts:
            point = row(Sign("check", "ok", 16), muted(fact, wrap=True), gap=8)
            point.setStretch(1, 1)
            self.add(point)
        self.column.addSpacing(14)
        self.column.addStretch(1)
        self.add(button)


class WelcomePage(QWidget):
    """Show the welcome text, the three ways to start, and below them the way back to a store."""

    demo_wanted = Signal()
    new_wanted = Signal()
    join_wanted = Signal()
    restore_wanted = Signal()
    file_dropped = Signal(object)
    """The path of a dropped file, which may be a join file."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.problem = Banner()
        self.demo = self._demo()
        self.new = self._new()
        self.join = self._join()
        self.demo.button.clicked.connect(self.demo_wanted)
        self.new.button.clicked.connect(self.new_wanted)
        self.join.button.clicked.connect(self.join_wanted)
        self.restore = Button(tr("Restore from a backup"), kind=Kind.LINK, trailing="chevron-right")
        self.restore.clicked.connect(self.restore_wanted)
        self.back = Button(tr("Back to sign-in"), kind=Kind.LINK)
        self.back.hide()
        self.languages = LanguageLinks()
        welcome = Heading(tr("Welcome to StoreDesk"), size=30, weight=theme.BOLD)
        hint = Label(
            tr("Your till, products and stock in one window. How do you want to start?"),
            size=15,
            ink="muted",
        )
        cards = boxed(row(self.demo, self.new, self.join, gap=16))
        middle = Qt.AlignmentFlag.AlignHCenter
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(3)
        outer.addWidget(ProgramMark(56), alignment=middle)
        outer.addSpacing(14)
        outer.addWidget(welcome, alignment=middle)
        outer.addSpacing(2)
        outer.addWidget(hint, alignment=middle)
        outer.addSpacing(26)
        self.problem.setFixedWidth(3 * CARD_WIDTH + 32)
        outer.addWidget(boxed(column(self.problem, cards, gap=16)), alignment=middle)
        outer.addSpacing(14)
        again = row(muted(tr("Do you have a backup of your store?")), self.restore, gap=2)
        outer.addWidget(boxed(again), alignment=middle)
        outer.addWidget(self.back, alignment=middle)
        outer.addStretch(4)
        outer.addWidget(self.languages)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answer Qt: a join file may be dropped here."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: say which file it was."""
        if file := dropped_file(event):
            event.acceptProposedAction()
            self.file_dropped.emit(file)

    def offer_own(self, is_there: bool) -> None:  # noqa: FBT001 - the one thing it is told
        """Offer to open the store on this computer instead of creating one."""
        words = tr("Open your store") if is_there else tr("New store")
        self.new.button.setText(words)

    def _demo(self) -> StartCard:
        return StartCard(
            tr("Try the demo store"),
            tr("A small shop with three months of sales. Sell, count and try anything."),
            (
                tr("300 products with pictures"),
                tr("500 customers, 90 days of orders"),
                tr("A login for every role"),
            ),
            Button(tr("Try the demo store"), kind=Kind.PRIMARY, icon="play"),
            icon="shopping-basket",
        )

    def _new(self) -> StartCard:
        return StartCard(
            tr("New store on this computer"),
            tr("Start your own store. The database is included; there is nothing to install."),
            (
                tr("Your currency, tax and time zone"),
                tr("Import your products from a file"),
                tr("A checked backup every day"),
            ),
            Button(tr("New store"), icon="plus"),
            icon="store",
        )

    def _join(self) -> StartCard:
        return StartCard(
            tr("Join a shared database"),
            tr("Your store's PostgreSQL runs elsewhere. Add this computer as a till or office."),
            (
                tr("Drop a join file here to fill everything in"),
                tr("Encrypted, with a verified server"),
                tr("Every window stays up to date"),
            ),
            Button(tr("Join"), icon="log-in"),
            icon="database",
        )
