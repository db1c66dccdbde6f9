"""Show the tree of categories, ordered and moved by keys or by dragging."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from storedesk.domain.categories import CategoryForm, Tree
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.sizes import target

KEY = int(Qt.ItemDataRole.UserRole)
ROW = 34
BELOW = QAbstractItemView.DropIndicatorPosition.BelowItem
ON = QAbstractItemView.DropIndicatorPosition.OnItem


class CategoryTree(QTreeWidget):
    """Show all categories, always expanded: the tree is three levels deep."""

    chosen_changed = Signal()
    nudged = Signal(int)
    """Up (-1) or down (1) among its siblings."""
    shifted = Signal(int)
    """Out of its parent (-1), or into the sibling above (1)."""
    dropped = Signal(object, object, int)
    """A category was dragged: its key, its new parent's key or None, and its position there."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self.tree = Tree(())
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(22)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("Categories"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda *_: self.chosen_changed.emit())

    def show_tree(self, tree: Tree) -> None:
        """Show another tree; keep the chosen category and the scroll position."""
        kept, place = self.chosen_id(), self.verticalScrollBar().value()
        self.tree = tree
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.clear()
        items: dict[UUID | None, QTreeWidgetItem] = {None: self.invisibleRootItem()}
        for one in tree.all:
            item = items[one.id] = self._item(one)
            items[one.parent_id].addChild(item)
        self.expandAll()
        if kept in items and kept is not None:
            self.setCurrentItem(items[kept])
        self.verticalScrollBar().setValue(place)
        self.blockSignals(False)  # noqa: FBT003
        if self.chosen_id() != kept:
            self.chosen_changed.emit()

    def chosen_id(self) -> UUID | None:
        """Return the key of the chosen category, or None."""
        item = self.currentItem()
        return None if item is None else item.data(0, KEY)

    def choose(self, key: UUID) -> None:
        """Choose a category, if it is there."""
        for item in self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, KEY) == key:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: with Alt the arrows move the category."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.nudged.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if alt:
                self.shifted.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            case _:
                super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer Qt: emit `dropped`; the tree is shown again when the move is done."""
        moved, at = self.chosen_id(), self.itemAt(event.position().toPoint())
        event.ignore()
        if moved is None:
            return
        if at is None:
            self.dropped.emit(moved, None, len(self.tree.children(None)))
            return
        key: UUID = at.data(0, KEY)
        where = self.dropIndicatorPosition()
        if where == ON:
            self.dropped.emit(moved, key, len(self.tree.children(key)))
            return
        target = self.tree.get(key)
        parent = target.parent_id if target else None
        siblings = [one.id for one in self.tree.children(parent) if one.id != moved]
        place = siblings.index(key) if key in siblings else len(siblings)
        self.dropped.emit(moved, parent, place + (1 if where == BELOW else 0))

    def _item(self, one: CategoryForm) -> QTreeWidgetItem:
        hidden = self.tree.is_hidden(one)
        words = tr("{category} (hidden)").format(category=one.name) if hidden else one.name
        item = QTreeWidgetItem([words, self._form.count(one.products) if one.products else ""])
        item.setData(0, KEY, one.id)
        item.setSizeHint(0, QSize(0, target(ROW)))
        item.setToolTip(1, self._form.products(one.products))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, QBrush(theme.color("muted")))
        if hidden:
            item.setForeground(0, QBrush(theme.color("muted")))
        if one.depth == 1:
            item.setFont(0, theme.font(13, theme.DEMIBOLD))
        return item
