"""A product's form on a real database: saved whole, or not at all."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from storedesk import api, forms
from storedesk.adapters.files.demo_pictures import draw
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.product_forms import Beginning, PictureForm, ProductForm, VariantForm
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound, Refused
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")

RED = VariantForm(id=uuid4(), sku="MUG-RED", size=None, color="Red")
BLUE = VariantForm(
    id=uuid4(), sku="MUG-BLUE", size="L", color="Blue", difference=Decimal("1.50"), codes=("4006",)
)


@pytest.fixture
def as_(store):
    """Whoever edits: read and save as they do."""
    opened = []

    class Person:
        def __init__(self, login):
            self.database = Database(store.dsn(login), pool_size=2)
            opened.append(self.database)

        def form(self, product):
            with self.database.reading() as session:
                return forms.products.product_form(session, product)

        def save(self, base, form, *pictures):
            with self.database.editing() as session:
                forms.products.save_product(session, base, form, pictures=pictures)
            return self.form(form.id)

        def make(self, form, *pictures):
            made = api.products.make_product(uuid4(), form, Beginning(), pictures=pictures)
            self.database.call(made)
            return self.form(form.id)

        def edit(self, product, **changes):
            base = self.form(product)
            return self.save(base, replace(base, **changes))

    yield Person
    for database in opened:
        database.close()


@pytest.fixture
def cyd(as_):
    return as_("cyd")


@pytest.fixture
def mug(add_product):
    return add_product("Mug", on_hand=0)


@pytest.fixture
def new(store, add_product):
    """A form that was never saved."""
    add_product("Anything else", on_hand=0)
    return ProductForm(
        id=uuid4(),
        version=0,
        currency="USD",
        name="Mug",
        description="For tea.",
        category_id=store.sql("SELECT id FROM categories"),
        price=Decimal("2.50"),
        status=ProductStatus.DRAFT,
        tax_class_id=None,
        codes=("MUG", "4005"),
        variants=(RED, BLUE),
        pictures=(),
    )


def refused(code):
    return pytest.raises(Refused, check=lambda refusal: refusal.code == code)


def test_a_new_product_is_saved_with_all_its_parts(cyd, new, store):
    draws = [draw("mug", "Home", tint) for tint in (1, 2)]
    places = tuple(PictureForm(uuid4(), one.url) for one in draws)
    tax = store.sql("SELECT id FROM storedesk.tax_classes")
    new = replace(new, pictures=places, tax_class_id=tax, codes=("4005", "MUG"))

    saved = cyd.make(new, *draws)

    assert saved == replace(new, version=saved.version, changed_by="Cyd", variants=(BLUE, RED))
    assert store.sql("SELECT count(*) FROM storedesk.media") == 2
    assert store.sql("SELECT count(*) FROM inventory WHERE product_id = %s", new.id) == 1
    primary = "SELECT url FROM product_images WHERE is_primary AND product_id = %s"
    assert store.sql(primary, new.id) == draws[0].url


def test_only_what_differs_is_written_and_the_version_counts_it(cyd, new):
    saved = cyd.make(new)

    renamed = cyd.edit(new.id, name="Cup")
    assert renamed.version == saved.version + 1
    assert renamed.variants == saved.variants
    dearer = cyd.edit(new.id, variants=(replace(BLUE, difference=Decimal(2)), RED))
    assert dearer.version == renamed.version + 1
    assert cyd.edit(new.id).version == dearer.version


def test_parts_are_changed_moved_and_taken_away_in_one_go(cyd, new):
    cyd.make(new)

    cyd.edit(new.id, codes=("4007",), variants=(replace(RED, codes=("4005", "4006")),))

    saved = cyd.form(new.id)
    assert saved.codes == ("4007",)
    assert saved.variants == (replace(RED, codes=("4005", "4006")),)


def test_every_part_that_changes_counts_the_products_version_up(cyd, new, store):
    draws = [draw("mug", "Home", tint) for tint in (1, 2)]
    first, second = (PictureForm(uuid4(), one.url) for one in draws)
    tax = store.sql("SELECT id FROM storedesk.tax_classes")
    version = cyd.make(new).version
    changes = [
        {"codes": ("MUG",)},
        {"variants": (RED,)},
        {"variants": (replace(RED, codes=("4008",)),)},
        {"pictures": (first, second)},
        {"pictures": (second, first)},
        {"pictures": (second,)},
        {"tax_class_id": tax},
        {"tax_class_id": None},
        {"description": ""},
    ]
    for change in changes:
        base = cyd.form(new.id)
        saved = cyd.save(base, replace(base, **change), *draws)
        assert saved.version > version, change
        assert {name: getattr(saved, name) for name in change} == change
        version = saved.version


def test_whoever_comes_second_is_told_and_changes_nothing(cyd, mug, as_):
    for theirs in ({"name": "Cup"}, {"codes": ("4005",)}):
        base = cyd.form(mug)
        as_("cyd").edit(mug, **theirs)
        after = cyd.form(mug)
        for mine in ({"price": Decimal(9)}, {"codes": ("4006",)}, {"variants": (RED,)}):
            with pytest.raises(Conflict, check=lambda clash: clash.code == "changed_meanwhile"):
                cyd.save(base, replace(base, **mine))
        assert cyd.form(mug) == after


def test_a_form_that_is_refused_in_its_last_part_changes_nothing_of_its_first(
    cyd, new, add_product
):
    other = add_product("Teapot")
    cyd.edit(other, codes=("POT",))
    saved = cyd.make(new)

    with refused("code_taken"):
        cyd.save(saved, replace(saved, name="Cup", codes=("pot",)))
    with refused("variant_free"):
        cheap = replace(RED, difference=Decimal(-5))
        cyd.save(saved, replace(saved, name="Cup", variants=(cheap,)))

    assert cyd.form(new.id) == saved


def test_a_taken_code_names_its_owner_deleted_ones_and_upc_forms_included(cyd, mug, add_product):
    other = add_product("Teapot", on_hand=0)
    cyd.edit(other, codes=("0012345678905",), variants=(RED,))

    for code in ("0012345678905", "012345678905", "mug-red"):
        with refused("code_taken") as refusal:
            cyd.edit(mug, codes=(code,))
        assert refusal.value.parameters == {"code": code, "name": "Teapot"}
        with refused("code_taken"):
            cyd.edit(mug, variants=(replace(BLUE, sku=code),))
    cyd.database.call(api.products.delete_product(uuid4(), other))
    with refused("code_of_deleted"):
        cyd.edit(mug, codes=("mug-red",))
    with cyd.database.reading() as session:
        owners = forms.products.owners_of(session, ["Mug-Red", "x"], but=mug)
    assert owners == {"MUG-RED": "Teapot"}


def test_two_variants_of_one_size_and_colour_are_refused_in_words(cyd, mug):
    twin = replace(RED, id=uuid4(), sku="OTHER", color=" red ")
    with refused("variant_twice"):
        cyd.edit(mug, variants=(RED, twin))


def test_what_was_sold_or_lies_in_a_basket_stays(cyd, new, store):
    cyd.make(new)
    store.sql(
        "INSERT INTO carts (is_guest, guest_session_id, total_price_amount) VALUES (true, 'x', 2.5)"
    )
    store.sql(
        """
        INSERT INTO cart_items (cart_id, product_id, variant_id, product_name, unit_price_amount,
            quantity, subtotal_amount)
        SELECT id, %s, %s, 'Mug', 2.5, 1, 2.5 FROM carts
        """,
        new.id,
        RED.id,
    )
    with refused("variant_wanted") as refusal:
        cyd.edit(new.id, variants=(BLUE,))
    assert refusal.value.parameters == {"sku": "MUG-RED"}
    cyd.edit(new.id, variants=(RED,))


def test_lawful_steps_and_only_those(cyd, new):
    cyd.make(new)
    cyd.edit(new.id, status=ProductStatus.ACTIVE)
    with refused("bad_step"):
        cyd.edit(new.id, status=ProductStatus.DRAFT)
    cyd.edit(new.id, status=ProductStatus.INACTIVE)


def test_nobody_but_a_manager_saves_a_product(as_, cyd, new, store):
    saved = cyd.make(replace(new, status=ProductStatus.ACTIVE))
    for login in ("ada", "bob", "dee", "eve"):
        person = as_(login)
        for change in (
            {"name": "Cup"},
            {"codes": ("9",)},
            {"variants": ()},
            {"tax_class_id": store.sql("SELECT id FROM storedesk.tax_classes")},
        ):
            with pytest.raises(NotAllowed):
                person.save(saved, replace(saved, **change))
        with pytest.raises(NotAllowed):
            person.make(replace(new, id=uuid4(), codes=(), variants=()))
        for action in (api.products.delete_product, api.products.restore_product):
            with pytest.raises(NotAllowed):
                person.database.call(action(uuid4(), new.id))
    assert cyd.form(new.id) == saved


def test_a_form_of_nothing_is_not_found(cyd):
    with pytest.raises(NotFound):
        cyd.form(uuid4())
