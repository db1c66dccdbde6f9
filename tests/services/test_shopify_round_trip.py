"""A catalogue comes in from Shopify's CSV, is edited, goes out, and comes in again the same."""

import csv
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from storedesk import api, forms, queries
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import ImportCounts, ImportOptions
from storedesk.domain.product_forms import Beginning, ProductForm, VariantForm
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.engine.database import Database
from storedesk.services import exporting, importing

FILES = "STOREDESK_SHOPIFY_CSV"
"""Names a folder of real exports; the tests with them are skipped where there is none."""
HEADER = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,"
    "Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,"
    "Variant Price,Variant Barcode,Image Src,Image Position,Image Alt Text,Variant Image,"
    "Shelf (product.metafields.custom.shelf),Status\n"
)
SAMPLE = HEADER + (
    "tee,Tee,<p>Soft &amp; warm</p><ul><li>one</li><li>two</li></ul>,Acme,Apparel > Tops > Tees,"
    'Shirts,"summer, new",true,Color,Red,Size,S,TEE-R-S,150,3,20.00,4006381333931,'
    "https://x.example/1.jpg,1,A tee,https://x.example/2.jpg,A1,active\n"
    "tee,,,,,,,,,Red,,M,TEE-R-M,160,4,22.00,,https://x.example/2.jpg,2,,,,\n"
    "tee,,,,,,,,,Blue,,S,TEE-B-S,150,0,20.00,,javascript:alert(1),3,,,,\n"
    "mug,Mug,,Acme,,Cups,,false,Title,Default Title,,,MUG-1,300,7,12.50,,"
    "https://x.example/mug.jpg,1,,,,draft\n"
    "ring,=Ring,A ring,,,Rings,,true,Material,Gold,Größe,17,,5,,99,,,,,,B2,archived\n"
    "ring,,,,,,,,,Silver,,17,,4,,49.50,,,,,,,\n"
    "poster,Poster,,,,,,true,,,,,,,,5.00,,,,,,,\n"
)
CONTENTS = """
    SELECT p.name, p.description, p.status, c.name, t.name,
        CASE WHEN v.id IS NULL THEN p.price_amount END,
        v.sku, v.size, v.color, p.price_amount + v.price_adjustment_amount,
        (SELECT array_agg(b.barcode ORDER BY b.barcode) FROM storedesk.product_barcodes AS b
         WHERE b.product_id = p.id AND b.variant_id IS NOT DISTINCT FROM v.id),
        (SELECT array_agg(i.url ORDER BY i.is_primary DESC, i.display_order)
         FROM product_images AS i WHERE i.product_id = p.id),
        coalesce(s.extra, '{}'), n.stock_level
    FROM products AS p
    JOIN categories AS c ON c.id = p.category_id
    LEFT JOIN categories AS t ON t.id = c.parent_category_id
    JOIN inventory AS n ON n.product_id = p.id
    LEFT JOIN product_variants AS v ON v.product_id = p.id
    LEFT JOIN storedesk.product_sources AS s ON s.product_id = p.id
    WHERE NOT p.is_deleted
    ORDER BY p.name, v.sku
"""


@pytest.fixture
def shop(store):
    """The store, as its manager's connection; `clean` makes a second, empty one of it."""
    database = Database(store.dsn("cyd"))
    yield database
    database.close()


def bring_in(shop, *paths, **options):
    options = ImportOptions(**options)
    with shop.reading() as session:
        seen = importing.preview(session, paths, options)
    with shop.editing() as session:
        return importing.carry_out(session, seen, options).counts


def take_out(shop, path, **options):
    with shop.reading() as session:
        return exporting.run(session, path, **options)


