"""The tree of categories on a real database."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from uuid import uuid4

import pytest

from storedesk import api, forms
from storedesk.domain.categories import CategoryForm, merge_categories, moved_among, rebuilt
from storedesk.domain.merging import MergeSide
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound, Refused, StoreError
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")


class Gardener:
    """Whoever looks after the tree."""

    def __init__(self, dsn):
        self.database = Database(dsn, pool_size=2)

    def tree(self):
        with self.database.reading() as session:
            return forms.categories.tree(session)

    def named(self, name):
        return next(one for one in self.tree().all if one.name == name)

    def save(self, base, form):
        with self.database.editing() as session:
            forms.categories.save_category(session, base, form)

    def grow(self, name, under=None, **more):
        parent = self.named(under).id if under else None
        form = CategoryForm(id=uuid4(), name=name, parent_id=parent, **more)
        self.save(None, form)
        return form.id

    def edit(self, name, /, **changes):
        base = self.named(name)
        self.save(base, replace(base, **changes))

    def order(self, ids):
        with self.database.editing() as session:
            forms.categories.order_categories(session, ids)

    def move(self, name, under):
        parent = self.named(under).id if under else None
        return self.database.call(
            api.categories.move_category(uuid4(), self.named(name).id, parent_id=parent)
        )

    def outline(self):
        return [f"{'-' * (one.depth - 1)}{one.name}" for one in self.tree().all]


@pytest.fixture
def as_(store):
    opened = []

    def as_(login):
        opened.append(Gardener(store.dsn(login)))
        return opened[-1]

    yield as_
    for one in opened:
        one.database.close()


@pytest.fixture
def cyd(as_):
    return as_("cyd")


def refused(code):
    return pytest.raises(StoreError, check=lambda refusal: refusal.code == code)


def test_a_tree_of_three_is_grown_ordered_and_described(cyd, store):
    tax = store.sql("SELECT id FROM storedesk.tax_classes")
    cyd.grow("Home", description="All of it", tax_class_id=tax)
    cyd.grow("Kitchen", "Home")
    cyd.grow("Mugs", "Kitchen")
    cyd.grow("Garden")
    assert cyd.outline() == ["Home", "-Kitchen", "--Mugs", "Garden"]

    tops = [one.id for one in cyd.tree().children(None)]
    cyd.order(moved_among(tops, cyd.named("Garden").id, -1))

    assert cyd.outline() == ["Garden", "Home", "-Kitchen", "--Mugs"]
    assert moved_among(tops, tops[0], -1) is None
    home = cyd.named("Home")
    assert (home.description, home.tax_class_id, home.version > 1) == ("All of it", tax, True)
    assert cyd.tree().path(cyd.named("Mugs")) == "Home / Kitchen / Mugs"


def test_every_change_counts_the_version_up(cyd, store):
    tax = store.sql("SELECT id FROM storedesk.tax_classes")
    cyd.grow("Home")
    version = cyd.named("Home").version
    for change in (
        {"description": "x"},
        {"is_active": False},
        {"tax_class_id": tax},
        {"tax_class_id": None},
    ):
        cyd.edit("Home", **change)
        assert cyd.named("Home").version > version, change
        version = cyd.named("Home").version


def test_refusals_in_words(cyd):
    for name, under in (("Home", None), ("Kitchen", "Home"), ("Mugs", "Kitchen"), ("Toys", None)):
        cyd.grow(name, under)
    with refused("category_name_taken"):
        cyd.grow("hOME")
    with refused("category_name_taken"):
        cyd.edit("Toys", name="kitchen")
    with refused("category_too_deep"):
        cyd.grow("Large mugs", "Mugs")
    for name, under, code in (
        ("Home", "Mugs", "category_circle"),
        ("Home", "Toys", "category_too_deep"),
    ):
        with refused(code):
            cyd.move(name, under)
        with refused(code):
            cyd.tree().check_move(cyd.named(name).id, cyd.named(under).id)
    with refused("category_not_found"):
        cyd.database.call(api.categories.move_category(uuid4(), uuid4(), parent_id=None))
    with refused("text_not_kept"):
        cyd.edit("Toys", name="a\u202eb")


def test_a_category_takes_its_subtree_along(cyd):
    for name, under in (("Home", None), ("Kitchen", "Home"), ("Mugs", "Kitchen"), ("Toys", None)):
        cyd.grow(name, under)

    assert cyd.move("Kitchen", None) == 1
    assert cyd.move("Kitchen", "Toys") == 2

    assert cyd.outline() == ["Home", "Toys", "-Kitchen", "--Mugs"]


def test_all_products_of_a_category_move_house(cyd, add_product, store):
    mug = add_product("Mug")
    add_product("Cup", status="draft")
    gone = add_product("Jug", on_hand=0)
    store.sql("SELECT core.delete_product(%s, true)", gone)
    version = store.sql("SELECT version FROM products WHERE id = %s", mug)
    target = cyd.grow("Drinking")
    things = cyd.named("Things")
    assert (things.products, things.on_sale, things.deleted) == (2, 1, 1)

    move = api.categories.move_products(uuid4(), things.id, target_id=target)
    assert cyd.database.call(move) == 3
    assert cyd.database.call(move) == 3, "asked twice, done once"

    assert cyd.named("Drinking").products == 2
    assert cyd.named("Things").products == 0
    assert store.sql("SELECT version FROM products WHERE id = %s", mug) > version
    with pytest.raises(NotFound):
        cyd.database.call(api.categories.move_products(uuid4(), target, target_id=uuid4()))


def test_what_is_on_sale_does_not_move_where_nobody_sees_it(cyd, add_product):
    add_product("Mug")
    hidden = cyd.grow("Attic", is_active=False)
    with pytest.raises(Refused, check=lambda r: r.code == "category_not_shown"):
        cyd.database.call(
            api.categories.move_products(uuid4(), cyd.named("Things").id, target_id=hidden)
        )
    assert cyd.tree().is_hidden(cyd.named("Attic"))


def test_whoever_comes_second_is_told_and_can_merge(cyd, as_):
    cyd.grow("Home")
    base = cyd.named("Home")
    as_("cyd").edit("Home", name="House", description="theirs")
    mine = replace(base, description="mine", is_active=False)

    with pytest.raises(Conflict):
        cyd.save(base, mine)

    theirs = cyd.named("House")
    merged = merge_categories(base, mine, theirs)
    assert [clash.field for clash in merged.clashes] == ["description"]
    cyd.save(theirs, rebuilt(theirs, merged.settled({"description": MergeSide.MINE})))
    now = cyd.named("House")
    assert (now.description, now.is_active) == ("mine", False)


def test_a_under_b_against_b_under_a_one_wins_and_the_other_is_told(as_, cyd, store):
    ends = []
    for turn in range(8):
        one, other = cyd.grow(f"A{turn}"), cyd.grow(f"B{turn}")
        barrier = Barrier(2)
        people = as_("cyd"), as_("cyd")

        def move(person, child, parent, barrier=barrier):
            barrier.wait()
            try:
                return person.database.call(
                    api.categories.move_category(uuid4(), child, parent_id=parent)
                )
            except StoreError as refusal:
                return refusal.code

        with ThreadPoolExecutor(2) as threads:
            jobs = [
                threads.submit(move, people[0], one, other),
                threads.submit(move, people[1], other, one),
            ]
            ends.append(sorted(str(job.result()) for job in jobs))
    assert ends == [["2", "category_circle"]] * 8
    assert store.broken() == []


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve"])
def test_nobody_but_a_manager_touches_the_tree(as_, cyd, login, store):
    tax = store.sql("SELECT id FROM storedesk.tax_classes")
    cyd.grow("Home")
    cyd.grow("Toys")
    home, person = cyd.named("Home"), as_(login)
    for action in (
        lambda: person.grow("More"),
        lambda: person.edit("Home", name="House"),
        lambda: person.edit("Home", tax_class_id=tax),
        lambda: person.order([cyd.named("Toys").id, home.id]),
        lambda: person.move("Toys", "Home"),
        lambda: person.database.call(
            api.categories.move_products(uuid4(), home.id, target_id=home.id)
        ),
    ):
        with pytest.raises(NotAllowed):
            action()
