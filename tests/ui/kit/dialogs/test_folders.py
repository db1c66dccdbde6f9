"""Where dialogs for files begin, while folders are gone, forbidden or on a share that is away."""

import asyncio
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from storedesk.ui.kit.dialogs import folders
from storedesk.ui.kit.dialogs.dialog import choose_file


@pytest.fixture
def away(tmp_path, monkeypatch):
    """Have a folder that nobody gets an answer from."""
    share, gate, scandir = tmp_path / "share", threading.Event(), os.scandir
    monkeypatch.setattr(folders, "PATIENCE", 0.05)

    def scan(place):
        if Path(place) == share:
            gate.wait(60)
        return scandir(place)

    monkeypatch.setattr(folders.os, "scandir", scan)
    yield share
    gate.set()


async def test_the_first_folder_that_answers_is_taken(tmp_path, away):
    (tmp_path / "file").touch()
    places = [tmp_path / "gone", tmp_path / "file", away, tmp_path]
    assert await folders.first_folder(places) == tmp_path
    assert await folders.first_folder([away]) == Path(Path.home().anchor)


async def test_the_dialog_begins_where_a_file_was_chosen_last_unless_that_is_away(
    tmp_path, away, monkeypatch, qtbot
):
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "home").mkdir()
    (tmp_path / "last").mkdir()
    for last, begins in ((tmp_path / "last", "last"), (away, "home")):
        places = [last, tmp_path / "home"]
        monkeypatch.setattr(folders, "usual", lambda places=places: places)
        begun = choose_file(window, "A file")
        asking = asyncio.ensure_future(begun)
        while not (found := [w for w in QApplication.topLevelWidgets() if _is_open(w)]):
            await asyncio.sleep(0.01)
        assert Path(found[0].directory().path()) == tmp_path / begins
        found[0].reject()
        assert await asking is None


def _is_open(widget):
    return isinstance(widget, QFileDialog) and widget.isVisible()
