"""Find texts that are drawn over each other."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.tour.looks.findings import Finding, FindingKind, named
from storedesk.tour.looks.places import visible
from storedesk.tour.looks.texts import texts_of

SPARE = 1.5
"""Pixels that two boxes may share: letters rarely fill theirs."""


def overlapping(widgets: Iterable[QWidget]) -> Iterator[Finding]:
    """Yield each pair of texts of which one lies over the other."""
    seen = [one for widget in widgets for one in _in_sight(widget)]
    seen.sort(key=lambda one: one[2].top())
    for (one, words, box), (other, others, place) in combinations(seen, 2):
        shared = box.intersected(place)
        if shared.width() > SPARE and shared.height() > SPARE and words != others:
            where = named(one) if one is other else f"{named(one)} and {named(other)}"
            yield Finding(FindingKind.OVERLAP, where, f"“{words}” and “{others}”")


def _in_sight(widget: QWidget) -> Iterator[tuple[QWidget, str, QRectF]]:
    """Yield the texts of a widget that nothing covers, with their places in the window."""
    for text in texts_of(widget):
        box = visible(widget, text.box.intersected(text.clip))
        if text.words.strip() and not box.isEmpty() and _is_on_top(widget, box):
            yield widget, text.words, box


def _is_on_top(widget: QWidget, box: QRectF) -> bool:
    """Tell whether nothing covers a place of a widget; a label beside it covers nothing."""
    top = widget.window().childAt(box.center().toPoint())
    if top is None:
        return widget.isWindow()
    around = top.parentWidget()
    if isinstance(top, QLabel) and around is not None and around.isAncestorOf(widget):
        return True
    return top is widget or top.isAncestorOf(widget) or widget.isAncestorOf(top)
