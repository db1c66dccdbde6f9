"""Draw a line of the sale, large enough to be read from a step away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from storedesk.domain.till import SaleLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px, roomy
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.thumbnail import draw_thumbnail
from storedesk.ui.scale_labels import weighed

BAR = 4
QUANTITY_RIGHT = 58
PICTURE_LEFT, PICTURE = 76, 40
NAME_LEFT = 132
PRICE_RIGHT, TOTAL_RIGHT = 132, 18
"""Pixels from the right edge."""
SHORT_LEFT, SHORT_PICTURE, SHORT_NAME = 16, 36, 64
"""The same where the quantity stands before the total: of the picture and the name."""
GAP, SHORT_GAP = 16, 10
NARROW = 500
"""Pixels of the lines below which the quantity stands before the total, and no unit price."""
ROOMY = 640
"""Pixels of the lines from which on the current one has room for its unit price as well."""


@dataclass(frozen=True, slots=True)
class LineColumns:
    """Where the parts of a line stand, in pixels from the left."""

    quantity: float
    """Where it ends, as do the next two."""
    price: float
    total: float
    picture: float
    side: float
    """How wide and high the picture is."""
    name: float
    is_short: bool = False
    """Whether the quantity stands before the total, and there is no unit price."""
    is_roomy: bool = False
    """Whether the unit price has room beside what changes the quantity."""


class LinePainter:
    """Draws lines into rows of one width; columns stand where their headings do."""

    def __init__(self, form: Format, picture: Callable[[str | None], QPixmap | None]) -> None:
        """`picture` returns a picture that is there, by its sha256."""
        self._form, self._picture = form, picture
        self._price_width = self._total_width = 0.0
        self.flashed: UUID | None = None
        self.glow = 0.0
        """How bright the line is that has just changed, from 0 to 1."""
        self.step_width = 0.0
        """Pixels that the current line leaves to what changes its quantity; 0 for nothing."""

    def measure(self, lines: Sequence[SaleLine]) -> None:
        """Make the columns of prices and of totals as wide as the widest of them."""
        money = self._form.money
        prices = paint.style(15, theme.REGULAR, tabular=True)[1]
        totals = paint.style(16, theme.DEMIBOLD, tabular=True)[1]
        self._price_width = max(
            (prices.horizontalAdvance(money(line.unit_price)) for line in lines), default=0.0
        )
        self._total_width = max(
            (totals.horizontalAdvance(money(line.subtotal)) for line in lines), default=0.0
        )

    def columns(self, width: int) -> LineColumns:
        """Return where parts stand in lines that are so wide."""
        total = width - TOTAL_RIGHT
        if width < px(NARROW):
            before = total - self._total_width - SHORT_GAP
            side = px(SHORT_PICTURE)
            name = SHORT_NAME - SHORT_PICTURE + side
            return LineColumns(before, before, total, SHORT_LEFT, side, name, is_short=True)
        side, left = px(PICTURE), px(QUANTITY_RIGHT) + PICTURE_LEFT - QUANTITY_RIGHT
        name = left + side + NAME_LEFT - PICTURE_LEFT - PICTURE
        price = width - px(PRICE_RIGHT)
        return LineColumns(
            px(QUANTITY_RIGHT), price, total, left, side, name, is_roomy=width >= px(ROOMY)
        )

    def step_right(self, width: int) -> float:
        """Return where ends what changes the quantity of the current line."""
        at = self.columns(width)
        return at.price - (self._price_width + GAP if at.is_roomy else 0)

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        line: SaleLine,
        is_current: bool,  # noqa: FBT001
    ) -> None:
        """Draw a line into `box`."""
        at = self.columns(round(box.width()))
        is_tinted = self._fill(painter, box, line, is_current=is_current)
        steps = is_current and self.step_width > 0
        edge = self._draw_numbers(painter, box, line, at, steps=steps)
        middle = box.center().y() - 0.5
        place = QRectF(at.picture, round(middle - at.side / 2), at.side, at.side)
        draw_thumbnail(painter, place, self._picture(line.picture))
        has_price = at.is_short or at.is_roomy or not steps
        remark = "" if has_price else self._form.money(line.unit_price)
        how = weighed(line.measure, self._form)
        remark = " · ".join(part for part in (line.promotion, how or remark) if part)
        self._draw_words(painter, box.adjusted(at.name, 0, edge - box.width(), 0), line, remark)
        left = box.left() if is_tinted else at.picture
        painter.fillRect(QRectF(left, box.bottom() - 1, box.right() - left, 1), color("line"))

    def words(self, line: SaleLine) -> str:
        """Return a line as a screen reader says it."""
        was = tr("was {price}").format(price=self._form.money(line.list_price))
        parts = (line.name, line.description, line.promotion, was if line.is_lowered else "",
                 weighed(line.measure, self._form), line.note, _warning(line))  # fmt: skip
        words = ", ".join(part for part in parts if part)
        return tr("{quantity} × {what}, {total}").format(
            quantity=line.quantity, what=words, total=self._form.money(line.subtotal)
        )

    def _fill(self, painter: QPainter, box: QRectF, line: SaleLine, *, is_current: bool) -> bool:
        """Draw the ground of a line; tell whether it is tinted."""
        is_doubtful = bool(line.missing) or not line.is_sellable
        if is_current:
            painter.fillRect(box, color("selection"))
        elif is_doubtful:
            painter.fillRect(box, color("warn_row"))
        if line.id == self.flashed and self.glow > 0:
            glow = QColor(color("accent"))
            glow.setAlphaF(0.35 * self.glow)
            painter.fillRect(box, glow)
        if line.missing or is_current:
            bar = QRectF(box.left(), box.top(), BAR, box.height() - 1)
            painter.fillRect(bar, color("warn" if line.missing else "accent"))
        return is_current or is_doubtful

    def _draw_numbers(
        self, painter: QPainter, box: QRectF, line: SaleLine, at: LineColumns, *, steps: bool
    ) -> float:
        """Draw quantity, price and total; return where the words have to end."""
        ending_at, left, total = paint.ending_at, box.left(), self._form.money(line.subtotal)
        ending_at(painter, box, left + at.total, total, (16, theme.DEMIBOLD), "text")
        ink = "warn" if line.missing else "text" if line.quantity > 1 else "muted"
        face = (16, theme.DEMIBOLD if line.quantity > 1 else theme.REGULAR)
        quantity = self._form.count(line.quantity)
        gap = SHORT_GAP if at.is_short else GAP
        edge = at.price - (self.step_width + gap if steps else 0)
        if not at.is_short:
            ending_at(painter, box, left + at.quantity, quantity, face, ink)
            if at.is_roomy or not steps:
                self._draw_price(painter, box, line, left + at.price)
                edge -= self._price_width + GAP
        elif not steps:
            edge -= ending_at(painter, box, left + at.quantity, f"{quantity} ×", face, ink) + gap
        return edge

    def _draw_price(self, painter: QPainter, box: QRectF, line: SaleLine, right: float) -> None:
        """Draw the price of a piece; of a lowered one the old price struck below it."""
        price, face = self._form.money(line.unit_price), (15, theme.REGULAR)
        if not line.is_lowered:
            paint.ending_at(painter, box, right, price, face, "muted")
            return
        upper = QRectF(box.left(), box.top() + roomy(6), box.width(), px(22))
        lower = QRectF(box.left(), box.top() + roomy(28), box.width(), px(20))
        paint.ending_at(painter, upper, right, price, face, "ok")
        was = self._form.money(line.list_price)
        paint.struck_ending_at(painter, lower, right, was, (13, theme.REGULAR), "muted")

    def _draw_words(self, painter: QPainter, box: QRectF, line: SaleLine, remark: str) -> None:
        """Draw the name, and under it the variant, `remark`, a note and a warning."""
        warning, room = _warning(line), int(box.width())
        if warning and _chip_width(warning) > room:
            warning = short_warning(line)
        below = " · ".join(part for part in (line.description, remark) if part)
        has_two = bool(below or warning or line.note)
        down = _draw_whole_name(painter, box.adjusted(0, 0, room - box.width(), 0), line.name,
                                has_two=has_two)  # fmt: skip
        lower = QRectF(box.left(), box.top() + down, box.width(), px(24))
        x, chip = lower.left(), _chip_width(warning) + 10 if warning else 0
        rest = max(0, room - int(chip))
        if below:
            kept = min(_note_width(line.note), rest / 2) if line.note else 0
            face, metrics = paint.style(13, theme.REGULAR, tabular=True)
            shown = paint.elided(below, int(rest - kept), 13, theme.REGULAR, True)  # noqa: FBT003
            painter.setFont(face)
            painter.setPen(color("muted"))
            painter.drawText(QPointF(x, paint.baseline(lower, metrics)), shown)
            x += metrics.horizontalAdvance(shown) + 10 if shown else 0
        if line.note:
            x += _draw_note(painter, lower.adjusted(x - lower.left(), 0, 0, 0), line.note,
                            rest - (x - lower.left())) + 10  # fmt: skip
        if warning:
            _draw_chip(painter, QPointF(x, lower.top() + 2), warning, room - (x - lower.left()))


def _draw_whole_name(painter: QPainter, box: QRectF, name: str, *, has_two: bool) -> int:
    """Draw a name, on two lines where it has to be; return where the words below it begin.

    `has_two` tells whether there are any.
    """
    room = int(box.width())
    size = next(
        (one for one in (16, 14) if paint.advance(name, one, theme.MEDIUM, False) <= room),  # noqa: FBT003
        13,
    )
    if size == 16 or (has_two and size == 14):  # noqa: PLR2004 - the sizes above
        _draw_name(painter, _cut_to(box, roomy(34) if has_two else box.height()), name, size)
        return roomy(28)
    size, top, step = (13, roomy(1), roomy(16)) if has_two else (15, roomy(6), roomy(21))
    first, second = paint.halves(name, room, size, theme.MEDIUM)
    upper = _cut_to(box.translated(0, top), px(20))
    _draw_name(painter, upper, first, size)
    _draw_name(painter, upper.translated(0, step), second, size)
    return roomy(33)


def _cut_to(box: QRectF, height: float) -> QRectF:
    return QRectF(box.left(), box.top(), box.width(), height)


def _draw_name(painter: QPainter, box: QRectF, words: str, size: int) -> None:
    face, metrics = paint.style(size, theme.MEDIUM)
    shown = paint.elided(words, max(0, int(box.width())), size, theme.MEDIUM, False)  # noqa: FBT003
    painter.setFont(face)
    painter.setPen(color("text"))
    painter.drawText(QPointF(box.left(), paint.baseline(box, metrics)), shown)


def _note_width(words: str) -> float:
    return paint.style(13, theme.MEDIUM)[1].horizontalAdvance(words) + px(20)


def _draw_note(painter: QPainter, box: QRectF, words: str, room: float) -> float:
    """Draw what is noted, behind a pencil; return how wide that is."""
    face, metrics = paint.style(13, theme.MEDIUM)
    shown = paint.elided(words, max(0, int(room - px(20))), 13, theme.MEDIUM, False)  # noqa: FBT003
    sign = px(14)
    drawn = pixmap("pencil", "accent", sign, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(box.left(), box.top() + (box.height() - sign) / 2), drawn)
    painter.setFont(face)
    painter.setPen(color("text"))
    painter.drawText(QPointF(box.left() + px(20), paint.baseline(box, metrics)), shown)
    return px(20) + metrics.horizontalAdvance(shown)


def short_warning(line: SaleLine) -> str:
    """Say in few words what is doubtful about a line; "" where nothing is."""
    if line.is_sellable and line.missing:
        return tr("{count} past the count").format(count=line.missing)
    return _warning(line)


def _warning(line: SaleLine) -> str:
    if not line.is_sellable:
        return tr("No longer sold")
    if line.missing:
        words = tr("{count} more than the shelf count")
        return words.format(count=line.missing)
    return ""


def _chip_width(words: str) -> float:
    return paint.style(12, theme.DEMIBOLD)[1].horizontalAdvance(words) + px(36)


def _draw_chip(painter: QPainter, at: QPointF, words: str, room: float) -> None:
    """Draw a warning; its sign alone where there is no room for all of its words."""
    face, metrics = paint.style(12, theme.DEMIBOLD)
    shown = words if _chip_width(words) <= room else ""
    high, sign = px(20), px(14)
    box = QRectF(at.x(), at.y(), _chip_width(shown) if shown else px(28), high)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("warn_tint"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    drawn = pixmap("triangle-alert", "warn", sign, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(at.x() + 7, at.y() + px(3)), drawn)
    painter.setFont(face)
    painter.setPen(color("warn"))
    painter.drawText(QPointF(at.x() + px(26), paint.baseline(box, metrics)), shown)
