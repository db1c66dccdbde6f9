"""Show customers their sale on the second screen, whichever person is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.documents import customer_display
from storedesk.documents.customer_display import DisplayContent
from storedesk.documents.strip import Speech
from storedesk.domain.credit import TakenCredit
from storedesk.domain.order_details import Order
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Paid, Sale
from storedesk.domain.values.tax import TaxMode
from storedesk.services.desk import Desk
from storedesk.ui.customer_display.face import DisplayFace
from storedesk.ui.customer_display.screens import screen_named
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.pictures import Pictures

PICTURE = QSize(160, 160)
"""Pixels of a picture as it is fetched: twice what is drawn on a usual screen."""
THANKS_MS = 60_000
"""How long a sale that is paid stays in sight if nothing else is sold."""


class DisplayWindow(QWidget):
    """The whole of the second screen. It never takes the keyboard from the till."""

    def __init__(self, face: DisplayFace) -> None:
        kind = Qt.WindowType
        super().__init__(
            None, kind.Window | kind.FramelessWindowHint | kind.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(face)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answer Qt: only the program closes it."""
        event.setAccepted(not event.spontaneous())


class CustomerDisplay(QObject):
    """Holds what is shown, and the window while the chosen screen is connected.

    It follows the choice of the computer, screens that come and go, and the program's own window,
    which it never covers. Without a window nothing is ever shown.
    """

    placed = Signal()
    """The window has come, gone or moved, or there are other screens."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._own = window
        self._window: DisplayWindow | None = None
        self._comfort: Comfort | None = None
        self._chosen = ""
        self._speech: Speech | None = None
        self._mode = TaxMode.EXCLUSIVE
        self._pictures: Pictures | None = None
        self._is_paid = False
        self.face = DisplayFace(self._picture)
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._thanks.timeout.connect(self.rest)
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self.place)
        if window is not None:
            app = QGuiApplication.instance()
            for changed in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):  # type: ignore[union-attr]
                changed.connect(self._place_soon)
            window.installEventFilter(self)

    @property
    def window(self) -> QWidget | None:
        """The window on the second screen; None while there is none."""
        return self._window

    def begin(self, desk: Desk, store: StoreSettings, speech: Speech, comfort: Comfort) -> None:
        """Greet in the name of the store that was signed in to, on the screen that is chosen."""
        self.stop()
        self._speech, self._mode = speech, store.tax_mode
        self._comfort, self._chosen = comfort, comfort.customer_screen
        self._pictures = Pictures(desk, self.face.update, PICTURE)
        logo = store.logo
        self.face.show_store(store.name, logo.page if logo else None)
        self.face.show_idle_picture(comfort.customer_picture)
        comfort.changed.connect(self._choose)
        self.rest()
        self.place()

    def stop(self) -> None:
        """Greet alone: nobody is signed in."""
        if self._comfort is not None:
            self._comfort.changed.disconnect(self._choose)
            self._comfort = None
        if self._pictures is not None:
            self._pictures.stop()
        self.rest()

    def end(self) -> None:
        """Close the window on the second screen for good: the program ends."""
        self.stop()
        self._own = None
        self._placing.stop()
        self._shut()

    def show_sale(self, sale: Sale | None, taken: Sequence[TakenCredit] = ()) -> None:
        """Show a sale that is not paid, less the gift cards that pay it; None: there is none."""
        if sale is None or not sale.lines:
            if not self._is_paid:
                self.rest()
        elif self._speech:
            self._show(customer_display.of_sale(sale, self._mode, self._speech, taken))

    def show_paid(self, sale: Sale | None, paid: Paid, *, has_cash: bool) -> None:
        """Show a sale that was just paid, with its change, until the next one begins."""
        if self._speech:
            self._show(customer_display.of_paid(sale, paid, self._speech, has_cash=has_cash))
            self._is_paid = True
            self._thanks.start()

    def show_order(self, order: Order) -> None:
        """Show an order that is paid or collected at the till."""
        if self._speech:
            self._show(customer_display.of_order(order, self._speech))

    def rest(self) -> None:
        """Greet: nothing is sold."""
        speech = self._speech
        self._show(customer_display.greeting(speech) if speech else DisplayContent())

    def place(self) -> None:
        """Show the window on the chosen screen, or none where that is not there."""
        screen = screen_named(self._chosen) if self._chosen else None
        if screen is None or self._own is None or screen is self._own.screen():
            self._shut()
        else:
            self._cover(screen)
        self.placed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: the program's own window was moved, perhaps to another screen."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Show}:
            self._place_soon()
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        if self._comfort is not None:
            self.face.show_idle_picture(self._comfort.customer_picture)
            self._chosen = self._comfort.customer_screen
            self._place_soon()

    def _place_soon(self) -> None:
        if self._own is not None:
            self._placing.start()

    def _show(self, content: DisplayContent) -> None:
        self._is_paid = False
        self._thanks.stop()
        self.face.show_content(content)

    def _cover(self, screen: QScreen) -> None:
        if self._window is None:
            self._window = DisplayWindow(self.face)
        if self._window.geometry() != screen.geometry() or not self._window.isVisible():
            self._window.setScreen(screen)
            self._window.setGeometry(screen.geometry())
            self._window.showFullScreen()

    def _shut(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            self.face.setParent(None)
            window.close()
            window.deleteLater()

    def _picture(self, sha256: str | None) -> QPixmap | None:
        return self._pictures.get_or_blank(sha256) if self._pictures else None
