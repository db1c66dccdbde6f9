"""Finding customers, writing them down, and all that is known of one."""

import asyncio
from uuid import uuid4

import pytest

from storedesk import api, forms, queries
from storedesk.domain.customers import Registration, Why
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound, Refused
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk


@pytest.fixture
def desk(store):
    desk = Desk(Database(store.dsn("bob")))
    yield desk
    desk.close()


@pytest.fixture
def add_customer(store):
    words = "INSERT INTO customers (email, first_name, last_name) VALUES (%s, %s, %s) RETURNING id"
    return lambda email, first, last: store.sql(words, email, first, last, login="bob")


def test_a_customer_is_found_by_all_the_words(desk, store, add_customer):
    ann = add_customer("ann@x.example", "Ann", "Lee")
    add_customer("", "Annabel", "O'Hara")
    store.sql(
        """
        INSERT INTO customer_shipping_addresses
            (customer_id, street, city, state, postal_code, country, recipient_name)
        VALUES (%s, '1 Road', 'Town', '', '12345', 'US', 'Ann Lee')
        """,
        ann,
    )

    store.sql(
        "INSERT INTO storedesk.customer_details (customer_id, phone) VALUES (%s, '555-0199')", ann
    )

    def find(text, **more):
        return [
            (line.name, line.email, line.orders, line.place)
            for line in asyncio.run(desk.read(queries.customer_lists.find, text, **more))
        ]

    lee = ("Ann Lee", "ann@x.example", 0, "12345 Town")
    hara = ("Annabel O'Hara", None, 0, None)
    assert find("lee an") == [lee]
    assert find("X.EXAMPLE") == [lee]
    assert find("ann") == [lee, hara]
    assert find("ann", limit=1) == [lee]
    assert find("0199") == find("ann 555") == [lee]
    assert find("o'h") == [hara]
    for nothing in ("%", "_nn", "zzz", "walk-in", "Walk"):
        assert find(nothing) == []


def test_the_settings_are_those_the_store_was_made_with(desk):
    settings = asyncio.run(desk.read(queries.store_settings.settings))

    assert (settings.name, settings.city, settings.currency) == ("The Shop", "Town", "USD")
    assert (settings.tax_name, settings.tax_rate, settings.is_demo) == ("Tax", 0, False)


ANN = {
    "first_name": "Ann", "last_name": "Lee", "email": "ann@x.example", "phone": "555-0199",
    "note": "rings twice",
}  # fmt: skip
ROAD = {
    "recipient": "Ann Lee", "street": "1 Road", "postal_code": "12345", "city": "Town",
    "state": "", "country": "US",
}  # fmt: skip


@pytest.fixture
def as_of(store):
    """The desk of any member of staff."""
    desks = []

    def as_of(person):
        desks.append(Desk(Database(store.dsn(person))))
        return desks[-1]

    yield as_of
    for desk in desks:
        desk.close()


def edit(desk, *asked, **more):
    return asyncio.run(desk.edit(*asked, **more))


def read(desk, *asked, **more):
    return asyncio.run(desk.read(*asked, **more))


@pytest.mark.usefixtures("invariants")
def test_a_new_customer_is_there_with_all_that_was_said(desk):
    key = edit(desk, forms.customers.add, ANN, ROAD)

    card = read(desk, queries.customer_details.customer, key)
    assert (card.name, card.email, card.phone, card.note) == (
        "Ann Lee", "ann@x.example", "555-0199", "rings twice",
    )  # fmt: skip
    (address,) = card.addresses
    assert address.fields == ROAD
    assert address.is_default
    assert (card.order_count, card.value.amount, card.registration) == (0, 0, "unverified")
    assert read(desk, forms.customers.form, key).fields == ANN


def test_an_address_that_is_taken_is_refused_by_name(desk):
    edit(desk, forms.customers.add, ANN)
    with pytest.raises(Refused) as refused:
        edit(desk, forms.customers.add, ANN | {"email": "ANN@X.example"})
    assert refused.value.code == "email_taken"


