"""Register what can be done, once for shortcuts, tooltips, palette and the shortcut sheet."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from shiboken6 import isValid

from storedesk.domain.values.folding import finds, folded
from storedesk.ui.kit.base.lookups import page_of
from storedesk.ui.kit.input.covers import covering, is_covered
from storedesk.ui.kit.input.keyboard import KeyQuestion
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.keys import with_key, written

ESC = "Esc"
MOST_USED = 8
"""How many of the actions done last are known."""
Always: Callable[[], bool] = lambda: True  # noqa: E731


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do. `text` and `group` are translated."""

    name: str
    """Its fixed name, such as "orders.ship"."""
    text: str
    run: Callable[[], object]
    group: str = ""
    """The heading under which the shortcut sheet lists it: a page's title."""
    keys: tuple[str, ...] = ()
    """Portable key sequences; the first one is shown."""
    is_typed: bool = False
    """Whether a field reads the keys itself, such as "3*": they are shown as they are."""
    icon: str = ""
    enabled: Callable[[], bool] = Always
    is_of_use: Callable[[], bool] = Always
    """Whether it would do more now than say why it cannot: then its key is shown."""
    is_at_once: bool = False
    """Whether it is not about the chosen record, and so does not wait for what was scanned."""

    @property
    def key(self) -> str:
        """Return its first key as this system writes it, or nothing."""
        return self.caps[0] if self.keys else ""

    @property
    def caps(self) -> tuple[str, ...]:
        """Return all its keys as they are shown."""
        return tuple(self._cap(key) for key in self.keys)

    def _cap(self, key: str) -> str:
        is_sign = self.is_typed and not key.isalpha() and "+" not in key[1:]
        return key if is_sign else written(key)


@dataclass(frozen=True, slots=True)
class Jump:
    """Something to go to: a product, an order, a customer."""

    text: str
    remark: str
    run: Callable[[], object]
    icon: str = ""


FindRecords: TypeAlias = Callable[[str], Awaitable[Iterable[Jump]]]
"""Finds records for the palette to jump to."""


