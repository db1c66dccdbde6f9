"""Show Markdown to read: headings, steps, keys and links in the looks of the program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QFont, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import THEME, color

SIZE, KEY_SIZE = 14, 12
HEADINGS = {1: 20, 2: 15}
"""Pixels of headings, by their level."""
LINE_HEIGHT = 135
"""Percent."""
INDENT = 22
PROPORTIONAL = 1
"""Qt's ProportionalHeight, which PySide6 takes as a number."""


class Reader(QTextBrowser):
    """Shows a text that cannot be changed; Tab goes from link to link, Enter follows one."""

    followed = Signal(str)
    """Where the link leads that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self._marked: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setProperty("kit", "reader")
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        THEME.changed.connect(self._draw)

    def show_markdown(self, markdown: str, marked: tuple[str, ...] = ()) -> None:
        """Show a text from its beginning; the first of the `marked` words is brought into sight."""
        self._markdown, self._marked = markdown, marked
        self._draw()

    def _draw(self) -> None:
        document = self.document()
        document.setDefaultFont(theme.font(SIZE))
        document.setIndentWidth(px(INDENT))
        document.setDocumentMargin(0)
        self.setMarkdown(self._markdown)
        block = document.begin()
        while block.isValid():
            _dress(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _mark(self) -> None:
        """Mark what was searched for, and bring the first of it into sight."""
        ground = QTextCharFormat()
        ground.setBackground(QBrush(color("warn_tint")))
        ground.setForeground(QBrush(color("warn")))
        marks = []
        for word in self._marked:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, ground
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=QTextCursor.position)
            at = QTextCursor(self.document())
            at.setPosition(first.position())
            self.setTextCursor(at)
            self.ensureCursorVisible()


def _dress(block: QTextBlock) -> None:
    """Give a paragraph its room and its words their fonts, for what Markdown says that they are."""
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    form = block.blockFormat()
    form.setLineHeight(LINE_HEIGHT, PROPORTIONAL)
    form.setTopMargin(px(14) if level > 1 else 0)
    form.setBottomMargin(px(6))
    cursor.setBlockFormat(form)
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_looks(piece.charFormat(), level))
        place += 1


def _looks(given: QTextCharFormat, level: int) -> QTextCharFormat:
    looks = QTextCharFormat()
    is_strong = given.fontWeight() > QFont.Weight.Normal
    weight = theme.DEMIBOLD if level or is_strong else theme.REGULAR
    size, ink = HEADINGS.get(level, SIZE), "text"
    if given.fontFixedPitch():
        size, weight, ink = KEY_SIZE, theme.MEDIUM, "muted"
        looks.setBackground(QBrush(color("mute_tint")))
    if given.isAnchor():
        looks.setAnchor(True)
        looks.setAnchorHref(given.anchorHref())
        ink = "accent"
    looks.setFont(theme.font(size, weight))
    looks.setForeground(QBrush(color(ink)))
    return looks
