"""Show the handbook: its page for the page in sight, found by words, with links between pages."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractSlider, QWidget

from storedesk.documents import handbook
from storedesk.documents.handbook import ENDING, Passage
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.base.row_list import RowList
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.dialogs.stage import room_in
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import column, row
from storedesk.ui.kit.looks.keys import written
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.reader import Reader
from storedesk.ui.kit.looks.sizes import SIZES, pressed, px
from storedesk.ui.kit.looks.theme import color

WIDTH, HEIGHT = 960, 520
CONTENTS = 250
"""Pixels of the list of pages, beside the text."""
AROUND = 150
"""Pixels of the dialog above and below the text: its title and its button."""
TITLE_ROW, FOUND_ROW = 36, 54
LONGEST = 100
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Handbook(Dialog):
    """A field to search in, the pages below it, and beside them the chosen one.

    Up and Down choose a page while the keyboard stays in the field, Page Up and Page Down scroll
    its text, Tab goes into the text and from link to link.
    """

    steps_aside = True

    def __init__(self, parent: QWidget, *, page: str = handbook.FIRST) -> None:
        """`page` is the key of the page in sight."""
        super().__init__(parent, tr("Handbook"))
        room = room_in(parent.window())
        self.setMinimumWidth(min(px(WIDTH), room.width()))
        self.input = LineInput()
        self.input.setPlaceholderText(tr("Search the handbook"))
        self.input.setAccessibleName(tr("Search the handbook"))
        self.input.setMaxLength(LONGEST)
        self.input.installEventFilter(self)
        self.list = RowList[Passage](
            self._paint, height=self._height, text=_read, name=tr("Pages of the handbook")
        )
        self.none = Label(tr("No page has these words."), ink="muted", wrap=True)
        self.text = Reader()
        self.text.setMinimumHeight(min(px(HEIGHT), room.height() - px(AROUND)))
        self.text.setAccessibleName(tr("Text of the page"))
        contents = column(self.input, self.none, self.list, gap=10)
        contents.setStretch(2, 1)
        beside = row(contents, self.text, gap=24)
        beside.setStretch(1, 1)
        for part in (self.input, self.list, self.none):
            part.setFixedWidth(px(CONTENTS))
        self.lay_out(beside)
        close = secondary(tr("Close"), cap="Esc")
        close.clicked.connect(self.accept)
        self.buttons(close)
        self.input.textChanged.connect(lambda _: self._search())
        self.list.taken.connect(lambda _: self._show())
        self.text.followed.connect(self._follow)
        self.page = ""
        """The key of the page that is shown."""
        self.open_page(page)
        self.input.setFocus()

    def open_page(self, key: str) -> None:
        """Show a page, without a search."""
        self.input.blockSignals(True)  # noqa: FBT003 - Qt's
        self.input.clear()
        self.input.blockSignals(False)  # noqa: FBT003
        self._search(handbook.page_named(LANGUAGE.language, key).key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: keys that choose a page or scroll its text work while one searches."""
        if (
            watched is self.input
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.list.go(_STEPS[key])
                self._show()
                return True
            if key in _PAGES:
                self.text.verticalScrollBar().triggerAction(_PAGES[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.text.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _search(self, wanted: str = "") -> None:
        """List the pages that have what is typed; `wanted` or the first one is shown."""
        found = handbook.find(LANGUAGE.language, self.input.text())
        keys = [passage.page.key for passage in found]
        self.list.show_records(found, keys.index(wanted) if wanted in keys else 0 if found else -1)
        self.none.setVisible(not found)
        if found:
            self._show()

    def _show(self) -> None:
        """Show the chosen page, and in it what is searched for."""
        chosen = self.list.current()
        if chosen is None:
            return
        self.page = chosen.page.key
        shown = chosen.page.written(None if SIZES.is_touch else _cap)
        self.text.show_markdown(shown, tuple(self.input.text().split()))

    def _follow(self, link: str) -> None:
        self.open_page(link.removesuffix(ENDING))
        self.text.setFocus()

    def _height(self, passage: Passage) -> int:
        return pressed(FOUND_ROW if passage.line else TITLE_ROW)

    def _paint(self, painter: QPainter, box: QRectF, passage: Passage, is_current: bool) -> None:  # noqa: FBT001 - RowList's
        if is_current:
            painter.setPen(paint.NO_PEN)
            painter.setBrush(color("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), paint.RADIUS, paint.RADIUS)
        words = QRectF(box.adjusted(10, 0, -10, 0))
        if passage.line:
            words.setHeight(box.height() / 2 + 2)
            below = words.translated(0, box.height() / 2 - 4)
            _write(painter, below, passage.line, (12, theme.REGULAR), "muted")
        weight = theme.DEMIBOLD if is_current else theme.MEDIUM
        _write(painter, words, passage.page.title, (13, weight), "text")


def _write(
    painter: QPainter, box: QRectF, words: str, style: tuple[int, QFont.Weight], ink: str
) -> None:
    face, metrics = paint.style(*style)
    painter.setFont(face)
    painter.setPen(color(ink))
    shown = paint.elided(words, int(box.width()), *style, False)  # noqa: FBT003
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)


def _cap(key: str) -> str:
    """Return a key as it stands on the keyboard, and signs that are typed as they are."""
    return written(key) if any(letter.isalpha() for letter in key) else key


def _read(passage: Passage) -> str:
    return f"{passage.page.title}: {passage.line}" if passage.line else passage.page.title
