"""Catalogues: Shopify's shape, plain files, and what is wrong with them."""

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents.catalog_csv import look_at, read_catalog
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import ColumnSource, FileColumn, Take, read_map
from storedesk.domain.refusals.errors import SENTENCES, Refused

SHOPIFY = (
    "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Option2 Name,"
    "Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Qty,"
    "Variant Price,Variant Barcode,Image Src,Image Alt Text,Status\n"
)
LINES = (
    "InvoiceNo,StockCode,Description,InvoiceDate,UnitPrice\n"
    "1,85123a,WHITE HEART,2010-12-01 08:00:00,2.55\n"
    "2,85123A,WHITE HEART ,2010-12-09 08:00:00,2.95\n"
    "3,85123A,wrongly coded,2010-12-05 08:00:00,9.99\n"
    "4,POST,POSTAGE,2010-12-05 08:00:00,18.00\n"
    "5,71053,LANTERN,2010-12-05 08:00:00,0.0\n"
    "6,71053,,2010-12-05 08:00:00,3.39\n"
)
LINES_MAP = "code=StockCode name=Description:most price=UnitPrice:latest date=InvoiceDate"


@pytest.fixture
def read(tmp_path):
    def read(content, options="", name="goods.csv"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read_catalog([path], read_map(options.split()))

    return read


def test_default_title_is_a_product_without_variants(read):
    [product] = read(
        SHOPIFY + "mug,Mug,<p>Holds &frac12; pint</p>,Acme,Cups,true,Title,Default Title,,,,,MUG-1,"
        "300,7,12.50,4006381333931,https://shop.example/mug.jpg,A mug,\n"
    ).products

    assert (product.reference, product.code, product.barcodes) == (
        "mug",
        "MUG-1",
        ("4006381333931",),
    )
    assert (product.name, product.price, product.stock) == ("Mug", Decimal("12.50"), 7)
    assert product.description == "Holds ½ pint"
    assert product.category == ("Cups",)
    assert product.status is ProductStatus.ACTIVE
    assert product.pictures == ("https://shop.example/mug.jpg",)
    assert product.variants == ()
    assert product.extra == {
        "columns": {"Vendor": "Acme", "Published": "true"},
        "variants": [["", "", {"Variant Grams": "300"}]],
        "pictures": {"https://shop.example/mug.jpg": "A mug"},
    }


def test_variants_have_size_and_colour_whatever_their_order_and_the_base_price_is_the_lowest(read):
    [product] = read(
        SHOPIFY + "tee,Tee,,,,true,Colour,Red,Size,S,,,T-R-S,,1,25,,,,\n"
        "tee,,,,,,,Red,,XL,,,T-R-XL,,2,28,,,,\ntee,,,,,,,,,,,,,,,,,https://x.example/2.jpg,,\n"
    ).products

    assert product.price == Decimal(25)
    assert [(v.sku, v.size, v.color, v.price) for v in product.variants] == [
        ("T-R-S", "S", "Red", Decimal(25)),
        ("T-R-XL", "XL", "Red", Decimal(28)),
    ]
    assert product.stock == 3
    assert product.pictures == ("https://x.example/2.jpg",)


def test_a_third_option_is_told_in_the_description_and_still_tells_variants_apart(read):
    [product] = read(
        SHOPIFY + "bag,Bag,Nice.,,,,Size,S,Color,Red,Material,Wool,,,,5,,,,\n"
        "bag,,,,,,,S,,Red,,Silk,,,,6,,,,\n"
    ).products

    assert product.description == "Nice.\nMaterial: Wool, Silk"
    assert [v.color for v in product.variants] == ["Red, Wool", "Red, Silk"]


@pytest.mark.parametrize(
    ("status", "published", "expected"),
    [
        ("active", "false", ProductStatus.ACTIVE),
        ("draft", "true", ProductStatus.DRAFT),
        ("archived", "", ProductStatus.INACTIVE),
        ("", "false", ProductStatus.DRAFT),
        ("", "", None),
    ],
)
def test_the_status_goes_before_being_published(read, status, published, expected):
    row = f"a,Apple,,,,{published},,,,,,,A,,,1,,,,{status}\n"

    assert read(SHOPIFY + row).products[0].status is expected


def test_a_category_path_has_three_levels_at_most(read):
    header = "URL handle,Title,Product category,Price\n"
    [product] = read(header + "a,Apple,Home > Food > Fruit > Apples,1\n").products

    assert product.category == ("Home", "Food", "Fruit")


def test_pictures_that_our_database_would_refuse_stay_in_the_other_columns(read):
    row = "a,Apple,,,,,,,,,,,A,,,1,,javascript:alert(1),,\n"
    [product] = read(SHOPIFY + row).products

    assert product.pictures == ()
    assert product.extra["pictures"] == {"javascript:alert(1)": ""}


def test_one_bad_variant_is_told_and_its_product_left_out(read):
    catalog = read(
        SHOPIFY + "tee,Tee,,,,,Size,S,,,,,A,,,25,,,,\ntee,,,,,,,M,,,,,B,,,free,,,,\n"
        "mug,Mug,,,,,,,,,,,C,,,5,,,,\n"
    )

    assert [product.name for product in catalog.products] == ["Mug"]
    [bad] = catalog.bad
    assert (bad.row, bad.column, bad.code, bad.value) == (
        3,
        "Variant Price",
        "import_bad_price",
        "free",
    )
    assert bad.sentence() == "“free” cannot be read as a price."


def test_a_code_that_comes_twice_is_bad_ignoring_case(read):
    catalog = read("Code,Name,Price\nab1,One,1\nAB1,Two,2\n", "code=Code name=Name price=Price")

    assert [product.name for product in catalog.products] == ["One"]
    assert [(bad.row, bad.code) for bad in catalog.bad] == [(3, "import_code_twice")]


def test_lines_of_sales_become_products_by_the_most_frequent_name_and_the_latest_price(read):
    catalog = read(LINES, LINES_MAP)

    assert [(p.code, p.name, p.price) for p in catalog.products] == [
        ("85123a", "WHITE HEART", Decimal("2.95")),
        ("POST", "POSTAGE", Decimal("18.00")),
    ]
    assert [(bad.row, bad.column, bad.code) for bad in catalog.bad] == [
        (6, "UnitPrice", "import_no_price"),
        (7, "Description", "import_missing"),
    ]


def test_several_files_are_one_catalogue(tmp_path):
    for name, price in (("january.csv", "1.00"), ("february.csv", "2.00")):
        day = "2011-02-01" if name == "february.csv" else "2011-01-01"
        (tmp_path / name).write_text(f"Code,Name,Price,Date\nA,Apple,{price},{day}\n")
    mapping = read_map(["code=Code", "name=Name", "price=Price:latest", "date=Date"])
    paths = [tmp_path / "february.csv", tmp_path / "january.csv"]

    assert [p.price for p in read_catalog(paths, mapping).products] == [Decimal("2.00")]


def test_other_columns_of_a_plain_file_are_kept(read):
    [product] = read(
        "Code,Name,Price,Shelf\nA,Apple,1,B7\n", "code=Code name=Name price=Price"
    ).products

    assert product.extra == {"columns": {"Shelf": "B7"}}


def test_a_code_that_a_spreadsheet_rounded_is_bad(read):
    catalog = read("Code,Name,Price\n5.05E+12,One,1\n", "code=Code name=Name price=Price")

    assert [bad.code for bad in catalog.bad] == ["import_code_rounded"]


def test_leading_noughts_are_part_of_a_code(read):
    [product] = read("Code,Name,Price\n0012345,One,1\n", "code=Code name=Name price=Price").products

    assert product.code == "0012345"


def test_a_map_names_columns_that_are_there(read):
    with pytest.raises(Refused, match=r"no column Nope\. It has: Code, Name, Price"):
        read("Code,Name,Price\nA,B,1\n", "code=Nope name=Name price=Price")
    with pytest.raises(Refused, match="Say which columns hold name, price"):
        read("Code,Name,Price\nA,B,1\n", "code=Code")


@pytest.mark.parametrize("option", ["code", "price=", "colour=Farbe", "=Code"])
def test_a_map_that_cannot_be_understood_is_refused(option):
    with pytest.raises(Refused, match="is not field=Column"):
        read_map([option])


def test_a_column_may_have_a_colon_in_its_name():
    assert read_map(["price=Price: net", "name=A:b:most"]) == {
        FileColumn.PRICE: ColumnSource("Price: net"),
        FileColumn.NAME: ColumnSource("A:b", Take.MOST),
    }


def test_the_columns_of_sales_are_guessed(tmp_path):
    (tmp_path / "sales.csv").write_text(LINES)

    assert look_at([tmp_path / "sales.csv"]).guess == read_map(LINES_MAP.split())


CELL = st.one_of(
    st.text(max_size=12), st.sampled_from(["1", "2.50", "Title", "Default Title", "true"])
)


@given(st.lists(st.lists(CELL, min_size=20, max_size=20), max_size=6))
def test_any_cells_are_brought_in_or_told_with_a_sentence(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        file.write(SHOPIFY)
        csv.writer(file).writerows([["h", *row[1:]] for row in rows])
    for columns in ({}, read_map(["code=Handle", "name=Title:most", "price=Variant Price:latest"])):
        catalog = read_catalog([path], columns)
        assert all(bad.row > 1 and bad.code in SENTENCES for bad in catalog.bad)
        assert all(p.price >= Decimal("0.01") and len(p.name) >= 2 for p in catalog.products)


def test_a_variant_without_size_and_colour_is_bad_beside_others(read):
    row = "tee,Tee,,,,,Size,S,,,,,A,,,25,,,,\ntee,,,,,,,,,,,,B,,,26,,,,\n"
    catalog = read(SHOPIFY + row)

    assert catalog.products == ()
    assert [(bad.row, bad.code) for bad in catalog.bad] == [(3, "import_missing")]


def test_what_no_text_may_hold_is_left_out_of_foreign_columns_and_bad_elsewhere(read):
    options = "code=Code name=Name price=Price"
    catalog = read("Code,Name,Price,Sh\0elf\nA,Apple,1,B\0 7\nB,Be\0rry,1,\n", options)

    assert catalog.products[0].extra == {"columns": {"Shelf": "B 7"}}
    assert [(bad.row, bad.code) for bad in catalog.bad] == [(3, "import_bad_text")]
