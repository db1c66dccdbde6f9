"""How customers are found, and who may be one of them already."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def add(store):
    def add(first="Ann", last="Lee", email="", *, phone=None, street=None, postal_code="12345"):
        customer = store.sql(
            "INSERT INTO customers (email, first_name, last_name) VALUES (%s, %s, %s) RETURNING id",
            email,
            first,
            last,
            login="bob",
        )
        if phone:
            store.sql(
                "INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%s, %s)",
                customer,
                phone,
                login="bob",
            )
        if street:
            store.sql(
                "INSERT INTO customer_shipping_addresses (customer_id, street, city, state,"
                " postal_code, country, recipient_name) VALUES (%s, %s, 'Köln', '', %s, 'DE', 'x')",
                customer,
                street,
                postal_code,
                login="bob",
            )
        return customer

    return add


@pytest.fixture
def find(store):
    def find(text, login="bob", *, fuzzy=False):
        words = "SELECT array_agg(f) FROM api.find_customers(%s, %s) AS f"
        return set(store.sql(words, text.split(), fuzzy, login=login) or ())

    return find


def test_anything_that_is_known_of_her_finds_her(add, find):
    chloe = add(
        "Chloé", "Dubois-Müller", "cdm@Mail.example", phone="+49 (221) 555-0199",
        street="Ehrenstraße 12-14", postal_code="50672",
    )  # fmt: skip
    add("Ann", "Lee")

    for text in (
        "dub", "dubois chl", "CHLOE mull", "müller chloé", "ch", "mail.ex", "cdm@", "50672",
        "506", "ehrenstr", "12-14", "koln", "Köln", "0199", "555-0199", "(221)", "221555",
        "+49221", "2/21", "555 dub", "c",
    ):  # fmt: skip
        assert find(text) == {chloe}, text
    for text in ("", " ", "%", "_ub", "duboisx", "zz", "lee dub", "hloe\\", "invalid", "none+"):
        assert find(text) == set(), text


def test_words_of_one_or_two_letters_begin_a_word(add, find):
    ann, nan = add("Ann", "Lee"), add("Nan", "Orr")
    assert find("an") == {ann}
    assert find("n") == {nan}
    assert find("nan") == {nan}


def test_the_number_of_an_order_finds_who_ordered(add, find, till, goods):
    ann, bo = add("Ann", "Lee"), add("Bo", "Ek")
    goods("MUG")
    till.scan("MUG")
    till.call("attach_customer", till.register, till.order, ann)
    till.quote()
    number = till.pay()["order_number"]
    year, sequence = number.removeprefix("ORD-").split("-")

    for text in (number, number.lower(), f"{year}-{int(sequence)}", sequence, f"{number} ann"):
        assert find(text) == {ann}, text
    for text in (f"{number} bo", "ORD-1999-000001", f"ORD-{year}-999999", "ord-"):
        assert find(text) == set(), text
    assert bo not in find(number)


def test_the_walk_in_customer_and_whoever_was_merged_are_nobody(store, add, find):
    ann, old = add("Ann", "Lee"), add("Anna", "Leeds")
    assert find("ann") == {ann, old}
    store.sql(
        "INSERT INTO storedesk.customer_details (customer_id, merged_into) VALUES (%s, %s)",
        old,
        ann,
    )

    assert find("ann") == {ann}
    for text in ("walk", "walk-in", "walk in", "customer"):
        assert find(text) == set(), text


def test_every_change_is_found_at_once(store, add, find):
    ann = add("Ann", "Lee", "ann@x.example", phone="555-0199", street="1 Road")
    changes = (
        ("UPDATE customers SET last_name = 'Zorn' WHERE id = %s", "zorn", "lee"),
        (
            "UPDATE storedesk.customer_details SET phone = '777' WHERE customer_id = %s",
            "777", "0199",
        ),
        (
            "UPDATE customer_shipping_addresses SET street = '9 Lane' WHERE customer_id = %s",
            "lane", "road",
        ),
        ("UPDATE customers SET email = 'z@y.example' WHERE id = %s", "z@y", "ann@x"),
        ("DELETE FROM customer_shipping_addresses WHERE customer_id = %s", "zorn", "lane"),
    )  # fmt: skip
    for statement, now, before in changes:
        store.sql(statement, ann)
        assert find(now) == {ann}, now
        assert find(before) == set(), before


def test_two_who_change_different_parts_at_once_leave_both_in_the_text(store, add, find):
    for turn in range(8):
        ann = add("Ann", f"Old{turn}", phone="1")

        def rename(customer=ann, turn=turn):
            store.sql(
                "UPDATE customers SET last_name = %s WHERE id = %s", f"New{turn}", customer,
                login="bob",
            )  # fmt: skip

        def ring(customer=ann, turn=turn):
            store.sql(
                "UPDATE storedesk.customer_details SET phone = %s WHERE customer_id = %s",
                f"99{turn}77", customer, login="bob",
            )  # fmt: skip

        with ThreadPoolExecutor(2) as threads:
            for action in [threads.submit(rename), threads.submit(ring)]:
                action.result()
        assert find(f"new{turn} 99{turn}77") == {ann}


def test_a_word_that_is_nearly_there_is_found_when_asked_so(add, find):
    ann = add("Annabel", "Featherstone")
    assert find("fetherstone") == set()
    assert find("fetherstone", fuzzy=True) == {ann}
    assert find("zzzzzz", fuzzy=True) == set()


def test_every_member_of_staff_finds_and_nobody_else(add, find):
    ann = add()
    for login in ("ada", "bob", "cyd", "dee", "eve"):
        assert find("ann", login=login) == {ann}
    for login in ("wes", "max"):
        with pytest.raises(InsufficientPrivilege):
            find("ann", login=login)


# ---------- twins


@pytest.fixture
def twins(store):
    def twins(first="", last="", email="", postal_code="", phone="", apart_from=None, login="bob"):
        with store.connect(login) as line:
            found = line.execute(
                "SELECT array[customer_id::text, why] FROM api.twins(%s, %s, %s, %s, %s, %s)",
                (first, last, email, postal_code, phone, apart_from),
            )
            return [tuple(row) for row in found]

    return twins


def test_a_twin_has_the_same_address_whatever_its_case(add, twins):
    ann = add("Ann", "Lee", "ann@x.example")
    assert twins(email=" ANN@X.example ") == [(str(ann), "email")]
    assert twins(email="ann@y.example") == []
    assert twins(email="ANN@X.example", apart_from=ann) == []


def test_a_twin_has_the_same_name_and_place_or_telephone(add, twins):
    ann = add("Ánn", "Lee", phone="+1 555-0199", street="1 Road", postal_code="AB1 2CD")
    assert twins("ann", "LEE", postal_code="ab1 2cd") == [(str(ann), "place")]
    assert twins("Ann", "Lee", phone="1 (555) 0199") == [(str(ann), "phone")]
    assert twins("Ann", "Lee") == [(str(ann), "same")]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("70 51234", "51234", True), ("70 1234", "1234", False), ("1234", "1234", False)],
)
def test_four_digits_are_no_telephone_number(store, one, other, is_same):
    words = "SELECT core.is_same_phone(%s, %s)"

    assert store.sql(words, one, other) is store.sql(words, other, one) is is_same


def test_a_twin_has_nearly_the_same_name(add, twins):
    ann = add("Jonathan", "Lindqvist")
    add("Jon", "Snow")
    assert twins("Jonathan", "Lindquist") == [(str(ann), "name")]
    assert twins("Jonathan", "Smith") == []
    assert twins("Jo", "") == twins("", "") == []


def test_a_name_of_five_letters_is_long_enough_to_have_a_twin(add, twins):
    al = add("Al", "Li")
    add("A", "Bo")
    assert twins("Al", "Li") == [(str(al), "same")]
    assert twins("A", "Bo") == []


def test_the_likeliest_twin_comes_first_and_five_are_enough(add, twins):
    for _ in range(7):
        add("Ann", "Lee")
    same = add("Somebody", "Else", "ann@x.example")
    found = twins("Ann", "Lee", "ann@x.example")
    assert found[0] == (str(same), "email")
    assert len(found) == 5


def test_the_walk_in_customer_is_nobodys_twin(twins):
    assert twins("Walk-in", "customer", "walk-in@storedesk.invalid") == []


def test_who_may_not_add_customers_is_not_told_of_twins(twins):
    for login in ("ada", "dee", "eve", "wes", "max"):
        with pytest.raises(InsufficientPrivilege):
            twins("Ann", "Lee", login=login)


def test_details_count_as_a_part_of_the_customer(store, add):
    ann = add(phone="1")
    before = store.sql("SELECT version FROM customers WHERE id = %s", ann)
    store.sql("UPDATE storedesk.customer_details SET note = 'x' WHERE customer_id = %s", ann)
    assert store.sql("SELECT version FROM customers WHERE id = %s", ann) == before + 1
    assert (
        store.sql("SELECT count(*) FROM storedesk.customer_search WHERE customer_id = %s", uuid4())
        == 0
    )
