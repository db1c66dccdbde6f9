"""Let a person choose, move and size the columns of a list, and find them so again."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.menu import Menu
from storedesk.ui.kit.lists.columns import CellStyle
from storedesk.ui.kit.lists.habits import WIDEST, Density, Habits, Layout
from storedesk.ui.kit.lists.table import LongTable

LEAST = 56
"""Pixels of a column at least: of what is narrower nothing could be read."""


class Arrangement(QObject):
    """The columns of one list, arranged as this person has them."""

    def __init__(self, table: LongTable[Any], name: str, habits: Habits) -> None:
        super().__init__(table)
        self._table, self._name, self._habits = table, name, habits
        self._header = table.header()
        self._fixed = sum(one.style is CellStyle.TICK for one in table.columns)
        self._header.let_arrange(fixed=self._fixed)
        self._names = [one.key or f"#{at}" for at, one in enumerate(table.columns)]
        self._usual = table.sort
        self._apply(habits.layout(name))
        self._set_rows()
        self._header.arranged.connect(self._keep_widths)
        self._header.usual_wanted.connect(self._forget_width)
        self._header.menu_wanted.connect(self.show_menu)
        table.sort_changed.connect(self._keep)
        habits.density_changed.connect(self._set_rows)
        table.editing.reveal = partial(self.show, is_on=True)

    def ask(self) -> None:
        """Offer the columns below the headings, for those who work by keys."""
        self.show_menu(self._header.mapToGlobal(self._header.rect().bottomLeft()))

    def show_menu(self, at: QPoint) -> None:
        """Offer the columns, and how high rows are, at a place on the screen."""
        menu = Menu(self._table)
        for section, column in enumerate(self._table.columns):
            if column.heading:
                is_wanted = not self._table.is_left_out(section)
                is_shown = is_wanted and not self._table.has_no_room(section)
                words = tr("{column} (no room)") if is_wanted and not is_shown else "{column}"
                entry = self._entry(menu, words.format(column=column.heading), is_on=is_shown)
                entry.setEnabled(not (is_shown and self._must_stay(section)))
                entry.triggered.connect(lambda on, section=section: self.show(section, is_on=on))
        menu.addSeparator()
        for density, words in self._densities():
            entry = self._entry(menu, words, is_on=self._habits.density is density)
            entry.triggered.connect(lambda _, density=density: self._habits.choose_density(density))
        menu.addSeparator()
        menu.addAction(tr("The usual columns")).triggered.connect(self.forget)
        menu.popup(at)

    def show(self, section: int, *, is_on: bool) -> None:
        """Show a column, or leave it out; the last one stays, and one that is typed into."""
        if is_on or not self._must_stay(section):
            self._table.show_column(section, is_on=is_on)
            self._keep()

    def forget(self) -> None:
        """Arrange the list as it was at first."""
        was = self._table.sort
        self._apply(Layout(sort=self._usual))
        self._keep()
        if self._usual != was:
            self._table.sort_changed.emit(self._usual)

    @staticmethod
    def _densities() -> tuple[tuple[Density, str], ...]:
        return (
            (Density.COMFORTABLE, tr("Comfortable rows")),
            (Density.USUAL, tr("Usual rows")),
            (Density.DENSE, tr("Dense rows")),
        )

    @staticmethod
    def _entry(menu: Menu, words: str, *, is_on: bool) -> QAction:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(is_on)
        return entry

    def _must_stay(self, section: int) -> bool:
        return self._is_last(section) or self._table.editing.column == section

    def _is_last(self, section: int) -> bool:
        """Tell whether no other column is shown."""
        return not any(
            column.heading and at != section and not self._table.is_left_out(at)
            for at, column in enumerate(self._table.columns)
        )

    def _apply(self, layout: Layout) -> None:
        known = {name: at for at, name in enumerate(self._names)}
        self._header.blockSignals(True)  # noqa: FBT003 - what is applied is not to be kept
        order = self._names[: self._fixed]
        order += [name for name in layout.order if name in known and name not in order]
        order += [name for name in self._names if name not in order]
        for visual, name in enumerate(order):
            self._header.moveSection(self._header.visualIndex(known[name]), visual)
        self._header.blockSignals(False)  # noqa: FBT003
        self._table.asked_for = [known[name] for name in layout.asked_for if name in known]
        self._leave_out({known[name] for name in layout.hidden if name in known})
        self._table.sized = {
            known[name]: max(LEAST, width) for name, width in layout.widths.items() if name in known
        }
        if layout.sort and layout.sort.by in {one.sort for one in self._table.columns if one.sort}:
            self._table.sort_by(layout.sort)
        self._table.share_room()
        self._table.viewport().update()

    def _leave_out(self, sections: set[int]) -> None:
        """Leave out columns that have a heading; if nothing were left, the last one is shown."""
        headed = {at for at, column in enumerate(self._table.columns) if column.heading}
        if headed <= sections:
            sections -= {max(headed)}
        self._table.leave_out(sections & headed)

    def _keep_widths(self, section: int) -> None:
        """Keep how wide a person has made a column; -1: it was moved."""
        if section >= 0:
            width = min(max(LEAST, self._header.sectionSize(section)), WIDEST)
            self._table.sized = {**self._table.sized, section: width}
            self._table.share_room()
        self._keep()

    def _forget_width(self, section: int) -> None:
        """Give a column the width that it had at first."""
        self._table.sized = {at: width for at, width in self._table.sized.items() if at != section}
        self._table.share_room()
        self._keep()

    def _keep(self, *_: object) -> None:
        order = sorted(range(len(self._names)), key=self._header.visualIndex)
        self._habits.keep(
            self._name,
            Layout(
                order=tuple(self._names[at] for at in order),
                hidden=frozenset(
                    name for at, name in enumerate(self._names) if self._table.is_left_out(at)
                ),
                widths={self._names[at]: width for at, width in self._table.sized.items()},
                sort=self._table.sort,
                asked_for=tuple(self._names[at] for at in self._table.asked_for),
            ),
        )

    def _set_rows(self) -> None:
        self._table.set_row_height(self._habits.density.value)
