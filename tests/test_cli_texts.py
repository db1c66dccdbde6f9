"""Every text that a command prints goes through `tr` or `plural`."""

import ast
import re
from pathlib import Path

import pytest

from storedesk import cli
from tests.source_texts import arguments, literals, not_shown

SOURCE = Path(cli.__file__).parent
TREES = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.glob("*.py")}
WORDS = re.compile(r"\b[A-Z][a-z]+\b|[^\W\d_]+[,.:;!?]? [^\W\d_]+")
"""What reads like a text: a word with a capital letter, or two words."""
LETTER = re.compile(r"[^\W\d_]")
PRINTED = {
    ("print", 0), ("getpass", 0), ("ask_password", 0), ("TerminalProgress", 0), ("tell", 1),
    ("error", 0), ("ArgumentTypeError", 0), ("add_argument_group", 0), ("write", 0),
    *((call, word) for call in ("add_argument", "add_parser", "add_subparsers", "Grammar")
      for word in ("help", "description", "title", "metavar", "epilog", "usage")),
}  # fmt: skip
"""Where a literal is printed, if it is only a word: by whom, and as which argument."""
IS_SAID = {"metavar", "action", "choices"}
"""What an option has whose value argparse does not name by the option."""
NOT_TRANSLATED = {
    "N", "WxH", "N|file", "--dsn", "Qt", "init, person, program, upgrade, demo, maintain, check",
}  # fmt: skip
"""Numbers, a folder, names of commands and options: what is typed is the same in every language."""


def test_every_text_of_the_commands_is_given_to_the_translator():
    found = [place for name, tree in TREES.items() if name != "grammar.py"
             for place in untranslated(name, tree)]  # fmt: skip
    assert found == []


def test_no_exception_is_kept_for_a_text_that_is_gone():
    there = {one.value for tree in TREES.values() for one in ast.walk(tree)
             if isinstance(one, ast.Constant)}  # fmt: skip
    assert there >= NOT_TRANSLATED


@pytest.mark.parametrize(
    "code",
    [
        'print("done")',
        'print(f"{count} done")',
        'print("done" if count else said)',
        'print(where + " left")',
        'parser.add_argument("--fast", action="store_true", help="quickly")',
        'parser.add_argument("--to", metavar="DIR", help=tr("where to"))',
        'parser.add_argument("--city", help=tr("where it is"))',
        'parser.add_argument("login", help=tr("who it is"))',
        'commands.add_parser("sell", help="selling")',
        'commands.add_parser("sell", description="selling")',
        'made.add_subparsers(title="commands", metavar=tr("COMMAND"))',
        'made.add_subparsers(title=tr("commands"), metavar="COMMAND")',
        'parser.add_argument_group("network")',
        'parser.error("no")',
        'raise ArgumentTypeError(f"{typed!r} is none")',
        'getpass("again")',
        'ask_password(f"password of {login}", "PGPASSWORD")',
        'TerminalProgress("selling")',
        'progress.tell(0.5, "selling")',
        'sys.stderr.write("gone")',
        'WORDS = {"a": "Everything is sold."}',
        'return "not paid"',
    ],
)
def test_a_text_that_is_forgotten_is_found(code):
    assert list(untranslated("command.py", ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'print(tr("Done in {file}.").format(file=name))',
        'print(f"{login:{width}}  {password}")',
        'print(f"    {what}: {old} → {new}")',
        'parser.add_argument("--fast", action="store_true", help=tr("quickly"))',
        'parser.add_argument("--dsn", help=tr("the database"))',
        'parser.add_argument("--workers", metavar="N", help=tr("how many"))',
        'parser.add_argument("--match", choices=["sku", "barcode"], help=tr("how"))',
        'log.info("the mailer has stopped")',
        'raise Refused("no_store_here")',
        'def run() -> "Store":\n    """Open the store."""',
    ],
)
def test_what_is_no_text_of_the_terminal_is_left_alone(code):
    assert not list(untranslated("command.py", ast.parse(code)))


def untranslated(name, tree):
    """List the texts of a module that are printed without being translated: place and text."""
    silent = set(not_shown(tree))
    for node in ast.walk(tree):
        told = []
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            told = [node.value] if WORDS.search(node.value) else []
        if isinstance(node, ast.Call):
            seen = [value for place, value in arguments(node) if place in PRINTED]
            told = [text for value in seen for text in literals(value) if LETTER.search(text)]
            told += unnamed(node)
        yield from (f"{name}:{node.lineno}: {text}" for text in told if text not in NOT_TRANSLATED)


def unnamed(call):
    """Return the option that a call adds, if its value is named by the option's English name."""
    given = {word.arg for word in call.keywords}
    if not ast.unparse(call.func).endswith(".add_argument") or given & IS_SAID:
        return []
    return [ast.unparse(call.args[0]).strip("'")]
