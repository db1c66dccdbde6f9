"""What has to hold of everything that a screen reader is told of a window."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.screen.nodes import Node, Role

WORKED = {
    Role.PUSH_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.TOGGLE_BUTTON, Role.SWITCH,
    Role.PAGE_TAB, Role.COMBO_BOX, Role.TEXT, Role.PASSWORD_TEXT, Role.SPIN_BUTTON, Role.SLIDER,
    Role.LINK, Role.LIST, Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.MENU_ITEM,
    Role.PUSH_BUTTON_MENU,
}  # fmt: skip
"""What somebody works with: only such may have the keyboard, and each has a name."""
HOLDERS = {
    Role.DIALOG, Role.PAGE_TAB_LIST, Role.ALERT, Role.NOTIFICATION, Role.PROGRESS_BAR,
}  # fmt: skip
"""What nobody works with and has a name all the same."""
CHOSEN = {Role.RADIO_BUTTON, Role.CHECK_BOX, Role.TOGGLE_BUTTON, Role.SWITCH}


PARTS = {Role.TABLE_CELL, Role.LIST_ITEM, Role.TREE_ITEM}
"""What a list is made of: the keyboard is in the list."""


def faults(top: Node) -> list[str]:
    """List what is not as it has to be, in the order in which it stands in the window."""
    return list(_faults(top, around=[]))


def _faults(node: Node, around: list[Node]) -> Iterator[str]:
    for word in _own_faults(node):
        yield f"{node} {word}, in {_place(around)}"
    if node.name or not around:
        twins = Counter((one.role, one.name) for one in _worked(node) if one.name)
        for (role, name), times in twins.items():
            if times > 1:
                yield f"{times} are {role.name.lower()} “{name}”, in {_place([*around, node])}"
    for child in node.children:
        yield from _faults(child, [*around, node])


def _own_faults(node: Node) -> Iterator[str]:
    is_focusable = "focusable" in node.states and node.role is not Role.FRAME
    is_read = "read_only" in node.states  # a text with links, or to be scrolled
    if is_focusable and not is_read and node.role not in WORKED | {Role.DIALOG, *PARTS}:
        yield "can have the keyboard and is nothing to work with"
    if node.role in WORKED | HOLDERS and not node.name.strip():
        yield "has no name"
    if "&" in node.name.replace(" & ", ""):
        yield "is named with a mark of Qt's"
    if node.role in CHOSEN and "checkable" not in node.states:
        yield "cannot be checked"
    if node.role is Role.PUSH_BUTTON and "checkable" in node.states:
        yield "is checked and does not say so"
    if node.role is Role.PAGE_TAB and "selectable" not in node.states:
        yield "cannot be selected"
    if node.role is Role.PROGRESS_BAR and node.value is None:
        yield "has no value"


def _worked(node: Node) -> Iterator[Node]:
    """Go through what the keyboard comes to in a group, but not what is in a group with a name."""
    for child in node.children:
        if child.role in WORKED and {"focusable", "enabled"} <= child.states:
            yield child
        if child.role not in {Role.TABLE, Role.LIST, Role.TREE} and not child.name:
            yield from _worked(child)


def _place(around: Sequence[Node]) -> str:
    named = [str(node) for node in around if node.name][-2:]
    return ", in ".join(named) or "the window"


def order_faults(stops: Sequence[Node], top: Node) -> list[str]:
    """List where Tab goes against the eye: `stops` are where it halted, one round of it.

    Of two stops the parts of the window are looked at in which they differ: the later one may
    not lie above the other, nor before it in the same line.
    """
    around = {id(node): chain for node, chain in _chains(top, [])}
    found = []
    for at, one in enumerate(stops):
        for other in stops[at + 1 :]:
            first, then = _parts(around[id(one)], around[id(other)])
            if _is_before(then, first):
                found.append(f"Tab goes to {one}, then to {other}, which is read before it")
    return found


def _chains(node: Node, chain: list[Node]) -> Iterator[tuple[Node, list[Node]]]:
    here = [*chain, node]
    yield node, here
    for child in node.children:
        yield from _chains(child, here)


def _parts(one: list[Node], other: list[Node]) -> tuple[Node, Node]:
    """Return the outermost parts in which two chains differ."""
    for first, then in zip(one, other, strict=False):
        if first is not then:
            return first, then
    return one[-1], other[-1]


def _is_before(one: Node, other: Node) -> bool:
    """Tell whether the eye comes to one part before it comes to another."""
    a, b = one.box, other.box
    shares_line = min(a.bottom, b.bottom) - max(a.y, b.y) > min(a.height, b.height) / 2
    if shares_line:
        return a.right <= b.x + 1
    shares_column = min(a.right, b.right) - max(a.x, b.x) > 0
    return shares_column and a.bottom <= b.y + 1
