"""Draw rows of records directly, without delegates and without asking Qt while painting."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from storedesk.documents.amounts import bare
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Scale, Shown
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color, pixmap
from storedesk.ui.kit.looks.tokens import Tone

PADDING = 12
FAINT = {None, Tone.MUTE, Tone.INFO}
"""Chips whose tint is too near the fill of a chosen row."""
PICTURE = 28
CHIP_GAP = 2
"""How near a long chip may come to the next column."""
BAR = 4
"""Width of the bar at the left of a row that is marked."""

_LIST = {
    CellStyle.TEXT: (13, theme.REGULAR, False, "text"),
    CellStyle.STRONG: (13, theme.MEDIUM, True, "text"),
    CellStyle.MUTED: (13, theme.REGULAR, True, "muted"),
    CellStyle.NUMBER: (13, theme.REGULAR, True, "text"),
    CellStyle.MONEY: (13, theme.MEDIUM, True, "text"),
    CellStyle.CHIP: (12, theme.MEDIUM, False, "text"),
    CellStyle.TICK: (12, theme.REGULAR, False, "text"),
}
_TILL = {
    CellStyle.TEXT: (16, theme.MEDIUM, False, "text"),
    CellStyle.STRONG: (16, theme.DEMIBOLD, True, "text"),
    CellStyle.MUTED: (15, theme.REGULAR, True, "muted"),
    CellStyle.NUMBER: (16, theme.DEMIBOLD, True, "text"),
    CellStyle.MONEY: (16, theme.DEMIBOLD, True, "text"),
    CellStyle.CHIP: (12, theme.MEDIUM, False, "text"),
}
_STYLES = {Scale.LIST: _LIST, Scale.TILL: _TILL}
_SECONDS = {
    Scale.LIST: (12, theme.REGULAR, True),
    Scale.TILL: (13, theme.REGULAR, True),
}
_NOTE = (12, theme.DEMIBOLD, True)
NOTE_ICON = 14
TWO_LINES = 40
"""Pixels of a row at least in which two lines stand below each other."""
BESIDE = 8
"""Pixels between them where they stand beside each other."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column stands on the screen."""

    left: int
    width: int


@dataclass(frozen=True, slots=True)
class PaintedRow:
    """Where and how a row is drawn, apart from its cells."""

    top: int
    height: int
    is_chosen: bool = False
    is_hovered: bool = False
    tone: Tone | None = None
    """A row that needs attention: a tint and a bar."""
    scale: Scale = Scale.LIST


def draw_row(
    painter: QPainter,
    row: PaintedRow,
    slots: Sequence[Slot],
    cells: Sequence[tuple[CellStyle, Shown]],
) -> None:
    """Draw one row: fill, bar, cells, and the hairline below."""
    left, width = _extent(slots)
    _fill(painter, row, left, width)
    for slot, (style, shown) in zip(slots, cells, strict=True):
        if slot.width:
            _draw_cell(painter, row, slot, style, shown)
    painter.fillRect(left, row.top + row.height - 1, width, 1, color("line"))


def draw_waiting(
    painter: QPainter, row: PaintedRow, slots: Sequence[Slot], styles: Sequence[CellStyle]
) -> None:
    """Draw the place of a row that is still being fetched: quiet bars where words will be."""
    edge, width = _extent(slots)
    painter.setRenderHint(paint.ANTIALIASED)
    painter.setPen(paint.NO_PEN)
    painter.setBrush(color("mute_tint"))
    middle = row.top + row.height / 2
    for slot, style in zip(slots, styles, strict=True):
        if style is CellStyle.TICK or not slot.width:
            continue
        length = min(slot.width - 2 * PADDING, 48 if style.right else 96)
        left = slot.left + (slot.width - PADDING - length if style.right else PADDING)
        painter.drawRoundedRect(QRectF(left, middle - 4, max(8, length), 8), 4, 4)
    painter.fillRect(edge, row.top + row.height - 1, width, 1, color("line"))


