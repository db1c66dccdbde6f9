"""The names of the program use the words of docs/glossary.md, and none that it bans."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import storedesk

SOURCE = Path(storedesk.__file__).parent
TOP = SOURCE.parent.parent
COMMANDS = TOP / "migrations" / "commands"
HEAD = ["Term", "Meaning", "SQL", "Python", "Screen", "Not"]


def table_rows():
    """List the rows of the glossary's tables as lists of cells, without heads and rules."""
    text = (TOP / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")]
            for line in text.splitlines() if line.startswith("|")]  # fmt: skip
    return [row for row in rows if row != HEAD and set("".join(row)) - set("- ")]


def marked(cell):
    """List the names that stand in code marks."""
    return re.findall(r"`([^`]+)`", cell)


TERMS = [row for row in table_rows() if len(row) == len(HEAD)]
BANNED = [word for row in TERMS for word in marked(row[-1])]
WORDS = {word for word in BANNED if re.fullmatch(r"[a-z_]+", word)}
EXCEPTIONS = {
    (word, name)
    for row in table_rows()
    if len(row) == 3 and row[0] != "Word"
    for word in marked(row[0])
    for name in marked(row[1])
}


def words_of(name):
    """Return a name as words between underscores: `_JoinForm` and `join_form_` are `join_form`."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", name)
    return "_".join(part.lower() for part in parts)


@cache
def nodes():
    """List every node of every module."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")]
    return [node for tree in trees for node in ast.walk(tree)]


def definitions(kinds):
    return [node.name for node in nodes() if isinstance(node, kinds)]


def modules():
    for path in sorted(SOURCE.rglob("*.py")):
        yield from (part.removesuffix(".py") for part in path.relative_to(SOURCE).parts)


def files_of_tests():
    for path in sorted((TOP / "tests").rglob("*.py")):
        yield from (part.removesuffix(".py") for part in path.relative_to(TOP).parts)


def classes_of_tests():
    for path in sorted((TOP / "tests").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def sql_files():
    for path in sorted(COMMANDS.rglob("*.sql")):
        yield from (part.removesuffix(".sql") for part in path.relative_to(COMMANDS).parts)


def core_functions():
    made = re.compile(r"CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) core\.(\w+)")
    for path in sorted(COMMANDS.rglob("*.sql")):
        yield from made.findall(path.read_text(encoding="utf-8"))


def classes():
    return definitions(ast.ClassDef)


def functions():
    return definitions(ast.FunctionDef | ast.AsyncFunctionDef)


def banned_in(name):
    """List the banned words that a name has as a part, alone or in the plural."""
    words = words_of(name)
    return [
        word
        for word in sorted(WORDS)
        if re.search(rf"(?<![a-z]){word}(?:e?s)?(?![a-z])", words)
        and (word, words) not in EXCEPTIONS
    ]


def allowed(names):
    return sorted(set(names))


def test_the_glossary_is_read():
    assert len(TERMS) > 60
    assert len(WORDS) > 20
    assert ("hand", "hand_over") in EXCEPTIONS
    for word in BANNED:
        assert re.fullmatch(r"[a-z_]+|[a-z_]+\.py|[A-Z]\w+|core\.[a-z_]+", word), word


def test_no_term_is_explained_twice():
    terms = Counter(row[0] for row in TERMS)
    assert [term for term, times in terms.items() if times > 1] == []


@pytest.mark.parametrize(
    "names",
    [modules, classes, functions, files_of_tests, classes_of_tests, sql_files, core_functions],
)
def test_no_name_has_a_word_that_the_glossary_bans(names):
    found = {name: banned_in(name) for name in allowed(names()) if banned_in(name)}
    assert found == {}


def test_no_module_no_class_and_no_core_function_has_a_name_that_is_banned_for_its_kind():
    files = {word.removesuffix(".py") for word in BANNED if word.endswith(".py")}
    functions_of_core = {word.removeprefix("core.") for word in BANNED if word.startswith("core.")}
    assert files & set(allowed(modules())) == set()
    assert set(BANNED) & set(allowed(classes())) == set()
    assert functions_of_core & set(allowed(core_functions())) == set()


def test_no_class_name_means_two_things():
    times = Counter(classes())
    assert [name for name in allowed(times) if times[name] > 1] == []


def test_the_names_that_the_glossary_gives_exist():
    python = {node.id for node in nodes() if isinstance(node, ast.Name)}
    python |= {node.attr for node in nodes() if isinstance(node, ast.Attribute)}
    python |= {*classes(), *functions(), *modules()}
    wanted = {name.removesuffix(".py") for row in TERMS for name in marked(row[3])}
    assert wanted - python == set()

    files = list((TOP / "migrations").rglob("*.sql"))
    sql = {path.name for path in files}
    for path in files:
        sql |= set(re.findall(r"\b(?:(?:api|core)\.)?[a-z_]+\b", path.read_text(encoding="utf-8")))
    assert {name for row in TERMS for name in marked(row[2])} - sql == set()
