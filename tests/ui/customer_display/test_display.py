"""The customer display: on the chosen screen, never over the window, never with the keyboard."""

import json
import os
import subprocess
import sys

import pytest
from PIL import Image

from storedesk.domain.store import StoreSettings
from storedesk.ui.context import speech_of
from storedesk.ui.customer_display.display import CustomerDisplay
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.base.format import Format

SCREENS = {"front": (0, 1366), "back": (1366, 1024)}

SCRIPT = """
import sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from storedesk.domain.store import StoreSettings
from storedesk.ui.context import speech_of
from storedesk.ui.customer_display.display import CustomerDisplay
from storedesk.ui.customer_display.screens import other_screens, screen_named
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.looks.theme import THEME, Scheme

app = QApplication([])
THEME.install(app, Scheme.LIGHT)
own = QLineEdit()
own.setScreen(screen_named("front"))
own.setGeometry(screen_named("front").geometry())
own.show()
own.activateWindow()
own.setFocus()
app.processEvents()
comfort, display = Comfort(), CustomerDisplay(own)
store, speech = StoreSettings(name="Corner"), speech_of(Format("en_US"))

def settled():
    for _ in range(5):
        app.processEvents()
    return display.window

display.begin(None, store, speech, comfort)
assert settled() is None, "nothing was chosen"
assert [one.name() for one in other_screens(own)] == ["back"]
comfort.keep(customer_screen="back")
shown = settled()
assert shown.geometry() == screen_named("back").geometry()
assert shown.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
assert shown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
own.setGeometry(screen_named("back").geometry())
own.setScreen(screen_named("back"))
assert settled() is None, "the window itself is there"
own.setScreen(screen_named("front"))
own.setGeometry(screen_named("front").geometry())
assert settled() is not None
display.stop()
assert settled() is not None, "who locks the till leaves a greeting"
comfort.keep(customer_screen="gone")
assert settled() is not None, "and what others choose is not heard"
display.begin(None, store, speech, comfort)
assert settled() is None, "a screen that is not connected"
comfort.keep(customer_screen="back")
assert settled() is not None
assert not app.quitOnLastWindowClosed() or display.window.testAttribute(Qt.WA_QuitOnClose) is False
display.end()
assert settled() is None
comfort.keep(customer_screen="back")
assert settled() is None, "it has ended"
print("whole")
"""


def test_it_stands_on_the_chosen_screen_and_never_over_the_window(tmp_path):
    screens = [
        {"name": name, "x": left, "y": 0, "width": width, "height": 768,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, (left, width) in SCREENS.items()
    ]  # fmt: skip
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    there = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file.as_posix()}"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=there, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "whole", done.stderr


@pytest.fixture
def display(qtbot, tmp_path):
    made = CustomerDisplay()
    qtbot.addWidget(made.face)
    store = StoreSettings(name="Corner Books")
    comfort = Comfort(tmp_path / "window.ini")
    made.begin(None, store, speech_of(Format("en_US")), comfort)
    return made, comfort


def middle(face):
    face.resize(640, 400)
    return face.grab().toImage().pixelColor(320, 200).name()


def test_a_picture_takes_the_place_of_the_name_while_nothing_is_sold(display, tmp_path):
    made, comfort = display
    assert made.face.content.thanks == "Welcome"
    picture = tmp_path / "sale.webp"
    Image.new("RGB", (64, 40), "#c02020").save(picture, "WEBP", lossless=True)
    comfort.keep_customer_picture(picture.read_bytes())
    assert middle(made.face) == "#c02020"
    assert Comfort(tmp_path / "window.ini").customer_picture == picture.read_bytes()
    comfort.keep_customer_picture(None)
    assert middle(made.face) != "#c02020"
    assert comfort.customer_picture is None


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (768, 1366), (480, 320), (1, 1)])
def test_it_is_drawn_at_any_size(display, size):
    made, _ = display
    made.face.resize(*size)
    assert not made.face.grab().isNull()
