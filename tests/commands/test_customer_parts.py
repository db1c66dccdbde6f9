"""Addresses and ways of paying: one of each kind the default, whoever changes them and when."""

import multiprocessing
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")

CONTEXT = multiprocessing.get_context("spawn")


@pytest.fixture
def ann(store):
    return store.sql(
        "INSERT INTO customers (email, first_name, last_name) "
        "VALUES ('ann@x.example', 'Ann', 'Lee') RETURNING id",
        login="bob",
    )


@pytest.fixture
def addresses(store, ann):
    """Three addresses of hers; the first is the default."""
    words = """
        INSERT INTO customer_shipping_addresses
            (customer_id, street, city, state, postal_code, country, recipient_name)
        VALUES (%s, %s, 'Town', '', '12345', 'US', 'Ann Lee') RETURNING id
    """
    return [store.sql(words, ann, f"{n} Road", login="bob") for n in (1, 2, 3)]


@pytest.fixture
def methods(store, ann):
    """A card and an account of hers; the card is the default."""
    words = """
        INSERT INTO saved_payment_methods
            (customer_id, payment_type, token, last_four_digits, card_brand, paypal_email,
             expires_at)
        VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING id
    """
    return [
        store.sql(words, ann, "credit_card", "tok_1", "4242", "visa", None, "2031-08"),
        store.sql(words, ann, "paypal", "tok_2", None, None, "ann@x.example", None),
    ]


@pytest.fixture
def call(store):
    def call(command, *arguments, login="bob", request=None):
        holes = ", ".join(["%s"] * (len(arguments) + 1))
        return store.sql(
            f"SELECT api.{command}({holes})", request or uuid4(), *arguments, login=login
        )

    return call


DEFAULT = "SELECT array_agg(id) FROM {} WHERE is_default"


def test_a_default_is_chosen_and_the_customer_counts_it(store, ann, addresses, call):
    version = store.sql("SELECT version FROM customers WHERE id = %s", ann)

    call("set_default_address", ann, addresses[2])

    assert store.sql(DEFAULT.format("customer_shipping_addresses")) == [addresses[2]]
    assert store.sql("SELECT version FROM customers WHERE id = %s", ann) == version + 1
    call("set_default_address", ann, addresses[2])
    assert store.sql("SELECT version FROM customers WHERE id = %s", ann) == version + 1


def test_an_address_goes_once_and_the_newest_left_is_the_default(store, ann, addresses, call):
    request = uuid4()
    call("remove_address", ann, addresses[0], request=request)
    call("remove_address", ann, addresses[0], request=request)

    assert store.sql(DEFAULT.format("customer_shipping_addresses")) == [addresses[2]]
    assert store.sql("SELECT count(*) FROM customer_shipping_addresses") == 2
    kept = store.rows("SELECT old -> 'address' ->> 'street' FROM storedesk.customer_history")
    assert ("1 Road",) in kept
    log = store.sql("SELECT string_agg(e::text, ' ') FROM storedesk.audit_event AS e")
    assert "remove,address" in log
    assert "1 Road" not in log


def test_what_is_not_hers_or_gone_is_refused(store, ann, addresses, methods, call, refused):
    other = store.sql(
        "INSERT INTO customers (email, first_name, last_name) VALUES ('', 'Bo', 'Ek') RETURNING id",
        login="bob",
    )
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")
    for command, part, code in (
        ("set_default_address", addresses[0], "address_not_found"),
        ("remove_address", addresses[0], "address_not_found"),
        ("set_default_payment_method", methods[0], "method_not_found"),
        ("remove_payment_method", methods[0], "method_not_found"),
    ):
        with refused(code):
            call(command, other, part)
        with refused(code):
            call(command, ann, uuid4())
        with refused("customer_not_found"):
            call(command, uuid4(), part)
        with refused("walk_in_fixed"):
            call(command, walk_in, part)


def test_the_walk_in_customer_has_no_address_and_no_way_of_paying(
    store, ann, methods, call, refused
):
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    for table in ("customer_shipping_addresses", "saved_payment_methods"):
        with refused("walk_in_fixed"):
            store.sql(f"INSERT INTO {table} (customer_id) VALUES (%s)", walk_in)
    call("set_default_payment_method", ann, methods[1])  # of anybody else


def test_a_way_of_paying_is_chosen_and_removed_with_its_token(store, ann, methods, call):
    call("set_default_payment_method", ann, methods[1])
    assert store.sql(DEFAULT.format("saved_payment_methods")) == [methods[1]]

    call("remove_payment_method", ann, methods[1])

    assert store.sql(DEFAULT.format("saved_payment_methods")) == [methods[0]]
    everything = store.sql(
        "SELECT string_agg(t, ' ') FROM (SELECT e::text AS t FROM storedesk.audit_event AS e"
        " UNION ALL SELECT h::text FROM storedesk.customer_history AS h) AS x"
    )
    assert "tok_" not in everything


def test_only_those_who_edit_customers_change_them(ann, addresses, methods, call):
    for login in ("ada", "dee", "eve", "wes", "max"):
        for command, part in (
            ("set_default_address", addresses[1]),
            ("remove_address", addresses[1]),
            ("set_default_payment_method", methods[1]),
            ("remove_payment_method", methods[1]),
        ):
            with pytest.raises(InsufficientPrivilege):
                call(command, ann, part, login=login)


def choose(dsn, customer, part, command, start, told):
    """Choose a default again and again, in a process of its own."""
    with psycopg.connect(dsn, autocommit=True) as line:
        start.wait(30)
        try:
            for _ in range(20):
                line.execute(f"SELECT api.{command}(%s, %s, %s)", (uuid4(), customer, part))
            told.put("done")
        except psycopg.Error as error:
            told.put(f"{error.sqlstate} {error}")


@pytest.mark.parametrize("kind", ["address", "payment_method"])
def test_processes_that_choose_defaults_at_once_leave_exactly_one(
    store, ann, addresses, methods, kind
):
    parts = addresses if kind == "address" else methods
    table = "customer_shipping_addresses" if kind == "address" else "saved_payment_methods"
    start, told = CONTEXT.Barrier(len(parts)), CONTEXT.Queue()
    workers = [
        CONTEXT.Process(
            target=choose,
            args=(store.dsn("bob"), ann, part, f"set_default_{kind}", start, told),
            daemon=True,
        )
        for part in parts
    ]
    for worker in workers:
        worker.start()
    said = [told.get(timeout=60) for _ in workers]
    for worker in workers:
        worker.join(30)

    assert said == ["done"] * len(parts)
    assert len(store.sql(DEFAULT.format(table))) == 1


def test_a_removal_beside_a_choice_leaves_one_default_or_is_told(store, ann, addresses):
    start, told = CONTEXT.Barrier(2), CONTEXT.Queue()
    workers = [
        CONTEXT.Process(
            target=choose,
            args=(store.dsn("bob"), ann, addresses[1], command, start, told),
            daemon=True,
        )
        for command in ("set_default_address", "remove_address")
    ]
    for worker in workers:
        worker.start()
    said = [told.get(timeout=60) for _ in workers]
    for worker in workers:
        worker.join(30)

    assert all(words.startswith("SD404 address_not_found") for words in said)
    assert len(store.sql(DEFAULT.format("customer_shipping_addresses"))) == 1
