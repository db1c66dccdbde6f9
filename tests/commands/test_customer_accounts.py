"""Confirming an address and choosing a new password: letters, their keys, and who sends them."""

import hashlib
import hmac
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from storedesk.domain.outbox import MailType, QueuedEmail
from storedesk.persistence.decode.emails import news as letters_news

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def web(store):
    """The store has a web shop."""
    store.sql("UPDATE storedesk.store_settings SET web_address = 'https://shop.example.com/'")


@pytest.fixture
def ann(store):
    return store.sql(
        "INSERT INTO customers (email, first_name, last_name) "
        "VALUES ('ann@x.example', 'Ann', 'Lee') RETURNING id",
        login="bob",
    )


@pytest.fixture
def send(store):
    def send(what, customer, login="cyd", request=None):
        words = f"SELECT api.send_{what}(%s, %s)"
        return store.sql(words, request or uuid4(), customer, login=login)

    return send


@pytest.fixture
def letters(store):
    """Every letter there is, the oldest first."""
    words = (
        "SELECT jsonb_build_object('type', email_type, 'to', recipient_email, 'status', status,"
        " 'error', last_error, 'subject', subject) || payload FROM email_queue ORDER BY created_at"
    )
    return lambda: [letter for (letter,) in store.rows(words)]


def later(store, seconds=61):
    """Let a while pass for every letter."""
    store.sql(
        "UPDATE email_queue SET created_at = created_at - %s * interval '1 second',"
        " updated_at = updated_at - %s * interval '1 second'",
        seconds,
        seconds,
    )


def key_of(letter):
    return letter["link"].partition("=")[2]


@pytest.mark.usefixtures("web")
def test_a_verification_is_a_letter_with_a_key_of_which_only_the_hash_is_kept(
    store, ann, send, letters
):
    send("verification", ann, login="bob")

    (letter,) = letters()
    assert letter["to"] == "ann@x.example"
    assert letter["name"] == "Ann Lee"
    assert letter["store"] == "The Shop"
    assert letter["subject"] == "The Shop: please confirm your e-mail address"
    assert letter["link"].startswith("https://shop.example.com/verify-email?key=")
    assert len(key_of(letter)) == 64
    good_for = datetime.fromisoformat(letter["expires_at"]) - datetime.now(UTC)
    assert timedelta(hours=23, minutes=59) < good_for <= timedelta(hours=24)
    kept = store.sql("SELECT verification_token FROM customers WHERE id = %s", ann)
    assert kept == hashlib.sha256(key_of(letter).encode()).hexdigest()
    everything = store.sql(
        "SELECT string_agg(t::text, ' ') FROM (SELECT r::text AS t FROM storedesk.requests AS r"
        " UNION ALL SELECT e::text FROM storedesk.audit_event AS e"
        " UNION ALL SELECT h::text FROM storedesk.customer_history AS h) AS x"
    )
    assert key_of(letter) not in everything
    assert kept not in everything


@pytest.mark.usefixtures("web")
def test_the_web_shop_redeems_a_key_once(store, ann, send, letters, refused):
    send("verification", ann)
    key = key_of(letters()[0])

    assert store.sql("SELECT api.verify_email(%s)", key, login="wes") == ann
    said = "SELECT array[registration_status, verification_token] FROM customers WHERE id = %s"
    assert store.sql(said, ann) == ["registered", None]
    with refused("key_not_valid"):
        store.sql("SELECT api.verify_email(%s)", key, login="wes")
    with refused("already_confirmed"):
        send("verification", ann)


@pytest.mark.usefixtures("web")
def test_of_two_who_redeem_a_key_at_once_one_does(store, ann, send, letters):
    send("verification", ann)
    key, both = key_of(letters()[0]), Barrier(4)

    def redeem(_):
        both.wait()
        try:
            return store.sql("SELECT api.verify_email(%s)", key, login="wes")
        except psycopg.Error as error:
            return error.diag.message_primary

    with ThreadPoolExecutor(4) as threads:
        answers = sorted(map(str, threads.map(redeem, range(4))))
    assert answers == sorted([str(ann), *["key_not_valid"] * 3])