def text_of(shown: Shown) -> str:
    """Return all the words of a cell, for a screen reader, a tooltip or an export."""
    if isinstance(shown, str):
        return bare(shown)
    return bare("\n".join(text for text in (shown.text, shown.second, shown.note) if text))


def is_cut(
    column: Column[Any], shown: Shown, width: int, height: int, scale: Scale = Scale.LIST
) -> bool:
    """Tell whether a cell of that width and height cannot show all its words."""
    cell = shown if isinstance(shown, Cell) else Cell(shown)
    has_one_line = height < px(TWO_LINES)
    if column.style.right and has_one_line and _second_width(cell, scale):
        return True
    if needed_width(column, shown, height, scale) > width:
        return True
    if not has_one_line or column.style in {CellStyle.TICK, CellStyle.CHIP}:
        return False
    second = _second_width(cell, scale)
    return second > 0 and _first_width(column, cell, scale) + BESIDE + second > width


def needed_width(column: Column[Any], shown: Shown, height: int, scale: Scale = Scale.LIST) -> int:
    """Return how wide a cell has to be, so that each line of it is whole."""
    cell = shown if isinstance(shown, Cell) else Cell(shown)
    if column.style is CellStyle.TICK:
        return 0
    if column.style is CellStyle.CHIP and not cell.is_usual:
        return math.ceil(paint.chip_width(cell.text)) + PADDING + CHIP_GAP
    first = _first_width(column, cell, scale)
    has_one_line = height < px(TWO_LINES)
    second = 0 if has_one_line else _second_width(cell, scale) + 2 * PADDING
    return math.ceil(max(first, second))


def _first_width(column: Column[Any], cell: Cell, scale: Scale) -> float:
    """Return how wide a cell has to be for its first line, with what stands beside that."""
    plain = CellStyle.MUTED if cell.is_usual else cell.style or column.style
    size, weight, tabular, _ink = _STYLES[scale][plain]
    picture = px(PICTURE) + 10 if cell.picture else 0
    return paint.advance(cell.text, size, weight, tabular) + 2 * PADDING + picture


def _second_width(cell: Cell, scale: Scale) -> float:
    words = paint.advance(cell.second, *_SECONDS[scale]) if cell.second else 0
    return words + _note_width(cell)


def _extent(slots: Sequence[Slot]) -> tuple[int, int]:
    """Return where a row begins, and how wide it is: columns may stand in any order."""
    left = min(slot.left for slot in slots)
    return left, max(slot.left + slot.width for slot in slots) - left


def _fill(painter: QPainter, row: PaintedRow, left: int, width: int) -> None:
    fill = "selection" if row.is_chosen else "hover" if row.is_hovered else ""
    if row.tone and not row.is_chosen:
        fill = "warn_row" if row.tone is Tone.WARN else row.tone.tint
    if fill:
        painter.fillRect(left, row.top, width, row.height - 1, color(fill))
    is_marked = row.is_chosen and row.scale is Scale.TILL
    if row.tone or is_marked:
        ink = row.tone.value if row.tone else "accent"
        painter.fillRect(left, row.top, BAR, row.height - 1, color(ink))


def _draw_cell(
    painter: QPainter, row: PaintedRow, slot: Slot, style: CellStyle, shown: Shown
) -> None:
    cell = shown if isinstance(shown, Cell) else Cell(shown)
    left, room = slot.left + PADDING, slot.width - 2 * PADDING
    if style is CellStyle.TICK:
        top = row.top + (row.height - 1 - paint.box_size()) / 2
        paint.box(painter, QPointF(left, top), full=bool(cell.text))
        return
    if style is CellStyle.CHIP and not cell.is_usual:
        if cell.text:
            top = row.top + (row.height - 1 - paint.chip_height()) / 2
            text = paint.chip_text(cell.text, room + PADDING - CHIP_GAP)
            paint.chip(
                painter, QPointF(left, top), text, cell.tone or Tone.MUTE,
                outlined=row.is_chosen and cell.tone in FAINT,
            )  # fmt: skip
        return
    if cell.picture:
        _draw_picture(painter, row, left, cell)
        left, room = left + px(PICTURE) + 10, room - px(PICTURE) - 10
    plain = CellStyle.MUTED if cell.is_usual else cell.style or style
    size, weight, tabular, ink = _STYLES[row.scale][plain]
    ink = cell.tone.value if cell.tone and not cell.is_usual else ink
    middle = row.top + (row.height - 1) / 2
    spread = px(11 if row.scale is Scale.TILL else 8)
    has_second = bool(cell.second or cell.note)
    if has_second and row.height < px(TWO_LINES):
        _draw_in_one(painter, (left, room, middle), cell, row.scale, style)
        return
    first = middle - spread if has_second else middle
    _draw_text(painter, (left, room, first), cell.text, (size, weight, tabular), ink, style.right)
    if has_second:
        _draw_second(painter, (left, room, middle + spread + 1), cell, row.scale, style)


