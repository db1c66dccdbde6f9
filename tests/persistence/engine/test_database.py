"""What the database says, in the words of the store."""

import time
from contextlib import ExitStack, closing
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import func, literal, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DBAPIError, ProgrammingError

from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused, Unavailable
from storedesk.persistence.engine.calls import func as commands
from storedesk.persistence.engine.calls import written
from storedesk.persistence.engine.database import Database, polite
from storedesk.persistence.engine.errors import explained_connecting, refusal_of
from storedesk.persistence.engine.pools import Dialect


@pytest.fixture
def sign_in(store):
    databases = []

    def sign_in(login):
        databases.append(Database(store.dsn(login)))
        return databases[-1]

    yield sign_in
    for database in databases:
        database.close()


def test_a_reading_changes_nothing(sign_in):
    with pytest.raises(DBAPIError, match="read-only"), sign_in("cyd").reading() as session:
        session.execute(text("UPDATE products SET name = 'Ewer'"))


def test_a_right_that_is_missing(sign_in):
    with pytest.raises(NotAllowed), sign_in("bob").editing() as session:
        session.execute(text("UPDATE products SET name = 'Ewer'"))


def test_a_value_that_the_database_cannot_keep(sign_in):
    with pytest.raises(Refused) as refusal, sign_in("bob").reading() as session:
        session.execute(select(text("'x'::int")))
    assert refusal.value.code == "not_valid"


NAMES = """
    SELECT conname FROM pg_constraint
    WHERE connamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
      AND contype IN ('c', 'u', 'p', 'f', 'x')
    UNION
    SELECT c.relname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
    WHERE i.indisunique
      AND c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
"""


class Said(psycopg.Error):
    """What the database would say of a constraint."""

    def __init__(self, state, name):
        super().__init__(f'violates constraint "{name}"')
        said = {"constraint_name": name, "table_name": "t", "source_function": "ExecInsert"}
        self.sqlstate, self.diag = state, SimpleNamespace(**said)

    sqlstate = diag = None


