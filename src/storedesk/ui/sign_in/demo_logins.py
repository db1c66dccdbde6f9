"""Show the demo store's logins, each a card that fills the form in."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from storedesk.domain.demo.logins import DemoLogin, shown
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.cards import Card, boxed, column, scrolling
from storedesk.ui.kit.looks.chips import initials
from storedesk.ui.kit.looks.labels import card_title, muted
from storedesk.ui.kit.looks.sizes import px, target
from storedesk.ui.kit.looks.theme import color

HEIGHT = 60
COLUMNS = 2
WIDTH, NARROWEST = 640, 540
"""Pixels of all of them, and on the smallest screen."""


class DemoLoginCard(QAbstractButton):
    """Show one demo login: name, role, login and password."""

    def __init__(self, person: DemoLogin, shown_login: str, role: str) -> None:
        super().__init__()
        self.person, self._login, self._role = person, shown_login, role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = tr("Sign in as {name}, {role}, password {password}")
        self.setAccessibleName(words.format(name=person.name, role=role, password=person.password))
        self.setToolTip(tr("Click to fill in"))

    def sizeHint(self) -> QSize:
        """Answer Qt: room for two lines."""
        return QSize(px(264), target(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter fills it in, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Answer Qt: the mouse is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Answer Qt: the mouse has gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: initials, name and role, and below them what to sign in with."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        lit = self.underMouse() or self.isDown()
        ring = self.hasFocus()
        painter.setPen(QPen(color("accent" if ring else "edge"), 2 if ring else 1))
        painter.setBrush(color("hover" if lit else "card"))
        inset = 1 if ring else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color("selection"))
        painter.drawEllipse(QRectF(13, (self.height() - 32) / 2, 32, 32))
        painter.setPen(color("accent"))
        painter.setFont(paint.style(11, theme.DEMIBOLD)[0])
        middle = QRectF(13, (self.height() - 32) / 2, 32, 32)
        painter.drawText(middle, initials(self.person.name), paint.MIDDLE)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        left, room = 57, self.width() - 57 - 12
        role_font, role_metrics = paint.style(12, theme.MEDIUM)
        role_width = role_metrics.horizontalAdvance(self._role)
        painter.setFont(role_font)
        painter.setPen(color("muted"))
        painter.drawText(round(left + room - role_width), 25, self._role)
        painter.setFont(paint.style(13, theme.DEMIBOLD)[0])
        painter.setPen(color("text"))
        width = round(room - role_width - 8)
        name = paint.elided(self.person.name, width, 13, theme.DEMIBOLD, tabular=False)
        painter.drawText(left, 25, name)
        painter.setFont(paint.style(12, theme.REGULAR, tabular=True)[0])
        painter.setPen(color("muted"))
        painter.drawText(left, 44, f"{self._login}  ·  {self.person.password}")


class DemoLogins(Card):
    """Show all logins of the demo store, one of each role first."""

    chosen = Signal(object)
    """The DemoLogin that was clicked."""

    def __init__(self) -> None:
        super().__init__(margin=20, gap=4)
        self.cards: list[DemoLoginCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        rows = column(boxed(self._grid), None)
        holder = boxed(rows)
        rows.setContentsMargins(0, 0, 6, 0)
        self.add(card_title(tr("Choose a demo login")))
        hint = tr("This is the demo store: click a person to fill in login and password.")
        self.add(muted(hint, wrap=True))
        self.column.addSpacing(8)
        self.column.addWidget(scrolling(holder), 1)
        self.setMinimumWidth(NARROWEST)

    def sizeHint(self) -> QSize:
        """Answer Qt: one width, but where the window has less room."""
        return QSize(WIDTH, super().sizeHint().height())

    def show_people(self, people: Iterable[DemoLogin]) -> None:
        """Show these logins."""
        for card in self.cards:
            card.deleteLater()
        self.cards = []
        roles = self._roles()
        for at, person in enumerate(_varied(people)):
            card = DemoLoginCard(person, shown(person.login), roles.get(person.role, person.role))
            card.clicked.connect(lambda _=False, person=person: self.chosen.emit(person))
            self._grid.addWidget(card, at // COLUMNS, at % COLUMNS)
            self.cards.append(card)

    def _roles(self) -> Mapping[str, str]:
        return {
            "cashier": tr("Cashier"),
            "clerk": tr("Clerk"),
            "manager": tr("Manager"),
            "admin": tr("Admin"),
            "auditor": tr("Auditor"),
        }


def _varied(people: Iterable[DemoLogin]) -> list[DemoLogin]:
    """Put one person of each role first, cashier and manager before the others."""
    order = ("cashier", "manager", "clerk", "admin", "auditor")
    everyone = list(people)
    first = [next((one for one in everyone if one.role == role), None) for role in order]
    begun = [one for one in first if one]
    return begun + [one for one in everyone if one not in begun]
