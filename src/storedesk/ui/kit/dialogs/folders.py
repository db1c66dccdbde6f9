"""Find a folder that answers for a file dialog: one on a dead share would block the window."""

import asyncio
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl

from storedesk.ui.kit.base.threads import answered

PATIENCE = 2.0
"""Seconds in which a folder is to tell what is in it."""
LAST = "FileDialog/lastVisited"
"""Where Qt keeps the folder of its last dialog, for all programs."""


async def first_folder(places: Iterable[Path] | None = None) -> Path:
    """Return the first of some places that answers; by itself the last one, then home."""
    for place in usual() if places is None else places:
        if await _answers(partial(_is_folder, place)):
            return place
    return Path(Path.home().anchor)


def usual() -> list[Path]:
    """Return the folder in which a file was chosen last, and home."""
    known = QSettings(QSettings.Scope.UserScope, "QtProject").value(LAST)
    last = QUrl(known).toLocalFile() if isinstance(known, str) else ""
    return [*([Path(last)] if last else []), Path.home()]


async def _answers(ask: Callable[[], bool]) -> bool:
    try:
        return await asyncio.wait_for(answered(ask), PATIENCE)
    except TimeoutError:
        return False


def _is_folder(place: Path) -> bool:
    try:
        with os.scandir(place) as files:
            next(files, None)
    except OSError:
        return False
    return True