@pytest.mark.parametrize("state", ["23505", "23514", "23503", "23P01"])
def test_no_constraint_is_named_to_a_person(store, state):
    names = [name for (name,) in store.rows(NAMES)]
    assert len(names) > 150
    for name in names:
        refusal = refusal_of(Said(state, name))
        told = [refusal.sentence(), *map(str, refusal.parameters.values())]
        assert not [words for words in told if name in words or "_" in words]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("INSERT INTO categories (name) VALUES ('Toys'), ('toys')", "category_name_taken"),
        ("INSERT INTO storedesk.suppliers (name) VALUES ('Ann'), ('Ann')", "name_taken"),
        ("INSERT INTO categories (name) VALUES (E'To\\u0007ys')", "text_not_kept"),
        ("INSERT INTO categories (name) VALUES (repeat('x', 300))", "text_too_long_here"),
        ("INSERT INTO categories (name) VALUES (NULL)", "needed_here"),
        ("UPDATE products SET category_id = gen_random_uuid()", "gone_or_needed"),
        ("UPDATE inventory SET low_stock_threshold = -1", "pieces_not_kept"),
        ("UPDATE inventory SET low_stock_threshold = 3000000000", "number_too_large"),
        ("UPDATE products SET price_amount = 0", "amount_not_kept"),
        ("UPDATE products SET price_amount = 'NaN'", "amount_not_kept"),
        ("UPDATE inventory SET updated_at = 'infinity'", "date_not_kept"),
        ("SELECT '2026-02-30'::date", "date_not_kept"),
        ("UPDATE customers SET email = 'nobody'", "email_unreadable"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_a_sentence_and_its_constraint_stands_in_the_log(
    store, add_product, words, code, caplog
):
    add_product("Mug")
    database = Database(polite(store.dsn()))
    with (
        closing(database),
        caplog.at_level("INFO"),
        pytest.raises(Refused) as refusal,
        database.editing() as session,
    ):
        session.execute(text(words))

    assert refusal.value.code == code
    assert "_" not in refusal.value.sentence()
    assert "refused by" in caplog.text


def test_a_bug_is_not_explained_away(sign_in):
    with pytest.raises(ProgrammingError), sign_in("bob").reading() as session:
        session.execute(text("SELECT nonsense"))


def test_no_server_at_all():
    nowhere = Database("host=127.0.0.1 port=1 dbname=none user=nobody")
    with pytest.raises(Unavailable), nowhere.reading() as session:
        session.execute(text("SELECT 1"))


def test_a_wrong_password(store):
    stranger = Database(polite(store.dsn("ada"), password="wrong"))
    with pytest.raises(NotAllowed, match="is wrong"), stranger.reading() as session:
        session.execute(text("SELECT 1"))


def test_a_store_that_is_not_there(store):
    elsewhere = Database(polite(store.dsn(), dbname="no_such_store"))
    with pytest.raises(NotFound, match="no store of this name"), elsewhere.reading() as session:
        session.execute(text("SELECT 1"))


def test_a_pool_gets_over_a_restart(sign_in, store):
    database = sign_in("ada")
    with database.reading() as session:
        session.execute(text("SELECT 1"))
    store.sql(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE application_name = 'storedesk' AND datname = current_database()"
    )

    with database.reading() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_every_connection_lives_in_utc_and_waits_for_nothing_long(sign_in):
    with sign_in("ada").reading() as session:
        says = {name: session.scalar(text(f"SHOW {name}")) for name in ("timezone", "lock_timeout")}
    assert says == {"timezone": "UTC", "lock_timeout": "2s"}


@pytest.mark.parametrize("state", ["starting up", "shutting down", "in recovery mode"])
def test_a_server_that_was_back_before_it_was_asked_again_does_not_lack_its_database(store, state):
    with pytest.raises(Unavailable) as away, explained_connecting(store.dsn("ada")):
        raise psycopg.OperationalError(f"FATAL:  the database system is {state}")
    assert away.value.code == "server_starting"


def test_a_line_that_says_nothing_is_not_asked_if_that_is_trusted(sign_in, monkeypatch):
    database = sign_in("ada")
    asked = []
    ping = Dialect.do_ping
    monkeypatch.setattr(Dialect, "do_ping", lambda *one: asked.append(1) or ping(*one))
    me = func.api.me(type_=JSONB())
    for _ in range(2):
        database.call(me)
        for how in (database.reading, database.reading_as_one):
            with how(trusting=True) as session:
                session.execute(text("SELECT 1"))
    assert asked == []

    with database.reading() as session:
        session.execute(text("SELECT 1"))
    with database.editing() as session:
        session.execute(text("SELECT 1"))
    assert asked == [1, 1]


ALL_LINES = """
    SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
    WHERE application_name = 'storedesk' AND datname = current_database()
"""


def test_of_a_line_that_has_ended_that_is_heard_before_anything_is_sent(sign_in, store):
    database = sign_in("ada")
    me = func.api.me(type_=JSONB())
    database.call(me)
    with database.reading() as session:
        session.execute(text("SELECT 1"))
    store.sql(ALL_LINES)

    assert database.call(me)["login"] == store.login("ada")
    with database.reading(trusting=True) as session:
        assert session.scalar(text("SELECT 1")) == 1


FIRST = """
    SELECT current_setting('transaction_read_only'), current_setting('transaction_isolation')
"""


def test_each_way_to_ask_has_a_transaction_of_its_kind(sign_in):
    database = sign_in("cyd")
    ways = (database.reading, database.reading_as_one, database.editing)
    said = []
    for way in ways * 2:  # and leaves the line as it was
        with way() as session:
            said.append(tuple(session.execute(text(FIRST)).one()))
    reads = ("on", "repeatable read")
    assert said == [reads, reads, ("off", "read committed")] * 2


def test_what_is_read_as_one_is_seen_as_of_one_moment(sign_in, store):
    database, seen = sign_in("cyd"), []
    for reading in (database.reading, database.reading_as_one):
        with reading() as session:
            seen.append(session.scalar(text("SELECT count(*) FROM storedesk.registers")))
            store.sql(
                "INSERT INTO storedesk.registers (code, name) VALUES (left(%s, 8), 'New')",
                str(uuid4()),
            )
            seen.append(session.scalar(text("SELECT count(*) FROM storedesk.registers")))
    assert seen == [1, 2, 2, 2]


def test_a_line_that_reads_changes_nothing_whoever_asks_past_the_session(sign_in):
    with sign_in("ada").reading() as session:
        line = session.connection().connection.driver_connection
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            line.execute("UPDATE storedesk.store_settings SET name = 'Ewer'")


def test_at_rest_there_is_one_line_that_changes_and_at_most_three_that_read(sign_in, store):
    database = sign_in("ada")
    with ExitStack() as held:
        for _ in range(4):
            held.enter_context(database.reading()).execute(text("SELECT 1"))
        for _ in range(4):
            held.enter_context(database.editing()).execute(text("SELECT 1"))
    words = (
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'storedesk'"
        " AND usename = %s"
    )
    since = time.monotonic()
    while (count := store.sql(words, store.login("ada"))) > 4 and time.monotonic() - since < 10:
        time.sleep(0.05)  # a process of the server ends a moment after its line
    assert count == 4


@pytest.mark.parametrize("made_by", [func, commands], ids=["sqlalchemy", "ours"])
def test_a_command_is_sent_with_the_types_of_its_values(made_by):
    given = [uuid4(), "text", 3, Decimal("1.50"), None, True, literal([{"a": 1}], JSONB), 2**31]

    call = written(made_by.api.anything(*given))

    assert call.words == (
        "SELECT api.anything(%s::UUID, %s::VARCHAR, %s::INTEGER, %s::NUMERIC, NULL, %s::BOOLEAN,"
        " %s::JSONB, %s::BIGINT)"
    )
    assert call.values[:5] == tuple(one for one in given[:6] if one is not None)
    assert call.values[5].obj == [{"a": 1}]
    assert call.values[6] == 2**31
    assert written(made_by.api.anything(func.now())) is None


def test_a_command_may_stand_in_a_query_too(sign_in):
    with sign_in("ada").reading() as session:
        found = session.scalar(select(commands.api.me(type_=JSONB())))
    assert found["login"].endswith("ada")


def test_a_lock_that_was_waited_for_in_vain_says_so(sign_in, store, add_product):
    add_product("Mug")
    database = sign_in("ada")
    with store.connect() as owner, owner.transaction():
        product = owner.execute("SELECT product_id FROM inventory FOR UPDATE").fetchone()
        call = func.api.adjust_stock(uuid4(), product, None, 1, "found", type_=JSONB())
        with pytest.raises(Unavailable) as told:
            database.call(call)
    assert told.value.code == "kept_waiting"


def test_a_question_that_takes_too_long_says_so_and_blames_nobody(sign_in):
    def ask(database):
        with database.reading() as session:
            session.execute(text("SELECT set_config('statement_timeout', '20ms', true)"))
            session.execute(text("SELECT pg_sleep(60)"))

    with pytest.raises(Unavailable) as told:
        ask(sign_in("ada"))
    assert told.value.code == "too_long"
    assert "Someone" not in told.value.sentence()


def test_of_an_index_that_has_a_limit_nobody_says_that_it_is_kept_waiting():
    error = psycopg.errors.ProgramLimitExceeded("index row size 3000 exceeds maximum 2704")
    assert refusal_of(error) is None


def test_a_login_that_rests_is_told_so(store):
    store.sql("SELECT core.limit_connections(%s, 0)", store.login("ada"))
    resting = Database(store.dsn("ada"))
    with pytest.raises(Unavailable) as told, resting.reading() as session:
        session.execute(text("SELECT 1"))
    assert told.value.code == "login_rests"
