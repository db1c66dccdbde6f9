"""Admins keep classes of tax and their dated rates; what holds already is never changed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")
ADD_CLASS = "SELECT api.add_tax_class(%s, %s, %s, %s)"
RENAME = "SELECT api.rename_tax_class(%s, %s, %s, %s)"
DEFAULT = "SELECT api.make_tax_class_default(%s, %s, %s)"
ADD = "SELECT api.add_tax_rate(%s, %s, %s, %s, %s)"
CORRECT = "SELECT api.correct_tax_rate(%s, %s, %s, %s, %s, %s, %s)"
TAKE_BACK = "SELECT api.take_back_tax_rate(%s, %s, %s, %s, %s)"
DAY = timedelta(days=1)


@pytest.fixture
def today(store):
    return store.sql("SELECT core.business_day(core.now())")


@pytest.fixture
def standard(store):
    return store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default")


@pytest.fixture
def books(store):
    return store.sql(ADD_CLASS, uuid4(), "Books", "VAT", "0.07", login="dee")["tax_class"]


def rates(store, key):
    words = "SELECT valid_from, name, rate FROM storedesk.tax_rates WHERE tax_class_id = %s"
    return store.rows(f"{words} ORDER BY 1", key)


def trail(store):
    words = "SELECT action, old, new FROM storedesk.audit_event WHERE entity = 'tax_class'"
    return store.rows(f"{words} ORDER BY id")


def test_a_class_is_added_once_and_has_its_tax_from_the_beginning(store):
    request = uuid4()
    made = {
        store.sql(ADD_CLASS, request, " Books ", " VAT ", "0.07", login="dee")["tax_class"]
        for _ in range(2)
    }
    (key,) = made
    assert rates(store, key) == [(date(2000, 1, 1), "VAT", Decimal("0.07000"))]
    assert trail(store) == [
        ("create", None, {"class": "Books", "day": "2000-01-01", "name": "VAT", "rate": "0.07000"})
    ]


def test_a_class_is_renamed_over_the_name_that_was_seen(store, standard, refused):
    store.sql(RENAME, uuid4(), standard, "Standard", "Full", login="dee")
    with refused("changed_meanwhile"):
        store.sql(RENAME, uuid4(), standard, "Standard", "Other", login="dee")
    with refused("tax_class_not_found"):
        store.sql(RENAME, uuid4(), uuid4(), "Full", "Other", login="dee")
    with refused("name_missing"):
        store.sql(RENAME, uuid4(), standard, "Full", " ", login="dee")
    assert store.sql("SELECT name FROM storedesk.tax_classes") == "Full"
    assert trail(store) == [("rename", {"class": "Standard"}, {"class": "Full"})]


def test_another_class_becomes_that_of_everything_else(store, standard, books, goods, refused):
    mug, taxed = goods("MUG"), "SELECT rate FROM core.tax_of(%s, '2026-01-01')"
    assert store.sql(taxed, mug) == 0
    request = uuid4()
    for _ in range(2):
        store.sql(DEFAULT, request, books, standard, login="dee")
    assert store.sql(taxed, mug) == Decimal("0.07")
    with refused("changed_meanwhile"):
        store.sql(DEFAULT, uuid4(), standard, standard, login="dee")
    with refused("tax_class_not_found"):
        store.sql(DEFAULT, uuid4(), uuid4(), books, login="dee")
    store.sql(DEFAULT, uuid4(), books, books, login="dee")
    store.sql(DEFAULT, uuid4(), standard, books, login="dee")
    assert store.sql(taxed, mug) == 0
    there, back = ({"default_class": name} for name in ("Books", "Standard"))
    assert trail(store)[1:] == [("default", back, there), ("default", there, back)]


def test_of_two_who_choose_at_once_the_second_has_not_seen_the_first(
    store, standard, books, refused, until_someone_waits
):
    food = store.sql(ADD_CLASS, uuid4(), "Food", "VAT", "0.1", login="dee")["tax_class"]
    with ThreadPoolExecutor(1) as pool, store.connect("dee") as other:
        with other.transaction():
            other.execute(DEFAULT, [uuid4(), books, standard])
            second = pool.submit(store.sql, DEFAULT, uuid4(), food, standard, login="dee")
            until_someone_waits()
        with refused("changed_meanwhile"):
            second.result()


def test_a_sale_that_was_quoted_is_paid_as_it_was_told(store, standard, books, goods, till):
    goods("MUG", price="10.00")
    till.scan("MUG")
    assert till.quote()["is_held"]
    store.sql(DEFAULT, uuid4(), books, standard, login="dee")
    assert till.pay(cash("10.00"))["total"] == "10.00"
    assert till.sell("MUG")["total"] == "10.70"


def test_a_rate_is_added_from_today_or_later_and_corrected_and_taken_back(store, standard, today):
    later = today + 30 * DAY
    store.sql(ADD, uuid4(), standard, today, "VAT", "0.19", login="dee")
    store.sql(ADD, uuid4(), standard, later, "VAT", "0.2", login="dee")
    store.sql(CORRECT, uuid4(), standard, later, "VAT", "0.2", "VAT", "0.21", login="dee")
    assert rates(store, standard)[1:] == [
        (today, "VAT", Decimal("0.19000")), (later, "VAT", Decimal("0.21000"))
    ]  # fmt: skip
    store.sql(TAKE_BACK, uuid4(), standard, later, "VAT", "0.21", login="dee")
    assert [day for day, *_ in rates(store, standard)] == [date(2000, 1, 1), today]
    said = {"class": "Standard", "day": str(later), "name": "VAT"}
    assert trail(store)[1:] == [
        ("rate", None, {**said, "rate": "0.20000"}),
        ("rate", {**said, "rate": "0.20000"}, {**said, "rate": "0.21000"}),
        ("rate", {**said, "rate": "0.21000"}, None),
    ]


def test_what_holds_already_stays(store, standard, today, refused):
    old = [standard, date(2000, 1, 1), "Tax", 0]
    with refused("rate_in_use"):
        store.sql(CORRECT, uuid4(), *old, "Tax", "0.1", login="dee")
    with refused("rate_in_use"):
        store.sql(TAKE_BACK, uuid4(), *old, login="dee")
    with refused("rate_past"):
        store.sql(ADD, uuid4(), standard, today - DAY, "VAT", "0.1", login="dee")
    with refused("rate_past"):
        store.sql(ADD, uuid4(), standard, None, "VAT", "0.1", login="dee")
    assert len(rates(store, standard)) == 1
    assert trail(store) == []


@pytest.mark.parametrize("rate", ["0.1", "0"])
def test_a_rate_of_today_is_corrected_until_something_is_sold_with_it(
    store, standard, today, orders, goods, refused, rate
):
    mug = goods("MUG")
    store.sql(ADD, uuid4(), standard, today, "VAT", "0.5", login="dee")
    store.sql(CORRECT, uuid4(), standard, today, "VAT", "0.5", "VAT", rate, login="dee")
    orders.placed((mug, 1))
    for words, more in ((CORRECT, ["VAT", "0.2"]), (TAKE_BACK, [])):
        with refused("rate_in_use"):
            store.sql(words, uuid4(), standard, today, "VAT", rate, *more, login="dee")
    store.sql(ADD, uuid4(), standard, today + DAY, "VAT", "0.2", login="dee")


def test_over_another_rate_than_was_seen_nothing_is_changed(store, standard, today, refused):
    later = today + DAY
    store.sql(ADD, uuid4(), standard, later, "VAT", "0.19", login="dee")
    for name, rate in (("VAT", "0.2"), ("Tax", "0.19"), (None, None)):
        with refused("changed_meanwhile"):
            store.sql(CORRECT, uuid4(), standard, later, name, rate, "X", "0.1", login="dee")
        with refused("changed_meanwhile"):
            store.sql(TAKE_BACK, uuid4(), standard, later, name, rate, login="dee")
    with refused("rate_not_found"):
        store.sql(TAKE_BACK, uuid4(), standard, later + DAY, "VAT", "0.19", login="dee")
    with refused("rate_day_taken"):
        store.sql(ADD, uuid4(), standard, later, "VAT", "0.5", login="dee")
    assert rates(store, standard)[1:] == [(later, "VAT", Decimal("0.19000"))]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ((" ", "VAT", "0.1"), "name_missing"), (("Books", "", "0.1"), "name_missing"),
        (("Books", "VAT", "1"), "bad_rate"), (("Books", "VAT", "-0.01"), "bad_rate"),
        (("Books", "VAT", "NaN"), "bad_rate"), (("Books", "VAT", None), "bad_rate"),
        (("Books", "VAT", "0.1234567"), "bad_rate"),
        (("4111 1111 1111 1111", "VAT", "0.1"), "card_number"),
        (("B" * 101, "VAT", "0.1"), "text_too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(store, refused, given, code):
    with refused(code):
        store.sql(ADD_CLASS, uuid4(), *given, login="dee")


def test_a_name_is_that_of_one_class(store):
    with pytest.raises(Exception, match="tax_classes_name_key"):
        store.sql(ADD_CLASS, uuid4(), "Standard", "VAT", "0.1", login="dee")


def test_a_day_that_no_store_could_mean_is_refused(store, standard, refused):
    for day in ("2200-01-01", "infinity"):
        with refused("bad_instant"):
            store.sql(ADD, uuid4(), standard, day, "VAT", "0.1", login="dee")


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "eve", "wes", "max"])
def test_nobody_but_an_admin_changes_taxes(store, standard, today, person):
    for words, given in (
        (ADD_CLASS, ["Books", "VAT", "0"]), (RENAME, [standard, "Standard", "Mine"]),
        (ADD, [standard, today, "VAT", "0"]),
        (CORRECT, [standard, today, "VAT", "0", "VAT", "0"]),
        (TAKE_BACK, [standard, today, "VAT", "0"]),
    ):  # fmt: skip
        with pytest.raises(InsufficientPrivilege):
            store.sql(words, uuid4(), *given, login=person)
