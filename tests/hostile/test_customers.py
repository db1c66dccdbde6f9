"""Keys to customers' accounts: by no answer, error, news or log do they come to the staff."""

import json
from uuid import uuid4

import psycopg
import pytest

PEOPLE = ("ada", "bob", "cyd", "dee", "eve")


@pytest.fixture
def ann(store):
    """Somebody with an account, a card and two letters under way."""
    store.sql("UPDATE storedesk.store_settings SET web_address = 'shop.example.com'")
    key = store.sql(
        "INSERT INTO customers (email, first_name, last_name)"
        " VALUES ('ann@x.example', 'Ann', 'Lee') RETURNING id",
        login="bob",
    )
    store.sql("UPDATE customers SET password_hash = 'hash_s3cret' WHERE id = %s", key, login="wes")
    store.sql(
        "INSERT INTO saved_payment_methods (customer_id, payment_type, token, last_four_digits,"
        " card_brand, expires_at) VALUES (%s, 'credit_card', 'tok_s3cret', '4242', 'visa',"
        " '2031-08')",
        key,
    )
    store.sql("SELECT api.send_verification(%s, %s)", uuid4(), key, login="bob")
    store.sql("SELECT api.send_password_reset(%s, %s)", uuid4(), key, login="cyd")
    store.sql("ANALYZE")
    return key


@pytest.fixture
def secrets(store, ann):
    """All that nobody may see."""
    links = store.rows("SELECT payload ->> 'link' FROM email_queue")
    keys = [link.partition("=")[2] for (link,) in links]
    kept = store.sql("SELECT verification_token FROM customers WHERE id = %s", ann)
    reset = next(key for key in keys if "." in key)
    secret = store.sql("SELECT encode(secret, 'hex') FROM storedesk.secrets")
    return ["hash_s3cret", "tok_s3cret", kept, secret, reset.rpartition(".")[2], *keys]


def told(line, statement, *parameters):
    """Run a statement; return everything that came back, also of an error."""
    try:
        with line.transaction():
            cursor = line.execute(statement, parameters or None)
            return json.dumps(cursor.fetchall(), default=str) if cursor.description else ""
    except psycopg.Error as error:
        said = error.diag
        return " ".join(
            str(part)
            for part in (
                error, said.message_detail, said.message_hint, said.context, said.internal_query
            )
        )  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_no_command_answers_or_fails_with_a_key(store, ann, secrets, person):
    calls = [
        ("SELECT api.send_verification(%s, %s)", uuid4(), ann),
        ("SELECT api.send_password_reset(%s, %s)", uuid4(), ann),
        ("SELECT api.verify_email('x')",),
        ("SELECT api.check_password_reset('x')",),
        ("SELECT api.set_default_payment_method(%s, %s, %s)", uuid4(), ann, uuid4()),
        ("SELECT * FROM api.twins('Ann', 'Lee', 'ann@x.example')",),
        ("SELECT api.find_customers(%s)", ["ann"]),
        ("SELECT api.find_customers(%s)", ["s3cret"]),
        ("SELECT api.find_customers(%s, true)", [secrets[2]]),
        ("SELECT api.find_customers(%s)", ["') OR true --"]),
        ("UPDATE customers SET first_name = 'Anna' WHERE id = %s RETURNING id", ann),
        ("UPDATE customers SET email = 'bad address' WHERE id = %s", ann),
        ("UPDATE customers SET email = 'ann@y.example' WHERE id = %s", ann),
        ("INSERT INTO customers (email, first_name, last_name) VALUES ('ann@y.example', '', '')",),
        ("SELECT * FROM storedesk.audit_event",),
        ("SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats",),
        ("SELECT query FROM pg_stat_activity",),
        ("SELECT id, status, email_type FROM email_queue",),
    ]
    with store.connect(person) as line:
        for statement, *parameters in calls:
            answer = told(line, statement, *parameters)
            for secret in secrets:
                assert secret not in answer, statement


def test_the_news_of_a_letter_carries_no_key(store, ann):
    with store.connect("bob") as line:
        line.execute("LISTEN storedesk")
        store.sql("UPDATE email_queue SET created_at = created_at - interval '2 minutes'")
        store.sql("SELECT api.send_verification(%s, %s)", uuid4(), ann, login="bob")
        heard = [news.payload for news in line.notifies(timeout=1.0)]
    link = store.sql("SELECT payload ->> 'link' FROM email_queue ORDER BY created_at DESC LIMIT 1")
    kept = store.sql("SELECT verification_token FROM customers WHERE id = %s", ann)
    assert any('"customers"' in words for words in heard)
    assert any('"email_queue"' in words for words in heard)
    assert link.partition("=")[2] not in " ".join(heard)
    assert kept not in " ".join(heard)


def test_what_a_search_finds_tells_nothing_of_hidden_columns(store, ann, secrets):
    for person in PEOPLE:
        for secret in secrets:
            found = store.rows("SELECT api.find_customers(%s)", [secret], login=person)
            assert found == [], person
    assert store.rows("SELECT api.find_customers(%s)", ["lee"], login="bob") == [(ann,)]


def test_a_cashier_cannot_take_an_account_over(store, ann):
    """Not by another address, nor by a second customer with hers, nor by an address of her own."""
    for statement in (
        "UPDATE customers SET email = 'bob@evil.example' WHERE id = %s",
        "UPDATE customers SET email_verified = true WHERE id = %s",
        "UPDATE customers SET verification_token = 'x' WHERE id = %s",
        "UPDATE customers SET registration_status = 'registered' WHERE id = %s",
        "DELETE FROM customers WHERE id = %s",
        "UPDATE email_queue SET recipient_email = 'bob@evil.example' WHERE reference_id = %s",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            store.sql(statement, ann, login="bob")
    with pytest.raises(psycopg.errors.UniqueViolation):
        store.sql(
            "INSERT INTO customers (email, first_name, last_name)"
            " VALUES ('ANN@x.example', 'B', 'E')",
            login="bob",
        )
    to = {address for (address,) in store.rows("SELECT recipient_email FROM email_queue")}
    assert to == {"ann@x.example"}
