"""Read a widget of this process as a screen reader is told of it: as nodes, without a bus."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.screen.nodes import Box, Node, Role

Q = QAccessible.Role
ROLES = {
    Q.AlertMessage: Role.ALERT, Q.Button: Role.PUSH_BUTTON, Q.ButtonMenu: Role.PUSH_BUTTON_MENU,
    Q.Canvas: Role.CANVAS, Q.Cell: Role.TABLE_CELL, Q.CheckBox: Role.CHECK_BOX,
    Q.Client: Role.FILLER, Q.ColumnHeader: Role.TABLE_COLUMN_HEADER, Q.ComboBox: Role.COMBO_BOX,
    Q.Dialog: Role.DIALOG, Q.Document: Role.DOCUMENT_FRAME, Q.EditableText: Role.TEXT,
    Q.Graphic: Role.IMAGE, Q.Grouping: Role.PANEL, Q.Heading: Role.HEADING,
    Q.LayeredPane: Role.LAYERED_PANE, Q.Link: Role.LINK, Q.List: Role.LIST,
    Q.ListItem: Role.LIST_ITEM, Q.MenuItem: Role.MENU_ITEM, Q.Notification: Role.NOTIFICATION,
    Q.PageTab: Role.PAGE_TAB, Q.PageTabList: Role.PAGE_TAB_LIST, Q.Pane: Role.PANEL,
    Q.Border: Role.PANEL, Q.Paragraph: Role.PARAGRAPH, Q.PopupMenu: Role.POPUP_MENU,
    Q.ProgressBar: Role.PROGRESS_BAR, Q.RadioButton: Role.RADIO_BUTTON, Q.Row: Role.ROW_HEADER,
    Q.RowHeader: Role.TABLE_ROW_HEADER, Q.ScrollBar: Role.SCROLL_BAR, Q.Separator: Role.SEPARATOR,
    Q.Slider: Role.SLIDER, Q.SpinBox: Role.SPIN_BUTTON, Q.Splitter: Role.SPLIT_PANE,
    Q.StaticText: Role.LABEL, Q.StatusBar: Role.STATUS_BAR, Q.Switch: Role.SWITCH,
    Q.Table: Role.TABLE, Q.ToolBar: Role.TOOL_BAR, Q.Tree: Role.TREE, Q.TreeItem: Role.TREE_ITEM,
    Q.Window: Role.FRAME,
}  # fmt: skip
"""AT-SPI's roles of Qt's, as Qt's bridge to the bus has them."""
TEXTS = QAccessible.Text
WORDS = {
    "checkable": "checkable", "checked": "checked", "disabled": "", "editable": "editable",
    "expandable": "expandable", "expanded": "expanded", "focusable": "focusable",
    "focused": "focused", "modal": "modal", "readOnly": "read_only", "selectable": "selectable",
    "selected": "selected",
}  # fmt: skip
FEW = 3


def heard(widget: QWidget) -> Node:
    """Return what is told of a widget that is shown, and of all that is shown in it."""
    return _node(QAccessible.queryAccessibleInterface(widget))


def _node(interface) -> Node:
    state, role = interface.state(), ROLES.get(interface.role(), Role.UNKNOWN)
    if role is Role.TEXT and state.passwordEdit:
        role = Role.PASSWORD_TEXT
    states = {word for name, word in WORDS.items() if word and getattr(state, name)}
    states |= set() if state.disabled else {"enabled"}
    place = interface.rect()
    widget = interface.object()
    node = Node(
        role=role, name=interface.text(TEXTS.Name),
        description=interface.text(TEXTS.Description), states=frozenset(states),
        box=Box(place.x(), place.y(), place.width(), place.height()), reference=widget,
        path=type(widget).__name__ if widget else "",
    )  # fmt: skip
    if role.has_value and (value := interface.valueInterface()):
        node.value = value.currentValue()
    if role is Role.COMBO_BOX and (labels := interface.relations(QAccessible.RelationFlag.Label)):
        node.name = f"{labels[0][0].text(TEXTS.Name)}: {node.name}"
    node.children = [_node(child) for child in _inside(interface, role)]
    return node


def _inside(interface, role):
    if role in {Role.TABLE, Role.TREE}:
        model = interface.object().model()
        columns = model.columnCount() if model else 0
        count = min(interface.childCount(), (FEW + 1) * columns)
    else:
        count = interface.childCount()
    parts = [interface.child(at) for at in range(count)]
    return [part for part in parts if part and part.isValid() and not part.state().invisible]
