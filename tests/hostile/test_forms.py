"""People who save forms against each other, or who have no business with them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from uuid import uuid4

import pytest
from psycopg import errors

from storedesk import forms
from storedesk.domain.product_forms import VariantForm
from storedesk.domain.refusals.errors import StoreError
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


class Editor:
    def __init__(self, dsn):
        self.database = Database(dsn, pool_size=1)

    def form(self, product):
        with self.database.reading() as session:
            return forms.products.product_form(session, product)

    def save(self, base, **changes):
        try:
            with self.database.editing() as session:
                forms.products.save_product(session, base, replace(base, **changes))
        except StoreError as refusal:
            return refusal.code
        return "saved"


@pytest.fixture
def editors(store):
    made = [Editor(store.dsn("cyd")) for _ in range(2)]
    yield made
    for one in made:
        one.database.close()


def at_once(editors, *saves):
    barrier = Barrier(2)

    def run(editor, base, changes):
        barrier.wait()
        return editor.save(base, **changes)

    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(run, e, *s) for e, s in zip(editors, saves, strict=True)]
        return sorted(job.result() for job in jobs)


def variant(n, sku):
    return VariantForm(id=uuid4(), sku=sku, size=str(n), color=None)


def test_of_two_who_take_one_code_at_once_one_has_it_and_the_other_is_told_by_whom(
    editors, add_product
):
    for turn in range(10):
        mug, cup = add_product(f"Mug {turn}"), add_product(f"Cup {turn}")
        code = f"X-{turn}"
        ends = at_once(
            editors,
            (editors[0].form(mug), {"codes": (code,)}),
            (editors[1].form(cup), {"variants": (variant(1, code),)}),
        )
        assert ends == ["code_taken", "saved"]


def test_of_two_who_save_one_product_at_once_one_wins_and_nothing_waits_for_ever(
    editors, add_product, store
):
    before = store.sql(DEADLOCKS)
    mug = add_product("Mug")
    for turn in range(10):
        base = editors[0].form(mug)
        ends = at_once(
            editors,
            (base, {"name": f"A{turn}", "codes": (f"A-{turn}",)}),
            (base, {"name": f"B{turn}", "variants": (variant(turn, f"B-{turn}"),)}),
        )
        assert ends == ["changed_meanwhile", "saved"]
    assert store.sql(DEADLOCKS) == before


def test_a_form_and_a_hand_that_write_codes_of_one_product_do_not_lock_each_other_out(
    editors, add_product, store
):
    before = store.sql(DEADLOCKS)
    mug = add_product("Mug")
    insert = "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)"

    def by_hand(turn):
        store.sql(insert, f"HAND-{turn}", mug, login="cyd")

    with ThreadPoolExecutor(2) as threads:
        for turn in range(15):
            base = editors[0].form(mug)
            form = threads.submit(
                editors[0].save, base, name=f"Mug {turn}", codes=(*base.codes, f"FORM-{turn}")
            )
            hand = threads.submit(by_hand, turn)
            assert form.result() in {"saved", "changed_meanwhile"}
            hand.result()
    assert store.sql(DEADLOCKS) == before


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve", "wes", "max"])
def test_the_forms_commands_are_managers_alone(store, add_product, login):
    mug = add_product("Mug")
    calls = (
        ("api.claim_codes(%s, ARRAY['x'])", [mug]),
        ("api.remove_parts(%s, %s, ARRAY[]::uuid[], ARRAY['x'], ARRAY[]::uuid[])", [uuid4(), mug]),
        ("api.tax_product(%s, %s, NULL)", [uuid4(), mug]),
        ("api.tax_category(%s, %s, NULL)", [uuid4(), mug]),
        ("api.move_products(%s, %s, %s)", [uuid4(), mug, mug]),
    )
    for call, values in calls:
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(f"SELECT {call}", *values, login=login)


def test_parts_of_another_product_are_not_taken_away(editors, add_product, store):
    mug, cup = add_product("Mug"), add_product("Cup")
    one = variant(1, "CUP-1")
    assert editors[0].save(editors[0].form(cup), variants=(one,), codes=("CUP",)) == "saved"

    store.sql(
        "SELECT api.remove_parts(%s, %s, ARRAY[%s], ARRAY['CUP'], ARRAY[]::uuid[])",
        uuid4(),
        mug,
        one.id,
        login="cyd",
    )

    form = editors[0].form(cup)
    assert (form.codes, form.variants) == (("CUP",), (one,))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "\\\\host\\share\\x.png", "//host/x.png", "javascript:x", "data:,x"],
)
def test_a_picture_that_lies_elsewhere_on_the_machine_is_refused(store, add_product, url):
    mug = add_product("Mug")
    with pytest.raises(errors.CheckViolation):
        store.sql(
            "INSERT INTO product_images (product_id, url) VALUES (%s, %s)", mug, url, login="cyd"
        )


def test_a_variant_that_was_sold_stays(editors, add_product, store):
    mug = add_product("Mug", price="2.00")
    one = variant(1, "MUG-1")
    assert editors[0].save(editors[0].form(mug), variants=(one,)) == "saved"
    sold_at = store.sql("SELECT id FROM storedesk.registers LIMIT 1")
    if sold_at is None:
        sold_at = store.sql(
            "INSERT INTO storedesk.registers (code, name) VALUES ('T1', 'Till 1') RETURNING id"
        )
    with store.connect("cyd") as till:
        order = uuid4()
        till.execute("SELECT api.open_shift(%s, %s, 0)", [uuid4(), sold_at])
        sale = till.execute(
            "SELECT api.scan(%s, %s, %s, 'MUG-1', 1)", [uuid4(), sold_at, order]
        ).fetchone()
        assert editors[0].save(editors[0].form(mug), variants=()) == "variant_wanted"
        till.execute("SELECT api.quote(%s, %s, %s)", [uuid4(), order, sale["total"]])
        tender = (
            f'[{{"id": "{uuid4()}", "method": "cash", "amount": "{sale["total"]}",'
            f' "tendered": "{sale["total"]}"}}]'
        )
        till.execute("SELECT api.pay(%s, %s, %s::jsonb)", [uuid4(), order, tender])
    assert editors[0].save(editors[0].form(mug), variants=()) == "variant_sold"