@pytest.mark.usefixtures("invariants")
def test_a_form_that_saw_another_version_is_told_whatever_the_other_changed(desk, as_of):
    key = edit(desk, forms.customers.add, ANN)
    seen = read(desk, forms.customers.form, key).version
    changes = (
        lambda: edit(
            as_of("cyd"), forms.customers.save, key, seen=seen, fields=ANN | {"note": "x"}
        ),
        lambda: edit(desk, forms.customers.save_address, key, None, seen=seen, fields=ROAD),
    )
    for change in changes:
        change()
        with pytest.raises(Conflict):
            edit(desk, forms.customers.save, key, seen=seen, fields=ANN | {"last_name": "Lane"})
        seen = read(desk, forms.customers.form, key).version
    edit(desk, forms.customers.save, key, seen=seen, fields=ANN | {"last_name": "Lane"})
    assert read(desk, forms.customers.form, key).fields["last_name"] == "Lane"


def test_a_cashier_is_told_that_an_address_is_a_managers(desk, as_of):
    key = edit(desk, forms.customers.add, ANN)
    form = read(desk, forms.customers.form, key)
    assert not form.may_change_email
    with pytest.raises(NotAllowed) as refused:
        edit(
            desk,
            forms.customers.save,
            key,
            seen=form.version,
            fields=ANN | {"email": "a@y.example"},
        )
    assert refused.value.code == "email_needs_manager"

    boss = as_of("cyd")
    assert read(boss, forms.customers.form, key).may_change_email
    edit(boss, forms.customers.save, key, seen=form.version, fields=ANN | {"email": "a@y.example"})
    assert read(desk, queries.customer_details.customer, key).email == "a@y.example"
    seen = read(boss, forms.customers.form, key).version
    edit(boss, forms.customers.save, key, seen=seen, fields=ANN | {"email": ""})
    assert read(desk, queries.customer_details.customer, key).email is None


def test_an_address_is_changed_added_chosen_and_removed(desk):
    key = edit(desk, forms.customers.add, ANN, ROAD)
    version, _ = read(desk, forms.customers.address_form, key, None)
    second = edit(
        desk,
        forms.customers.save_address,
        key,
        None,
        seen=version,
        fields=ROAD | {"street": "2 Road"},
    )
    asyncio.run(desk.do(api.customers.set_default_address, key, second))
    version, address = read(desk, forms.customers.address_form, key, second)
    assert address.is_default
    edit(
        desk,
        forms.customers.save_address,
        key,
        second,
        seen=version,
        fields=ROAD | {"street": "3 Road"},
    )
    assert [a.street for a in read(desk, queries.customer_details.customer, key).addresses] == [
        "3 Road",
        "1 Road",
    ]
    asyncio.run(desk.do(api.customers.remove_address, key, second))
    assert [a.street for a in read(desk, queries.customer_details.customer, key).addresses] == [
        "1 Road"
    ]
    assert read(desk, forms.customers.address_form, key, second)[1] is None


@pytest.mark.parametrize("person", ["ada", "cyd", "dee", "eve"])
def test_everyone_of_the_staff_reads_what_is_theirs_to_read(desk, as_of, person):
    key = edit(desk, forms.customers.add, ANN, ROAD)
    reads_baskets, reads_mails = person == "cyd", person != "dee"
    card = read(
        as_of(person),
        queries.customer_details.customer,
        key,
        baskets=reads_baskets,
        mails=reads_mails,
    )
    assert card.name == "Ann Lee"


def test_the_card_of_someone_who_buys(desk, till, goods):
    key = edit(desk, forms.customers.add, ANN)
    goods("MUG", price="2.50")
    for _ in range(2):
        till.order = uuid4()
        till.scan("MUG", 2)
        till.call("attach_customer", till.register, till.order, key)
        till.quote()
        till.pay()
    till.order = uuid4()
    till.scan("MUG")
    till.call("attach_customer", till.register, till.order, key)

    card = read(desk, queries.customer_details.customer, key)

    assert (card.order_count, str(card.value.amount)) == (2, "10.00")
    assert [order.pieces for order in card.orders] == [2, 2]
    (basket,) = card.baskets
    assert (basket.register, basket.is_parked, [one.quantity for one in basket.lines]) == (
        "Till 1", False, [1],
    )  # fmt: skip
    (line,) = read(desk, queries.customer_lists.find, "lee")
    assert (line.orders, str(line.value.amount)) == (2, "10.00")


