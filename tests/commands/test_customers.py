"""The rules of customers, for whoever writes them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege, UniqueViolation

pytestmark = pytest.mark.usefixtures("invariants")

LAST_EVENT = "SELECT {} FROM storedesk.audit_event ORDER BY id DESC LIMIT 1"


@pytest.fixture
def add_customer(store):
    def add(email="ann@x.example", login="bob"):
        words = (
            "INSERT INTO customers (id, email, first_name, last_name) VALUES (%s, %s, 'Ann', 'Lee')"
        )
        customer = uuid4()
        store.sql(words, customer, email, login=login)
        return customer

    return add


@pytest.fixture
def add_address(store):
    def add(customer, street="1 Road", *, is_default=False, login="bob"):
        return store.sql(
            """
            INSERT INTO customer_shipping_addresses
                (customer_id, street, city, state, postal_code, country, recipient_name, is_default)
            VALUES (%s, %s, 'Town', '', '12345', 'US', 'Ann Lee', %s) RETURNING id
            """,
            customer,
            street,
            is_default,
            login=login,
        )

    return add


def test_a_cashier_adds_a_customer_who_cannot_sign_in_anywhere(store, add_customer):
    customer = add_customer("  Ann@X.Example ")

    said = "SELECT array[email, password_hash, registration_status] FROM customers WHERE id = %s"
    assert store.sql(said, customer) == ["ann@x.example", "!", "unverified"]


@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_someone_without_an_address_gets_one_that_nobody_can_write_to(store, add_customer, nothing):
    customer = add_customer(nothing)

    email = store.sql("SELECT email FROM customers WHERE id = %s", customer)
    assert email == f"none+{customer}@storedesk.invalid"


def test_an_address_belongs_to_one_customer_whatever_its_case(add_customer):
    add_customer("ann@x.example")

    with pytest.raises(UniqueViolation):
        add_customer("ANN@X.EXAMPLE")


def test_two_who_have_none_are_two(add_customer):
    assert add_customer("") != add_customer("")


@pytest.mark.parametrize("email", ["ann", "a@x.de\nBcc: evil@x.de", "a b@x.de", "a@x.de,b@x.de"])
def test_what_is_no_address_is_not_kept(add_customer, email):
    with pytest.raises(CheckViolation):
        add_customer(email)


def test_only_a_manager_changes_an_address_and_it_has_to_be_confirmed_anew(store, add_customer):
    customer = add_customer()
    store.sql("UPDATE customers SET registration_status = 'registered', email_verified = true")
    change = "UPDATE customers SET email = 'ann@y.example' WHERE id = %s"

    for login in ("bob", "ada", "dee", "eve"):
        with pytest.raises(InsufficientPrivilege):
            store.sql(change, customer, login=login)
    store.sql(change, customer, login="cyd")

    said = "SELECT array[email, registration_status, email_verified::text] FROM customers"
    assert store.sql(f"{said} WHERE id = %s", customer) == ["ann@y.example", "unverified", "false"]


@pytest.mark.parametrize("column", ["password_hash", "verification_token"])
def test_nobody_here_reads_or_writes_a_secret(store, add_customer, column):
    add_customer()

    for login in ("bob", "cyd", "dee", "eve"):
        with pytest.raises(InsufficientPrivilege):
            store.sql(f"SELECT {column} FROM customers", login=login)
    for login in ("bob", "cyd"):
        with pytest.raises(InsufficientPrivilege):
            store.sql(f"UPDATE customers SET {column} = 'x'", login=login)


def test_old_values_are_kept_where_they_can_be_erased_and_the_log_names_fields_only(
    store, add_customer
):
    customer = add_customer()

    store.sql("UPDATE customers SET first_name = 'Anna' WHERE id = %s", customer, login="bob")
    store.sql("UPDATE customers SET password_hash = 'secret hash' WHERE id = %s", customer)

    assert store.rows("SELECT old, changed_by FROM storedesk.customer_history") == [
        ({"first_name": "Ann"}, store.staff_id("bob"))
    ]
    notes = "SELECT new FROM storedesk.audit_event WHERE entity = 'customer' ORDER BY id"
    assert store.rows(notes) == [(["first_name"],), (["password_hash"],)]
    everything = "SELECT string_agg(e::text, ' ') FROM storedesk.audit_event AS e"
    assert "Ann" not in store.sql(everything)
    assert "secret hash" not in store.sql(everything)


def test_a_change_that_changes_nothing_is_not_noted(store, add_customer):
    customer = add_customer()

    store.sql("UPDATE customers SET first_name = 'Ann' WHERE id = %s", customer, login="bob")

    assert store.sql("SELECT count(*) FROM storedesk.customer_history") == 0


def test_the_walk_in_customer_stays_as_it_is(store, add_address, refused):
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    store.sql("UPDATE customers SET first_name = 'X' WHERE id = %s", walk_in, login="cyd")
    assert store.sql("SELECT first_name FROM customers WHERE id = %s", walk_in) == "Walk-in"
    with refused("walk_in_fixed"):
        add_address(walk_in)
    details = "INSERT INTO storedesk.customer_details (customer_id, note) VALUES (%s, 'X')"
    with refused("walk_in_fixed"):
        store.sql(details, walk_in, login="cyd")


def test_one_address_is_the_default_however_they_change(store, add_customer, add_address):
    customer = add_customer()
    default = "SELECT street FROM customer_shipping_addresses WHERE is_default"
    choose = "UPDATE customer_shipping_addresses SET is_default = %s WHERE street = %s"

    add_address(customer, "1 Road")
    assert store.sql(default) == "1 Road"
    add_address(customer, "2 Road")
    assert store.sql(default) == "1 Road"
    add_address(customer, "3 Road", is_default=True)
    assert store.sql(default) == "3 Road"
    store.sql(choose, "true", "1 Road", login="bob")
    assert store.sql(default) == "1 Road"
    store.sql(choose, "false", "1 Road", login="bob")
    assert store.sql("SELECT count(*) FROM customer_shipping_addresses WHERE is_default") == 1
    store.sql("DELETE FROM customer_shipping_addresses WHERE is_default")
    assert store.sql("SELECT count(*) FROM customer_shipping_addresses WHERE is_default") == 1


def test_two_who_add_the_first_address_at_once_leave_one_default(add_customer, add_address):
    both = Barrier(2)

    def add(customer):
        both.wait()
        return add_address(customer, is_default=True)

    for n in range(5):
        customer = add_customer(f"ann{n}@x.example")
        with ThreadPoolExecutor(2) as threads:
            assert len(set(threads.map(add, [customer, customer]))) == 2


def test_an_address_is_part_of_its_customer(store, add_customer, add_address, refused):
    customer = add_customer()
    version = "SELECT version FROM customers WHERE id = %s"

    add_address(customer)
    assert store.sql(version, customer) == 2
    store.sql("UPDATE customer_shipping_addresses SET street = '9 Road'", login="bob")
    assert store.sql(version, customer) == 3
    with refused("part_moved"):
        store.sql(
            "UPDATE customer_shipping_addresses SET customer_id = %s",
            add_customer("other@x.example"),
        )


def test_the_web_shop_registers_people_itself(store):
    store.sql(
        """
        INSERT INTO customers (email, password_hash, first_name, last_name,
                               registration_status, email_verified)
        VALUES ('New@X.example', 'a hash', 'New', 'One', 'registered', true)
        """,
        login="wes",
    )

    said = (
        "SELECT password_hash || registration_status FROM customers WHERE email = 'new@x.example'"
    )
    assert store.sql(said) == "a hashregistered"
