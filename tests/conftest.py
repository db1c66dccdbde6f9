import gc
import json
import os
import signal
import sys
from collections import deque
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import settings
from psycopg.conninfo import make_conninfo
from psycopg.rows import scalar_row, tuple_row
from psycopg.sql import SQL, Identifier, Literal

from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.invariants import broken
from storedesk.persistence.schema.migrations import make_database
from tests import qt_threads

# what is drawn is the same in every run; `make test ARGS=--hypothesis-profile=drawn` draws anew
settings.register_profile("same", derandomize=True)
settings.register_profile("drawn")
settings.load_profile("same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"
"""The tests read English, in whatever language this computer is, and so do programs they start."""
qt_threads.watch()
signal.signal(signal.SIGINT, signal.default_int_handler)
"""What a shell starts in the background ignores Ctrl+C, and so would every program started here."""


pytest_plugins = [
    "tests.long_tests", "tests.server", "tests.tills", "tests.staged_orders", "tests.orders",
]  # fmt: skip

STAFF = {"ada": "clerk", "bob": "cashier", "cyd": "manager", "dee": "admin", "eve": "auditor"}
PASSWORD = "correct horse battery"  # for tests alone
SERVICES = {"wes": "webshop", "max": "mailer"}
STRANGER = "stan"
"""In all the right groups, but nobody who works here."""
LASTING = {None, *STAFF, *SERVICES}
"""Who is there for a whole run; None is the superuser."""
MOST_KEPT = 2
"""Connections of one person, for a server takes a hundred."""
AS_NEW = "RESET ALL; UNLISTEN *; CLOSE ALL"
IS_RECORDED = "STOREDESK_REACH" in os.environ
"""Where what each test calls is recorded, a connection tells at once what it has called."""
TELL = "SELECT pg_stat_force_next_flush()"
CLEAN = (Path(__file__).parent / "clean.sql").read_text(encoding="utf-8")


class Store:
    """A database of its own for the tests, with a login for each of its staff."""

    def __init__(self, server, name):
        self.server = server
        self.name = name
        self.keeps = False
        self._kept = {person: deque() for person in LASTING}

    def login(self, person):
        return f"{self.name}_{person}"

    def dsn(self, person=None):
        """Name the database for a member of staff, or else for the superuser."""
        known = {"user": self.login(person), "password": PASSWORD} if person else {}
        return make_conninfo(self.server, dbname=self.name, **known)

    @contextmanager
    def connect(self, person=None):
        with psycopg.connect(
            self.dsn(person), autocommit=True, row_factory=scalar_row
        ) as connection:
            yield connection

    @contextmanager
    def line(self, person=None):
        """Be somebody for a moment, or else the superuser."""
        connection = self.borrow(person)
        try:
            yield connection
        finally:
            self.give_back(connection, person)

    def borrow(self, person=None):
        """Return a connection of somebody's, made before or new; see `give_back`.

        To sign in, and to plan every command anew, costs more than most of what a test asks.
        """
        with suppress(IndexError):
            while person in LASTING:
                connection = self._kept[person].pop()
                with suppress(psycopg.OperationalError):
                    connection.execute(AS_NEW, prepare=False)
                    return connection
                connection.close()
        return psycopg.connect(self.dsn(person), autocommit=True, row_factory=scalar_row)

    def give_back(self, connection, person=None):
        """Keep a connection for whoever needs one next; those of people hired for a test go."""
        with suppress(psycopg.OperationalError):
            connection.rollback()  # what a test has left
            connection.autocommit, connection.row_factory = True, scalar_row
            if IS_RECORDED:
                connection.execute(TELL)
        is_kept = self.keeps and person in LASTING and not connection.closed
        if is_kept and len(self._kept[person]) < MOST_KEPT:
            self._kept[person].append(connection)
        else:
            connection.close()

    def kept(self):
        """List the server's processes of the connections that are kept."""
        return [c.info.backend_pid for kept in self._kept.values() for c in kept if not c.closed]

    def let_go(self):
        """Close what is kept."""
        for kept in self._kept.values():
            while kept:
                kept.pop().close()

    def sql(self, statement, *parameters, login=None):
        """Run a statement as a member of staff, or else as the superuser; return its last value."""
        with self.line(login) as connection:
            cursor = connection.execute(statement, parameters or None)
            return cursor.fetchone() if cursor.description else None

    def rows(self, statement, *parameters, login=None):
        """Run a query and return its rows."""
        with self.line(login) as connection, connection.cursor(row_factory=tuple_row) as cursor:
            return cursor.execute(statement, parameters or None).fetchall()

    def staff_id(self, person):
        return self.sql("SELECT id FROM storedesk.staff WHERE login = %s", self.login(person))

    def broken(self):
        """List the invariants that do not hold."""
        with self.line() as connection:
            return broken(connection)

    def build(self):
        self.demolish()
        make_database(self.dsn(), StoreSettings(name="The Shop", city="Town", currency="USD"))
        with self.connect() as connection:
            for person, team in (STAFF | SERVICES).items():
                self._hire(connection, person, team)
                connection.execute(
                    "INSERT INTO storedesk.staff (login, display_name, kind) VALUES (%s, %s, %s)",
                    [
                        self.login(person),
                        person.title(),
                        "service" if person in SERVICES else "person",
                    ],
                )
            self._hire(connection, STRANGER, "manager")
            connection.execute(CLEAN)

    def _hire(self, connection, person, team):
        names = [Identifier(self.login(name)) for name in (person, team, "accounts")]
        connection.execute(
            SQL("CREATE ROLE {} LOGIN PASSWORD '{}' IN ROLE {}").format(
                names[0], SQL(PASSWORD), names[1]
            )
        )
        if connection.info.server_version >= 160000:  # as if the account functions had made it
            words = SQL("GRANT {} TO {} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
            connection.execute(words.format(names[0], names[2]))

    def clean(self):
        """Put everything back as it was when the store was built: within a few milliseconds."""
        with self.line() as connection:
            connection.execute(
                "SET session_replication_role = replica"
            )  # the books let nobody else
            connection.execute("SELECT test_base.clean()")
            connection.execute("RESET session_replication_role")

    def be_demo(self):
        """Take the mark of a demo store, which only its making gives it."""
        with self.connect() as owner:
            owner.execute("SET session_replication_role = replica")
            owner.execute("INSERT INTO storedesk.demo_marks DEFAULT VALUES")

    def demolish(self):
        self.let_go()
        with psycopg.connect(
            make_conninfo(self.server, dbname="postgres"), autocommit=True, row_factory=scalar_row
        ) as connection:
            connection.execute(
                SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(self.name))
            )
            words = """
                SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s)
                ORDER BY rolcanlogin DESC, rolcreaterole DESC
            """  # whoever let others into groups goes after them
            for role in connection.execute(words, [f"{self.name}_"]).fetchall():
                connection.execute(SQL("DROP ROLE {}").format(Identifier(role)))


ENDED = count(1)
"""Counts the tests of this process."""
FULL_PASS = 50
"""After so many tests all garbage is collected, the old too."""


@pytest.fixture(autouse=True)
def own_heap():
    """Collect garbage between tests and on this thread, as the window does: see kit/base/garbage.py

    Objects of Qt that another thread frees, a worker of the desk say, end the process.
    """
    gc.disable()
    yield
    if next(ENDED) % FULL_PASS == 0:
        gc.collect()
        gc.freeze()  # what is left is mostly the tests themselves: it is not looked through again
    else:
        gc.collect(1)


@pytest.fixture(autouse=True)
def own_threads():
    """Have no thread but this one make classes that derive from Qt's: see tests/qt_threads.py."""
    yield
    noticed, qt_threads.noticed[:] = [*qt_threads.noticed], []
    assert not noticed, noticed


@pytest.fixture(autouse=True)
def own_language():
    """Have each test begin with a window that knows no store's money, whoever opened one before."""
    yield
    if speech := sys.modules.get("storedesk.ui.kit.base.sentences"):
        vars(speech.spoken).update(vars(speech.WindowLanguage()))


@pytest.fixture(scope="session")
def built():
    """The store's database, made once a run by each worker; or the one that is named, and kept."""
    if given := os.environ.get("STOREDESK_TEST_STORE"):
        store = Store(os.environ["STOREDESK_TEST_SERVER"], given)
        store.keeps = True
        yield store
        store.let_go()
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw")
    store = Store(os.environ["STOREDESK_TEST_SERVER"], f"shop_{worker}_{os.getpid()}")
    store.build()
    store.keeps = True
    yield store
    store.demolish()


@pytest.fixture
def nobody_else(built):
    """Have nobody be in the store but whoever a test lets in."""
    built.let_go()
    was, built.keeps = built.keeps, False
    yield
    built.keeps = was


@pytest.fixture
def store(built):
    """The store as it opens: everybody at work, nothing on the shelves."""
    built.clean()
    return built


@pytest.fixture
def hire(store):
    """Let somebody more work here; return what they are called. They are gone after the test."""

    def hire(person, group="cashier"):
        words = "CREATE ROLE {} LOGIN PASSWORD {} IN ROLE {}"
        names = [Identifier(store.login(name)) for name in (person, group)]
        with store.connect() as connection:
            connection.execute(SQL(words).format(names[0], Literal(PASSWORD), names[1]))
        store.sql(
            "INSERT INTO storedesk.staff (login, display_name) VALUES (%s, %s)",
            store.login(person),
            person.title(),
        )
        return person

    return hire


@pytest.fixture
def invariants(store):
    """Have every rule of the store hold when the test is over."""
    yield
    assert store.broken() == []


@pytest.fixture
def allow(store):
    """Have a manager allow what the store asks for when an action is refused; return the approval.

    The action takes an approval; `but` are fields of the detail that are approved otherwise.
    """

    def allow(action, person="cyd", **but):
        with pytest.raises(psycopg.Error) as refusal:
            action(None)
        wanted = json.loads(refusal.value.diag.message_detail)
        detail = json.dumps(wanted["detail"] | but)
        words, approval = "SELECT api.approve(%s, %s, %s)", uuid4()
        store.sql(words, approval, wanted["action"], detail, login=person)
        return approval

    return allow


@pytest.fixture
def add_product(store):
    """Put a product on sale, with so many on the shelf."""

    def add(name, on_hand=10, price="2.50", status="active"):
        category = store.sql(
            """
            INSERT INTO categories (name) VALUES ('Things')
            ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
            """
        )
        product = uuid4()
        store.sql(
            """
            INSERT INTO products (id, name, price_amount, price_currency, category_id, status)
            SELECT %s, %s, %s, currency, %s, %s FROM storedesk.store_settings
            """,
            product,
            name,
            price,
            category,
            status,
        )
        if on_hand:
            store.sql(
                "SELECT core.move_stock(%s, NULL, 'set', %s, 'opening', NULL, core.now())",
                product,
                on_hand,
            )
        return product

    return add


@pytest.fixture
def promise(store, customer):
    """Have an order by telephone hold so many of a product; return its id."""

    def promise(product, quantity):
        order, lines = uuid4(), json.dumps([{"product": str(product), "quantity": quantity}])
        call = "SELECT core.place(%s, %s, %s, %s, core.now())"
        store.sql(call, order, customer(), lines, store.staff_id("cyd"))
        return order

    return promise
