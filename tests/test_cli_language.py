"""A command speaks the language of the system: its help, what it refuses, and what it reports."""

import ctypes
import io
import re
import subprocess
import sys
from argparse import SUPPRESS, _SubParsersAction
from datetime import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from storedesk.cli import parser, run
from storedesk.cli.grammar import translated
from storedesk.cli.language import language_of, number, plural, spoken, tr, wanted
from storedesk.cli.progress import TerminalProgress
from storedesk.translations import translation


@pytest.fixture
def german(monkeypatch):
    """Let the process speak German."""
    monkeypatch.setattr(spoken, "words", translation("de"))


# ---------- which language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_MESSAGES": "de_AT", "LANG": "en_US.UTF-8"}, "de"),
        ({"LC_ALL": "en_US", "LC_MESSAGES": "de_DE", "LANG": "de_DE"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_DE@euro"}, "de"),
        ({"LC_ALL": "POSIX", "LANG": "de_DE"}, "en"),
        ({"LANGUAGE": "de", "LC_ALL": "C"}, "de"),
        ({"LANGUAGE": "", "LANG": "de_DE"}, "de"),
        ({"LANGUAGE": "de:en", "LANG": "en_US"}, "de"),
        ({"LANGUAGE": "fr:de_CH:en"}, "de"),
        ({"LANGUAGE": "en_GB:de"}, "en"),
        ({"LANGUAGE": "C:de"}, "en"),
        ({"LANGUAGE": "fr:it", "LANG": "de_DE"}, "en"),
        ({"LANGUAGE": ":de"}, "de"),
        ({"LANGUAGE": "../de"}, "en"),
    ],
)
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_variables_say_the_language_on_every_system(platform, variables, language):
    assert language_of(wanted(variables, platform, windows=lambda: "")) == language


def test_windows_knows_the_language_of_its_screens():
    assert language_of(wanted({}, "win32", windows=lambda: "de_DE")) == "de"
    assert language_of(wanted({"LANG": "en_US"}, "win32", windows=lambda: "de_DE")) == "en"
    assert language_of(wanted({}, "linux", windows=lambda: "de_DE")) == "en"
    assert language_of(wanted({}, "darwin", windows=lambda: "de_DE")) == "en"


@pytest.mark.parametrize(("known", "language"), [(0x407, "de"), (0x409, "en"), (0xFFFF, "en")])
def test_windows_is_asked_by_its_own_number(monkeypatch, known, language):
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: known)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language_of(wanted({}, "win32")) == language


def said(*words, **variables):
    """Run a command in a process of its own, in whatever language its variables say."""
    command = [sys.executable, "-m", "storedesk", *words]
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)


def test_a_process_speaks_as_its_variables_say():
    assert said("--help", LANG="de_DE.UTF-8", PYTHONUTF8="1").stdout.startswith("Aufruf: storedesk")
    assert said("--help", LANG="fr_FR.UTF-8", PYTHONUTF8="1").stdout.startswith("usage: storedesk")
    refused = said("sell", LANGUAGE="de", PYTHONUTF8="1")
    assert (refused.returncode, "Fehler: " in refused.stderr) == (2, True)


def test_english_loads_nothing_that_other_languages_need():
    words = (
        "import sys\nfrom storedesk.cli import run\ntry:\n    run(['--help'])\nexcept SystemExit:\n"
        "    print({'babel', 'xml.etree.ElementTree', 'PySide6'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", words]
    for language, loaded in (("en", "set()"), ("de", "{'xml.etree.ElementTree'}")):
        done = subprocess.run(command, env={"LANGUAGE": language, "PYTHONUTF8": "1"},
                              capture_output=True, text=True, check=True)  # fmt: skip
        assert done.stdout.splitlines()[-1] == loaded


# ---------- numbers