@pytest.mark.usefixtures("web")
def test_a_key_that_is_too_old_or_was_replaced_opens_nothing(store, ann, send, letters, refused):
    send("verification", ann)
    later(store)
    send("verification", ann)

    first, second = letters()
    assert (first["status"], first["error"]) == ("failed", "superseded")
    assert second["status"] == "pending"
    with refused("key_not_valid"):
        store.sql("SELECT api.verify_email(%s)", key_of(first), login="wes")
    store.sql(
        "UPDATE customers SET verification_token_expires_at = now() AT TIME ZONE 'UTC'"
        " WHERE id = %s",
        ann,
    )
    for key in (key_of(second), "", "'; --", None):
        with refused("key_not_valid"):
            store.sql("SELECT api.verify_email(%s)", key, login="wes")


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize("what", ["verification", "password_reset"])
def test_one_letter_a_minute_and_the_same_request_once(store, ann, send, letters, refused, what):
    request = uuid4()
    first = send(what, ann, request=request)

    assert send(what, ann, request=request) == first
    with refused("letter_too_soon"):
        send(what, ann)
    assert len(letters()) == 1
    later(store)
    send(what, ann)
    assert [letter["status"] for letter in letters()] == ["failed", "pending"]


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize("what", ["verification", "password_reset"])
def test_the_next_letter_may_be_sent_after_sixty_seconds(ann, send, letters, refused, at, what):
    at("2026-05-04 10:00:00")
    send(what, ann)
    at("2026-05-04 10:00:59.999999")
    with refused("letter_too_soon"):
        send(what, ann)
    at("2026-05-04 10:01:00")
    send(what, ann)
    assert len(letters()) == 2


@pytest.mark.usefixtures("web")
def test_two_who_send_at_once_send_one(ann, send, letters):
    both = Barrier(2)

    def one(_):
        both.wait()
        try:
            return send("verification", ann)
        except psycopg.Error as error:
            return error.diag.message_primary

    with ThreadPoolExecutor(2) as threads:
        assert "letter_too_soon" in list(threads.map(one, range(2)))
    assert len(letters()) == 1


def test_a_store_without_a_web_address_sends_no_links(ann, send, letters, refused):
    for what in ("verification", "password_reset"):
        with refused("no_web_address"):
            send(what, ann)
    assert letters() == []


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("shop.example.com", "https://shop.example.com/v"),
        ("http://localhost:8000//", "http://localhost:8000/v"),
        ("  ", None),
        ("https://", None),
    ],
)
def test_a_web_address_is_taken_as_people_write_it(store, address, link):
    store.sql("UPDATE storedesk.store_settings SET web_address = %s", address)
    assert store.sql("SELECT core.web_address() || '/v'") == link


@pytest.mark.usefixtures("web")
def test_nobody_writes_to_someone_without_an_address_nor_to_the_walk_in_customer(
    store, send, refused
):
    nameless = store.sql(
        "INSERT INTO customers (email, first_name, last_name) VALUES ('', 'Bo', 'Ek') RETURNING id",
        login="bob",
    )
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    for what in ("verification", "password_reset"):
        with refused("no_address"):
            send(what, nameless)
        with refused("walk_in_fixed"):
            send(what, walk_in)
        with refused("customer_not_found"):
            send(what, uuid4())


@pytest.mark.usefixtures("web")
def test_a_cashier_sends_verifications_and_only_a_manager_resets(store, ann, send, letters):
    for login in ("ada", "dee", "eve", "wes", "max"):
        for what in ("verification", "password_reset"):
            with pytest.raises(InsufficientPrivilege):
                send(what, ann, login=login)
    with pytest.raises(InsufficientPrivilege):
        send("password_reset", ann, login="bob")
    send("verification", ann, login="bob")
    send("password_reset", ann, login="cyd")
    assert [letter["type"] for letter in letters()] == ["verification", "password_reset"]
    log = "SELECT login, entity, entity_id FROM storedesk.audit_event WHERE action = 'send'"
    assert store.rows(f"{log} ORDER BY id") == [
        (store.login("bob"), "verification", ann),
        (store.login("cyd"), "password_reset", ann),
    ]


@pytest.mark.usefixtures("web")
def test_a_reset_is_good_for_an_hour_and_dies_with_the_old_password(
    store, ann, send, letters, refused
):
    send("password_reset", ann)
    key = key_of(letters()[0])

    check = "SELECT api.check_password_reset(%s)"
    assert store.sql(check, key, login="wes") == ann
    assert store.sql(check, key, login="wes") == ann
    store.sql("UPDATE customers SET password_hash = 'new hash' WHERE id = %s", ann, login="wes")
    with refused("key_not_valid"):
        store.sql(check, key, login="wes")
    store.sql("UPDATE storedesk.staff SET is_active = false")
    with refused("not_staff"):
        store.sql(check, key, login="wes")


@pytest.mark.usefixtures("web")
def test_no_reset_is_good_in_a_mailbox_that_is_no_longer_hers(store, ann, send, letters, refused):
    send("password_reset", ann)
    key = key_of(letters()[0])

    store.sql("UPDATE customers SET email = 'new@x.example' WHERE id = %s", ann, login="cyd")

    with refused("key_not_valid"):
        store.sql("SELECT api.check_password_reset(%s)", key, login="wes")
    assert store.sql("SELECT api.claim_mails(10)", login="max") == []
    assert [(letter["status"], letter["error"]) for letter in letters()] == [
        ("failed", "superseded")
    ]


