"""Every text of the screen goes through `tr` or `plural`, and both know other languages."""

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import storedesk.ui
from storedesk.ui.kit.base.language import plural, tr
from tests.source_texts import arguments, literals, not_shown

SOURCE = Path(storedesk.ui.__file__).parent
WORDS = re.compile(r"\b[A-Z][a-z]+\b|[^\W\d_]+[,.:;!?]? [^\W\d_]+")
"""What reads like a text: a word with a capital letter, or two words."""
LETTER = re.compile(r"[^\W\d_]")
KEYS = re.compile(
    r"((Ctrl|Alt|Shift)\+)*(\w|,|F\d+|Esc|Del|Delete|Enter|Return|Backspace|Up|Down|Home|End|Menu|Space|)"
)
SHOWN = {
    ("setText", 0), ("setToolTip", 0), ("setPlaceholderText", 0), ("setWindowTitle", 0),
    ("setAccessibleName", 0), ("setAccessibleDescription", 0), ("setTitle", 0), ("addItem", 0),
    ("QLabel", 0), ("QPushButton", 0), ("QCheckBox", 0), ("QRadioButton", 0), ("QGroupBox", 0),
}  # fmt: skip
"""Where Qt shows a text; where our own classes do is learned from their other calls."""
NOT_TRANSLATED = {
    "S, M, L", "Visa", "Mastercard", "American Express", "StoreDesk",
    "store.example.com", "store", "smtp.example.com", "shop@example.com",
    "Etc/", "SystemV/", "Mac Roman", "Mac", "Shift JIS", "Windows-874",
    *(f"Windows-125{digit}" for digit in range(9)),
    "Inter", "Inter-", "Regular", "Medium", "Bold", "Fusion",
    "<span style='white-space: pre-wrap'>",
    "This plugin does not support propagateSizeHints", "The X11 connection broke",
    "The Wayland connection", ", Python ", ", Qt ",
    'storedesk backup --dsn "', 'storedesk restore --dsn "',
    "T2", "taxes", "registers", "logo", "receipt", "tenders", "carriers", "mails", "servers",
    "scale_codes",
    "1Z999AA10123456784", "AB########", "https://carrier.example/track/{number}", "MMMM yyyy",
    "Ctrl+PgUp", "Ctrl+PgDown",
}  # fmt: skip
"""Names, examples and patterns that are the same in every language, and Qt's own messages."""


