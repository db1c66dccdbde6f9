"""A column of costs in a plain file: read, shown before, and written down as imported."""

from decimal import Decimal

import pytest

from storedesk.documents.catalog_csv import look_at
from storedesk.domain.importing.file import FileColumn, ImportCounts, ImportOptions, Thing, read_map
from storedesk.persistence.engine.database import Database
from storedesk.services import importing

pytestmark = pytest.mark.usefixtures("invariants")
PLAIN = ImportOptions(
    columns=read_map(["code=Code", "name=Name", "price=Price", "cost=Cost"]), skip_bad=True
)
ROWS = """
    SELECT p.name, c.cost_amount, c.source FROM storedesk.product_costs AS c
    JOIN products AS p ON p.id = c.product_id ORDER BY c.seq
"""


@pytest.fixture
def bring(store, tmp_path):
    """Import a file as a manager; return what the dry run had said."""
    database = Database(store.dsn("cyd"))

    def bring(*lines):
        path = tmp_path / "goods.csv"
        path.write_text("\n".join(("Code,Name,Price,Cost", *lines, "")), encoding="utf-8")
        with database.reading() as session:
            preview = importing.preview(session, (path,), PLAIN)
        with database.editing() as session:
            importing.carry_out(session, preview, PLAIN)
        return preview.plan

    yield bring
    database.close()


def test_costs_come_with_new_products_and_change_those_of_known_ones(bring, store):
    made = bring("A1,Apple,1.50,0.60", "B1,Bread,2.50,", "C1,Cake,9.00,0")
    assert made.counts == ImportCounts(3, 0, 0, 0)
    assert store.rows(ROWS) == [
        ("Apple", Decimal("0.60"), "imported"), ("Cake", Decimal("0.00"), "imported"),
    ]  # fmt: skip
    again = bring("A1,Apple,1.50,0.75", "B1,Bread,2.50,1.00", "C1,Cake,9.00,")
    assert again.counts == ImportCounts(0, 2, 1, 0), "an empty cell changes nothing"
    told = [(one.thing, one.old, one.new) for change in again.changed for one in change.differences]
    assert told == [(Thing.COST, "0.60", "0.75"), (Thing.COST, "", "1.00")]
    assert sorted(store.rows(ROWS)[2:]) == [
        ("Apple", Decimal("0.75"), "imported"), ("Bread", Decimal("1.00"), "imported"),
    ]  # fmt: skip
    bring("A1,Apple,1.50,0.75", "B1,Bread,2.50,1.00")
    assert len(store.rows(ROWS)) == 4


def test_a_cost_that_cannot_be_one_is_a_bad_row(bring, store):
    plan = bring("A1,Apple,1.50,-1", "B1,Bread,2.50,cheap", "C1,Cake,9.00,0.005", "D1,Dip,9,1e12")
    bad = [(one.row, one.column, one.code) for one in plan.bad]
    assert [(row, column) for row, column, _ in bad] == [(at, "Cost") for at in (2, 3, 4, 5)]
    assert store.rows(ROWS) == []


def test_the_column_is_found_by_its_usual_names(tmp_path):
    for heading in ("Cost", "Cost per item", "EK"):
        path = tmp_path / "goods.csv"
        path.write_text(f"Code;Name;Price;{heading}\nA1;Apple;1,50;0,60\nB1;Bread;2,50;1,20\n")
        facts = look_at((path,))
        assert facts.guess[FileColumn.COST].header == heading
