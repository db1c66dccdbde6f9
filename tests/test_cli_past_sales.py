"""Past sales on the command line: a dry run, the import, what is listed, and the undo."""

import csv
from decimal import Decimal

import pytest

from storedesk.cli import run

FILE = """InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,MUG-1,Enamel mug,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536365,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom
C536379,MUG-1,Enamel mug,-1,2010-12-01 09:41:00,2.55,17850.0,United Kingdom
536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
536415,22139,broken,-12,2010-12-01 11:52:00,0.0,,United Kingdom
A563185,B,Adjust bad debt,1,2010-12-02 14:50:00,-11062.06,,United Kingdom
"""
SUM = "SELECT sum(quantity * unit_price) FROM storedesk.past_lines"


@pytest.fixture
def bring(store, tmp_path, capsys):
    """Run `import history` with a file of this content; return the exit code and what was said."""

    def bring(content, *words, login="cyd", name="sales.csv"):
        files = []
        if content:
            (tmp_path / name).write_text(content, encoding="utf-8")
            files = [str(tmp_path / name)]
        code = run(["import", "history", "--dsn", store.dsn(login), *words, *files])
        said = capsys.readouterr()
        return code, said.out, said.err

    return bring


def test_what_can_be_used_is_imported_and_the_rest_is_listed(bring, goods, store):
    goods("MUG-1", name="Enamel mug")
    code, out, err = bring(FILE)
    assert code == 0
    assert "Imported: 3 orders, 4 lines, 30.75." in out
    assert "Not usable: 2 lines, -11,062.06." in out
    assert "2 lines are of products of this store." in out
    assert "sales.csv:6: Quantity: This line takes pieces back for nothing" in err
    assert "sales.csv:7: UnitPrice: “-11062.06” is below zero." in err
    rows = csv.DictReader(FILE.splitlines())
    whole = sum(int(row["Quantity"]) * Decimal(row["UnitPrice"]) for row in rows)
    assert store.sql(SUM) + Decimal("-11062.06") == whole


def test_a_dry_run_says_so_and_imports_nothing(bring, store):
    code, out, _ = bring(FILE, "--dry-run")
    assert (code, store.sql(SUM)) == (0, None)
    assert "Would import: 3 orders, 4 lines, 30.75." in out


def test_the_same_orders_are_not_imported_twice(bring, store):
    bring(FILE)
    more = FILE + "536999,A,New,1,2010-12-03 08:00:00,1.00,,France\n"
    code, out, err = bring(more, name="more.csv")
    assert (code, store.sql(SUM)) == (0, Decimal("31.75"))
    assert "Imported: 1 order, 1 line, 1.00." in out
    assert "more.csv:2: Order 536365 was imported before." in err
    code, _, err = bring(more, name="more.csv")
    assert code == 1
    assert "None of these lines can be imported." in err


def test_an_import_is_listed_and_undone_by_its_name(bring, store):
    bring(FILE)
    _, out, _ = bring("", "--list")
    name, rest = out.split(maxsplit=1)
    assert "Cyd: sales.csv: 3 orders, 4 lines, 30.75" in rest
    assert bring("", "--undo", name)[1] == "Took 4 lines away.\n"
    assert store.sql(SUM) is None
    assert bring("", "--list")[1] == "No past sales were imported.\n"


@pytest.mark.parametrize("name", ["", "zz", "0123456789"])
def test_what_was_never_imported_cannot_be_undone(bring, name):
    bring(FILE)
    code, _, err = bring("", "--undo", name)
    assert code == 1
    assert "not there any more" in err


def test_what_cannot_be_used_is_written_as_a_table(bring, tmp_path):
    bring(FILE, "--unusable", str(tmp_path / "bad.csv"))
    with (tmp_path / "bad.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["File"], row["Line"], row["Column"]) for row in rows] == [
        ("sales.csv", "6", "Quantity"), ("sales.csv", "7", "UnitPrice"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", [(), ("--list", "--undo", "x")])
def test_one_thing_is_done_at_a_time(bring, words, capsys):
    with pytest.raises(SystemExit):
        bring("", *words)
    assert "choose --list or --undo" in capsys.readouterr().err


def test_who_may_not_is_refused_before_the_file_is_read(bring, store):
    code, _, err = bring("nonsense", login="bob")
    assert code == 1
    assert "may not" in err.lower() or "allowed" in err.lower()
    assert store.sql(SUM) is None


def test_another_currency_than_the_stores_is_refused(bring, store):
    code, _, err = bring(FILE, "--currency", "GBP")
    assert (code, store.sql(SUM)) == (1, None)
    assert "GBP" in err