def test_what_someone_bought_may_be_worth_more_than_one_order(desk, till, goods):
    key = edit(desk, forms.customers.add, ANN)
    goods("GOLD", price="60000000.00")
    for _ in range(2):
        till.order = uuid4()
        till.scan("GOLD")
        till.call("attach_customer", till.register, till.order, key)
        till.quote()
        till.pay()

    assert str(read(desk, queries.customer_details.customer, key).value.amount) == "120000000.00"
    (line,) = read(desk, queries.customer_lists.find, "lee")
    assert str(line.value.amount) == "120000000.00"


def test_lists_are_narrowed_and_sorted(desk, store, add_customer):
    ids = {name: add_customer(f"{name}@x.example", name, "Lee") for name in ("Cy", "Al", "Bo")}
    store.sql(
        "UPDATE customers SET registration_status = 'registered', email_verified = true"
        " WHERE id = %s",
        ids["Bo"],
    )

    def names(**how):
        lines = read(desk, queries.customer_lists.first_customers, **how)
        keys = read(desk, queries.customer_lists.customer_keys, **how)
        assert keys == b"".join(line.id.bytes for line in lines)
        return [line.name.split()[0] for line in lines]

    assert names() == ["Al", "Bo", "Cy"]
    assert names(descending=True) == ["Cy", "Bo", "Al"]
    assert names(sort="since") == ["Cy", "Al", "Bo"]
    assert names(registration=Registration.REGISTERED) == ["Bo"]
    assert names(search="x.ex lee c") == ["Cy"]


def test_whose_name_begins_so_comes_before_who_lives_there(desk):
    edit(desk, forms.customers.add, ANN | {"email": ""}, ROAD | {"street": "9 Harbor Road"})
    hart = edit(desk, forms.customers.add, ANN | {"email": "", "last_name": "Zhart"}, None)
    zoe = edit(
        desk,
        forms.customers.add,
        ANN | {"email": "", "first_name": "Zoé", "last_name": "Harb"},
        None,
    )

    found = read(desk, queries.customer_lists.find, "har")
    assert [line.name for line in found] == ["Zoé Harb", "Ann Lee", "Ann Zhart"]
    assert [
        line.id for line in read(desk, queries.customer_lists.first_customers, search="har")
    ] == [line.id for line in found]
    for words in ("har", "e", "lee ann", "a%", "_", "\\", "o'"):
        first = read(desk, queries.customer_lists.first_customers, search=words, limit=2)
        keys = read(desk, queries.customer_lists.customer_keys, search=words)
        assert keys[:32] == b"".join(line.id.bytes for line in first), words
    assert read(desk, queries.customer_lists.customer_keys, search="har")[:16] == zoe.bytes
    assert [line.id for line in read(desk, queries.customer_lists.find, "ann zh")] == [hart]


def test_what_is_nearly_right_is_found_when_nothing_is(desk, add_customer):
    add_customer("", "Annabel", "Featherstone")
    assert [line.name for line in read(desk, queries.customer_lists.find, "fetherstone")] == [
        "Annabel Featherstone"
    ]
    assert read(desk, queries.customer_lists.find, "zz") == ()


def test_twins_come_as_lines_with_the_reason(desk):
    key = edit(desk, forms.customers.add, ANN, ROAD)
    (twin,) = read(desk, queries.customer_lists.duplicates, {"email": "Ann@X.example"})
    assert (twin.line.id, twin.why) == (key, Why.EMAIL)
    (twin,) = read(
        desk,
        queries.customer_lists.duplicates,
        {"first_name": "ann", "last_name": "lee", "postal_code": "12345"},
    )
    assert twin.why is Why.PLACE
    assert read(desk, queries.customer_lists.duplicates, {"email": "ann@x.example"}, key) == ()


@pytest.mark.parametrize("key", ["nobody", "walk_in"])
def test_who_is_not_there_has_no_card(desk, store, key):
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")
    with pytest.raises(NotFound) as missing:
        read(desk, queries.customer_details.customer, walk_in if key == "walk_in" else uuid4())
    assert missing.value.code == "customer_not_found"
