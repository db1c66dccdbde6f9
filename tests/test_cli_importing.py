"""Imports on the command line: nothing is guessed, and a dry run says all that would be done."""

import csv

import pytest

from storedesk.cli import run

MAP = ("code=SKU", "name=Name", "price=Price")
TEA = "SKU,Name,Price,EAN\nTEA-1,Green tea,4.50,5012345678900\n"
MUG = "SKU,Name,Price,EAN\nMUG-9,Steel mug,19.90,5012345678900\n"
GOODS = "SELECT name, price_amount::text FROM products ORDER BY name"
CATEGORIES = """
    SELECT p.name, c.name FROM products AS p JOIN categories AS c ON c.id = p.category_id ORDER BY 1
"""


@pytest.fixture
def bring(store, tmp_path, capsys):
    """Import a file's content with options; return the exit code and what was said."""

    def bring(content, *words, columns=MAP, login="cyd", name="goods.csv"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        maps = [word for column in columns for word in ("--map", column)]
        command = ["import", "catalog", "--dsn", store.dsn(login), *maps, *words, str(file)]
        code = run(command)
        said = capsys.readouterr()
        return code, said.out, said.err

    return bring


# ---------- numbers


@pytest.mark.parametrize("price", ["1,250", "1.250"])
def test_a_price_that_may_be_two_things_is_refused(bring, store, price):
    content = f"SKU;Name;Price\nT1;Mehl;{price}\nT2;Zucker;{price}\n"

    code, _, err = bring(content)

    assert code == 1
    assert f"goods.csv:2: Price: “{price}” may mean thousands or decimals" in err
    assert store.rows(GOODS) == []


def test_a_person_says_which_mark_stands_before_the_decimals(bring, store):
    content = "SKU;Name;Price\nT1;Mehl;1,250\nT2;Zucker;2,500\n"

    assert bring(content, "--decimal-mark", ",")[0] == 0
    assert store.rows(GOODS) == [("Mehl", "1.25"), ("Zucker", "2.50")]
    assert bring(content, "--decimal-mark", ".")[0] == 0
    assert store.rows(GOODS) == [("Mehl", "1250.00"), ("Zucker", "2500.00")]


def test_a_column_that_settles_its_mark_is_read_by_it_and_the_dry_run_says_so(bring, store):
    content = "SKU;Name;Price\nT1;Mehl;1,250\nT2;Zucker;2,50\n"

    code, out, _ = bring(content, "--dry-run")
    assert (code, store.rows(GOODS)) == (0, [])
    assert "Price: a comma stands before the decimals, as in “2,50”." in out

    assert bring(content)[0] == 0
    assert store.rows(GOODS) == [("Mehl", "1.25"), ("Zucker", "2.50")]


def test_stock_of_one_or_of_a_thousand_is_refused(bring, store):
    columns = (*MAP, "stock=Stock")
    content = "SKU;Name;Price;Stock\nW1;Schrauben;0,05;1.000\nW2;Muttern;0,04;2.500\n"

    code, _, err = bring(content, columns=columns)
    assert code == 1
    assert "goods.csv:2: Stock: “1.000” may mean thousands or decimals" in err
    assert "goods.csv:3: Stock: “2.500” may mean thousands or decimals" in err

    assert bring(content, "--decimal-mark", ",", columns=columns)[0] == 0
    levels = "SELECT array_agg(stock_level ORDER BY stock_level) FROM inventory"
    assert store.sql(levels) == [1000, 2500]


def test_a_price_in_another_currency_is_a_bad_row(bring, store):
    code, _, err = bring("SKU,Name,Price\nA1,Apple,£2.50\nB1,Berry,$1.50\n", "--skip-bad")

    assert code == 0
    assert "goods.csv:2: This price is in another currency: the store sells in USD." in err
    assert store.rows(GOODS) == [("Berry", "1.50")]


# ---------- codes


def test_a_barcode_of_another_product_is_a_bad_row(bring, store):
    assert bring(TEA, columns=(*MAP, "barcode=EAN"))[0] == 0

    code, _, err = bring(MUG, columns=(*MAP, "barcode=EAN"))

    assert code == 1
    assert "goods.csv:2: The barcode 5012345678900 belongs to Green tea" in err
    assert store.rows(GOODS) == [("Green tea", "4.50")]


def test_by_choice_a_barcode_names_the_product_and_the_dry_run_shows_old_and_new(bring, store):
    columns = (*MAP, "barcode=EAN")
    assert bring(TEA, columns=columns)[0] == 0

    code, out, _ = bring(MUG, "--match", "barcode", "--dry-run", columns=columns)
    assert (code, store.rows(GOODS)) == (0, [("Green tea", "4.50")])
    assert "goods.csv:2: would change Green tea:\n" in out
    assert "    name: Green tea → Steel mug\n" in out
    assert "    price: 4.50 → 19.90\n" in out
    assert "    new code: MUG-9\n" in out

    assert bring(MUG, "--match", "barcode", columns=columns)[0] == 0
    assert store.rows(GOODS) == [("Steel mug", "19.90")]
    assert store.broken() == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("012345678905", "0012345678905"), ("0012345678905", "012345678905")],
)
def test_a_upc_and_the_ean_of_it_are_one_barcode(bring, store, first, second):
    columns = (*MAP, "barcode=EAN")
    assert bring(f"SKU,Name,Price,EAN\nTEA-1,Green tea,4.50,{first}\n", columns=columns)[0] == 0

    other = f"SKU,Name,Price,EAN\nMUG-9,Steel mug,19.90,{second}\n"
    assert "belongs to Green tea" in bring(other, columns=columns)[2]
    same = f"SKU,Name,Price,EAN\nTEA-1,Green tea,4.50,{second}\n"
    assert "0 changed, 1 the same" in bring(same, columns=columns)[1]
    assert bring(same.replace("4.50", "5.00"), columns=columns)[0] == 0
    assert store.sql("SELECT count(*) FROM storedesk.product_barcodes") == 2
    both = f"SKU,Name,Price,EAN\nA-1,One,1.00,{first}\nA-2,Two,1.00,{second}\n"
    store.clean()
    assert "appears earlier in this file" in bring(both, columns=columns)[2]


