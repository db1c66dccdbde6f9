"""A product that one command makes: on sale at once, with category, code and first stock."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

pytestmark = pytest.mark.usefixtures("invariants")

CALL = f"SELECT api.make_product({', '.join(['%s'] * 14)})"
PNG = b"\x89PNG\r\n\x1a\n picture"
SHIRTS = [
    {"id": str(uuid4()), "sku": "TEE-S", "size": "S", "difference": "0", "codes": []},
    {"id": str(uuid4()), "sku": "TEE-L", "size": "L", "difference": "1.50", "codes": ["4005"]},
]


def given(**changes):
    """Return what the command is given for a mug, but for what a test is about."""
    usual = {
        "request": uuid4(), "product": uuid4(), "name": "Mug", "description": "", "price": "2.50",
        "category": None, "new_category": "Kitchen", "status": "active", "tax_class": None,
        "codes": ["MUG"], "stock": 12, "variants": [], "pictures": [], "contents": [],
    }  # fmt: skip
    whole = usual | changes
    return [Jsonb(value) if key in {"variants", "pictures"} else value
            for key, value in whole.items()]  # fmt: skip


@pytest.fixture
def make(manager):
    return lambda **changes: manager(CALL, *given(**changes))


def counts(store):
    return store.rows(
        "SELECT (SELECT count(*) FROM products), (SELECT count(*) FROM categories),"
        " (SELECT count(*) FROM storedesk.product_barcodes),"
        " (SELECT count(*) FROM storedesk.media),"
        " (SELECT count(*) FROM inventory_audit_log), (SELECT count(*) FROM storedesk.requests)"
    )


def test_the_first_product_of_an_empty_store_is_on_sale_with_its_stock(store, make):
    request, mug = uuid4(), uuid4()

    for _ in range(2):  # as after a lost answer
        told = make(request=request, product=mug)

    assert (told["status"], told["on_hand"], told["why"]) == ("active", 12, None)
    assert store.rows(
        "SELECT p.name, c.name, c.depth, b.barcode, i.stock_level FROM products AS p"
        " JOIN categories AS c ON c.id = p.category_id JOIN inventory AS i ON i.product_id = p.id"
        " JOIN storedesk.product_barcodes AS b ON b.product_id = p.id"
    ) == [("Mug", "Kitchen", 1, "MUG", 12)]
    ledger = "SELECT operation_type, previous_value, new_value, reason, user_id FROM {}"
    assert store.rows(ledger.format("inventory_audit_log")) == [
        ("set", 0, 12, "opening stock", store.staff_id("cyd"))
    ]
    events = "SELECT action, entity, login FROM storedesk.audit_event WHERE login = %s ORDER BY id"
    cyd = store.login("cyd")
    assert store.rows(events, cyd) == [
        ("create", "category", cyd), ("create", "product", cyd), ("status", "product", cyd),
    ]  # fmt: skip


def test_a_form_that_is_sent_again_after_a_lost_answer_makes_no_second_one(store, make, refused):
    mug = uuid4()
    make(product=mug)
    before = counts(store)

    with refused("product_made"):
        make(product=mug, stock=9)

    assert counts(store) == before


def test_all_its_parts_come_with_it(store, make):
    urls = [{"id": str(uuid4()), "url": "media/x.png"}, {"id": str(uuid4()), "url": "media/y.png"}]
    tax = store.sql("SELECT id FROM storedesk.tax_classes")

    make(name="Tee", codes=[], variants=SHIRTS, pictures=urls, contents=[PNG], tax_class=tax)

    prices = "SELECT sku, price_adjustment_amount::text FROM product_variants ORDER BY sku"
    assert store.rows(prices) == [("TEE-L", "1.50"), ("TEE-S", "0.00")]
    images = "SELECT url, is_primary FROM product_images ORDER BY display_order"
    assert store.rows(images) == [("media/x.png", True), ("media/y.png", False)]
    assert store.rows("SELECT media_type, sha256 = encode(sha256(content), 'hex')"
                      " FROM storedesk.media") == [("image/png", True)]  # fmt: skip
    assert store.sql("SELECT tax_class_id FROM storedesk.product_tax") == tax
    assert store.sql("SELECT barcode FROM storedesk.product_barcodes WHERE variant_id = %s",
                     SHIRTS[1]["id"]) == "4005"  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "wanted", "becomes"),
    [(True, None, "active"), (False, None, "draft"), (False, "active", "active"),
     (True, "draft", "draft")],
)  # fmt: skip
def test_the_setting_holds_where_nothing_else_is_said(store, make, setting, wanted, becomes):
    store.sql("UPDATE storedesk.store_settings SET new_products_on_sale = %s", setting)

    assert make(status=wanted)["status"] == becomes
    assert store.sql("SELECT column_default FROM information_schema.columns WHERE table_name ="
                     " 'products' AND column_name = 'status'").startswith("'draft'")  # fmt: skip


def test_what_cannot_be_on_sale_stays_a_draft_that_says_why(make, add_category, manager):
    kitchen = add_category("Kitchen")
    cups = add_category("Cups", kitchen)
    manager("UPDATE categories SET is_active = false WHERE id = %s", kitchen)

    told = make(category=cups, new_category="")

    assert told["status"] == "draft"
    assert told["why"] == {"code": "category_not_shown", "parameters": {"name": "Mug"}}
    assert told["on_hand"] == 12


def test_a_category_of_that_name_is_not_made_again(store, make, add_category):
    kitchen = add_category("Kitchen")
    cups = add_category("Cups", kitchen)

    assert make(new_category="  cUPS ")["category_id"] == str(cups)
    below = make(codes=["CUP"], category=cups, new_category="Espresso")["category_id"]

    assert store.sql("SELECT depth FROM categories WHERE id = %s", below) == 3


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"price": "NaN"}, "money_too_big"),
        ({"price": "Infinity"}, "money_too_big"),
        ({"price": "100000000"}, "money_too_big"),
        ({"price": "2.505"}, "money_not_exact"),
        ({"price": "0"}, "amount_small"),
        ({"price": "-1"}, "amount_small"),
        ({"price": None}, "amount_small"),
        ({"stock": -1}, "bad_quantity"),
        ({"stock": 100_001}, "bad_quantity"),
        ({"stock": None}, "bad_quantity"),
        ({"name": "x" * 201}, "text_too_long"),
        ({"name": "4111 1111 1111 1111"}, "card_number"),
        ({"description": "x" * 5_001}, "text_too_long"),
        ({"new_category": "x" * 101}, "text_too_long"),
        ({"new_category": " "}, "category_needed"),
        ({"category": uuid4(), "new_category": ""}, "category_not_found"),
        ({"status": "inactive"}, "bad_step"),
        ({"codes": [None]}, "lists_differ"),
        ({"codes": None}, "lists_differ"),
        ({"codes": [str(n) for n in range(51)]}, "too_many"),
        ({"contents": [PNG] * 51}, "too_many"),
        ({"variants": {}}, "lists_differ"),
        ({"variants": [{"sku": str(n)} for n in range(251)]}, "variants_many"),
        ({"variants": [SHIRTS[0] | {"difference": "NaN"}]}, "money_too_big"),
        ({"variants": [SHIRTS[0] | {"difference": "0.004"}]}, "money_not_exact"),
        ({"variants": [SHIRTS[0] | {"difference": "-2.50"}]}, "variant_free"),
    ],
)  # fmt: skip
def test_what_no_product_has_is_refused_whole(store, make, refused, wrong, code):
    before = counts(store)

    with refused(code):
        make(**wrong)

    assert counts(store) == before


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"name": None}, {"codes": ["x" * 65]}, {"codes": [""]},
     {"variants": [SHIRTS[0] | {"sku": "x" * 51}]}, {"variants": [SHIRTS[0] | {"size": None}]},
     {"contents": [b"GIF89a"]}],
)  # fmt: skip
def test_what_the_tables_refuse_leaves_nothing(store, make, wrong):
    before = counts(store)

    with pytest.raises((psycopg.IntegrityError, psycopg.DataError)):
        make(**wrong)

    assert counts(store) == before


def test_a_code_that_is_another_products_makes_nothing(store, make, refused):
    make()
    before = counts(store)

    for code in ("mug", "MUG"):
        with refused("code_taken"):
            make(codes=[code], new_category="Other things")
    with refused("code_taken"):
        make(codes=[], variants=[SHIRTS[0] | {"sku": "mug"}])

    assert counts(store) == before


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve", "wes"])
def test_only_managers_make_products(store, login):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.sql(CALL, *given(), login=login)


def test_two_who_name_the_same_new_category_make_one(store):
    start = Barrier(2)

    def make(code):
        with store.connect("cyd") as line:
            start.wait()
            return line.execute(CALL, given(codes=[code])).fetchone()["category_id"]

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(make, ["MUG", "CUP"]))

    assert made[0] == made[1]
    assert store.sql("SELECT count(*) FROM categories") == 1
