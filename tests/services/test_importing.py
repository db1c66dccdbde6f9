"""Imports as staff make them, on a real database."""

from pathlib import Path

import pytest

from storedesk.domain.bounds import Bound
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import ImportCounts, ImportOptions, read_map
from storedesk.domain.refusals.errors import Conflict, NotAllowed, Refused
from storedesk.persistence.engine.database import Database
from storedesk.services import importing
from tests.bounds import BOUNDS, MOST

HEADER = (
    "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,"
    "Variant Price,Variant Barcode,Image Src,Status\n"
)
TEE = (
    "tee,Tee,Acme,Tops,Size,S,TEE-S,3,20.00,4006381333931,https://x.example/1.jpg,active\n"
    "tee,,,,,M,TEE-M,4,22.00,,https://x.example/2.jpg,\n"
)
MUG = "mug,Mug,Acme,Cups,Title,Default Title,MUG-1,7,12.50,,,active\n"
FULL = Path("/dev/full")
"""A disk without room, where the system has one."""
PLAIN = ImportOptions(columns=read_map(["code=Code", "name=Name", "price=Price"]))


@pytest.fixture
def bring(store, tmp_path):
    """Import a file's text as somebody: a dry run, then for good."""
    databases = {}

    def bring(content, options=PLAIN, login="cyd"):
        path = tmp_path / "goods.csv"
        path.write_text(content, encoding="utf-8")
        database = databases.setdefault(login, Database(store.dsn(login)))
        with database.reading() as session:
            preview = importing.preview(session, (path,), options)
        with database.editing() as session:
            done = importing.carry_out(session, preview, options)
        assert done.counts == preview.plan.counts
        return done

    yield bring
    for database in databases.values():
        database.close()


SHOPIFY = ImportOptions(file_stock=True)


def test_a_dry_run_changes_nothing(store, tmp_path):
    (tmp_path / "goods.csv").write_text("Code,Name,Price\nA1,Apple,1.50\n,Bad,2\n")
    database = Database(store.dsn("cyd"))
    try:
        with database.reading() as session:
            preview = importing.preview(session, (tmp_path / "goods.csv",), PLAIN)
    finally:
        database.close()

    assert preview.plan.counts == ImportCounts(new=1, changed=0, same=0, bad=1)
    assert store.sql("SELECT count(*) FROM products") == 0


@pytest.mark.usefixtures("invariants")
def test_a_shopify_catalogue_comes_in_with_variants_codes_pictures_and_stock(bring, store):
    assert bring(HEADER + TEE + MUG, SHOPIFY).counts == ImportCounts(2, 0, 0, 0)

    assert store.rows(
        "SELECT p.name, p.price_amount::text, p.status, c.name, i.stock_level FROM products AS p "
        "JOIN categories AS c ON c.id = p.category_id JOIN inventory AS i ON i.product_id = p.id "
        "ORDER BY p.name"
    ) == [("Mug", "12.50", "active", "Cups", 7), ("Tee", "20.00", "active", "Tops", 7)]
    assert store.rows(
        "SELECT sku, size, price_adjustment_amount::text FROM product_variants ORDER BY sku"
    ) == [("TEE-M", "M", "2.00"), ("TEE-S", "S", "0.00")]
    assert store.rows("SELECT barcode FROM storedesk.product_barcodes ORDER BY 1") == [
        ("4006381333931",),
        ("MUG-1",),
    ]
    assert store.rows("SELECT url, is_primary FROM product_images ORDER BY display_order") == [
        ("https://x.example/1.jpg", True),
        ("https://x.example/2.jpg", False),
    ]
    assert store.sql("SELECT created_by FROM products LIMIT 1") == store.staff_id("cyd")


@pytest.mark.usefixtures("invariants")
def test_the_second_import_finds_everything_the_same(bring):
    bring(HEADER + TEE + MUG, SHOPIFY)

    assert bring(HEADER + TEE + MUG, SHOPIFY).counts == ImportCounts(0, 0, 2, 0)


@pytest.mark.usefixtures("invariants")
def test_what_has_changed_is_changed_and_stock_is_left_alone(bring, store):
    bring(HEADER + TEE + MUG, SHOPIFY)
    cheaper = TEE.replace("20.00", "8.00").replace("Tee,", "Summer Tee,").replace(",3,", ",99,")
    third = "tee,,,,,L,TEE-L,5,9.00,,,\n"

    assert bring(HEADER + cheaper + third + MUG, SHOPIFY).counts == ImportCounts(0, 1, 1, 0)

    assert store.rows(
        "SELECT v.sku, (p.price_amount + v.price_adjustment_amount)::text "
        "FROM product_variants AS v JOIN products AS p ON p.id = v.product_id ORDER BY v.sku"
    ) == [("TEE-L", "9.00"), ("TEE-M", "22.00"), ("TEE-S", "8.00")]
    assert store.rows(
        "SELECT name, stock_level FROM products JOIN inventory ON product_id = products.id "
        "ORDER BY name"
    ) == [("Mug", 7), ("Summer Tee", 7)]


