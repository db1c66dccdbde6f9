"""What a key types: nothing while Ctrl, Alt or Meta is held, but what AltGr makes of it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

import storedesk.ui
from storedesk.ui.kit.input.burst import typed_text

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
META, KEYPAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("held", "text"),
    [(NONE, "1"), (SHIFT, "1"), (KEYPAD, "1"), (CTRL | ALT, "1"),
     (ALT, ""), (CTRL, ""), (META, ""), (ALT | KEYPAD, "")],
)  # fmt: skip
def test_a_digit_is_text_unless_it_is_a_command(held, text):
    assert typed_text(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, held, "1")) == text


def test_nobody_else_takes_the_text_of_a_key_for_what_was_typed():
    ui = Path(storedesk.ui.__file__).parent
    found = {
        path.name for path in ui.rglob("*.py")
        if re.search(r"\bevent\.text\(\)", path.read_text(encoding="utf-8"))
    }  # fmt: skip
    assert found == {"burst.py"}
