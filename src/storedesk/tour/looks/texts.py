"""Record every text that a widget draws, with its place, its size and what clips it.

A widget is rendered onto a device that keeps texts and drops everything else, so that it does not
matter whether Qt draws the text or the widget does so itself.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFontInfo,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget

Metric = QPaintDevice.PaintDeviceMetric
HIGH, LOW = 0.72, 0.1
"""How far letters reach above and below their line, as shares of the font's ascent."""
DPI, INCH, COLORS = 96, 25.4, 1 << 24


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text as it was drawn, in pixels of its widget."""

    words: str
    box: QRectF
    """What the letters cover."""
    clip: QRectF
    """What of the widget could be drawn on."""
    size: float
    """Pixels of the font."""


def texts_of(widget: QWidget) -> list[DrawnText]:
    """Return what a widget draws itself, without its children."""
    device = _Recorder(widget.size())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    whole = QRectF(widget.rect())
    return [
        DrawnText(one.words, one.box, one.clip.intersected(whole), one.size)
        for one in device.engine.drawn
    ]


class _TextEngine(QPaintEngine):
    """Keeps texts; all else that is drawn is dropped."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.drawn: list[DrawnText] = []

    def begin(self, pdev: QPaintDevice) -> bool:
        """Answer Qt: go on."""
        del pdev
        return True

    def end(self) -> bool:
        """Answer Qt: done."""
        return True

    def type(self) -> QPaintEngine.Type:
        """Answer Qt: none of its own."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Answer Qt: the painter is asked when a text comes."""

    def drawTextItem(self, p: Any, textItem: QTextItem) -> None:  # noqa: N803 - Qt's own
        """Answer Qt: keep a text."""
        painter = self.painter()
        font, base = textItem.font(), QPointF(p)
        ascent = textItem.ascent()
        box = QRectF(base.x(), base.y() - HIGH * ascent, textItem.width(), (HIGH + LOW) * ascent)
        moved = painter.combinedTransform()
        box = moved.mapRect(box)
        device = painter.device()
        clip = QRectF(0, 0, device.width(), device.height())
        if painter.hasClipping():
            clip = moved.mapRect(painter.clipBoundingRect())
        size = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
        scale = (moved.m22() ** 2 + moved.m12() ** 2) ** 0.5
        self.drawn.append(DrawnText(textItem.text(), box, clip, size * scale))

    def drawPixmap(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawImage(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawTiledPixmap(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawPath(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawPolygon(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawRects(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawLines(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawEllipse(self, *_: Any) -> None:
        """Answer Qt: no text."""

    def drawPoints(self, *_: Any) -> None:
        """Answer Qt: no text."""


class _Recorder(QPaintDevice):
    """A device as large as a widget, on which only texts leave a trace."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine, self._size = _TextEngine(), size

    def paintEngine(self) -> QPaintEngine:
        """Answer Qt: what keeps the texts."""
        return self.engine

    def metric(self, metric: Metric) -> int:
        """Answer Qt: as a screen of 96 dpi."""
        known = {
            Metric.PdmWidth: self._size.width(),
            Metric.PdmHeight: self._size.height(),
            Metric.PdmWidthMM: round(self._size.width() * INCH / DPI),
            Metric.PdmHeightMM: round(self._size.height() * INCH / DPI),
            Metric.PdmNumColors: COLORS,
            Metric.PdmDepth: 32,
            Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: 1 << 16,
        }
        return known.get(metric, DPI)