@cache
def trees():
    """Return the modules of the window as trees, by their paths."""
    files = sorted(SOURCE.rglob("*.py"))
    texts = {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8") for path in files}
    return {name: ast.parse(text) for name, text in texts.items()}


def test_a_text_in_the_code_is_given_to_the_translator():
    found = [place for name, tree in trees().items() for place in untranslated(name, tree)]
    assert found == []


def test_a_number_of_things_is_said_by_plural():
    said = [(name, text) for name, tree in trees().items() for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "tr"
            for text in literals(call.args[0])]  # fmt: skip
    found = [place for place in said if re.search(r"^1 [a-z]|{(count|n)} [a-z]+s\b", place[1])]
    assert found == []


def test_no_exception_is_kept_for_a_text_that_is_gone():
    there = {one.value for tree in trees().values() for one in ast.walk(tree)
             if isinstance(one, ast.Constant)}  # fmt: skip
    made = {text for text in NOT_TRANSLATED if text.startswith("Windows-")}
    assert NOT_TRANSLATED - made <= there


@pytest.mark.parametrize(
    "code",
    [
        'label = QLabel("total")',
        'self.name.setText(name or "nobody")',
        'self.name.setToolTip(f"{name} ({count} left)")',
        'Button(f"{name} it")',
        'secondary("cancel")',
        'Column("price", price)',
        'Action(text="pay", run=self.pay)',
        'WORDS = {"a": "Everything is sold."}',
        'return "Not paid yet"',
        'self.tr("Save")',
    ],
)
def test_a_text_that_is_forgotten_is_found(code):
    assert list(untranslated("page.py", ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'QLabel(tr("Total"))',
        'self.name.setText(tr("{name} is paid.").format(name="x"))',
        'Action(name="till.pay", text=tr("Pay"), run=self.pay, keys=("Ctrl+Return",))',
        'log.warning("The printer is gone")',
        'raise ValueError("a price has two decimals")',
        'def page() -> "Page":\n    """Return the page."""',
        'label.setText("" if self.state == "open" else " · ")',
        'self.setStyleSheet("QLabel { color: red }")',
    ],
)
def test_what_is_no_text_of_the_screen_is_left_alone(code):
    assert not list(untranslated("page.py", ast.parse(code)))


@pytest.mark.usefixtures("german")
def test_texts_and_plurals_are_told_in_another_language():
    assert tr("Save") == "Sichern"
    assert tr("Open", "a verb") == "Öffnen"
    assert tr("Open") == "Offen"
    assert [plural("{n} piece", "{n} pieces", n).format(n=n) for n in (0, 1, 2)] == [
        "0 Stücke", "1 Stück", "2 Stücke",
    ]  # fmt: skip


@pytest.mark.usefixtures("german")
def test_what_has_no_translation_is_english():
    assert tr("Not translated yet") == "Not translated yet"
    assert [plural("{n} box", "{n} boxes", n).format(n=n) for n in (0, 1, 2)] == [
        "0 boxes", "1 box", "2 boxes",
    ]  # fmt: skip


@pytest.fixture
def german(qapp, tmp_path):
    """Install a translation made by Qt's own tools from a module like ours."""
    words = {"Save": "Sichern", "Open": "Offen", "Open/a verb": "Öffnen"}
    module, found, made = (tmp_path / f"words.{ending}" for ending in ("py", "ts", "qm"))
    module.write_text(
        'tr("Save"); tr("Open"); tr("Open", "a verb"); plural("{n} piece", "{n} pieces", n)'
    )
    alias = ("-tr-function-alias", "tr+=plural", "-target-language", "de_DE")
    tool("pyside6-lupdate", *alias, module, "-ts", found)
    tree = ET.parse(found)  # noqa: S314 - made just now
    for message in tree.iter("message"):
        parts = (*message.iterfind("source"), *message.iterfind("comment"))
        told = "/".join(part.text for part in parts)
        target = message.find("translation")
        del target.attrib["type"]
        if message.get("numerus"):
            for form, text in zip(target, ("{n} Stück", "{n} Stücke"), strict=True):
                form.text = text
        else:
            target.text = words[told]
    tree.write(found, encoding="utf-8")
    tool("pyside6-lrelease", found, "-qm", made)
    translator = QTranslator(qapp)
    assert translator.load(str(made))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def tool(name, *arguments):
    """Run one of Qt's tools, which lie beside Python."""
    place = shutil.which(name, path=str(Path(sys.executable).parent))
    subprocess.run([place, *map(str, arguments), "-silent"], check=True)


def untranslated(name, tree):
    """List the texts of a module that are shown without being translated: place and text."""
    silent = set(not_shown(tree))
    for node in ast.walk(tree):
        told = []
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            is_text = WORDS.search(node.value) and not KEYS.fullmatch(node.value)
            told = [node.value] if is_text else []
        if isinstance(node, ast.Call):
            seen = [value for place, value in arguments(node) if place in shown()]
            told = [text for value in seen for text in literals(value) if LETTER.search(text)]
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                told.append(ast.unparse(node))
        yield from (f"{name}:{node.lineno}: {text}" for text in told if text not in NOT_TRANSLATED)


@cache
def shown():
    """Return where texts are shown: as Qt does, and wherever two calls give translated ones."""
    times = Counter(
        place for tree in trees().values() for call in ast.walk(tree) if isinstance(call, ast.Call)
        for place, value in arguments(call) if is_translated(value)
    )  # fmt: skip
    return SHOWN | {place for place, count in times.items() if count > 1}


def is_translated(value):
    """Tell whether an expression is `tr(...)`, filled or not."""
    called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
    return called == "tr" or (called.startswith("tr(") and called.endswith(".format"))
