"""Decide where a burst goes: to a listener, into the field it was typed into, or nowhere.

A form's field is typed into by password managers, text expanders and remote desktops as fast as by
a scanner. So what stands in one is text, unless it is a barcode beyond doubt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from storedesk.domain.values.gs1 import is_barcode
from storedesk.ui.kit.input.burst import GS
from storedesk.ui.kit.input.covers import COVERS, covering, dialog_around

TAKES_SCAN = "takesScan"
"""A property: this field wants what is scanned while it has the keyboard (a search field)."""
TYPED_INTO = "typedInto"
"""A property: this is a field of a form, in which a burst is text unless it is surely a barcode."""

Receiver: TypeAlias = Callable[[str], None]


class Course(Enum):
    """What becomes of a burst."""

    TAKEN = auto()
    """The listener gets it."""
    TYPED = auto()
    """It is text: its keys go where they were typed, and the last one as well."""
    KEPT = auto()
    """Its keys go where they were typed, without the last one: Enter would do something."""
    DOUBTED = auto()
    """As KEPT, with a message: it may have been a scan."""
    MISSED = auto()
    """It goes nowhere, with a message."""


@dataclass(frozen=True, slots=True)
class Route:
    """What becomes of a burst, and who is given it."""

    course: Course
    receiver: Receiver | None = None
    covering: QWidget | None = None
    """The dialog that steps aside for it."""


@dataclass(frozen=True, slots=True)
class ScanListener:
    """Takes what is scanned while a widget is visible."""

    owner: QWidget
    receiver: Receiver
    hears: Callable[[], bool]


class ScanRoutes:
    """All listeners, and the decision where each burst goes."""

    def __init__(self) -> None:
        self._listeners: list[ScanListener] = []

    def add(self, listener: ScanListener) -> None:
        """Add a listener; it replaces the one of the same widget."""
        self._forget_gone()
        self._listeners = [one for one in self._listeners if one.owner is not listener.owner]
        self._listeners.append(listener)

    def route(self, target: QWidget, text: str, *, is_entered: bool) -> Route:
        """Decide about a burst that was typed into `target` and ended by Enter or Tab."""
        self._forget_gone()
        listener, aside = self._listener(target), None
        around = dialog_around(target)
        if listener is None and getattr(around, "steps_aside", False):
            aside, listener = around, self._in_sight()
        hears = listener is not None and listener.hears()
        is_sure = is_barcode(text) and self._is_expected()
        if is_text(target) and not (is_sure or (hears and not target.property(TYPED_INTO))):
            return Route(self._typed(target, text, is_entered=is_entered))
        if listener and hears:
            return Route(Course.TAKEN, listener.receiver, aside)
        return Route(self._unheard(target))

    def _typed(self, target: QWidget, text: str, *, is_entered: bool) -> Course:
        """Say what becomes of text: Enter is kept from what may have been a scan."""
        if target.property(TAKES_SCAN):
            return Course.KEPT
        is_doubtful = is_entered and may_be_code(text) and not is_secret(target)
        return Course.DOUBTED if is_doubtful and self._is_expected() else Course.TYPED

    def _unheard(self, target: QWidget) -> Course:
        """Say what becomes of a barcode that nobody takes."""
        if target.property(TAKES_SCAN):
            return Course.KEPT
        return Course.MISSED

    def _is_expected(self) -> bool:
        """Tell whether anybody waits for scans: before sign-in nobody does."""
        return any(one.owner.isVisible() for one in self._listeners)

    def _listener(self, target: QWidget) -> ScanListener | None:
        known = {one.owner: one for one in self._listeners}
        around: QWidget | None = target
        while around is not None:
            if around in known:
                return known[around]
            is_end = around.isWindow() and around.windowType() != Qt.WindowType.Popup
            around = None if is_end or COVERS.has(around) else around.parentWidget()
        if target.property(TAKES_SCAN) or covering():
            return None
        return self._in_sight()

    def _in_sight(self) -> ScanListener | None:
        """Return who listens for the whole page: not for a part of it that has no keyboard."""
        shown = [one for one in self._listeners if one.owner.isVisible()]
        whole = [one for one in shown if not any(_is_around(two, one) for two in shown)]
        return whole[-1] if whole else None

    def _forget_gone(self) -> None:
        self._listeners = [one for one in self._listeners if isValid(one.owner)]


def _is_around(outer: ScanListener, inner: ScanListener) -> bool:
    return outer is not inner and outer.owner.isAncestorOf(inner.owner)


def be_typed_into(widget: QWidget, *, is_so: bool = True) -> None:
    """Have a burst in a field of a form be text, or, where scans are waited for, a scan."""
    widget.setProperty(TYPED_INTO, is_so)


def is_text(widget: QWidget) -> bool:
    """Tell whether letters that are typed into a widget mean something there."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox)


def take_back(widget: QWidget, text: str) -> None:
    """Take the first part of a code out of the field in which it stands: it was no typing."""
    if text and isinstance(widget, QLineEdit) and widget.text().endswith(text):
        widget.setText(widget.text().removesuffix(text))


def is_secret(widget: QWidget) -> bool:
    """Tell whether what is typed into a widget is hidden, as a password is."""
    return isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal


def may_be_code(text: str) -> bool:
    """Return whether a text may be a code on a label: no words, no address."""
    bare = text.replace(GS, "")
    is_one = bare.isascii() and bare.isprintable() and " " not in bare and "@" not in bare
    return is_one and any(letter.isdigit() for letter in bare)
