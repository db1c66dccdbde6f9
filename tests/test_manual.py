"""Every command line in the read-me and the manual, as it stands there, on a store of its own."""

import re
import shlex
from pathlib import Path

import psycopg
import pytest

from storedesk.cli import parser, run
from tests.conftest import Store
from tests.drawn import unique

TOP = Path(__file__).parents[1]
MANUALS = ("administration", "troubleshooting", "webshop")
PAPERS = ["README.md", *(f"docs/{name}.md" for name in MANUALS)]
VARIABLE = re.compile(r"^([A-Z_]+)=(\S*) ")
SET_UP = "server setup"
"""Of Debian's server: tried in tests/serving, as is all that changes the computer."""
WINDOWS = {"", "tour"}
"""Open a window: tried in tests/tour and tests/endurance."""


def lines():
    """Find the commands: in blocks that are set in, a backslash at the end of a line joins two."""
    for paper in PAPERS:
        text = (TOP / paper).read_text(encoding="utf-8").replace("\\\n", " ")
        for line in re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE):
            command = VARIABLE.sub("", line.partition("  #")[0].partition(" # ")[0].strip())
            if command.split(" ")[0] in {"storedesk", "make"}:
                yield pytest.param(command, id=f"{paper}: {command}")


LINES = list(lines())
OURS = [line for line in LINES if line.values[0].startswith("storedesk")]
MAKES = [line for line in LINES if line.values[0].startswith("make")]


@pytest.mark.parametrize("line", MAKES)
def test_a_target_of_make_is_there(line):
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE)


def words_of(line, **given):
    """Write what stands for something (DSN, FILE, a name), without the brackets of a choice."""
    text = re.sub(r"[\[\]]", "", line).replace(" ...", "")
    for name, value in given.items():
        text = re.sub(rf"\b{name}\b", str(value), text)
    return shlex.split(text)[1:]


def command_of(line):
    """Tell which command a line is: the words before anything that is given."""
    said = [word for word in shlex.split(line)[1:] if re.fullmatch(r"[a-z]+", word)]
    return " ".join(said[:2])


@pytest.mark.parametrize("line", OURS)
def test_a_line_is_grammar(line, capsys):
    words = words_of(line, DSN="dbname=x")
    parser().parse_args(words)
    assert capsys.readouterr().err == ""


@pytest.fixture
def written_down(built, monkeypatch):
    """Take the manual at its word: its store and its logins, on the server of the tests."""
    store = Store(built.server, f"man_{unique(8)}")
    monkeypatch.setenv("STOREDESK_PASSWORD", "a long enough password")
    monkeypatch.setenv("PGPASSWORD", "a long enough password")
    yield store
    store.demolish()


def as_here(line, store):
    """Have a line of the manual name this store in place of the one that is called shop."""
    line = re.sub(
        r"'?(host=\.\.\. )?dbname=shop user=postgres'?", store.dsn().replace(" ", "\\ "), line
    )
    mail = psycopg.conninfo.make_conninfo(store.dsn(), user=f"{store.name}_mail")
    line = re.sub(r"'?host=\.\.\. dbname=shop user=shop_mail'?", mail.replace(" ", "\\ "), line)
    return re.sub(r"\bshop_(?=[a-z])", f"{store.name}_", line)


WHO = {"db maintain": "max", "db demo": None}
"""Who runs a command: a manager the others, and None is the server's superuser."""
IN_ORDER = ["db init", "db upgrade", "db person", "db program", "db check", "mailer"]


def test_a_store_is_made_and_its_people_let_in_by_the_manual_alone(written_down, capsys):
    """The lines on the store and its people, one after the other, as somebody would type them."""
    store = written_down
    known = [line.values[0] for line in OURS if "dbname=shop" in line.values[0]]
    for command in IN_ORDER:
        for line in [line for line in known if command_of(line).startswith(command)]:
            words = words_of(as_here(line, store))
            if command == "mailer":
                assert run([*words, "--once"]) == 1
                assert "No mail server is set up yet" in capsys.readouterr().err, line
            else:
                assert run(words) == 0, f"{line}: {capsys.readouterr().err}"
    people = {login for (login,) in store.rows("SELECT login FROM storedesk.staff")}
    assert people == {f"{store.name}_{who}" for who in ("system", "emma", "kim", "mail", "web")}


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    "line",
    [
        line
        for line in OURS
        if command_of(line.values[0]).startswith(
            ("import", "export", "fiscal", "db maintain", "db demo")
        )
    ],
)
def test_a_line_about_goods_does_what_it_says(
    line, store, add_product, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    goods = "StockCode,Description,UnitPrice,InvoiceDate,Quantity\nA1,Tea,4.50,2026-11-20 10:00,1\n"
    product = "Handle,Title,Variant SKU,Variant Price,Status\ntea,Tea,TEA-1,4.50,active\n"
    command = command_of(line)
    if command == "export catalog":
        add_product("Tea")
    Path("2010-12.csv.gz").write_text(goods, encoding="utf-8")
    Path("goods.csv").write_text(product, encoding="utf-8")
    Path("past.csv").write_text(f"InvoiceNo,{goods.replace('A1', '7,A1')}", encoding="utf-8")
    words = words_of(
        line,
        DSN=store.dsn(WHO.get(command, "cyd")).replace(" ", "\\ "),
        FILE="past.csv" if command == "import history" else "goods.csv",
    )
    if "--dsn" not in words:
        words += ["--dsn", store.dsn("cyd")]

    assert run(words) == 0, capsys.readouterr().err


def test_every_line_is_run_by_a_test():
    """Those that are not run here are run where what they need is made; each is named."""
    elsewhere = {SET_UP, "backup", "restore", "restore FILE", *WINDOWS}
    here = {
        *IN_ORDER,
        "import catalog",
        "import history",
        "export catalog",
        "fiscal verify",
        "fiscal export",
        "db maintain",
        "db demo",
    }
    assert {command_of(line.values[0]) for line in OURS} - here - elsewhere == set()
