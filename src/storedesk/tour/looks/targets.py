"""Find what is smaller than a finger needs, of everything that can be pressed or typed into."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from storedesk.tour.looks.findings import Finding, FindingKind, named
from storedesk.tour.looks.places import is_in
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks.sizes import FINGER
from storedesk.ui.till.checkout.tenders import AmountBox

FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit)


def too_small(widgets: Iterable[QWidget]) -> Iterator[Finding]:
    """Yield what a finger would miss."""
    for one in widgets:
        if is_small(one):
            size = f"{one.width()} x {one.height()} px"
            yield Finding(FindingKind.TARGET, named(one), f"{size}, and a finger needs {FINGER}")


def is_small(one: QWidget) -> bool:
    """Tell whether a finger would miss what is pressed or typed into."""
    if isinstance(one, QToolButton) and isinstance(one.parentWidget(), LineInput):
        return False  # the field takes what is meant for it
    if isinstance(one, QAbstractButton):
        return one.height() < FINGER or one.width() < FINGER
    if isinstance(one, FIELDS):
        parent = one.parentWidget()
        return one.height() < FINGER and not (parent and is_in(parent, (*FIELDS, AmountBox)))
    if isinstance(one, QTableView):
        header = one.horizontalHeader()
        is_low = header.isVisible() and header.height() < FINGER
        return is_low or one.verticalHeader().defaultSectionSize() < FINGER
    if isinstance(one, (QListView, QTreeView)):
        return 0 <= one.sizeHintForRow(0) < FINGER and one.model().rowCount() > 0
    return False
