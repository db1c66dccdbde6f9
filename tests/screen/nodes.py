"""What a screen reader knows of a window: its widgets with roles, names, states and places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

STATES = [
    "invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable", "enabled",
    "expandable", "expanded", "focusable", "focused", "has_tooltip", "horizontal", "iconified",
    "modal", "multi_line", "multiselectable", "opaque", "pressed", "resizable", "selectable",
    "selected", "sensitive", "showing", "single_line", "stale", "transient", "vertical", "visible",
    "manages_descendants", "indeterminate", "required", "truncated", "animated", "invalid_entry",
    "supports_autocompletion", "selectable_text", "is_default", "visited", "checkable",
    "has_popup", "read_only",
]  # fmt: skip
"""AT-SPI's AtspiStateType, in its order."""


class Role(Enum):
    """AT-SPI's AtspiRole, those that Qt has."""

    INVALID = 0
    ALERT = 2
    CANVAS = 6
    CHECK_BOX = 7
    COLUMN_HEADER = 10
    COMBO_BOX = 11
    DIALOG = 16
    FILLER = 20
    FRAME = 23
    ICON = 26
    IMAGE = 27
    LABEL = 29
    LAYERED_PANE = 30
    LIST = 31
    LIST_ITEM = 32
    MENU = 33
    MENU_ITEM = 35
    PAGE_TAB = 37
    PAGE_TAB_LIST = 38
    PANEL = 39
    PASSWORD_TEXT = 40
    POPUP_MENU = 41
    PROGRESS_BAR = 42
    PUSH_BUTTON = 43
    RADIO_BUTTON = 44
    ROW_HEADER = 47
    SCROLL_BAR = 48
    SEPARATOR = 50
    SLIDER = 51
    SPIN_BUTTON = 52
    SPLIT_PANE = 53
    STATUS_BAR = 54
    TABLE = 55
    TABLE_CELL = 56
    TABLE_COLUMN_HEADER = 57
    TABLE_ROW_HEADER = 58
    TEXT = 61
    TOGGLE_BUTTON = 62
    TOOL_BAR = 63
    TOOL_TIP = 64
    TREE = 65
    TREE_TABLE = 66
    UNKNOWN = 67
    WINDOW = 69
    PARAGRAPH = 73
    APPLICATION = 75
    EDITBAR = 77
    DOCUMENT_FRAME = 82
    HEADING = 83
    SECTION = 85
    FORM = 87
    LINK = 88
    TREE_ITEM = 91
    GROUPING = 99
    NOTIFICATION = 101
    INFO_BAR = 102
    STATIC = 116
    PUSH_BUTTON_MENU = 129
    SWITCH = 130

    @classmethod
    def of(cls, number: int) -> "Role":
        """Return the role of a number; what Qt has no need of is unknown."""
        return cls(number) if number in {one.value for one in cls} else cls.UNKNOWN

    @property
    def has_value(self) -> bool:
        """Tell whether a number belongs to it."""
        return self in {Role.PROGRESS_BAR, Role.SPIN_BUTTON, Role.SLIDER, Role.SCROLL_BAR}


class Box(NamedTuple):
    """A place on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def within(self, other: "Box") -> "Box":
        """Return the part of it that lies in another box."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, max(0, right - left), max(0, bottom - top))


@dataclass(slots=True, eq=False)
class Node:
    """A widget as it is told to whoever does not see it."""

    role: Role
    name: str
    description: str
    states: frozenset[str]
    box: Box
    path: str
    """The classes of Qt around it, the outermost first."""
    reference: object = None
    value: object = None
    children: "list[Node]" = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.role.name.lower()} “{self.name}” ({self.path.rpartition('.')[2]})"

    @property
    def kind(self) -> str:
        """The class of the widget."""
        return self.path.rpartition(".")[2]

    def walk(self) -> "Iterator[Node]":
        """Go through it and all that is in it, outermost first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: Role | None = None, name: str | None = None) -> "list[Node]":
        """List what is in it with a role and a name, where they are given."""
        return [
            node for node in self.walk()
            if (role is None or node.role is role) and (name is None or node.name == name)
        ]  # fmt: skip

    def first(self, is_meant: "Callable[[Node], bool]") -> "Node | None":
        """Return the first that is meant, or None."""
        return next((node for node in self.walk() if is_meant(node)), None)

    def drawn(self, depth: int = 0) -> str:
        """Draw it as an indented text, for who looks for a fault."""
        quiet = {"enabled", "sensitive", "showing", "visible"}
        words = [self.role.name.lower(), repr(self.name), self.kind, *sorted(self.states - quiet)]
        words += ["DISABLED"] if "enabled" not in self.states else []
        words += [f"description={self.description!r}"] if self.description else []
        words += [f"value={self.value!r}"] if self.value is not None else []
        line = f"{'  ' * depth}{' '.join(words)} {tuple(self.box)}"
        return "\n".join([line, *(child.drawn(depth + 1) for child in self.children)])


def state_names(low: int, high: int = 0) -> frozenset[str]:
    """Read the bits of AT-SPI's two words of states."""
    bits = low | high << 32
    return frozenset(name for at, name in enumerate(STATES) if bits >> at & 1)
