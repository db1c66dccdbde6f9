"""Show the status bar: whether the store answers, who is signed in, and where."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.buttons import icon_button
from storedesk.ui.kit.looks.labels import ElidedLabel, Label
from storedesk.ui.kit.looks.sizes import target
from storedesk.ui.kit.looks.theme import Scheme, color
from storedesk.ui.kit.looks.tokens import Tone

HEIGHT = 32
SCHEMES = {Scheme.LIGHT: "sun", Scheme.DARK: "moon", Scheme.SYSTEM: "monitor"}


class Light(QWidget):
    """A dot: green while the store answers, red while it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = Tone.MUTE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tone(self, tone: Tone) -> None:
        """Show another color."""
        self.tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Answer Qt: 8 px."""
        return QSize(8, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: draw a disc."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color(self.tone.value))
        painter.drawEllipse(QRectF(0, 0, 8, 8))


class StatusBar(QFrame):
    """State and server at the left; person, register and the choice of colors at the right."""

    scheme_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(target(HEIGHT))
        self.light = Light()
        self.state = Label(size=12, ink="muted")
        self.server = ElidedLabel(size=12, ink="muted")
        self.person = Label(size=12, ink="muted")
        self.scheme = icon_button("monitor", tr("Colors"))
        self.scheme.setFixedSize(target(28), target(28))
        self.scheme.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the preferences have it for a keyboard
        self.scheme.clicked.connect(self.scheme_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 12, 0)
        line.setSpacing(8)
        for part in (self.light, self.state):
            line.addWidget(part)
        line.addWidget(self.server, 1)
        line.addWidget(self.person)
        line.addSpacing(4)
        line.addWidget(self.scheme)

    def show_line(self, text: str, tone: Tone) -> None:
        """Show whether the store answers."""
        self.light.show_tone(tone)
        self.state.setText(text)
        self.light.setAccessibleName(text)

    def show_place(self, server: str, person: str) -> None:
        """Show which store this is, and who is at which register."""
        self.server.setText(f"·  {server}")
        self.person.setText(person)

    def show_scheme(self, scheme: Scheme) -> None:
        """Show which colors are chosen."""
        tooltip = {
            Scheme.LIGHT: tr("Light colors: click for dark"),
            Scheme.DARK: tr("Dark colors: click for the system's"),
            Scheme.SYSTEM: tr("The system's colors: click for light"),
        }[scheme]
        self.scheme.picture = SCHEMES[scheme]
        self.scheme.setToolTip(tooltip)
        self.scheme.setAccessibleName(tooltip)
        self.scheme.update()
