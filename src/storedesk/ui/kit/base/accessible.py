"""Tell screen readers what Qt does not know: what a widget of our own is, and what has happened."""

from typing import Any, ClassVar

from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6 import isValid

Role = QAccessible.Role
Text = QAccessible.Text
PRESS = QAccessibleActionInterface.pressAction()
ROLE, INTERFACE = "accessible_role", "accessible_interface"
"""The attributes of a class of widgets that say what they are to a screen reader, and, where more
is to be told of them than that, by which class."""


class RoleInterface(QAccessibleWidget):
    """A widget in the role that its class has: a tab, a heading, a message, a picture."""

    wholes: ClassVar = {
        Role.ComboBox, Role.Graphic, Role.Heading, Role.PageTab, Role.StaticText,
    }  # fmt: skip
    """Roles of what is told as one thing, whatever it is drawn with."""

    def role(self) -> QAccessible.Role:
        """Answer Qt: what the widget is now."""
        role: QAccessible.Role = getattr(self.owner(), ROLE, Role.Client)
        return role

    def childCount(self) -> int:
        """Answer Qt: nothing is told of the parts of what is one thing."""
        return 0 if self.role() in self.wholes else super().childCount()

    def text(self, kind: QAccessible.Text) -> str:
        """Answer Qt: the name is the words on it, where it has no other."""
        told = super().text(kind)
        if told or kind != Text.Name:
            return told
        words = getattr(self.owner(), "text", None)
        return str(words()) if callable(words) else ""

    def state(self) -> QAccessible.State:
        """Answer Qt: a tab is selected, anything else is checked."""
        state = super().state()
        widget = self.owner()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            is_tab = self.role() == Role.PageTab
            setattr(state, "selectable" if is_tab else "checkable", True)
            setattr(state, "selected" if is_tab else "checked", widget.isChecked())
        return state

    def actionNames(self) -> list[str]:
        """Answer Qt: a button can be pressed."""
        names: list[str] = super().actionNames()
        return [PRESS, *names] if isinstance(self.owner(), QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Answer Qt: press it."""
        widget = self.owner()
        if name == PRESS and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)

    def owner(self) -> QWidget | None:
        """Return what it is about, while that is there."""
        widget = self.object()
        return widget if isinstance(widget, QWidget) and isValid(widget) else None


def install_roles() -> None:
    """Have Qt ask here first, once there is an application."""
    QAccessible.installFactory(_made)


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say what has happened; where none listens, nothing is done.

    What is urgent interrupts what it says just now.
    """
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def tell_state(widget: QWidget, state: str) -> None:
    """Tell a screen reader that one state of a widget is another now, such as "selected"."""
    if QAccessible.isActive():
        other = QAccessible.State()
        setattr(other, state, True)
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, other))


def _made(_class: str, thing: Any) -> QAccessibleInterface | None:
    role = getattr(thing, ROLE, None)
    if role is None or not isinstance(thing, QWidget):
        return None
    made: RoleInterface = getattr(thing, INTERFACE, RoleInterface)(thing, role)
    return made
