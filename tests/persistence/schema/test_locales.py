"""A store on a server that speaks Turkish, where the capital of i is not I."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.rows import scalar_row

from storedesk.adapters.embedded import cluster, server_rules
from storedesk.adapters.embedded.server import Server
from storedesk.cli import run
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema import locales, migrations
from storedesk.persistence.schema.invariants import invariants

TURKISH = "tr_TR.UTF-8"
SOURCES = Path("/usr/share/i18n/locales/tr_TR")
PASSWORD = "a long enough password"


def compiled(folder):
    """Compile the locale where this system has its source, for one server alone."""
    folder.mkdir()
    made = subprocess.run(
        ["localedef", "-i", "tr_TR", "-f", "UTF-8", folder / TURKISH],
        capture_output=True,
        check=False,
    )
    if made.returncode > 1:  # 1 is a warning
        pytest.skip("this system cannot compile a locale")
    for file in (folder, *folder.rglob("*")):
        file.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def home():
    """A folder that anybody may enter, since root's server runs as someone else.

    pytest closes its own folders to others again whenever another run of it begins.
    """
    made = Path(tempfile.mkdtemp(prefix="storedesk-turkish-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def server(home):
    if not SOURCES.exists() or not shutil.which("localedef"):
        pytest.skip("this system has no Turkish locale, nor its source")
    place = compiled(home / "locales")
    known = cluster.environment
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "environment", lambda: known() | {"LOCPATH": str(place)})
        patch.setattr(server_rules, "locale", lambda _major: [f"--locale={TURKISH}"])
        made = Server(home / "server", settings={"fsync": "off"})
        made.start()
        yield made
        made.remove()


@pytest.fixture
def line(server):
    with psycopg.connect(server.dsn(), autocommit=True, row_factory=scalar_row) as connection:
        assert connection.execute("SELECT lower('KIT-I1')").fetchone() == "k\u0131t-\u01311"
        yield connection


@pytest.fixture(scope="module")
def store(server):
    dsn = server.dsn("shop")
    os.environ["STOREDESK_PASSWORD"] = PASSWORD
    try:
        assert run(["db", "init", "--dsn", dsn, "--owner", "shop_olga"]) == 0
    finally:
        del os.environ["STOREDESK_PASSWORD"]
    return dsn


def test_its_capitals_are_those_of_their_small_letters(store):
    with psycopg.connect(store, autocommit=True, row_factory=scalar_row) as connection:
        ask = connection.execute
        category = ask("INSERT INTO categories (name) VALUES ('Kitler') RETURNING id").fetchone()
        words = """
            INSERT INTO products (name, price_amount, category_id, status)
            VALUES ('KIT I', 1, %s, 'active') RETURNING id
        """
        product = ask(words, [category]).fetchone()
        ask("INSERT INTO storedesk.product_barcodes VALUES ('KIT-I1', %s)", [product])
        words = """
            INSERT INTO customers (email, password_hash, first_name, last_name)
            VALUES ('INFO@IKEA.EXAMPLE', '!', 'A', 'B') RETURNING email
        """
        assert ask(words).fetchone() == "info@ikea.example"
        assert ask("SELECT (core.item_by_code('kit-i1')).product_id").fetchone() == product
        for typed in ("kit", "KIT", "ki"):
            assert ask("SELECT api.find_products(ARRAY[%s])", [typed]).fetchone() == product


def test_trigrams_see_letters_that_are_not_ascii(store):
    with psycopg.connect(store, row_factory=scalar_row) as connection:
        assert len(connection.execute("SELECT storedesk.show_trgm('кафе')").fetchone()) == 5


def test_the_check_finds_nothing_to_say(store, capsys):
    assert run(["db", "check", "--dsn", store]) == 0
    assert "Every rule holds." in capsys.readouterr().out


def test_a_database_that_somebody_made_there_is_refused_and_left_alone(server, line, capsys):
    line.execute("CREATE DATABASE theirs TEMPLATE template0")
    with psycopg.connect(server.dsn("theirs"), autocommit=True) as connection:
        connection.execute("CREATE TABLE public.theirs (id int)")
    dsn = server.dsn("theirs")

    with pytest.raises(Refused) as refused:
        migrations.make_database(dsn, StoreSettings())
    assert refused.value.code == "store_letters"
    assert TURKISH in refused.value.sentence()
    os.environ["STOREDESK_PASSWORD"] = PASSWORD
    try:
        assert run(["db", "init", "--dsn", dsn, "--owner", "theirs_olga"]) == 1
    finally:
        del os.environ["STOREDESK_PASSWORD"]
    assert "C.UTF-8" in capsys.readouterr().err

    with psycopg.connect(dsn, row_factory=scalar_row) as connection:
        found = connection.execute("SELECT to_regclass('public.theirs')::text").fetchone()
        assert found == "theirs"
        assert connection.execute("SELECT to_regnamespace('storedesk')").fetchone() is None


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("LOCALE 'tr_TR.UTF-8'", True),
        ("LOCALE 'C.UTF-8'", False),
        ("LOCALE 'C'", True),
        ("ENCODING 'SQL_ASCII' LOCALE 'C'", True),
        ("LOCALE 'C.UTF-8' LC_CTYPE 'tr_TR.UTF-8'", True),
    ],
)
def test_the_check_names_a_database_with_other_letters(words, is_named, server, line):
    (rule,) = (one for one in invariants() if one.name == locales.RULE)
    line.execute("DROP DATABASE IF EXISTS other")
    line.execute(f"CREATE DATABASE other TEMPLATE template0 LOCALE_PROVIDER libc {words}")
    with psycopg.connect(make_conninfo(server.dsn(), dbname="other")) as connection:
        assert bool(connection.execute(rule.query).fetchall()) is is_named


def test_a_server_that_knows_no_such_letters_says_so(line, monkeypatch):
    monkeypatch.setattr(locales, "WAYS", ("LOCALE_PROVIDER libc LOCALE 'nowhere.UTF-8'",))
    monkeypatch.setattr(locales, "OF_OLD", locales.WAYS)
    with pytest.raises(Refused) as refused:
        locales.create(line, "nowhere")
    assert refused.value.code == "server_letters"
