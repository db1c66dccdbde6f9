"""Buttons: one primary a page, secondary ones beside it, quiet ones inside cards."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from storedesk.ui.kit.input.keyboard import pressed_by
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.keys import on_cap
from storedesk.ui.kit.looks.sizes import SIZES, px, target
from storedesk.ui.kit.looks.theme import color, pixmap

GAP = 8
ENTER = "Enter"


class Kind(StrEnum):
    """How much a button stands out."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"
    TAB = "tab"


_INKS = {
    Kind.PRIMARY: "on_accent",
    Kind.SECONDARY: "text",
    Kind.QUIET: "muted",
    Kind.DANGER: "bad",
    Kind.LINK: "accent",
    Kind.TAB: "muted",
}
_PADDINGS = {Kind.QUIET: 8, Kind.LINK: 4, Kind.TAB: 12}


class Button(QPushButton):
    """A button with an icon before its label and its key behind it, both optional.

    The stylesheet draws its frame, this class what stands in it. `&` is shown, never a mnemonic.
    """

    def __init__(  # noqa: PLR0913 - the whole manner of a button, and all of it optional
        self,
        text: str = "",
        *,
        icon: str = "",
        kind: Kind = Kind.SECONDARY,
        cap: str = "",
        trailing: str = "",
        size: int = 13,
    ) -> None:
        super().__init__()
        self.kind, self.picture, self.cap, self.trailing, self._size = (
            kind, icon, on_cap(cap), trailing, size,
        )  # fmt: skip
        self.setProperty("kind", kind.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.count = ""
        self.is_short = False
        """Whether its icon alone is shown: there is no room for its label."""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text` as it is."""
        self.label = text
        super().setText(text.replace("&", "&&"))
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()

    def be(self, kind: Kind) -> None:
        """Stand out more or less."""
        if self.kind is not kind:
            self.kind = kind
            self.setProperty("kind", kind.value)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def set_cap(self, cap: str) -> None:
        """Show the key `cap` behind the label."""
        self.cap = on_cap(cap)
        self.updateGeometry()
        self.update()

    @property
    def shown_cap(self) -> str:
        """The key that is shown; none to a finger."""
        return self.cap if paint.shows_caps() and not self.is_short else ""

    def be_short(self, *, is_so: bool) -> None:
        """Show the icon alone, or all there is to show again."""
        if is_so != self.is_short and self.picture:
            self.is_short = is_so
            self.updateGeometry()
            self.update()

    def set_count(self, count: str) -> None:
        """Show how many there are behind the label, more quietly."""
        if count != self.count:
            self.count = count
            self.setAccessibleName(f"{self.label}, {count}" if count else self.label)
            self.updateGeometry()
            self.update()

    def setDefault(self, is_default: bool) -> None:  # noqa: FBT001 - Qt's
        """Answer Qt: be what Enter presses, and show it."""
        super().setDefault(is_default)
        if is_default and not self.cap:
            self.set_cap(ENTER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter presses it, as Space does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Answer Qt: room for icon, label and key, with the stylesheet's height."""
        least = target(34 if self.kind is not Kind.TAB else 30)
        width = round(self._content_width()) + 2 * _PADDINGS.get(self.kind, 15)
        height = max(super().sizeHint().height(), least)
        return QSize(max(width, height) if SIZES.is_touch else width, height)

    def minimumSizeHint(self) -> QSize:
        """Answer Qt: the label of a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: the frame by the stylesheet, then icon, label and key in its middle."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        ink = self._ink()
        box = QRectF(self.rect())
        x = box.center().x() - self._content_width() / 2
        if self.picture:
            x = self._paint_picture(painter, self.picture, x, ink)
        if self.label and not self.is_short:
            face, metrics = self._style()
            painter.setFont(face)
            painter.setPen(color(ink))
            painter.drawText(QPointF(round(x), paint.baseline(box, metrics)), self.label)
            x += metrics.horizontalAdvance(self.label) + GAP
        if self.count:
            face, metrics = self._count_style()
            painter.setFont(face)
            painter.setPen(color("muted"))
            painter.drawText(QPointF(round(x), paint.baseline(box, metrics)), self.count)
            x += metrics.horizontalAdvance(self.count) + GAP
        if self.trailing:
            x = self._paint_picture(painter, self.trailing, x, ink)
        if self.shown_cap:
            cap_ink = ink if self.kind is Kind.PRIMARY else "muted"
            paint.cap(
                painter,
                QPointF(round(x), round(box.center().y() - paint.cap_height() / 2)),
                self.shown_cap,
                cap_ink,
            )

    def _paint_picture(self, painter: QPainter, name: str, x: float, ink: str) -> float:
        size = self._picture_size()
        top = (self.height() - size) / 2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPointF(round(x), round(top)), pixmap(name, ink, size, ratio))
        return x + size + GAP

    def _content_width(self) -> float:
        parts = []
        if self.picture:
            parts.append(float(self._picture_size()))
        if self.label and not self.is_short:
            parts.append(self._style(checked=True)[1].horizontalAdvance(self.label))
        if self.count:
            parts.append(self._count_style()[1].horizontalAdvance(self.count))
        if self.trailing:
            parts.append(float(self._picture_size()))
        if self.shown_cap:
            parts.append(paint.cap_width(self.shown_cap))
        return sum(parts) + GAP * max(0, len(parts) - 1)

    def _picture_size(self) -> int:
        return px(16 if self._size <= 13 else self._size + 2)  # noqa: PLR2004 - the base size

    def _style(self, *, checked: bool = False) -> tuple[QFont, QFontMetricsF]:
        heavy = self.kind in {Kind.PRIMARY, Kind.LINK} or checked or self.isChecked()
        return paint.style(self._size, theme.DEMIBOLD if heavy else theme.MEDIUM)

    def _count_style(self) -> tuple[QFont, QFontMetricsF]:
        return paint.style(self._size - 1, theme.MEDIUM, tabular=True)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "mute" if self.kind is Kind.PRIMARY else "muted"
        lit = self.underMouse() or self.isChecked()
        return "text" if lit and self.kind in {Kind.QUIET, Kind.TAB} else _INKS[self.kind]


def primary(text: str, *, icon: str = "", cap: str = "") -> Button:
    """Return the one button of a page that stands out."""
    return Button(text, icon=icon, kind=Kind.PRIMARY, cap=cap)


def secondary(text: str, *, icon: str = "", cap: str = "") -> Button:
    """Return an ordinary button."""
    return Button(text, icon=icon, cap=cap)


def quiet(text: str, *, icon: str = "", cap: str = "") -> Button:
    """Return a button without a frame."""
    return Button(text, icon=icon, kind=Kind.QUIET, cap=cap)


def icon_button(icon: str, label: str) -> Button:
    """Return a button that is only an icon; `label` is its tooltip and accessible name."""
    made = Button(icon=icon, kind=Kind.QUIET)
    made.setToolTip(label)
    made.setAccessibleName(label)
    made.setFixedSize(target(32), target(32))
    return made
