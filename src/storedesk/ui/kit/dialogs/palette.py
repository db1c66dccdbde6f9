"""Open the command palette: every action by its name, and a jump to any record."""

import asyncio
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.values import text as texts
from storedesk.domain.values.folding import folded
from storedesk.ui.kit.base.accessible import announce
from storedesk.ui.kit.base.actions import Action, Actions, Jump, matches
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.choice_rows import draw_found
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import pressed
from storedesk.ui.kit.looks.theme import color, pixmap

LONGEST = 200
LEAST_FOR_JUMPS = 2
OWN_NAME = "window.palette"
"""The action that opens the palette: it is open."""
ROW_HEIGHT, ROWS = 40, 9
ICON = 18
REST_MS, PAUSE_MS = 120, 250
"""How long nothing is typed before records are looked for, and before one more page is made."""
_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
}  # fmt: skip

Offer = Action | Jump


class Palette(Dialog):
    """A field, and below it the actions and records that match. Enter takes the first.

    What was done last stands first, then what belongs to the page in sight; what cannot be done
    now stands last, and leads to its page. Pages that were not made yet are made one by one while
    nobody types; what they can do is added at the end.
    """

    steps_aside = True

    def __init__(self, parent: QWidget, actions: Actions, *, first: str = "") -> None:
        """`first` is the group of the page in sight: its title."""
        super().__init__(parent, tr("Do or find anything"), width=560)
        self._actions, self._first = actions, first
        self._jumps: list[Jump] = []
        self._able: frozenset[str] = frozenset()
        self.input = LineInput()
        self.input.setPlaceholderText(self._hint())
        self.input.setAccessibleName(tr("Do or find anything"))
        self.input.setMaxLength(LONGEST)
        self.input.installEventFilter(self)
        self.list = RowList[Offer](
            self._draw, height=ROW_HEIGHT, text=_read, name=tr("What can be done")
        )
        self.list.setMinimumHeight(ROWS * pressed(ROW_HEIGHT))
        self.nothing = muted("", wrap=True)
        above = QVBoxLayout(self.list.viewport())
        above.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.lay_out(self.input, self.list)
        self.input.textChanged.connect(self._typed)
        self.list.taken.connect(self._do)
        self._rest = QTimer(self, interval=PAUSE_MS)
        self._rest.timeout.connect(self._go_on)
        self._is_seen = self._is_finding = self._is_wanted = False
        self.input.setFocus()
        self._fill()

    def offers(self) -> list[Offer]:
        """Return what is listed, in its order."""
        return list(self.list.rows.records)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: arrows and Enter work in the list while the keyboard stays in the field."""
        if watched is self.input and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steered(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Answer Qt: once it is seen, what is missing is made."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            self._rest.start()

    def _hint(self) -> str:
        if self._actions.finders:
            return tr("A command, or the name of a product")
        return tr("What do you want to do?")

    def _steered(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            offer = self.list.current()
            if offer is not None and not event.isAutoRepeat():
                self._do(offer)
            self._is_wanted |= offer is None  # and taken once it is found
            return True
        if key in _STEPS:
            self.list.go(_STEPS[key])
            return True
        return False

    def _typed(self) -> None:
        self._jumps, self._is_wanted = [], False
        if self._rest.isActive():
            self._rest.start()
        letters = len(self.input.text().strip())
        self._is_finding = letters >= LEAST_FOR_JUMPS and bool(self._actions.finders)
        self._fill()
        if self._is_finding:
            self._jobs.restart(self._find)

    def _go_on(self) -> None:
        """Make one more page, and list what can be done there."""
        if self._actions.complete_one():
            self._fill(self.list.current())
        else:
            self._rest.stop()
            self._settle()

    async def _find(self) -> None:
        await asyncio.sleep(REST_MS / 1_000)  # typing goes on
        wanted = texts.wanted(self.input.text())
        for finder in self._actions.finders:
            self._jumps += await finder(wanted)
            self._fill(self.list.current())
        self._is_finding = False
        self._settle()

    def _fill(self, current: Offer | None = None) -> None:
        """List what fits what is typed; the `current` one stays so."""
        wanted = self.input.text().strip()
        known = [one for one in self._actions.all() if _fits(one, wanted)]
        self._able = frozenset(one.name for one in known if one.enabled())
        known.sort(key=partial(self._rank, folded(wanted)))
        able = [one for one in known if one.name in self._able]
        others = [one for one in known if one.name not in self._able]
        offers: list[Offer] = [*able, *self._jumps, *others]
        at = offers.index(current) if current in offers else 0
        self.list.show_records(offers, at if offers else -1)
        self._settle()

    def _settle(self) -> None:
        """Do what Enter was pressed for before it was found, or say that nothing matches."""
        offer = self.list.current()
        if self._is_wanted and offer is not None and not self._is_finding:
            self._is_wanted = False
            self._do(offer)
            return
        is_over = self._is_seen and not (self._rest.isActive() or self._is_finding)
        words = tr("Nothing matches “{words}”").format(words=self.input.text().strip())
        said = words if is_over and not self.offers() else ""
        if said and said != self.nothing.text():
            announce(self.input, said)
        self.nothing.setText(said)

    def _rank(self, wanted: str, action: Action) -> tuple[int, int, bool]:
        """Order by how well the words fit, by what was done last, and by the page in sight."""
        text, used = folded(action.text), self._actions.used
        fit = 0 if text.startswith(wanted) else 1 if wanted in text else 2
        last = used.index(action.name) if action.name in used else len(used)
        return fit, last, action.group != self._first

    def _do(self, offer: Offer) -> None:
        self.accept()
        if isinstance(offer, Action):
            self._actions.take(offer)
        else:
            offer.run()

    def _draw(self, painter: QPainter, box: QRectF, offer: Offer, is_current: bool) -> None:  # noqa: FBT001
        can = not isinstance(offer, Action) or offer.name in self._able
        if is_current:
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), paint.RADIUS, paint.RADIUS)
        middle, right = box.center().y(), box.right() - 10
        drawn = pixmap(offer.icon or "arrow-right", "muted", ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left() + 10, middle - ICON / 2), drawn)
        if isinstance(offer, Action) and offer.key:
            right -= paint.cap_width(offer.key)
            paint.cap(painter, QPointF(right, middle - paint.cap_height() / 2), offer.key)
            right -= 10
        remark = offer.group if isinstance(offer, Action) else offer.remark
        most = int(box.width() * 0.4)
        remark = paint.elided(remark, most, 13, theme.REGULAR, False)  # noqa: FBT003
        right -= paint.style(13, theme.REGULAR)[1].horizontalAdvance(remark)
        draw_found(painter, QRectF(right, box.top(), most + 10, box.height()), remark, "",
                   (13, theme.REGULAR, "muted"))  # fmt: skip
        room = QRectF(box.left() + 38, box.top(), right - box.left() - 48, box.height())
        style = (13, theme.MEDIUM if is_current else theme.REGULAR, "text" if can else "muted")
        draw_found(painter, room, offer.text, self.input.text().strip(), style)


def _fits(action: Action, wanted: str) -> bool:
    is_here = action.name == OWN_NAME
    return not (is_here or action.is_typed) and matches(action.text, wanted, action.group)


def _read(offer: Offer) -> str:
    remark = offer.group if isinstance(offer, Action) else offer.remark
    return f"{offer.text}, {remark}" if remark else offer.text
