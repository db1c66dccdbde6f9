"""Lay out the forms of the pages before a store: one card in the middle, and what is promised."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.labels import heading, muted

WIDTH = 640


def lay_out_form(
    page: QWidget, title: str, *parts: QWidget | QLayout, back: QWidget, go: QWidget
) -> None:
    """Put a form into the middle of its page: `parts` under a title, then the way back and on."""
    card = Card(margin=28, gap=14)
    card.setFixedWidth(WIDTH)
    card.add(heading(title), *parts)
    card.column.addSpacing(6)
    card.add(row(back, None, go, gap=8))
    outer = QVBoxLayout(page)
    outer.setContentsMargins(24, 24, 24, 24)
    outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)


def promise(words: str) -> QWidget:
    """Return what people may rely on, with a shield before it."""
    made = Card(margin=12)
    made.setProperty("kit", "inset")
    sign = Sign("shield-check", "ok")
    line = row(sign, muted(words, wrap=True), gap=10)
    line.setStretch(1, 1)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    made.add(line)
    return made