def test_numbers_amounts_and_moments_are_written_in_english():
    assert [number(one) for one in (0, 1736, Decimal("50.00"))] == ["0", "1,736", "50.00"]
    assert spoken.money(Decimal("1736.5"), "USD") == "1,736.50 USD"
    assert spoken.moment(datetime(2026, 11, 29, 2, 34)) == "29 Nov 2026, 02:34 UTC"  # noqa: DTZ001


@pytest.mark.usefixtures("german")
def test_numbers_amounts_and_moments_are_written_in_german():
    assert [number(one) for one in (0, 1736, Decimal("50.00"))] == ["0", "1.736", "50,00"]
    assert spoken.money(Decimal("1736.5"), "USD") == "1.736,50 USD"
    assert spoken.money(Decimal(-5), "") == "-5,00"
    assert spoken.moment(datetime(2026, 11, 29, 2, 34)) == "29. Nov. 2026, 02:34 UTC"  # noqa: DTZ001


@pytest.mark.usefixtures("german")
def test_texts_and_plurals_are_told_in_german():
    assert tr("Every rule holds.") == "Alle Regeln sind eingehalten."
    assert tr("name", "in a line") == "Name"
    words = [plural("{n} bad row", "{n} bad rows", n).format(n=n) for n in (0, 1, 2)]
    assert words == ["0 fehlerhafte Zeilen", "1 fehlerhafte Zeile", "2 fehlerhafte Zeilen"]


# ---------- the grammar


def grammars(made):
    """Yield the grammar of every command, whole."""
    yield made
    for action in made._actions:
        if isinstance(action, _SubParsersAction):
            for one in action.choices.values():
                yield from grammars(one)


def helps(made):
    """Return every text of the help: of commands, of options, and above them."""
    found = []
    for one in grammars(made):
        found.append(one.description)
        for action in one._actions:
            found.append(action.help)
            found += [each.help for each in getattr(action, "_choices_actions", ())]
    return [text for text in found if text and text != SUPPRESS]


def test_every_text_of_the_help_is_another_in_german(monkeypatch):
    with translated():
        english = helps(parser())
    monkeypatch.setattr(spoken, "words", translation("de"))
    with translated():
        german = helps(parser())
    assert len(english) == len(german) > 100
    assert not [one for one, other in zip(english, german, strict=True) if one == other]


