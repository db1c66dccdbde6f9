"""Fiscal records on the command line: verified, exported, and a tampered one named."""

import json
from datetime import timedelta

import pytest

from storedesk.cli import run
from tests.fiscal_file import faults


@pytest.fixture
def fiscal(store, capsys):
    """Run `fiscal` as Eve, who audits; return the exit code and what was said."""

    def fiscal(*words, login="eve"):
        code = run(["fiscal", *map(str, words), "--dsn", store.dsn(login)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return fiscal


@pytest.fixture
def sold(till, till_of, goods):
    """Four sales at Bob's register, two at another."""
    goods("MUG", on_hand=20)
    for _ in range(4):
        till.sell("MUG")
    other = till_of("T2", "cyd")
    other.open()
    for _ in range(2):
        other.sell("MUG")
    return till


@pytest.mark.usefixtures("sold")
def test_what_nobody_touched_is_as_it_was_written(fiscal):
    code, said = fiscal("verify")
    assert code == 0
    assert "All 6 fiscal records are as they were written." in said
    assert "Newest of Till 2: 2," in said


def test_a_record_that_was_changed_is_named(fiscal, store, sold):
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(
            "UPDATE storedesk.fiscal_records SET total_amount = 1 WHERE number = 3"
            " AND chain_id = %s", [sold.register],
        )  # fmt: skip
    code, said = fiscal("verify")
    assert code == 1
    assert "Fiscal record 3 of Till 1 (" in said
    assert ") was changed." in said
    assert fiscal("verify", "--register", "Till 2")[0] == 0


def test_a_register_and_days_are_chosen(fiscal, store, sold, tmp_path):
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(
            "UPDATE storedesk.fiscal_records SET booked_at = booked_at - interval '40 days'"
            " WHERE number <= 2 AND chain_id = %s", [sold.register],
        )  # fmt: skip
    day = store.sql("SELECT max(booked_at)::date FROM storedesk.fiscal_records")
    assert fiscal("verify", "--register", "Till 1")[0] == 1
    since = day - timedelta(days=2)
    code, said = fiscal("verify", "--register", "Till 1", "--from", since)
    assert (code, "All 2 fiscal records are" in said) == (0, True), said
    assert fiscal("verify", "--to", since)[0] == 1
    file = tmp_path / "some.jsonl"
    assert fiscal("export", file, "--from", since, "--to", day + timedelta(days=1))[0] == 0
    assert len(file.read_text(encoding="utf-8").splitlines()) == 4


@pytest.mark.usefixtures("sold")
def test_an_export_is_whole_and_holds(fiscal, tmp_path):
    file = tmp_path / "records.jsonl"
    code, said = fiscal("export", file)
    assert code == 0
    assert "6 fiscal records are in records.jsonl." in said
    lines = file.read_text(encoding="utf-8").splitlines()
    assert faults(lines) == []
    assert [json.loads(one)["number"] for one in lines] == [1, 2, 3, 4, 1, 2]


@pytest.mark.usefixtures("sold")
def test_a_register_that_has_none_is_refused(fiscal, tmp_path):
    code, said = fiscal("export", tmp_path / "no.jsonl", "--register", "Attic")
    assert code == 1
    assert "no fiscal records of a register “Attic”" in said
    assert not (tmp_path / "no.jsonl").exists()
    with pytest.raises(SystemExit):
        fiscal("verify", "--from", "yesterday")


@pytest.mark.usefixtures("sold")
def test_a_cashier_may_not(fiscal, tmp_path):
    assert fiscal("verify", login="bob")[0] == 1
    assert fiscal("export", tmp_path / "no.jsonl", login="bob")[0] == 1
    assert not list(tmp_path.iterdir())


def test_how_many_are_not_signed_is_said_where_one_is(fiscal, store, sold):
    assert "signed" not in fiscal("verify")[1]
    sign = (
        "INSERT INTO storedesk.fiscal_signatures SELECT chain_id, number, hash, 'simulator',"
        " 's', 's', now(), (SELECT id FROM storedesk.staff LIMIT 1)"
        " FROM storedesk.fiscal_records WHERE chain_id = %s AND number"
    )
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(f"{sign} < 3", [sold.register])
    assert "4 are not signed yet." in fiscal("verify")[1]
    assert "2 are not signed yet." in fiscal("verify", "--register", "Till 1")[1]
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(f"{sign} >= 3", [sold.register])
    assert "All are signed." in fiscal("verify", "--register", "Till 1")[1]