@pytest.mark.usefixtures("invariants")
def test_prices_may_rise_and_fall_however_variants_differ(bring, store):
    def tee(small, large):
        return HEADER + f"t,Tee,,,Size,S,T-S,,{small},,,\nt,,,,,L,T-L,,{large},,,\n"

    for small, large in ((50, 10), (1, 90), (90, 1), ("0.01", "0.02"), (30, 30)):
        bring(tee(small, large), SHOPIFY)

    assert store.rows(
        "SELECT (price_amount + price_adjustment_amount)::text FROM product_variants AS v "
        "JOIN products AS p ON p.id = v.product_id"
    ) == [("30.00",), ("30.00",)]


def test_variants_that_the_file_leaves_out_keep_their_price(bring, store):
    bring(HEADER + TEE, SHOPIFY)
    bring(HEADER + TEE.splitlines()[0].replace("20.00", "5.00") + "\n", SHOPIFY)

    assert (
        store.sql(
            "SELECT (price_amount + price_adjustment_amount)::text FROM product_variants AS v "
            "JOIN products AS p ON p.id = v.product_id WHERE sku = 'TEE-M'"
        )
        == "22.00"
    )


@pytest.mark.usefixtures("invariants")
def test_missing_codes_are_made_up_and_stay(bring, store):
    bare = HEADER + "cup,Cup,,,,,,,3.00,,,\nsock,Sock,,,Size,S,,,5,,,\nsock,,,,,L,,,6,,,\n"

    assert bring(bare, SHOPIFY).made_codes == (
        ("CUP", "Cup"), ("SOCK-S", "Sock S"), ("SOCK-L", "Sock L"),
    )  # fmt: skip
    assert bring(bare, SHOPIFY).counts == ImportCounts(0, 0, 2, 0)
    assert store.sql("SELECT barcode FROM storedesk.product_barcodes") == "CUP"


def test_one_bad_row_and_nothing_is_written(bring, store):
    with pytest.raises(Refused, match="1 rows cannot be imported"):
        bring("Code,Name,Price\nA1,Apple,1.50\nB1,Berry,free\n")

    assert store.sql("SELECT count(*) FROM products") == 0
    assert store.sql("SELECT count(*) FROM categories") == 0


@pytest.mark.usefixtures("invariants")
def test_the_good_rows_come_in_where_that_is_asked_for(bring, store):
    options = ImportOptions(columns=PLAIN.columns, skip_bad=True, opening_stock=5)

    assert bring("Code,Name,Price\nA1,Apple,1.50\nB1,Berry,free\n", options).counts == ImportCounts(
        1, 0, 0, 1
    )
    assert store.rows(
        "SELECT name, stock_level FROM products JOIN inventory ON product_id = products.id"
    ) == [("Apple", 5)]


def test_a_cashier_may_not_import(bring, store):
    with pytest.raises(NotAllowed):
        bring("Code,Name,Price\nA1,Apple,1.50\n", login="bob")

    assert store.sql("SELECT count(*) FROM products") == 0


def test_what_is_imported_is_found_by_scan_and_search(bring, store):
    bring("Code,Name,Price\n85123A,WHITE HEART HOLDER,2.55\n")
    wanted = store.sql("SELECT id FROM products")

    assert (
        store.sql(
            "SELECT product_id FROM storedesk.product_barcodes WHERE upper(barcode) = '85123A'"
        )
        == wanted
    )
    assert store.sql("SELECT api.find_products(ARRAY['holder', 'white'])", login="bob") == wanted
    assert store.sql("SELECT api.find_products(ARRAY['85123a'])", login="bob") == wanted


def test_drafts_are_asked_for(bring, store):
    bring(
        "Code,Name,Price\nA1,Apple,1.50\n",
        ImportOptions(columns=PLAIN.columns, status=ProductStatus.DRAFT),
    )

    assert store.sql("SELECT status FROM products") == "draft"


def test_a_product_of_the_store_is_known_by_its_code_whatever_its_case(bring, store, add_product):
    product = add_product("Apple")
    store.sql(
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('a1', %s)", product
    )

    assert bring("Code,Name,Price\nA1,Red apple,1.50\n").counts == ImportCounts(0, 1, 0, 0)
    assert store.rows("SELECT name, price_amount::text FROM products") == [("Red apple", "1.50")]
    assert bring("Code,Name,Price\nA1,Red apple,1.50\n").counts == ImportCounts(0, 0, 1, 0)


def test_a_code_of_a_deleted_product_is_bad(bring, store, add_product):
    product = add_product("Apple", on_hand=0)
    store.sql(
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('A1', %s)", product
    )
    store.sql("UPDATE products SET is_deleted = true")

    with pytest.raises(Refused):
        bring("Code,Name,Price\nA1,Apple,1.50\n")