def written(tmp_path, text, name="goods.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def form_of(shop, store, name):
    key = store.sql("SELECT id FROM products WHERE name = %s", name)
    with shop.reading() as session:
        return forms.products.product_form(session, key)


def save(shop, base, form):
    with shop.editing() as session:
        forms.products.save_product(session, base, form)


def make(shop, form):
    shop.call(api.products.make_product(uuid4(), form, Beginning()))


def contents(store):
    """Read all that a catalogue says; foreign cells of variants that are gone say nothing."""
    rows = store.rows(CONTENTS)
    there = {(row[0], row[7] or "", row[8] or "") for row in rows}
    for row in rows:
        listed = row[12].pop("variants", [])
        row[12]["variants"] = {
            (size, color): cells
            for size, color, cells in listed
            if cells and (row[0], size, color) in there
        }
    return rows


def same_in_a_second_store(shop, store, out, tmp_path, **options):
    """Import an export into the store it came from, then into an empty one, and export again."""
    count = store.sql("SELECT count(*) FROM products WHERE NOT is_deleted")
    assert bring_in(shop, out) == ImportCounts(new=0, changed=0, same=count, bad=0)
    before = contents(store)
    store.clean()
    assert bring_in(shop, out, file_stock=True) == ImportCounts(count, 0, 0, 0)
    after = contents(store)
    told = None if options else -1  # the last of them is the stock
    assert [row[:told] for row in after] == [row[:told] for row in before]
    again = tmp_path / "again.csv"
    take_out(shop, again, **options)
    assert again.read_bytes() == out.read_bytes()


def edit(shop, store):
    """Do to a catalogue what a manager does: words, prices, states, variants, codes, new goods."""
    names = [row[0] for row in store.rows("SELECT name FROM products ORDER BY name")]
    first, second, last = (form_of(shop, store, name) for name in (names[0], names[1], names[-1]))
    save(
        shop,
        first,
        replace(first, name=f"{first.name} & <b>", description="One\n\n- two < three\n- 50 & 60"),
    )
    with shop.editing() as session:
        forms.prices.change_price(session, second.id, shown=second.price, wanted=second.price + 5)
    if last.status is ProductStatus.ACTIVE:
        save(shop, last, replace(last, status=ProductStatus.INACTIVE))
    own = ProductForm(
        id=uuid4(), version=0, currency=first.currency, name="Own thing", description="=1+1",
        category_id=first.category_id, price=Decimal("3.10"), status=ProductStatus.DRAFT,
        tax_class_id=None, codes=("OWN-1", "OWN-2", "4006381333948"), variants=(), pictures=(),
    )  # fmt: skip
    make(shop, own)
    sizes = tuple(
        VariantForm(
            id=uuid4(), sku=f"NEW-{size}", size=size, color=None, difference=Decimal(extra),
            codes=(f"{size}-1", f"{size}-2"),
        )
        for size, extra in (("S", "0.00"), ("L", "1.50"))
    )  # fmt: skip
    make(shop, replace(own, id=uuid4(), name="Own sizes", codes=(), variants=sizes))
    return own


def test_the_sample_comes_back_as_it_went(shop, store, tmp_path):
    assert bring_in(shop, written(tmp_path, SAMPLE), file_stock=True) == ImportCounts(4, 0, 0, 0)

    out = tmp_path / "out.csv"
    assert take_out(shop, out, with_stock=True) == 4

    same_in_a_second_store(shop, store, out, tmp_path, with_stock=True)


def test_edited_and_new_products_come_back_too(shop, store, tmp_path):
    bring_in(shop, written(tmp_path, SAMPLE), file_stock=True)
    edit(shop, store)
    tee = form_of(shop, store, "Tee")
    third = VariantForm(id=uuid4(), sku="TEE-G-XL", size="XL", color="Green")
    save(shop, tee, replace(tee, variants=(*tee.variants[1:], third)))

    out = tmp_path / "out.csv"
    assert take_out(shop, out) == 6

    same_in_a_second_store(shop, store, out, tmp_path)


def test_foreign_columns_names_of_options_and_words_of_pictures_go_back(shop, tmp_path):
    bring_in(shop, written(tmp_path, SAMPLE), file_stock=True)
    take_out(shop, tmp_path / "out.csv", with_stock=True)

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tee = [row for row in rows if row["Handle"] == "tee"]
    assert [row["Variant SKU"] for row in tee] == ["TEE-R-S", "TEE-R-M", "TEE-B-S"]
    assert [row["Variant Grams"] for row in tee] == ["150", "160", "150"]
    assert [row["Variant Inventory Qty"] for row in tee] == ["7", "0", "0"]
    assert tee[0]["Vendor"] == "Acme"
    assert tee[0]["Tags"] == "summer, new"
    assert (tee[0]["Product Category"], tee[0]["Type"]) == ("Apparel > Tops > Tees", "Shirts")
    assert tee[0]["Shelf (product.metafields.custom.shelf)"] == "A1"
    assert (tee[0]["Image Alt Text"], tee[0]["Variant Image"]) == (
        "A tee", "https://x.example/2.jpg",
    )  # fmt: skip
    assert [row["Image Src"] for row in tee][2] == "javascript:alert(1)"
    assert tee[0]["Body (HTML)"] == "<p>Soft &amp; warm<br><br>- one<br>- two</p>"
    ring = [row for row in rows if row["Handle"] == "ring"]
    assert ring[0]["Title"] == "'=Ring"
    assert (ring[0]["Option1 Name"], ring[0]["Option2 Name"]) == ("Größe", "Material")
    assert [row["Status"] for row in rows if row["Title"]] == [
        "archived", "draft", "active", "active",
    ]  # fmt: skip
    mug = next(row for row in rows if row["Handle"] == "mug")
    assert (mug["Published"], mug["Option1 Value"], mug["Type"]) == (
        "false", "Default Title", "Cups",
    )  # fmt: skip
    assert next(row for row in rows if row["Handle"] == "poster")["Variant SKU"] == "POSTER"


def test_stock_is_left_out_unless_it_is_asked_for(shop, store, tmp_path):
    bring_in(shop, written(tmp_path, SAMPLE), file_stock=True)
    take_out(shop, tmp_path / "out.csv")
    store.clean()
    bring_in(shop, tmp_path / "out.csv", file_stock=True)

    assert store.sql("SELECT sum(stock_level)::int FROM inventory") == 0


def test_deleted_products_stay_at_home(shop, store, tmp_path):
    bring_in(shop, written(tmp_path, SAMPLE))
    store.sql("UPDATE products SET is_deleted = true, version = version + 1 WHERE name = 'Mug'")

    assert take_out(shop, tmp_path / "out.csv") == 3


def test_handles_that_are_made_up_never_meet_those_of_a_file(shop, store, tmp_path, add_product):
    bring_in(shop, written(tmp_path, SAMPLE))
    for name in ("Mug", "MUG!", "杯子"):
        key = add_product(name)
        store.sql(
            "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)",
            f"C-{name}", key,
        )  # fmt: skip
    take_out(shop, tmp_path / "out.csv")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        handles = [row["Handle"] for row in csv.DictReader(file) if row["Title"]]
    assert sorted(handles) == ["mug", "mug-2", "mug-3", "poster", "product", "ring", "tee"]
    count = store.sql("SELECT count(*) FROM products")
    assert bring_in(shop, tmp_path / "out.csv") == ImportCounts(0, 0, count, 0)


def test_a_file_that_cannot_be_written_is_said(shop, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        take_out(shop, tmp_path / "missing" / "out.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
@pytest.mark.parametrize("letters", [10, 9_000], ids=["at the end", "in the middle"])
def test_a_disk_without_room_is_said(shop, store, add_product, letters):
    add_product("Mug")
    store.sql("UPDATE products SET description = repeat('x', %s)", letters)
    with pytest.raises(Refused, match="No space left on device"):
        take_out(shop, Path("/dev/full"))


def test_what_is_deleted_while_the_catalogue_is_written_is_left_out(shop, add_product):
    mug, cup = add_product("Mug", on_hand=0), add_product("Cup", on_hand=0)
    shop.call(api.products.delete_product(uuid4(), mug))
    with shop.reading() as session:
        read = queries.catalog_export.products(session, [mug, cup])
    assert [one.name for one in read] == ["Cup"]


@pytest.mark.skipif(FILES not in os.environ, reason=f"{FILES} names no folder")
@pytest.mark.parametrize("is_edited", [False, True])
def test_real_exports_come_back_as_they_went(shop, store, tmp_path, is_edited):
    files = sorted(Path(os.environ[FILES]).glob("*.csv"))
    assert files
    counts = bring_in(shop, *files)
    assert counts.new
    assert not counts.bad
    for path in files:
        assert bring_in(shop, path).changed == 0
    if is_edited:
        edit(shop, store)

    out = tmp_path / "out.csv"
    take_out(shop, out)

    same_in_a_second_store(shop, store, out, tmp_path)
