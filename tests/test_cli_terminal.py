"""Nothing that is printed commands a terminal, whoever's text is in it."""

import logging
import sys

import pytest

from storedesk.cli import run
from storedesk.cli.terminal import harmless, harmless_streams

RED = "\x1b[31m"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{RED}red", r"\x1b[31mred"),
        ("a\rb\nc", r"a\rb\nc"),
        ("C1 \x9b31m", r"C1 \x9b31m"),
        ("abc\u202etxt", r"abc\u202etxt"),
        ("a\u200fb\u061c", r"a\u200fb\u061c"),
        ("a\u200bb", r"a\u200bb"),
        ("\U000e0041", r"\U000e0041"),
        ("half \ud800", r"half \ud800"),
        ("نمی\u200cشود 👨\u200d👩 Käse", "نمی\u200cشود 👨\u200d👩 Käse"),
    ],
)
def test_what_would_command_a_terminal_is_shown_as_it_is_written_in_a_program(text, shown):
    assert harmless(text) == shown


def test_every_way_to_print_is_harmless(capsys):
    with harmless_streams():
        print(f"out {RED}", "two\nlines\t.")
        print(f"err {RED}", file=sys.stderr)
        logging.StreamHandler().emit(logging.makeLogRecord({"msg": f"log {RED}"}))
        assert sys.stdout.isatty() is False
    out, err = capsys.readouterr()
    assert out == "out \\x1b[31m two\nlines\t.\n"
    assert err == "err \\x1b[31m\nlog \\x1b[31m\n"


def test_a_heading_and_a_name_of_a_file_command_nothing(store, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "correct horse battery")
    monkeypatch.setenv("STOREDESK_PASSWORD", "correct horse battery")
    file = tmp_path / f"{RED}goods.csv"
    file.write_text(f"{RED}Name,Was\u202e,\x9b2J\nMug,1,2\nBowl,2,3\n", encoding="utf-8")
    code = run(["import", "catalog", "--dry-run", "--dsn", store.dsn("cyd"), str(file)])
    out, err = capsys.readouterr()
    assert code == 1
    assert "31mName" in err
    assert not {"\x1b", "\x9b", "\u202e"} & set(out + err)


def test_a_wrong_option_commands_nothing(capsys):
    with pytest.raises(SystemExit):
        run(["db", f"{RED}check"])
    assert "\x1b" not in "".join(capsys.readouterr())
