"""Find texts that are cut, shortened without a tooltip that has the whole, or too small."""

import html
import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from storedesk.tour.looks.findings import Finding, FindingKind, named
from storedesk.tour.looks.places import is_in, reachable, scrolls_down
from storedesk.tour.looks.texts import DrawnText, texts_of

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
"""What is typed into: it scrolls with the cursor."""
SMALLEST = 11
"""Pixels of a font."""
SPARE = 1.5
"""Pixels by which letters may reach out, as Qt rounds."""
ELLIPSIS = "…"
AMOUNT = re.compile(r"\W{0,3}\d[\d.,\s]*")
TAG = re.compile(r"<[^>]*>")


def badly_shown(widget: QWidget) -> Iterator[Finding]:
    """Yield what is wrong with the texts of a widget."""
    for text in texts_of(widget):
        if not text.words.strip():
            continue
        if round(text.size) < SMALLEST:
            words = f"“{text.words}” is written in {text.size:.0f} px"
            yield Finding(FindingKind.SMALL, named(widget), words)
        if fault := _shortened(widget, text) or _clipped(widget, text):
            yield Finding(FindingKind.CUT, named(widget), f"“{text.words}” {fault}")


def _shortened(widget: QWidget, text: DrawnText) -> str:
    """Say what is wrong with a text that ends in an ellipsis; "" if that is as it should be."""
    start, dots, end = text.words.partition(ELLIPSIS)
    if not dots or _is_whole(widget, text.words):
        return ""
    if AMOUNT.fullmatch(start.strip()) and not end:
        return "is a number that is shortened"
    told = tooltip(widget, text.box.center().toPoint())
    parts = [*start.split(" · "), *end.split(" · ")]
    if told and all(part.strip() in told for part in parts):
        return ""
    return "is shortened, and no tooltip says it whole"


def _is_whole(widget: QWidget, words: str) -> bool:
    """Tell whether the ellipsis belongs to what the widget says."""
    said = [widget.accessibleName(), widget.property("text"), widget.property("placeholderText")]
    return any(isinstance(one, str) and words in one for one in said)


def tooltip(widget: QWidget, at: QPoint) -> str:
    """Return what the tooltip of a widget says at a point, as plain text."""
    QToolTip.hideText()
    here: QWidget | None = widget
    while here is not None:
        place = here.mapToGlobal(at)
        QApplication.sendEvent(here, QHelpEvent(QEvent.Type.ToolTip, at, place))
        if told := QToolTip.text() or here.toolTip():
            QToolTip.hideText()
            return html.unescape(TAG.sub("", told)) if told.startswith("<") else told
        at, here = here.mapToParent(at), here.parentWidget()
    return ""


def _clipped(widget: QWidget, text: DrawnText) -> str:
    """Say how much of a text cannot be seen, however it is scrolled; "" if all can."""
    if is_in(widget, FIELDS):
        return ""
    clip = QRectF(text.clip)
    if scrolls_down(widget):
        clip.setTop(min(clip.top(), text.box.top()))
        clip.setBottom(max(clip.bottom(), text.box.bottom()))
    left = reachable(widget, text.box.intersected(clip))
    wide, high = text.box.width() - left.width(), text.box.height() - left.height()
    if left.isEmpty():
        return "cannot be seen at all"
    if wide > SPARE:
        return f"is cut by {wide:.0f} of {text.box.width():.0f} px in width"
    if high > SPARE:
        return f"is cut by {high:.0f} of {text.box.height():.0f} px in height"
    return ""
