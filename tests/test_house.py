"""The rules of the house that import-linter cannot see."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import storedesk
from storedesk.domain.refusals.errors import SENTENCES
from storedesk.ui.kit.base.garbage import loses_none

SOURCE = Path(storedesk.__file__).parent
TOP = SOURCE.parent.parent
MODULES = sorted(SOURCE.rglob("*.py"))
PAGES = sorted((SOURCE / "ui").rglob("*.py"))
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


@cache
def parsed(path):
    """Return a module of ours as a tree; each is read and parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def in_modules(rule, modules=MODULES):
    """List what `rule` finds wrong, as it yields it for a module: the module, and what to do."""
    return [f"{named(path)}: {wrong}" for path in modules for wrong in rule(path)]


def what_a_module_breaks(path):
    text = path.read_text(encoding="utf-8")
    tree = parsed(path)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    waits = any(isinstance(function, ast.AsyncFunctionDef) for function in functions)
    if text.count("\n") > 300:
        yield "split it by noun"
    if text and not ast.get_docstring(tree):
        yield "say in a line what lives here"
    yield from (f"name the parts of {f.name}" for f in functions if f.end_lineno - f.lineno >= 40)
    if waits and not named(path).startswith(MAY_AWAIT):
        yield "async stays at the edge"
    if path.stem in NO_NAMES:
        yield "name it by its noun"
    if re.search(r"\b(TODO|FIXME|XXX)\b", text):
        yield "do it, or leave it out"


def test_modules_keep_the_rules():
    assert in_modules(what_a_module_breaks) == []


def calls_of(names):
    def rule(path):
        return [f"line {call.lineno}" for call in calls(parsed(path)) if called(call) in names]

    return rule


def test_no_page_runs_an_event_loop_of_its_own():
    found = in_modules(calls_of(NESTED), PAGES)
    assert found == [], "a nested loop loses tasks for good: open() the dialog and await its end"


def test_no_page_asks_qt_for_a_widget_that_would_be_freed():
    found = in_modules(calls_of(THIEVES), PAGES)
    assert found == [], "the widget that is returned is freed, open or not, once nobody holds it"


def choices_of_qt(path):
    asked_for = {"choice_box", "scan_routes", "wheel", "keyboard", "panels"}
    used = {node.id for node in ast.walk(parsed(path)) if isinstance(node, ast.Name)}
    return ["take the kit's Chooser"] if "QComboBox" in used and path.stem not in asked_for else []


def test_what_is_chosen_is_chosen_in_a_list_of_our_own():
    assert in_modules(choices_of_qt, PAGES) == []


def numbers_by_hand(path):
    tree = parsed(path)
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    written = [ast.unparse(spec).strip("f'\"") for spec in specs if spec]
    shown = [call.args[0] for call in calls(tree) if called(call) in SHOW and call.args]
    texts = [one.value for one in shown if isinstance(one, ast.Constant) and one.value]
    yield from (one for one in written if BY_HAND.search(one))
    yield from (text for text in texts if FRACTION.search(text))


def test_the_window_writes_numbers_as_the_language_does():
    assert in_modules(numbers_by_hand, PAGES) == [], "Format and its brothers know how"


def moments_without_year(path):
    for call in calls(parsed(path)):
        given = [word.value for word in call.keywords if word.arg == "moment"]
        ways = [ast.unparse(one).rsplit(".", 1)[-1] for one in given]
        if called(call).endswith("Speech") and ways != ["on_paper"]:
            yield f"line {call.lineno}: moment=... is to be on_paper"


def test_paper_writes_every_moment_with_its_year():
    assert in_modules(moments_without_year) == []


def texts_that_the_translator_misses(path):
    if named(path) in LANGUAGES:
        return
    for call in calls(parsed(path)):
        texts = call.args if called(call) == "tr" else call.args[:2]
        if called(call) in {"tr", "plural"}:
            literal = all(isinstance(one, ast.Constant) for one in texts)
            if not isinstance(call.func, ast.Name):
                yield f"line {call.lineno}: say tr(...)"
            if not literal and (named(path), ast.unparse(call)) not in ELSEWHERE:
                yield f"line {call.lineno}: a text, not a name for one"
        if ast.unparse(call.func) == "QCoreApplication.translate":
            yield f"line {call.lineno}: say tr(...)"


def test_what_is_translated_can_be_found_by_the_translator():
    assert in_modules(texts_that_the_translator_misses) == []


SLIPS = (
    (what_a_module_breaks, "domain/utils.py", "async def wait():\n    pass  # TO" + "DO\n", 4),
    (what_a_module_breaks, "domain/long.py", '"""A."""\ndef f():\n' + "    pass\n" * 300, 2),
    (calls_of(NESTED), "ui/slip.py", "dialog.exec()", 1),
    (calls_of(THIEVES), "ui/slip.py", "field.nextInFocusChain()", 1),
    (choices_of_qt, "ui/slip.py", "box = QComboBox()", 1),
    (numbers_by_hand, "ui/slip.py", "label.setText(f'{amount:.2f}')\nlabel.setText('0.5')", 2),
    (moments_without_year, "documents/slip.py", "PaperSpeech(moment=form.moment)", 1),
    (texts_that_the_translator_misses, "ui/slip.py", "tr(words)\nkit.tr('Pay')", 2),
)


@pytest.mark.parametrize(("rule", "name", "text", "found"), SLIPS)
def test_each_rule_finds_a_slip(tmp_path, monkeypatch, rule, name, text, found):
    slip = tmp_path / name
    slip.parent.mkdir()
    slip.write_text(text, encoding="utf-8")
    monkeypatch.setitem(globals(), "SOURCE", tmp_path)
    assert len(in_modules(rule, [slip])) == found


def test_the_translators_tool_finds_every_text(tmp_path):
    ours = {text for path in MODULES for call in calls(parsed(path))
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


def test_no_name_that_a_test_draws_can_be_a_card_number():
    drawing = {Path(__file__).with_name("drawn.py"), *(TOP / "tests" / "webshop").glob("*shop.py")}
    tests = set((TOP / "tests").rglob("*.py")) - drawing
    drawn = re.compile(r"uuid4\(\)\." + "hex")
    found = [str(path) for path in tests if drawn.search(path.read_text(encoding="utf-8"))]
    assert found == [], "tests.drawn.unique() has no digits"


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


def what_a_script_breaks(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > 300:
        yield "split it by noun"
    if not lines[0].startswith("-- "):
        yield "say in a line what lives here"
    yield from (f"line {at} is too long" for at, line in enumerate(lines, 1) if len(line) > 120)
    if re.search(r"\b(she|her|hers|TODO|FIXME|XXX)\b", "\n".join(lines)):
        yield "plain words, and nothing left for another day"


def test_the_files_of_commands_keep_the_rules():
    assert [(path.name, wrong) for path in SCRIPTS for wrong in what_a_script_breaks(path)] == []


def test_no_folder_of_commands_is_longer_than_a_glance():
    folders = {path.parent for path in SCRIPTS}
    assert max(len(list(folder.iterdir())) for folder in folders) <= 25


def said_by_python():
    """List every StoreError raised with a literal code: the code, its parameters, the place."""
    kinds = {"Refused", "NotFound", "Conflict", "NotAllowed", "Unavailable"}
    for path in MODULES:
        for call in calls(parsed(path)):
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