@pytest.mark.usefixtures("german")
def test_what_argparse_says_itself_is_german():
    with translated():
        text = "\n".join(one.format_help() for one in grammars(parser()))
    assert not re.search(r"^(usage|options|positional arguments):", text, re.MULTILINE)
    assert not re.search(r"\b(show|help message|exit|FILE|DIR|COMMAND|CURRENCY)\b", text)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["sell"], "storedesk: Fehler: Angabe BEFEHL: 'sell' gibt es nicht (zur Wahl stehen: "),
        (["db", "init"], "storedesk db init: Fehler: es fehlt noch: --dsn, --owner"),
        (["db", "check", "--dsn"], "Angabe --dsn: der Wert fehlt"),
        (["db", "check", "--dsn", "x", "y"], "storedesk: Fehler: unbekannte Angaben: y"),
        (["db"], "bitte angeben, welcher Befehl: init, person, "),
        (["import"], "bitte angeben, was: catalog"),
        (["import", "catalog"], "es fehlt noch: DATEI"),
        (["import", "catalog", "x", "--status", "z"],
         "Angabe --status: 'z' gibt es nicht (zur Wahl stehen: 'draft', 'active')"),
        (["import", "catalog", "x", "--set"], "mehrdeutige Option: --set kann --set-stock, "),
        (["import", "catalog", "x", "--set-stock=1"], "der Wert '1' passt hier nicht"),
        (["backup", "--keep", "0"], "Angabe --keep: '0' ist keine Zahl von 1 bis 1000"),
        (["backup", "--dsn", "x"], "bitte mit --to angeben"),
        (["server", "setup", "--owner", "x", "--move-from", "y"], "nicht zusammen mit --owner"),
        (["tour", "--out", "x", "--size", "big"], "Angabe --size: 'big' ist keine Größe"),
        (["tour", "--out", "x", "--size", "1024x"], "Angabe --size: '1024x' ist keine Größe"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_german(capsys, words, says):
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("mode", ["inclusive", "exclusive"])
def test_an_option_of_few_words_is_read_as_before(mode):
    words = ["db", "init", "--dsn", "x", "--owner", "y", "--tax-mode", mode]
    assert parser().parse_args(words).tax_mode == mode


def test_an_option_of_few_words_names_them(capsys):
    with pytest.raises(SystemExit):
        run(["db", "init", "--dsn", "x", "--owner", "y", "--tax-mode", "none"])
    assert re.search(r"invalid choice: 'none' \(choose from '?exclusive'?, '?inclusive'?\)",
                     capsys.readouterr().err)  # fmt: skip


@pytest.mark.usefixtures("german")
def test_argparse_has_its_own_words_back_afterwards(capsys):
    with pytest.raises(SystemExit):
        run(["sell"])
    capsys.readouterr()
    assert parser().format_usage().startswith("usage: ")


def test_no_grammar_colors_what_it_prints():
    assert not [one for one in grammars(parser()) if one.color]


# ---------- what is refused and reported


@pytest.mark.usefixtures("german")
def test_a_refusal_is_german_down_to_what_the_system_answers(tmp_path, capsys):
    assert (
        run(["restore", "--dsn", "host=127.0.0.1 port=1 dbname=x", str(tmp_path / "none.dump")])
        == 1
    )
    assert capsys.readouterr().err == (
        "none.dump kann nicht gelesen werden: Datei oder Ordner nicht gefunden.\n"
    )


@pytest.mark.usefixtures("german")
def test_progress_is_german():
    stream = io.StringIO()
    stream.isatty = lambda: True
    with TerminalProgress(tr("Writing rows"), stream=stream) as progress:
        progress.tell(0.5)
    assert stream.getvalue() == ("\rZeilen werden geschrieben…\rZeilen werden geschrieben  50 %\n")


GOODS = "SKU,Name,Price,Category\nA1,Apple,{price},{category}\nB1,Berry,x,Obst\n"


@pytest.mark.usefixtures("german")
def test_an_import_reports_in_german(store, tmp_path, capsys):
    file = tmp_path / "goods.csv"
    words = ["import", "catalog", "--dsn", store.dsn("cyd"), "--skip-bad", str(file)]
    words += [word for name in ("code=SKU", "name=Name", "price=Price", "category=Category")
              for word in ("--map", name)]  # fmt: skip
    file.write_text(GOODS.format(price="4.50", category="Obst"))
    assert run(words) == 0
    imported = capsys.readouterr()
    assert imported.out == (
        "Importiert: 1 neuer Artikel, 0 geändert, 0 unverändert, 1 fehlerhafte Zeile.\n"
        "  Kategorie Obst hinzugefügt\n"
    )
    assert imported.err.startswith("goods.csv:3: Price: „x“ ")

    file.write_text(GOODS.format(price="1019.90", category="Ernte"))
    assert run([*words, "--dry-run", "--set-categories"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "goods.csv: gelesen als utf-8; Spaltennamen in Zeile 1; Felder getrennt durch „,“.\n"
    )
    assert out.endswith(
        "  Price: Vor den Nachkommastellen steht ein Punkt, wie in „1019.90“.\n"
        "Würde die Kategorie Ernte hinzufügen (1 bekannter Artikel würde dorthin verschoben).\n"
        "goods.csv:2: würde Apple ändern:\n"
        "    Preis: 4,50 → 1.019,90\n"
        "    Kategorie: Obst → Ernte\n"
        "Würde importieren: 0 neue Artikel, 1 geändert, 0 unverändert, 1 fehlerhafte Zeile.\n"
    )
    assert run(["db", "check", "--dsn", store.dsn()]) == 0
    assert capsys.readouterr().out == "Alle Regeln sind eingehalten.\n"