class Actions(QObject):
    """All actions of the window, and the functions by which the palette finds records."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._actions: dict[str, Action] = {}
        self._owners: dict[str, QWidget] = {}
        self.finders: list[FindRecords] = []
        self.completers: list[Callable[[], bool]] = []
        """Each makes one more of what registers actions once it is made; False: all is there."""
        self.bring_up: Callable[[QWidget], object] = lambda _: None
        """Shows the page that a widget is a part of."""
        self.used: list[str] = []
        """The names of what was done last, the newest first."""

    def add(self, action: Action, owner: QWidget) -> QAction:
        """Register `action`; its keys work while `owner` or a part of it has the keyboard.

        A window as owner makes them work everywhere in it. They go when `owner` goes.
        """
        made = QAction(action.text, owner)
        if not action.is_typed:
            made.setShortcuts([QKeySequence(key) for key in action.keys])
        made.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if owner.isWindow()
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        made.setAutoRepeat(False)
        made.triggered.connect(lambda: self._pressed(action, owner))
        owner.addAction(made)
        owner.destroyed.connect(lambda: self._forget(action))
        self._actions[action.name] = action
        self._owners[action.name] = owner
        self.changed.emit()
        return made

    def bind(self, action: Action, button: QAbstractButton, owner: QWidget) -> None:
        """Register `action` and let `button` do it, its key in the tooltip.

        A primary button shows its key on itself.
        """
        self.add(action, owner)
        if isinstance(button, Button) and button.kind is Kind.PRIMARY and not button.cap:
            button.set_cap(action.key)
        button.setToolTip(tooltip(action))
        button.clicked.connect(lambda: self.trigger(action))

    def _pressed(self, action: Action, owner: QWidget) -> None:
        """Do an action by its key; while a dialog covers its page, Esc is for the dialog."""
        if not is_covered(owner):
            self.trigger(action)
        elif ESC in action.keys and isinstance(over := covering(), QDialog):
            over.reject()

    def named(self, name: str) -> Action:
        """Return an action by its fixed name."""
        return self._actions[name]

    def working(self, name: str) -> Action | None:
        """Return an action whose key does something now; None where it would do nothing.

        That is so where it can be done and is of use, with the keyboard in what it belongs to,
        unless a field there takes the key for itself.
        """
        action, owner = self._actions.get(name), self._owners.get(name)
        if action is None or owner is None or not action.keys:
            return None
        focused = owner.window().focusWidget()
        is_near = focused is not None and (owner is focused or owner.isAncestorOf(focused))
        is_reached = owner.isWindow() or (is_near and owner.isVisible())
        if not (is_reached and action.enabled() and action.is_of_use()):
            return None
        is_taken = focused is not None and not action.is_typed and takes(focused, action.keys[0])
        return None if is_taken else action

    def everywhere(self) -> list[Action]:
        """Return what belongs to no part of the window, in the order of registration."""
        return [one for name, one in self._actions.items() if self._owners[name].isWindow()]

    def in_parts(self, part: QWidget) -> list[Action]:
        """Return what belongs to a widget or to a part of it, in the order of registration."""
        return [
            action
            for name, action in self._actions.items()
            if (owner := self._owners[name]) is part or part.isAncestorOf(owner)
        ]

    def complete_one(self) -> bool:
        """Have one page more registered, which takes a moment; False where all is there."""
        return any(complete() for complete in self.completers)

    def remove(self, name: str) -> None:
        """Forget an action."""
        self._owners.pop(name, None)
        if self._actions.pop(name, None) and isValid(self):
            self.changed.emit()

    def _forget(self, action: Action) -> None:
        """Forget an action whose owner has gone, unless another owner has it by now."""
        if self._actions.get(action.name) is action:
            self.remove(action.name)

    def all(self) -> list[Action]:
        """Return every action, in the order of registration."""
        return list(self._actions.values())

    def able(self) -> list[Action]:
        """Return what can be done at this moment."""
        return [action for action in self._actions.values() if action.enabled()]

    def trigger(self, action: Action) -> None:
        """Do it, if it can be done: behind a scan, once what was scanned is chosen."""
        owner = self._owners.get(action.name)
        self._use(action.name)
        page = None if action.is_at_once else page_of(owner)
        if page is None:
            _do(action)
        else:
            page.behind_scan(partial(_do, action))

    def take(self, action: Action) -> None:
        """Do it on its own page, which is shown first; where it cannot be done yet, show that."""
        if owner := self._owners.get(action.name):
            self.bring_up(owner)
        self.trigger(action)

    def take_named(self, name: str) -> None:
        """Do an action of a page that may not be made yet: it is made first."""
        while name not in self._actions and self.complete_one():
            pass
        if action := self._actions.get(name):
            self.take(action)

    def _use(self, name: str) -> None:
        self.used = [name, *(one for one in self.used if one != name)][:MOST_USED]


def _do(action: Action) -> None:
    if action.enabled():
        action.run()


def takes(widget: QWidget, key: str) -> bool:
    """Tell whether a widget with the keyboard takes a key for itself, as a field does Ctrl+C."""
    pressed = QKeySequence(key)[0]  # type: ignore[index]
    event = KeyQuestion(pressed.key(), pressed.keyboardModifiers())
    widget.event(event)  # past those who watch the keyboard: nothing was pressed
    return event.isAccepted()


def tooltip(action: Action) -> str:
    """Return the text of a button's tooltip, with the key where keys are shown."""
    return with_key(action.text, action.key)


def matches(text: str, wanted: str, group: str = "") -> bool:
    """Tell whether every word of `wanted` is in `text` or `group`, or its letters in `text`."""
    low, all_words = folded(text), f"{text} {group}"
    return all(finds(word, all_words) or _letters(folded(word), low) for word in wanted.split())


def _letters(word: str, text: str) -> bool:
    rest = iter(text)
    return len(word) > 1 and all(letter in rest for letter in word)