def _draw_in_one(
    painter: QPainter, where: tuple[int, int, float], cell: Cell, scale: Scale, style: CellStyle
) -> None:
    """Draw the first line of a cell, and the second beside it if there is room for all of it."""
    left, room, middle = where
    size, weight, tabular, ink = _STYLES[scale][cell.style or style]
    ink = cell.tone.value if cell.tone else ink
    _draw_text(painter, where, cell.text, (size, weight, tabular), ink, style.right)
    taken = round(_advance(paint.style(size, weight, tabular=tabular)[1], cell.text)) + BESIDE
    if not style.right and taken + _second_width(cell, scale) <= room:
        _draw_second(painter, (left + taken, room - taken, middle), cell, scale, style)


def _draw_second(
    painter: QPainter, where: tuple[int, int, float], cell: Cell, scale: Scale, style: CellStyle
) -> None:
    left, room, middle = where
    face = _SECONDS[scale]
    _draw_text(painter, (left, room, middle), cell.second, face, "muted", style.right)
    if not cell.note:
        return
    if cell.second:
        left += round(_advance(paint.style(*face[:2], tabular=True)[1], cell.second)) + 10
    width = _note_width(cell)
    if cell.note_tone is not Tone.OK:
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(paint.NO_PEN)
        painter.setBrush(color(cell.note_tone.tint))
        high = px(20)
        painter.drawRoundedRect(QRectF(left, middle - high / 2, width, high), high / 2, high / 2)
        left += 8
    ratio = painter.device().devicePixelRatio()
    sign = pixmap(cell.note_icon, cell.note_tone.value, NOTE_ICON, ratio)
    painter.drawPixmap(QPointF(left, round(middle - NOTE_ICON / 2)), sign)
    left += NOTE_ICON + 4
    text = (left, max(0, where[0] + room - left), middle)
    _draw_text(painter, text, cell.note, _NOTE, cell.note_tone.value, right=False)


def _note_width(cell: Cell) -> float:
    if not cell.note:
        return 0
    return _advance(paint.style(12, theme.DEMIBOLD, tabular=True)[1], cell.note) + NOTE_ICON + 22


def _draw_picture(painter: QPainter, row: PaintedRow, left: int, cell: Cell) -> None:
    if cell.picture:
        side = min(px(PICTURE), row.height - 4)
        top = row.top + (row.height - 1 - side) // 2
        painter.drawPixmap(left + (px(PICTURE) - side) // 2, top, side, side, cell.picture)


def _draw_text(  # noqa: PLR0913, PLR0917 - called for every cell of every frame
    painter: QPainter,
    where: tuple[int, int, float],
    text: str,
    face: tuple[int, QFont.Weight, bool],
    ink: str,
    right: bool,  # noqa: FBT001
) -> None:
    left, room, middle = where
    font, metrics = paint.style(face[0], face[1], tabular=face[2])
    shown = paint.elided(text, room, *face)
    x = left + room - _advance(metrics, shown) if right else left
    painter.setFont(font)
    painter.setPen(color(ink))
    painter.drawText(QPointF(x, round(middle + metrics.capHeight() / 2)), shown)


def _advance(metrics: QFontMetricsF, text: str) -> float:
    return metrics.horizontalAdvance(text)