def test_two_rows_of_a_file_never_share_a_barcode(bring, store):
    code, _, err = bring(TEA + MUG.partition("\n")[2], columns=(*MAP, "barcode=EAN"))

    assert code == 1
    assert "goods.csv:3: The code 5012345678900 appears earlier in this file" in err
    assert store.rows(GOODS) == []


def test_a_barcode_that_matches_never_moves_to_a_third_product(bring):
    columns = (*MAP, "barcode=EAN")
    two = TEA + "CUP-1,Cup,2.00,4006381333931\n"
    assert bring(two, columns=columns)[0] == 0

    code, _, err = bring(
        "SKU,Name,Price,EAN\nCUP-1,Cup,2.00,5012345678900\n", "--match", "barcode", columns=columns
    )

    assert code == 1
    assert "The code 5012345678900 belongs to another product" in err


def test_what_a_spreadsheet_did_to_codes_is_undone(bring, store):
    content = (
        'SKU,Name,Price,EAN\n"=""00077""",Pen,1.00,"=""0012345678905"""\n'
        "XF1,Ink,1.00,4006381333931.0\nP-9,Pad,1.00,4 006381 333948\nN-1,Nib,1.00,n/a\n"
    )
    assert bring(content, columns=(*MAP, "barcode=EAN"))[0] == 0

    assert store.rows("SELECT barcode FROM storedesk.product_barcodes ORDER BY 1") == [
        ("00077",), ("0012345678905",), ("4006381333931",), ("4006381333948",), ("N-1",), ("P-9",),
        ("XF1",),
    ]  # fmt: skip


def test_a_column_of_codes_that_became_decimals_is_whole_again(bring, store):
    assert bring("SKU,Name,Price\n77.0,Pen,1.00\n1205.0,Ink,1.00\n")[0] == 0

    codes = "SELECT barcode FROM storedesk.product_barcodes ORDER BY 1"
    assert store.rows(codes) == [("1205",), ("77",)]


@pytest.mark.parametrize("code", ["4.00638E+12", "4,00638E+12", "4.00638e12", "4E+12"])
def test_a_code_that_lost_its_digits_is_a_bad_row(bring, code):
    content = f'SKU,Name,Price,EAN\nA1,Ink,1.00,"{code}"\n'

    assert "was rounded by a spreadsheet" in bring(content, columns=(*MAP, "barcode=EAN"))[2]


def test_entities_and_tags_of_shopifys_files_are_read_as_meant(bring, store):
    content = (
        "Handle,Title,Body (HTML),Type,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
        'mug,Mug &amp; Saucer,"<p>Nice, <b>big</b> &eacute;</p>",Home &amp; Garden,Title,'
        "Default Title,MG-S,12.00\n"
        "tee,<b>Big</b> tee,,Home &amp; Garden,Size,S &amp; M,T-S,9.00\n"
    )
    assert bring(content, columns=())[0] == 0

    assert store.rows(CATEGORIES) == [
        ("Big tee", "Home & Garden"), ("Mug & Saucer", "Home & Garden"),
    ]  # fmt: skip
    assert store.sql("SELECT description FROM products WHERE name LIKE 'Mug%'") == "Nice, big é"
    assert store.sql("SELECT size FROM product_variants") == "S & M"