def test_a_file_in_another_currency_is_refused(bring):
    with pytest.raises(Refused, match="The file is in GBP, but the store sells in USD"):
        bring(
            "Code,Name,Price\nA1,Apple,1.50\n", ImportOptions(columns=PLAIN.columns, currency="gbp")
        )


@pytest.mark.usefixtures("invariants")
def test_four_thousand_products_come_in_at_once(bring, store):
    lines = "".join(f"C{n},Article number {n},{n % 90 + 1}.50\n" for n in range(4_000))
    options = ImportOptions(columns=PLAIN.columns, opening_stock=3)

    assert bring("Code,Name,Price\n" + lines, options).counts.new == 4_000
    assert store.sql("SELECT sum(stock_level) FROM inventory") == 12_000


def test_markup_in_a_name_is_text(bring, store):
    bring("Code,Name,Price\nA1,<img src=/dev/zero>,1.50\n")

    assert store.sql("SELECT name FROM products") == "<img src=/dev/zero>"


def test_a_code_that_would_move_to_another_variant_is_bad(bring):
    bring(HEADER + TEE, SHOPIFY)
    swapped = TEE.replace("TEE-S", "X").replace("TEE-M", "TEE-S").replace("X", "TEE-M")

    with pytest.raises(Refused, match="1 rows cannot be imported"):
        bring(HEADER + swapped, SHOPIFY)


@pytest.mark.parametrize("before", [0, 200])
def test_more_variants_than_a_product_has_are_a_bad_row(bring, store, before):
    most, row = MOST["variants"], "tee,Tee,Acme,Tops,Size,{0},TEE-{0},1,20.00,,,active\n"

    def tee(*sizes):
        return HEADER + "".join(map(row.format, sizes))

    if before:
        bring(tee(*range(before)), SHOPIFY)
    with pytest.raises(Refused, match="1 rows cannot be imported"):
        bring(tee(*range(before, most + 1)), SHOPIFY)
    bring(tee(*range(before, most)), SHOPIFY)

    assert store.sql("SELECT count(*) FROM product_variants") == most


def test_a_mapped_column_of_stock_is_the_opening_stock(bring, store):
    columns = read_map(["code=Code", "name=Name", "price=Price", "stock=On hand"])
    bring("Code,Name,Price,On hand\nA1,Apple,1.50,12\n", ImportOptions(columns=columns))

    assert store.sql("SELECT stock_level FROM inventory") == 12


@pytest.fixture
def cyd(store):
    database = Database(store.dsn("cyd"), pool_size=1)
    yield database
    database.close()


def test_a_file_is_looked_at_before_anybody_says_what_its_columns_hold(cyd, tmp_path):
    (tmp_path / "goods.csv").write_text("SKU;Artikel;Preis\nA1;Apfel;1,50\n", encoding="utf-8")
    with cyd.reading() as session:
        facts = importing.look(session, [tmp_path / "goods.csv"])
    assert facts.header == ("SKU", "Artikel", "Preis")


def test_more_of_each_new_product_than_may_be_moved_is_refused(cyd):
    most = BOUNDS[Bound.MOVED_PIECES]
    with cyd.reading() as session:
        importing.check(session, ImportOptions(opening_stock=most))
        with pytest.raises(Refused) as refusal:
            importing.check(session, ImportOptions(opening_stock=most + 1))
    assert refusal.value.code == "bad_quantity"
    assert refusal.value.parameters == {"least": 0, "most": most}


def test_what_would_be_done_is_not_done_once_it_is_something_else(cyd, store, tmp_path, bring):
    path = tmp_path / "seen.csv"
    path.write_text("Code,Name,Price\nA1,Apple,1.50\n", encoding="utf-8")
    with cyd.reading() as session:
        seen = importing.preview(session, (path,), PLAIN)
    bring("Code,Name,Price\nA1,Pear,1.50\n")

    with pytest.raises(Conflict) as conflict, cyd.editing() as session:
        importing.carry_out(session, seen, PLAIN)
    assert conflict.value.code == "changed_meanwhile"
    assert store.sql("SELECT name FROM products") == "Pear"


def test_what_would_change_is_written_to_a_file_thing_by_thing(cyd, bring, tmp_path):
    bring("Code,Name,Price\nA1,Apple,1.50\n")
    path, out = tmp_path / "seen.csv", tmp_path / "changes.csv"
    path.write_text("Code,Name,Price\nA1,Red apple,2\n", encoding="utf-8")
    with cyd.reading() as session:
        changes = importing.preview(session, (path,), PLAIN).plan.changed
        importing.save_changes(session, out, changes)

    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "File,Line,Product,What,Of,Old,New",
        "seen.csv,2,Apple,name,,Apple,Red apple",
        "seen.csv,2,Apple,price,,1.50,2.00",
    ]
    if FULL.exists():
        for times in (1, 500):  # at the end, and in the middle
            with pytest.raises(Refused) as refusal:
                importing.write_changes(FULL, changes * times)
            assert refusal.value.code == "file_not_written"
