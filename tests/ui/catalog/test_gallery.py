"""The tiles of a product's pictures, by hand."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from storedesk.domain.product_forms import PictureForm
from storedesk.ui.catalog.gallery import GAP, TILE, Gallery

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def gallery(qtbot):
    made = Gallery(lambda _: None)
    qtbot.addWidget(made)
    made.resize(4 * (TILE + GAP), 200)
    made.show_pictures(tuple(PictureForm(uuid4(), f"media/{n}.webp") for n in "abc"))
    made.show()
    return made


def middle(at):
    return QPoint(at * (TILE + GAP) + TILE // 2, TILE // 2)


def names(gallery):
    return "".join(one.url[6] for one in gallery.pictures)


def test_a_tile_that_is_dragged_goes_where_it_is_dropped(gallery):
    QTest.mousePress(gallery, LEFT, pos=middle(2))
    for at in (2, 1, 0):
        QTest.mouseMove(gallery, middle(at))
    QTest.mouseRelease(gallery, LEFT, pos=middle(0))
    assert names(gallery) == "cab"
    assert gallery.current == 0


def test_a_click_moves_nothing_and_the_last_tile_asks_for_a_file(gallery):
    asked = []
    gallery.choosing.connect(lambda: asked.append(True))
    QTest.mouseClick(gallery, LEFT, pos=middle(1))
    assert (names(gallery), gallery.current, asked) == ("abc", 1, [])
    QTest.mouseClick(gallery, LEFT, pos=middle(3))
    assert asked == [True]


def test_arrows_choose_and_with_alt_they_move(gallery):
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(gallery, KEY.Key_Right, alt)
    assert names(gallery) == "bac"
    QTest.keyClick(gallery, KEY.Key_End)
    assert gallery.current == 3
    QTest.keyClick(gallery, KEY.Key_Left)
    QTest.keyClick(gallery, KEY.Key_Delete)
    assert names(gallery) == "ba"


def test_files_are_dropped_and_links_are_not(gallery, tmp_path):
    brought = []
    gallery.sources_added.connect(brought.extend)
    for url, taken in ((QUrl.fromLocalFile(str(tmp_path / "x.png")), 1), (QUrl("http://x/y"), 0)):
        data = QMimeData()
        data.setUrls([url])
        arguments = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(middle(1), *arguments)
        entering.setAccepted(False)
        gallery.dragEnterEvent(entering)
        assert entering.isAccepted() == bool(taken)
        gallery.dropEvent(QDropEvent(QPointF(middle(1)), *arguments))
        assert len(brought) == taken
        brought.clear()


def test_the_same_picture_twice_is_one(gallery):
    gallery.add(PictureForm(uuid4(), "media/a.webp"))
    assert names(gallery) == "abc"
    assert not gallery.grab().isNull()
