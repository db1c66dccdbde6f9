"""The rules of the house that import-linter cannot see."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import storedesk
from storedesk.domain.refusals.errors import SENTENCES
from storedesk.ui.kit.base.garbage import loses_none

SOURCE = Path(storedesk.__file__).parent
TOP = SOURCE.parent.parent
MODULES = sorted(SOURCE.rglob("*.py"))
SCRIPTS = sorted((TOP / "migrations" / "commands").rglob("*.sql"))
MAY_AWAIT = ("app.py", "background.py", "services/desk.py", "ui/", "tour/")
NESTED = {"exec", "processEvents", "exec_"}
THIEVES = {"nextInFocusChain", "previousInFocusChain", "focusProxy", "buddy", "sourceModel"}
"""Methods by which PySide6 gives what they return another owner: docs/decisions/0026."""
BY_HAND = re.compile(r"^[^%]*([+,]|\.\d|d$)")
"""In what a number is written by, such as ",.2f": signs, groups and decimals of English."""
SHOW, FRACTION = {"setPlaceholderText", "setText", "PercentField"}, re.compile(r"\d\.\d")
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "registry" + ".npmjs")
LANGUAGES = {"ui/kit/base/language.py", "cli/language.py"}
ELSEWHERE = {
    ("ui/kit/base/sentences.py", "tr(sentence)"),
    ("ui/stock_labels.py", "tr(TOGETHER)"),
}
"""Texts that are translated where they are shown, and stand in the domain."""
NO_NAMES = {"utils", "misc", "common", "core", "manager", "handler", "mixin", "helpers"}


def named(path):
    return str(path.relative_to(SOURCE))


def calls(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(call):
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_keeps_the_rules(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    waits = any(isinstance(function, ast.AsyncFunctionDef) for function in functions)

    assert text.count("\n") <= 300, "split it by noun"
    assert not text or ast.get_docstring(tree), "say in a line what lives here"
    assert all(f.end_lineno - f.lineno < 40 for f in functions), "name the parts of the long one"
    assert not waits or named(path).startswith(MAY_AWAIT), "async stays at the edge"
    assert path.stem not in NO_NAMES, "name it by its noun"
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", text), "do it, or leave it out"


@pytest.mark.parametrize("path", sorted((SOURCE / "ui").rglob("*.py")), ids=named)
def test_no_page_runs_an_event_loop_of_its_own(path):
    found = [call.lineno for call in calls(ast.parse(path.read_text(encoding="utf-8")))
             if called(call) in NESTED]  # fmt: skip
    assert not found, "a nested loop loses tasks for good: open() the dialog and await its end"


@pytest.mark.parametrize("path", sorted((SOURCE / "ui").rglob("*.py")), ids=named)
def test_no_page_asks_qt_for_a_widget_that_would_be_freed(path):
    found = [call.lineno for call in calls(ast.parse(path.read_text(encoding="utf-8")))
             if called(call) in THIEVES]  # fmt: skip
    assert not found, "the widget that is returned is freed, open or not, once nobody holds it"


@pytest.mark.parametrize("path", sorted((SOURCE / "ui").rglob("*.py")), ids=named)
def test_what_is_chosen_is_chosen_in_a_list_of_our_own(path):
    used = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Name)}  # fmt: skip
    asked_for = {"scan_routes", "wheel", "keyboard", "panels"}
    is_ours = path.stem == "choice_box" or path.stem in asked_for
    assert is_ours or "QComboBox" not in used, "take the kit's Chooser"


@pytest.mark.parametrize("path", sorted((SOURCE / "ui").rglob("*.py")), ids=named)
def test_the_window_writes_numbers_as_the_language_does(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    written = [ast.unparse(spec).strip("f'\"") for spec in specs if spec]
    assert [one for one in written if BY_HAND.search(one)] == [], "Format and its brothers know how"
    shown = [call.args[0] for call in calls(tree) if called(call) in SHOW and call.args]
    texts = [one.value for one in shown if isinstance(one, ast.Constant) and one.value]
    assert [text for text in texts if FRACTION.search(text)] == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_paper_writes_every_moment_with_its_year(path):
    for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
        given = [word.value for word in call.keywords if word.arg == "moment"]
        if called(call).endswith("Speech"):
            assert [ast.unparse(one).rsplit(".", 1)[-1] for one in given] == ["on_paper"]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_what_is_translated_can_be_found_by_the_translator(path):
    if named(path) in LANGUAGES:
        return
    for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
        texts = call.args if called(call) == "tr" else call.args[:2]
        if called(call) in {"tr", "plural"}:
            assert isinstance(call.func, ast.Name), f"line {call.lineno}: say tr(...)"
            literal = all(isinstance(one, ast.Constant) for one in texts)
            assert literal or (named(path), ast.unparse(call)) in ELSEWHERE, f"line {call.lineno}"
        assert ast.unparse(call.func) != "QCoreApplication.translate", f"line {call.lineno}"


def test_the_translators_tool_finds_every_text(tmp_path):
    ours = {text for path in MODULES for call in calls(ast.parse(path.read_text(encoding="utf-8")))
            if called(call) in {"tr", "plural"} for text in call.args[:1]}  # fmt: skip
    ours = {text.value for text in ours if isinstance(text, ast.Constant)}
    found = tmp_path / "found.ts"
    tool = [shutil.which("pyside6-lupdate", path=Path(sys.executable).parent), "-silent"]
    files = [str(path) for room in ("ui", "cli") for path in (SOURCE / room).rglob("*.py")]
    subprocess.run([*tool, "-tr-function-alias", "tr+=plural", *files, "-ts", found], check=True)
    messages = ET.parse(found).iterfind("context/message/source")  # noqa: S314 - made just now
    theirs = {one.text for one in messages}
    assert len(ours) > 1000
    assert not ours - theirs


def test_what_the_program_and_the_database_refuse_has_a_sentence_and_fills_it():
    by_the_database = list(said_by_the_database())
    assert len(by_the_database) > 50, "the pattern finds them no more"
    for code, holes, place in [*said_by_python(), *by_the_database]:
        assert code in SENTENCES, f"{place}: {code} has no sentence"
        wanted = set(re.findall(r"{(\w+)}", SENTENCES[code]))
        assert holes is None or wanted <= holes, f"{place}: {code} wants {wanted - holes}"


def test_no_sentence_is_left_that_nobody_says():
    kept = {"domain/refusals/errors.py", *(f"domain/{path.name}" for path in MODULES
                                  if path.name.endswith("sentences.py"))}  # fmt: skip
    words = [path.read_text(encoding="utf-8") for path in MODULES if named(path) not in kept]
    words += [path.read_text(encoding="utf-8") for path in (TOP / "migrations").rglob("*.*")
              if path.suffix in {".sql", ".py"}]  # fmt: skip
    everything = "\n".join(words)
    made = {f"store_{state}" for state in ("older", "newer", "missing")}
    unsaid = [code for code in SENTENCES if code not in made and code not in everything]
    assert not unsaid


def test_no_registry_is_named_anywhere():
    files = [*SOURCE.rglob("*.py"), *(TOP / "packaging").glob("*"), TOP / "constraints.txt",
             TOP / "pyproject.toml", TOP / "Makefile", TOP / "README.md"]  # fmt: skip
    for file in files:
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        assert not [host for host in REGISTRIES if host in text], file


def test_qt_is_a_version_that_keeps_count_of_none():
    version = tuple(map(int, importlib.metadata.version("PySide6-Essentials").split(".")[:2]))
    assert (6, 11) <= version < (6, 12)
    assert not loses_none()


def test_every_command_and_core_function_is_safe_from_a_forged_search_path(store):
    loose = """
        SELECT count(*) FROM pg_proc
        WHERE pronamespace IN ('api'::regnamespace, 'core'::regnamespace) AND prokind = 'f'
          AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)
          AND prosqlbody IS NULL  -- what was parsed when it was made looks for nothing
          AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'internal')
    """
    assert store.sql(loose) == 0


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_of_commands_keeps_the_rules(path):
    lines = path.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 300, "split it by noun"
    assert lines[0].startswith("-- "), "say in a line what lives here"
    assert [line for line in lines if len(line) > 120] == []
    assert not re.search(r"\b(she|her|hers|TODO|FIXME|XXX)\b", "\n".join(lines))


def test_no_folder_of_commands_is_longer_than_a_glance():
    folders = {path.parent for path in SCRIPTS}
    assert max(len(list(folder.iterdir())) for folder in folders) <= 25


def said_by_python():
    """List every StoreError raised with a literal code: the code, its parameters, the place."""
    kinds = {"Refused", "NotFound", "Conflict", "NotAllowed", "Unavailable"}
    for path in MODULES:
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if called(call) in kinds and call.args and isinstance(call.args[0], ast.Constant):
                named_all = all(word.arg for word in call.keywords)
                holes = {word.arg for word in call.keywords} if named_all else None
                yield call.args[0].value, holes, named(path)


def said_by_the_database():
    """List every refusal of the SQL files: the code, its parameters, the file."""
    pattern = re.compile(r"core\.(?:refuse|forbid|not_found|conflict)\('(\w+)'(.*?)\);", re.DOTALL)
    for path in sorted((TOP / "migrations").rglob("*.sql")):
        for code, detail in pattern.findall(path.read_text(encoding="utf-8")):
            yield code, set(re.findall(r"'(\w+)'", detail)) if "(" in detail else set(), path.name


def test_each_decision_has_a_number_of_its_own():
    numbers = [path.name[:4] for path in sorted((TOP / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{at:04}" for at in range(1, len(numbers) + 1)]