@pytest.mark.usefixtures("web")
def test_a_reset_that_was_touched_anywhere_opens_nothing(store, ann, send, letters, refused):
    send("password_reset", ann)
    key = key_of(letters()[0])
    customer, until, signature = key.split(".")
    other = store.sql(
        "INSERT INTO customers (email, first_name, last_name) VALUES ('bo@x.example', 'B', 'E')"
        " RETURNING id",
        login="bob",
    )
    assert UUID(customer) == ann
    forged = [
        f"{other.hex}.{until}.{signature}",
        f"{customer}.{int(until) + 1}.{signature}",
        f"{customer}.{until}.{signature[:-1]}{'0' if signature[-1] != '0' else '1'}",
        f"{customer}.{until}.",
        f"{UUID(int=1).hex}.{until}.{signature}",
        f"{customer}.999999999999.{signature}",
        f"{key}\n",
        "",
        None,
    ]
    for one in forged:
        with refused("key_not_valid"):
            store.sql("SELECT api.check_password_reset(%s)", one, login="wes")


@pytest.mark.usefixtures("web")
def test_a_reset_is_signed_as_rfc_2104_says_and_ends_in_time(store, ann, send, letters, refused):
    send("password_reset", ann)
    customer, until, signature = key_of(letters()[0]).split(".")
    secret = store.sql("SELECT secret FROM storedesk.secrets WHERE name = 'password_reset'")

    def signed(until):
        words = f"password_reset|{ann}|{until}|ann@x.example|!".encode()
        return hmac.new(secret, words, hashlib.sha256).hexdigest()

    assert signature == signed(until)
    check = "SELECT api.check_password_reset(%s)"
    for other in (int(until) - 3601, int(until) + 300):  # over, and too far away to be ours
        with refused("key_not_valid"):
            store.sql(check, f"{customer}.{other}.{signed(other)}", login="wes")
    assert store.sql(check, f"{customer}.{until}.{signed(until)}", login="wes") == ann
    assert len(secret) >= 32


def test_hmac_is_that_of_the_standard(store):
    for length in (0, 1, 63, 64, 65, 200):
        key, message = bytes(range(200))[:length], b"what do ya want for nothing?"
        ours = store.sql("SELECT core.hmac(%s, %s)", message, key)
        assert ours == hmac.new(key, message, hashlib.sha256).digest()


@pytest.mark.usefixtures("web")
def test_only_a_web_shop_redeems(store, ann, send, letters):
    send("verification", ann)
    key = key_of(letters()[0])
    for login in ("ada", "bob", "cyd", "dee", "eve", "max"):
        for command in ("verify_email", "check_password_reset"):
            with pytest.raises(InsufficientPrivilege):
                store.sql(f"SELECT api.{command}(%s)", key, login=login)


@pytest.mark.usefixtures("web")
def test_a_new_address_of_someone_with_an_account_is_written_to_at_once(store, ann, letters):
    store.sql("UPDATE customers SET registration_status = 'registered', email_verified = true")
    change = "UPDATE customers SET email = %s WHERE id = %s"

    store.sql(change, "ann@y.example", ann, login="cyd")
    store.sql(change, "ann@z.example", ann, login="cyd")

    first, second = letters()
    until = "SELECT verification_token_expires_at - updated_at FROM customers WHERE id = %s"
    assert abs(store.sql(until, ann) - timedelta(hours=24)) < timedelta(minutes=1)
    assert (first["to"], first["error"]) == ("ann@y.example", "superseded")
    assert (second["to"], second["status"]) == ("ann@z.example", "pending")
    assert store.sql("SELECT api.verify_email(%s)", key_of(second), login="wes") == ann


@pytest.mark.usefixtures("web")
def test_a_new_address_of_someone_without_an_account_is_not_written_to(store, ann, letters):
    store.sql("UPDATE customers SET email = 'ann@y.example' WHERE id = %s", ann, login="cyd")
    assert letters() == []


def test_a_new_address_goes_unverified_also_where_there_is_no_web_shop(store, ann, letters):
    store.sql("UPDATE customers SET registration_status = 'registered', email_verified = true")
    store.sql("UPDATE customers SET email = 'ann@y.example' WHERE id = %s", ann, login="cyd")
    assert letters() == []
    assert store.sql("SELECT registration_status FROM customers WHERE id = %s", ann) == "unverified"


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize("what", ["verification", "password_reset"])
def test_what_is_queued_can_be_read_by_whoever_writes_the_letter(store, ann, send, what):
    send(what, ann)
    payload = store.sql("SELECT payload FROM email_queue")

    told = letters_news(
        QueuedEmail(
            id=uuid4(), token=datetime.now(UTC), type=MailType(what), recipient="ann@x.example",
            subject="x", payload=payload, queued_at=datetime.now(UTC),
        )
    )  # fmt: skip

    assert (told.name, told.link) == ("Ann Lee", payload["link"])
    assert told.expires_at > datetime.now(UTC).replace(tzinfo=None)