# ---------- categories


def test_a_category_that_was_renamed_keeps_its_goods(bring, store):
    columns = (*MAP, "category=Category")
    content = "SKU,Name,Price,Category\nA1,Apple,1.00,Fruit\nB1,Berry,1.00,Fruit\n"
    assert bring(content, columns=columns)[0] == 0
    store.sql("UPDATE categories SET name = 'Obst' WHERE name = 'Fruit'")

    code, out, _ = bring(content, "--dry-run", columns=columns)
    assert code == 0
    assert "2 known products stay in another category than the file says" in out
    assert "0 new products, 0 changed, 2 the same" in out

    assert bring(content, columns=columns)[0] == 0
    assert store.rows(CATEGORIES) == [("Apple", "Obst"), ("Berry", "Obst")]
    assert store.sql("SELECT count(*) FROM categories WHERE name = 'Fruit'") == 0


def test_goods_move_to_the_category_of_the_file_by_choice_and_the_dry_run_says_so(bring, store):
    columns = (*MAP, "category=Category")
    content = "SKU,Name,Price,Category\nA1,Apple,1.00,Food > Fruit\n"
    assert bring(content, columns=columns)[0] == 0
    store.sql("UPDATE categories SET name = 'Obst' WHERE name = 'Fruit'")
    more = f"{content}B1,Berry,1.00,Food > Fruit\n"

    code, out, _ = bring(more, "--dry-run", "--set-categories", columns=columns)
    assert code == 0
    assert (
        "Would add the category Food > Fruit (1 new product, 1 known product would move there)."
    ) in out
    assert "    category: Food > Obst → Food > Fruit\n" in out

    assert bring(more, "--set-categories", columns=columns)[0] == 0
    assert store.rows(CATEGORIES) == [("Apple", "Fruit"), ("Berry", "Fruit")]
    assert bring(more, "--set-categories", columns=columns)[1].startswith(
        "Imported: 0 new products, 0 changed, 2 the same"
    )


def test_a_dry_run_tells_of_the_category_of_what_has_none(bring):
    _, out, _ = bring(TEA, "--dry-run", "--default-category", "Odds > Ends")

    assert "Would add the category Odds.\n" in out
    assert "Would add the category Odds > Ends (1 new product).\n" in out


# ---------- encodings and headings


def test_one_foreign_byte_costs_its_row_and_no_other_name(bring, store):
    good = "".join(f"U{n},Café Zürich {n},{n}.50\n" for n in range(1, 6)).encode()
    content = b"SKU,Name,Price\n" + good + b"U9,Jalape\xf1o,2.00\n"

    code, _, err = bring(content)
    assert code == 1
    assert "goods.csv:7: Name: “Jalape\\ufffdo” holds bytes that are not valid" in err

    assert bring(content, "--skip-bad")[0] == 0
    assert store.sql("SELECT count(*) FROM products WHERE name LIKE 'Café Zürich _'") == 5


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1250", "Český čaj"), ("cp1251", "Чай"), ("cp1252", "Café"), ("cp1254", "Çay"),
     ("cp850", "Größe"), ("mac-roman", "Größe"), ("gbk", "绿茶")],
)  # fmt: skip
def test_an_encoding_is_never_guessed_for_good(bring, store, encoding, name):
    content = f"SKU,Name,Price\nA1,{name},1.50\n".encode(encoding)

    for words in (), ("--dry-run",):
        code, out, err = bring(content, *words)
        assert code == 1
        assert "goods.csv: read as cp1252, a guess" in out
        assert "line 2: A1 | " in out
        assert "give --encoding cp1252" in err
    assert store.rows(GOODS) == []

    assert bring(content, "--encoding", encoding)[0] == 0
    assert store.rows(GOODS) == [(name, "1.50")]


def test_utf16_is_read_with_and_without_its_mark(bring, store):
    for at, encoding in enumerate(("utf-16", "utf-16-le", "utf-16-be")):
        content = f"SKU,Name,Price\nA{at},绿茶 {at},1.50\n".encode(encoding)
        words = () if encoding == "utf-16" else ("--encoding", "utf-16")
        if encoding == "utf-16-be":
            words = ("--encoding", "utf-16-be")
        assert bring(content, *words)[0] == 0
    assert [name for name, _ in store.rows(GOODS)] == ["绿茶 0", "绿茶 1", "绿茶 2"]


