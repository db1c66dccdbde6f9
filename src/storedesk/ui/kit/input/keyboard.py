"""Keep the keyboard in the right field of a form, and decide what Enter does there.

A click beside the fields leaves it where it is, a refusal takes it to the first field to be put
right, and a field that could not be used for a moment has it back afterwards.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from storedesk.ui.kit.input.covers import COVERS, dialog_around
from storedesk.ui.kit.input.scan_routes import is_text

TAB = Qt.FocusPolicy.TabFocus
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHORT = 20
"""A text up to this length is selected, so that typing replaces it."""
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class KeyQuestion(QKeyEvent):
    """Asks a widget whether it would take a key for itself: nobody has pressed it."""

    def __init__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        super().__init__(QEvent.Type.ShortcutOverride, key, modifiers)
        self.ignore()


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, of the keypad too, with nothing held down beside it."""
    return event.key() in ENTER and event.modifiers() in _BARE


def combination(event: QKeyEvent) -> str:
    """Return a key with what is held down beside it: "Ctrl+N", of the keypad too."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(held.value | event.key()).toString()


def pressed_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press `button` if Enter was, as Space does; Enter held down presses nothing more."""
    if not is_enter(event):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def be_one_stop(buttons: Iterable[QAbstractButton]) -> None:
    """Have Tab come to the one of several that is taken; arrows go to the others.

    Qt does so itself once the keyboard has been there, but at first it comes to any of them.
    """
    offered = [*buttons]
    if any(one.isChecked() for one in offered):
        for one in offered:
            one.setFocusPolicy(TAB if one.isChecked() else Qt.FocusPolicy.NoFocus)


def fields_in(form: QWidget) -> list[QWidget]:
    """Return what can be typed into or chosen from now, in the order of Tab.

    That is the order in which they were put into the form: nobody in the program changes it, and
    asking Qt for the next one costs the form its owner (docs/decisions/0026).
    """
    return [one for one in form.findChildren(QWidget) if _takes(one)]


def go_to(editor: QWidget) -> None:
    """Put the keyboard into a field. The next key types over what is short, and no long text."""
    if editor.hasFocus():
        return
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if isinstance(line, QLineEdit) and len(line.text()) <= SHORT:
        line.selectAll()


def go_on(editors: Sequence[QWidget]) -> bool:
    """Go from the field that has the keyboard to the next one; False from the last one."""
    at = next((n for n, one in enumerate(editors) if _has(one)), -1)
    for one in editors[at + 1 :] if at >= 0 else ():
        if _takes(one):
            go_to(one)
            return True
    return False


def is_filling(form: QWidget) -> bool:
    """Tell whether the keyboard is in a field of `form`, or on a box to be ticked."""
    focused = form.window().focusWidget()
    is_ours = focused is not None and form.isAncestorOf(focused)
    return is_ours and focused is not None and (is_text(focused) or isinstance(focused, QCheckBox))


@dataclass(slots=True)
class _Away:
    """A widget that cannot have the keyboard now, and where Qt has put it instead."""

    widget: QWidget
    now: QWidget | None


class Keyboard(QObject):
    """Remembers where the keyboard was. There is one for the program: `KEYBOARD`."""

    def __init__(self) -> None:
        super().__init__()
        self._last: QWidget | None = None
        self._away: _Away | None = None
        self._is_led = self._is_watching = False

    def install(self) -> None:
        """Start following the keyboard."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._is_watching:
            self._is_watching = True
            app.focusChanged.connect(self._moved)

    def blame(self, editor: QWidget) -> None:
        """Go to a field that is to be put right; of several marked at once, to the first."""
        if self._is_led or not _takes(editor):
            return
        self._is_led = True
        QTimer.singleShot(0, self._be_free)
        if not _has(editor):
            go_to(editor)

    def give(self, editor: QWidget) -> None:
        """Put the keyboard into a widget: now, or once that can be used if nobody else has it."""
        if _can(editor):
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget()
        editor.window().setFocus()
        self._away = _Away(editor, QApplication.focusWidget())
        editor.installEventFilter(self)

    def keep(self, form: QWidget) -> None:
        """Have the keyboard in a field of `form`, where it is neither in one nor in a list."""
        focused = form.window().focusWidget()
        is_ours = focused is not None and form.isAncestorOf(focused) and focused.isEnabled()
        if (is_ours and isinstance(focused, QAbstractItemView)) or (focused and is_filling(form)):
            return
        last = self._last
        if last is not None and isValid(last) and form.isAncestorOf(last) and _takes(last):
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        elif fields := fields_in(form):
            go_to(fields[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt: what had the keyboard can be used again."""
        if event.type() in {QEvent.Type.EnabledChange, QEvent.Type.Show} and self._away:
            QTimer.singleShot(0, self._bring_back)
        return super().eventFilter(watched, event)

    def _be_free(self) -> None:
        self._is_led = False

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and is_text(now):
            self._last = now
        is_driven_out = old is not None and isValid(old) and not _can(old)
        away = self._away
        if away is not None and not isValid(away.widget):
            away = self._away = None
        if away is not None and _is_elsewhere(away, now):
            return
        if away is not None and is_driven_out and old is away.now:
            away.now = now
        elif old is not None and is_driven_out:
            self._forget()
            self._away = _Away(old, now)
            old.installEventFilter(self)
        elif away is not None and now is not away.now:
            self._forget()

    def _bring_back(self) -> None:
        away = self._away
        if away is None or not isValid(away.widget) or not _can(away.widget):
            return
        focused = COVERS.focused(away.widget)
        if focused is None or focused is away.now or not _can(focused):
            away.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget()

    def _forget(self) -> None:
        if self._away and isValid(self._away.widget):
            self._away.widget.removeEventFilter(self)
        self._away = None


class FormPage(QWidget):
    """A form that is a page: Enter goes on from field to field, and does it from the last one."""

    def editors(self) -> Sequence[QWidget]:
        """Return its fields, in the order in which they are filled in."""
        return fields_in(self)

    def submit(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter, where a field has left it over."""
        if not (is_enter(event) and is_filling(self)):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not go_on(self.editors()):
            self.submit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer Qt: a click beside the fields leaves the keyboard to them."""
        super().mousePressEvent(event)
        KEYBOARD.keep(self)


def on_enter(form: QWidget, event: QKeyEvent, do: Callable[[], object]) -> bool:
    """Do what a form is for if Enter was pressed in one of its fields; tell whether it was."""
    if not (is_enter(event) and is_filling(form)):
        return False
    if not event.isAutoRepeat():
        do()
    return True


def _can(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _takes(editor: QWidget) -> bool:
    is_part = isinstance(editor.parentWidget(), QComboBox | QAbstractSpinBox)
    is_free = not is_part and editor.focusPolicy() != Qt.FocusPolicy.NoFocus
    return is_free and _can(editor) and is_text(editor)


def _has(editor: QWidget) -> bool:
    focused = editor.window().focusWidget()
    return focused is not None and (editor is focused or editor.isAncestorOf(focused))


def _is_elsewhere(away: _Away, now: QWidget | None) -> bool:
    """Tell whether the keyboard is in another window or dialog for a while."""
    return (now is None and away.now is not None) or (
        now is not None
        and (
            now.window() is not away.widget.window()
            or dialog_around(now) is not dialog_around(away.widget)
        )
    )


KEYBOARD = Keyboard()
