"""The logo of papers is chosen, seen on them, saved, and removed again."""

import asyncio
from base64 import b64encode
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.adapters.files import logos


@pytest.fixture
def picture(tmp_path):
    """Write a picture of a bar in a color."""

    def picture(ink="navy", name="logo.png"):
        image = Image.new("RGB", (400, 200), "white")
        ImageDraw.Draw(image).rectangle((20, 80, 379, 119), fill=ink)
        image.save(tmp_path / name)
        return tmp_path / name

    return picture


@pytest.fixture
def section(page):
    page.show_section("logo")
    return page.section


@pytest.fixture
def other(store):
    """Set the logo as another admin's window does."""

    def other(file):
        made = logos.logo_of(file.read_bytes())
        seen = store.sql("SELECT logo_sha256 FROM storedesk.store_settings")
        words = "SELECT api.set_logo(%s, %s, %s, %s)"
        store.sql(words, uuid4(), seen, made.page, made.strip, login="dee")

    return other


def saved_logo(page):
    return asyncio.run(page.desk.read(queries.store_settings.settings)).logo


def drop(section, data):
    spot = QPointF(10, 10)
    copied, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(spot, copied, data, Qt.MouseButton.LeftButton, none)
    section.box.dropEvent(event)


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def is_on_paper(section, logo):
    return b64encode(logo).decode() in section.preview.paper._sheet.toHtml()


async def dropped(page, data):
    drop(page.section, data)
    await page.idle()


async def save(page):
    page.start(page.save)
    await page.idle()


async def held(page):
    return (await page.desk.read(queries.settings_page.logo))[0]


async def test_a_dropped_file_is_seen_on_papers_before_it_is_saved(page, section, picture):
    await dropped(page, files(picture()))
    assert page.unsaved() == "Logo"
    assert is_on_paper(section, section.logo.strip)
    section.preview.kinds.choose("slip")
    section.preview.show_store(section.preview.store)
    assert is_on_paper(section, section.logo.page)
    assert await held(page) is None
    await save(page)
    assert page.note.text() == "Logo is saved."
    assert page.unsaved() == ""
    assert await held(page) == section.logo
    shown = [(one.who, one.setting, one.old, one.new) for one in section.changes.shown]
    assert shown == [("Dee", "Logo", "", "a picture")]


async def test_a_pasted_picture_is_taken_and_del_removes_it(page, section, store):
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    section.box.source_given.emit(image)
    await page.idle()
    await save(page)
    assert store.sql("SELECT count(*) FROM storedesk.store_logos") == 1
    QTest.keyClick(section.box, Qt.Key.Key_Delete)
    assert page.unsaved() == "Logo"
    await save(page)
    assert await held(page) is None
    assert [(one.old, one.new) for one in section.changes.shown] == [
        ("a picture", ""), ("", "a picture"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["logo.svg", "gone.png", "."])
async def test_what_is_no_picture_is_refused_there_and_the_one_before_stays(
    page, section, picture, tmp_path, name
):
    await dropped(page, files(picture()))
    before = section.logo
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    await dropped(page, files(tmp_path / name))
    words = "This picture cannot be read. Choose a PNG, JPEG or WebP file."
    assert section.problem.text() == words
    assert not section.problem.isHidden()
    assert section.logo is before
    await dropped(page, files(picture("red", "other.png")))
    assert section.problem.isHidden()


async def test_a_logo_that_white_paper_hides_is_refused(page, section, picture):
    await dropped(page, files(picture("white")))
    assert "white paper" in section.problem.text()
    assert page.unsaved() == ""


async def test_discard_shows_the_saved_one_again(page, section, picture):
    await dropped(page, files(picture()))
    page.discard_button.click()
    assert page.unsaved() == ""
    assert section.logo is None
    assert not section.remove.isEnabled()


async def test_over_anothers_it_is_saved_when_that_was_seen(page, section, picture, other):
    await dropped(page, files(picture()))
    other(picture("red", "theirs.png"))
    mine = section.logo
    await save(page)
    assert "Someone else has just changed this" in page.problem.text()
    assert section.logo is mine
    assert await held(page) == section.base != mine
    await save(page)
    assert await held(page) == mine


async def test_anothers_logo_is_shown_but_over_none_that_waits(page, section, picture, other):
    other(picture("red", "theirs.png"))
    page.changed()
    await page.idle()
    theirs = section.logo
    assert theirs is not None
    await dropped(page, files(picture()))
    other(picture("green", "again.png"))
    page.changed()
    await page.idle()
    assert section.logo != theirs
    assert page.unsaved() == "Logo"


def test_every_window_has_it_with_the_settings(page, other, picture):
    assert saved_logo(page) is None
    other(picture())
    assert saved_logo(page) == logos.logo_of(Path(picture()).read_bytes())
