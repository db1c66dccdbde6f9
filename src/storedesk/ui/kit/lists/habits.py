"""Keep how a person has arranged the lists on this computer."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from storedesk.ui.kit.lists.columns import Sort

WIDEST = 2_000
"""Pixels of a column at most: a file that was spoiled makes no list unusable."""


class Density(Enum):
    """How high the rows of a list are, in pixels."""

    COMFORTABLE = 44
    USUAL = 36
    DENSE = 28


@dataclass(frozen=True, slots=True)
class Layout:
    """How one list is arranged; columns are named as `Column.key` has it."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: Sort | None = None
    asked_for: tuple[str, ...] = ()
    """Columns that are shown before others where there is no room for all, the last one first."""


class Habits(QObject):
    """The arrangements of one person, in a file of this computer's profile or nowhere."""

    density_changed = Signal()

    def __init__(self, file: Path | None = None, person: str = "") -> None:
        super().__init__()
        self._file = QSettings(str(file), QSettings.Format.IniFormat) if file else None
        self._person = person
        self._here: dict[str, str] = {}

    @property
    def density(self) -> Density:
        """How high rows are."""
        with suppress(ValueError, KeyError):
            return Density[self._read("rows")]
        return Density.USUAL

    def choose_density(self, density: Density) -> None:
        """Have rows as high in every list."""
        self._write("rows", density.name)
        self.density_changed.emit()

    @property
    def language(self) -> str:
        """The language that this person has chosen, or "" for the store's."""
        return self._read("language")

    def choose_language(self, language: str) -> None:
        """Speak another language with this person from now on; "" is the store's."""
        self._write("language", language)

    @property
    def used(self) -> tuple[str, ...]:
        """The names of what this person did last, the newest first."""
        return tuple(self._read("used").split())

    def keep_used(self, names: Iterable[str]) -> None:
        """Keep what was done last."""
        self._write("used", " ".join(names))

    @property
    def knows_first_steps(self) -> bool:
        """Whether this person has taken the first steps of a store, or does not want them."""
        return bool(self._read("first_steps"))

    def know_first_steps(self) -> None:
        """Show the first steps no more."""
        self._write("first_steps", "known")

    def layout(self, name: str) -> Layout:
        """Return how the list of that name is arranged; what cannot be understood is left out."""
        with suppress(ValueError, TypeError, AttributeError, LookupError, OverflowError):
            return _read_layout(json.loads(self._read(f"lists/{name}") or "{}"))
        return Layout()

    def keep(self, name: str, layout: Layout) -> None:
        """Keep how a list is arranged."""
        sort = layout.sort and [layout.sort.by, layout.sort.descending]
        told = {
            "order": layout.order, "hidden": sorted(layout.hidden), "widths": dict(layout.widths),
            "sort": sort, "asked_for": layout.asked_for,
        }  # fmt: skip
        self._write(f"lists/{name}", json.dumps(told))

    def _read(self, key: str) -> str:
        if self._file is None:
            return self._here.get(key, "")
        return str(self._file.value(f"{self._person}/{key}", ""))

    def _write(self, key: str, text: str) -> None:
        self._here[key] = text
        if self._file is not None:
            self._file.setValue(f"{self._person}/{key}", text)


def _read_layout(told: Mapping[str, Any]) -> Layout:
    sort = told.get("sort")
    widths = {str(key): int(width) for key, width in told.get("widths", {}).items()}
    return Layout(
        order=tuple(map(str, told.get("order", ()))),
        hidden=frozenset(map(str, told.get("hidden", ()))),
        widths={key: width for key, width in widths.items() if 0 < width <= WIDEST},
        sort=Sort(str(sort[0]), descending=bool(sort[1])) if sort else None,
        asked_for=tuple(map(str, told.get("asked_for", ()))),
    )
