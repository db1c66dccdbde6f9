"""Where text is typed: endless text is cut before it is laid out, and the person is told."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QToolTip

import storedesk.ui
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import NoteField, TextField
from storedesk.ui.kit.forms.inputs import LineInput, TextInput
from storedesk.ui.kit.forms.search import SearchField

ENDLESS = 60_000_000
"""Letters that would take minutes to lay out, and gigabytes."""


@pytest.fixture
def clipboard(qapp):  # noqa: ARG001 - there is none without it
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


def pasted(qtbot, field):
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))


@pytest.mark.parametrize("make", [
    lambda: TextField("Name", longest=200),
    lambda: NoteField("Note", longest=2_000),
])  # fmt: skip
def test_endless_text_is_cut_and_said(make, qtbot, clipboard):
    field = make()
    qtbot.addWidget(field)
    clipboard.setText("x" * ENDLESS)

    pasted(qtbot, field.input)
    assert field.value() == "x" * field._longest
    assert f"{field._longest:,} characters" in field.problem.text()
    qtbot.keyClick(field.input, Qt.Key.Key_Backspace)
    assert field.problem.text() == ""


def test_endless_text_into_a_line_of_no_form_is_cut_and_said(qtbot, clipboard, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _field: said.append(text))
    field = SearchField("Search")
    qtbot.addWidget(field)
    clipboard.setText("y" * ENDLESS)

    pasted(qtbot, field)
    assert field.text() == "y" * 200
    assert ["200 characters" in one for one in said] == [True]


def test_what_fits_is_pasted_as_ever(qtbot, clipboard):
    line, text = LineInput("ab"), TextInput("one")
    for field in (line, text):
        qtbot.addWidget(field)
    line.setSelection(1, 1)
    clipboard.setText("xyz")
    pasted(qtbot, line)
    pasted(qtbot, text)

    assert line.text() == "axyz"
    assert text.toPlainText() == "xyzone"
    line.undo()
    assert line.text() == "ab"


def test_what_replaces_a_selection_has_its_room(qtbot, clipboard):
    field = LineInput("0123456789", longest=10)
    qtbot.addWidget(field)
    field.selectAll()
    clipboard.setText("abcdefghijklm")
    pasted(qtbot, field)
    assert field.text() == "abcdefghij"


def test_a_field_that_is_only_read_takes_nothing(qtbot, clipboard):
    field = LineInput("kept", longest=10)
    qtbot.addWidget(field)
    field.setReadOnly(True)
    clipboard.setText("z" * 100)
    pasted(qtbot, field)
    assert field.text() == "kept"


def test_dropped_text_is_cut_too(qtbot):
    field = LineInput("", longest=10)
    qtbot.addWidget(field)
    data = QMimeData()
    data.setText("d" * ENDLESS)
    event = QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    field.dropEvent(event)
    assert field.text() == "d" * 10


def test_the_menu_pastes_as_the_keys_do(qtbot, clipboard):
    field = LineInput("", longest=10)
    qtbot.addWidget(field)
    clipboard.setText("m" * 100)
    menu = field.paste_menu()
    (paste,) = (one for one in menu.actions() if one.objectName() == "edit-paste")
    paste.trigger()
    assert field.text() == "m" * 10


def test_more_than_fits_may_be_typed_and_is_refused_where_it_is_read(qtbot):
    field = TextField("Name", longest=200)
    qtbot.addWidget(field)
    field.input.setText("x" * 201)
    with pytest.raises(Refused) as refused:
        field.value()
    assert refused.value.code == "text_too_long"
    field.input.setText("x" * 10_000)
    assert len(field.input.text()) == 1_200


def test_every_field_of_the_program_is_one_of_these():
    bare = {
        "QLineEdit",
        "QPlainTextEdit",
        "QTextEdit",
        "QTextBrowser",
        "QSpinBox",
        "QDoubleSpinBox",
    }
    found = []
    for path in Path(storedesk.ui.__file__).parent.rglob("*.py"):
        if path.name in {"inputs.py", "reader.py"}:  # the latter is only read
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = isinstance(node, ast.Call) and getattr(node.func, "id", "") in bare
            kind = isinstance(node, ast.ClassDef) and any(
                getattr(base, "id", "") in bare for base in node.bases
            )
            if made or kind:
                found.append((path.name, node.lineno))
    assert found == []
