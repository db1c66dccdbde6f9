"""The small shapes that widgets and table cells both draw: chips, key caps, elided words."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextOption

from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.sizes import SIZES, px
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.tokens import Tone

RADIUS = 8
BOX = 16
LAYERS = 6
"""How many outlines, each fainter, make a shadow."""

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush
CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE = QTextOption(CENTRE)
ELIDE = Qt.TextElideMode.ElideRight
ANTIALIASED = QPainter.RenderHint.Antialiasing

_kept: dict[str, tuple[QFont, QFontMetricsF]] = {}


def style(size: int, weight: QFont.Weight, *, tabular: bool = False) -> tuple[QFont, QFontMetricsF]:
    """Return a font of the program with its metrics, made once."""
    name = f"{size}/{weight.value}/{tabular}"
    if name not in _kept:
        made = theme.font(size, weight, tabular=tabular)
        _kept[name] = (made, QFontMetricsF(made))
    return _kept[name]


def box_size() -> int:
    """Return how wide and high a box to tick is."""
    return px(BOX)


def chip_height() -> int:
    """Return how high a chip is."""
    return px(24)


def cap_height() -> int:
    """Return how high the cap of a key is."""
    return px(20)


def shows_caps() -> bool:
    """Tell whether keys are shown: whoever works with a finger has none."""
    return not SIZES.is_touch


CHIP_FONT = (12, theme.MEDIUM)
CHIP_PADDING = 33
"""What a chip has beside its word: the dot, and room."""
CAP_FONT = (11, theme.MEDIUM)


@lru_cache(maxsize=512)
def chip_width(text: str) -> float:
    """Return how wide the chip of `text` is."""
    return style(*CHIP_FONT)[1].horizontalAdvance(text) + CHIP_PADDING


@lru_cache(maxsize=512)
def cap_width(text: str) -> float:
    """Return how wide the key cap of `text` is: at least as wide as high; 0 where none is shown."""
    if SIZES.is_touch:
        return 0
    return max(cap_height(), style(*CAP_FONT)[1].horizontalAdvance(text) + 10)


def chip(painter: QPainter, at: QPointF, text: str, tone: Tone, *, outlined: bool = False) -> float:
    """Draw a status chip (dot, word, tint) with its top left corner `at`; return its width.

    `outlined` lifts it off a row whose fill is too near its tint.
    """
    width, height = chip_width(text), chip_height()
    box = QRectF(at.x(), at.y(), width, height)
    painter.setRenderHint(ANTIALIASED)
    painter.setPen(QPen(color("edge"), 1) if outlined else NO_PEN)
    painter.setBrush(color(tone.tint))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(NO_PEN)
    painter.setBrush(color(tone.value))
    painter.drawEllipse(QPointF(at.x() + 11, at.y() + height / 2), 3, 3)
    face, metrics = style(*CHIP_FONT)
    painter.setFont(face)
    painter.setPen(color(tone.value))
    painter.drawText(QPointF(at.x() + 20, baseline(box, metrics)), text)
    return width


def chip_text(text: str, room: float) -> str:
    """Return as much of `text` as a chip shows that has `room` pixels."""
    return elided(text, int(room) - CHIP_PADDING, *CHIP_FONT, tabular=False)


def cap(painter: QPainter, at: QPointF, text: str, ink: str = "muted") -> float:
    """Draw the cap of a key with its top left corner `at`, if keys are shown; return its width."""
    if not shows_caps():
        return 0
    width = cap_width(text)
    box = QRectF(at.x() + 0.5, at.y() + 0.5, width - 1, cap_height() - 1)
    painter.setRenderHint(ANTIALIASED)
    edge = color("edge") if ink != "on_accent" else color("on_accent")
    painter.setPen(QPen(edge, 1))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(box, 5, 5)
    face, metrics = style(*CAP_FONT)
    painter.setFont(face)
    painter.setPen(color(ink))
    advance = metrics.horizontalAdvance(text)
    painter.drawText(QPointF(at.x() + (width - advance) / 2, baseline(box, metrics)), text)
    return width


def box(painter: QPainter, at: QPointF, *, full: bool, half: bool = False) -> None:
    """Draw a box to tick with its top left corner `at`; `half`: some of what it stands for."""
    painter.save()
    painter.setRenderHint(ANTIALIASED)
    painter.translate(at)
    painter.scale(box_size() / BOX, box_size() / BOX)
    _draw_box(painter, full=full, half=half)
    painter.restore()


def _draw_box(painter: QPainter, *, full: bool, half: bool) -> None:
    filled = full or half
    painter.setPen(QPen(color("accent" if filled else "edge"), 1.5))
    painter.setBrush(color("accent" if filled else "field"))
    painter.drawRoundedRect(QRectF(0.75, 0.75, BOX - 1.5, BOX - 1.5), 4, 4)
    if not filled:
        return
    pen = QPen(color("on_accent"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((4.5, 8.2), (7, 10.8), (11.5, 5.5)) if full else ((4.5, 8), (11.5, 8))
    painter.drawPolyline([QPointF(x, y) for x, y in corners])


def ground(
    painter: QPainter, box: QRectF, *, is_chosen: bool, is_over: bool, is_ringed: bool
) -> None:
    """Draw what lies under a frameless part: a fill if chosen or pointed at, and perhaps a ring."""
    painter.setRenderHint(ANTIALIASED)
    if is_chosen or is_over:
        painter.setPen(NO_PEN)
        painter.setBrush(color("selection" if is_chosen else "hover"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if is_ringed:
        ring(painter, box)


def ring(painter: QPainter, box: QRectF) -> None:
    """Draw the ring of what has the keyboard, just inside `box`."""
    painter.setPen(QPen(color("accent"), 2))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def shadow(painter: QPainter, box: QRectF, spread: int) -> None:
    """Draw the shadow of what floats: it fades out within `spread` pixels around `box`."""
    painter.setPen(NO_PEN)
    painter.setBrush(QColor(0, 0, 0, 8))
    for layer in range(LAYERS, 0, -1):
        far = layer * spread / LAYERS / 1.5
        painter.drawRoundedRect(
            box.adjusted(-far, -far + 3, far, far + 3), RADIUS + far, RADIUS + far
        )


def baseline(box: QRectF, metrics: QFontMetricsF) -> float:
    """Return where words stand that are centred in `box` by the height of their capitals."""
    return round(box.center().y() + metrics.capHeight() / 2)


def ending_at(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
    painter: QPainter, box: QRectF, right: float, words: str, face: tuple[int, QFont.Weight],
    ink: str,
) -> float:  # fmt: skip
    """Draw `words` in the middle of `box` so that they end at `right`; return how wide they are."""
    font, metrics = style(*face, tabular=True)
    width = metrics.horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(color(ink))
    painter.drawText(QPointF(right - width, baseline(box, metrics)), words)
    return width


def struck_ending_at(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
    painter: QPainter, box: QRectF, right: float, words: str, face: tuple[int, QFont.Weight],
    ink: str,
) -> float:  # fmt: skip
    """Draw `words` as `ending_at` does, with a line through them; return how wide they are."""
    width = ending_at(painter, box, right, words, face, ink)
    y = box.center().y()
    painter.fillRect(QRectF(right - width, round(y), width, 1), color(ink))
    return width


def beginning_at(  # noqa: PLR0913, PLR0917 - a word, where it stands and how it looks
    painter: QPainter, box: QRectF, right: float, words: str, face: tuple[int, QFont.Weight],
    ink: str,
) -> float:  # fmt: skip
    """Draw as much of `words` from the left of `box` on as fits before `right`; return its width.

    Digits are all of one width.
    """
    shown = elided(words, max(0, int(right - box.left())), *face, True)  # noqa: FBT003
    font, metrics = style(*face, tabular=True)
    painter.setFont(font)
    painter.setPen(color(ink))
    painter.drawText(QPointF(box.left(), baseline(box, metrics)), shown)
    return metrics.horizontalAdvance(shown)


@lru_cache(maxsize=4096)
def elided(text: str, width: int, size: int, weight: QFont.Weight, tabular: bool) -> str:  # noqa: FBT001
    """Return as much of `text` as fits into `width` pixels of that font, one line."""
    return style(size, weight, tabular=tabular)[1].elidedText(text, ELIDE, width)


@lru_cache(maxsize=4096)
def advance(text: str, size: int, weight: QFont.Weight, tabular: bool) -> float:  # noqa: FBT001
    """Return how wide `text` is in that font."""
    return style(size, weight, tabular=tabular)[1].horizontalAdvance(text)


@lru_cache(maxsize=512)
def halves(text: str, width: int, size: int, weight: QFont.Weight) -> tuple[str, str]:
    """Divide `text` between two words, as late as `width` pixels of that font allow."""
    metrics, words = style(size, weight)[1], text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(words[count:])
    return text, ""


def _forget() -> None:
    """Measure anew: words are of another size."""
    _kept.clear()
    for kept in (chip_width, cap_width, elided, advance, halves):
        kept.cache_clear()


SIZES.changed.connect(_forget)
