"""Stock that an import on the command line sets: in batches, whatever happens in between."""

from uuid import uuid4

import pytest

from storedesk.cli import run
from storedesk.services import stock_import

COLUMNS = ("code=SKU", "name=Name", "price=Price", "stock=Stock")
MAPS = [word for one in COLUMNS for word in ("--map", one)]
LEVELS = "SELECT array_agg(stock_level ORDER BY stock_level) FROM inventory"
SETS = "SELECT count(*) FROM inventory_audit_log WHERE reason = 'counted, imported'"


@pytest.fixture
def bring(store, tmp_path, capsys):
    """Import a file's content with options; return the exit code and what was said."""

    def bring(content, *words):
        file = tmp_path / "goods.csv"
        file.write_text(content)
        code = run(["import", "catalog", "--dsn", store.dsn("cyd"), *MAPS, *words, str(file)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return bring


def stocked(*levels):
    """A file with a product for each level."""
    lines = (f"C{n},Cup {n},2.50,{level}\n" for n, level in enumerate(levels))
    return "SKU,Name,Price,Stock\n" + "".join(lines)


@pytest.mark.usefixtures("invariants")
def test_stock_of_known_products_is_set_where_that_is_asked_for(bring, store):
    bring(stocked(1, 2, 3))
    assert bring(stocked(5, 2, 7))[0] == 0
    assert store.sql(LEVELS) == [1, 2, 3]

    _, out, _ = bring(stocked(5, 2, 7), "--set-stock", "--dry-run")
    assert "Would set the stock of 2 known products." in out
    assert store.sql(LEVELS) == [1, 2, 3]
    _, out, _ = bring(stocked(5, 2, 7), "--set-stock")
    assert "Set the stock of 2 known products." in out
    assert store.sql(LEVELS) == [2, 5, 7]
    assert bring(stocked(5, 2, 7), "--set-stock")[0] == 0
    assert store.sql(SETS) == 2


@pytest.fixture
def between(monkeypatch):
    """Do something after each batch of one product: what a till does meanwhile, or what ends us."""
    monkeypatch.setattr(stock_import, "BATCH", 1)

    def between(act):
        batches = []
        done = stock_import._done

        def called(database, command):
            answer = done(database, command)
            batches.append(answer)
            act(len(batches))
            return answer

        monkeypatch.setattr(stock_import, "_done", called)

    return between


@pytest.mark.usefixtures("invariants")
def test_what_moved_meanwhile_is_listed_and_does_not_fail_the_rest(bring, store, between):
    bring(stocked(*[5] * 4))
    words = "SELECT product_id FROM inventory ORDER BY product_id DESC LIMIT 1"
    last = store.sql(words)
    code = store.sql("SELECT barcode FROM storedesk.product_barcodes WHERE product_id = %s", last)

    def sell(batch):
        if batch == 1:
            words = "SELECT api.adjust_stock(%s, %s, NULL, -2, 'sold')"
            store.sql(words, uuid4(), last, login="ada")

    between(sell)
    done, out, _ = bring(stocked(*[9] * 4), "--set-stock")

    assert done == 0
    assert "Set the stock of 3 known products.\nLeft the stock of 1 known product as it is:" in out
    name = code.replace("C", "Cup ")
    assert f"  {code}: {name}: 3 are on hand now, not 5 as before, and are not set to 9." in out
    assert store.sql(LEVELS) == [3, 9, 9, 9]
    assert store.sql("SELECT count(*) FROM storedesk.stock_imports") == 0


@pytest.mark.usefixtures("invariants")
def test_an_interrupted_import_goes_on_and_sets_nothing_twice(bring, store, between):
    bring(stocked(*[5] * 5))
    first = store.sql("SELECT product_id FROM inventory ORDER BY product_id LIMIT 1")

    def break_off(batch):
        if batch == 2:
            words = "SELECT api.adjust_stock(%s, %s, NULL, -1, 'sold')"
            store.sql(words, uuid4(), first, login="ada")  # of what is set already
            raise KeyboardInterrupt

    between(break_off)
    _, _, err = bring(stocked(*[9] * 5), "--set-stock")
    assert "Not all stock is set. Import the same files with the same options" in err
    assert store.sql(LEVELS) == [5, 5, 5, 8, 9]

    between(lambda _: None)
    _, out, _ = bring(stocked(*[9] * 5), "--set-stock", "--dry-run")
    assert "An import of the same files was interrupted (" in out
    assert "Would set the stock of 3 known products." in out
    _, out, _ = bring(stocked(*[9] * 5), "--set-stock")
    assert "Set the stock of 3 known products." in out
    assert store.sql(LEVELS) == [8, 9, 9, 9, 9]
    assert store.sql(SETS) == 5


def test_a_price_stands_beside_stock_that_is_still_to_be_set(bring, store, between):
    """The products are written whole before any stock is set."""
    bring(stocked(5, 5))

    def break_off(_batch):
        raise KeyboardInterrupt

    between(break_off)
    dearer = stocked(9, 9).replace("2.50", "3.50")
    bring(dearer, "--set-stock")
    assert store.rows("SELECT DISTINCT price_amount::text FROM products") == [("3.50",)]
    assert store.sql(LEVELS) == [5, 9]