def test_an_encoding_that_there_is_not_is_refused(bring):
    assert "There is no encoding klingon" in bring(TEA, "--encoding", "klingon")[2]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0b\xee\x9dh\x13\0\0\0[Content_Types].xml \xa2"]
)
def test_a_workbook_is_called_a_workbook(bring, content):
    code, _, err = bring(content, name="goods.xlsx", columns=())

    assert code == 1
    assert err.startswith("goods.xlsx is an Excel workbook: save it as CSV")


def test_headings_below_a_title_are_found_or_told(bring, store):
    content = "Winter list,,\n,,\nprices in USD,,\nSKU,Name,Price\nA1,Apple,1.50\n"
    code, out, _ = bring(content, "--dry-run")
    assert code == 0
    assert "headings in line 4" in out

    told = "SKU,Name,Price\nSKU,Name,Price\nA1,Apple,1.50\n"
    assert bring(told, "--header-row", "2")[0] == 0
    assert store.rows(GOODS) == [("Apple", "1.50")]


@pytest.mark.parametrize(
    "price", ["1\u00a0250,50", "1\u202f250,50\u00a0$", "1\u2019250.50", "$1,250.50"]
)
def test_prices_are_read_as_a_person_reads_them(bring, store, price):
    assert bring(f"SKU;Name;Price\nA1;Apple;{price}\n")[0] == 0
    assert store.rows(GOODS) == [("Apple", "1250.50")]


# ---------- dry runs


@pytest.mark.parametrize("login", ["ada", "bob", "eve"])
def test_a_dry_run_is_refused_to_whom_the_import_is_refused(bring, store, login):
    said = [bring(TEA, *words, login=login) for words in ((), ("--dry-run",))]

    assert said[0] == said[1]
    assert said[0][0] == 1
    assert said[0][2] == "You are not allowed to do this.\n"
    assert store.rows(GOODS) == []


def test_all_changes_are_written_to_a_file_when_asked(bring, tmp_path):
    assert bring(TEA)[0] == 0
    file = tmp_path / "changes.csv"

    code, out, _ = bring(
        TEA.replace("4.50", "4.80").replace("Green", "White"), "--dry-run", "--changes", str(file)
    )

    assert code == 0
    assert "All changes are in changes.csv." in out
    with file.open(encoding="utf-8-sig", newline="") as written:
        assert list(csv.reader(written)) == [
            ["File", "Line", "Product", "What", "Of", "Old", "New"],
            ["goods.csv", "2", "Green tea", "name", "", "Green tea", "White tea"],
            ["goods.csv", "2", "Green tea", "price", "", "4.50", "4.80"],
        ]


def test_a_file_sends_no_commands_to_the_terminal(bring):
    content = "SKU,Na\x1b]0;owned\x07me,Name,Price\nA\x1b[2J1,x,Apple,1.50\n"

    code, out, err = bring(content, "--dry-run", name="go\x1b[31mods.csv")

    assert code == 1
    assert "\x1b" not in out + err


def test_the_latest_price_is_never_a_guess(bring, store):
    columns = ("code=SKU", "name=Name", "price=Price:latest", "date=Date")
    content = "SKU,Name,Price,Date\nA1,Apple,1.00,1/2/2026\nA1,Apple,2.00,2/1/2026\n"

    code, _, err = bring(content, columns=columns)
    assert code == 1
    assert "goods.csv:2: Date: “1/2/2026” may begin with the day or with the month" in err

    assert bring(content, "--date-first", "month", columns=columns)[0] == 0
    assert store.rows(GOODS) == [("Apple", "2.00")]
    assert bring(content, "--date-first", "day", columns=columns)[0] == 0
    assert store.rows(GOODS) == [("Apple", "1.00")]


def test_what_nobody_may_type_is_a_bad_row_in_a_file(bring, store):
    card = "A1,Mug 4111 1111 1111 1111,1.50,"
    content = f"SKU,Name,Price,Shelf\n{card}\nB1,\u202eBowl\u202c,1.50,\x1b[1mB7\n"

    code, _, err = bring(content, "--skip-bad")

    assert code == 0
    assert "goods.csv:2: Name: Card numbers must not be kept here" in err
    assert store.rows(GOODS) == [("Bowl", "1.50")]
    extra = store.sql("SELECT extra FROM storedesk.product_sources")
    assert extra == {"columns": {"Shelf": "[1mB7"}}
