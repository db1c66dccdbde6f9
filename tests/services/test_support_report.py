"""The report for support: what helps is in it, and nothing of customers, no name, no secret."""

import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from zipfile import ZipFile

import pytest

from storedesk import queries
from storedesk.documents.support_figures import figures_text, settings_text
from storedesk.documents.support_log import cleaned
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.store import StoreSettings
from storedesk.persistence.engine.database import Database
from storedesk.services.support_report import save_report
from storedesk.settings import Profile, ServerAddress, StoreKind
from storedesk.ui.kit.base.versions import versions

FORM = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
CUSTOMER = ("zebulon.quist@example.org", "Zebulon", "Quist-Ömer")
SECRETS = (
    "zebulon", "quist", "ömer", "example.org", "hunter2", "smtp.secret.example", "Wharf Lane",
    "555-867-5309", "4111111111111111", "/home/emma", "Harborlight", "10.1.2.3", "sk_live", "emma",
)  # fmt: skip


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "profile")
    profile.make()
    address = ServerAddress(
        host="smtp.secret.example", database="shop", ca_file="/home/emma/ca.crt"
    )
    profile.change(store=StoreKind.SHARED, address=address, login="emma")
    with (profile.folder / "settings.toml").open("a") as file:
        file.write('\nforeign = "sk_live_51"\n')
    profile.demo.write_text('[[people]]\nlogin = "emma"\npassword = "hunter2"\n')
    return profile


@pytest.fixture
def written(profile, monkeypatch):
    """Write the log as the program would at its worst."""
    handler = RotatingFileHandler(profile.log, encoding="utf-8")
    handler.setFormatter(logging.Formatter(FORM))
    log = logging.getLogger("storedesk.services.sending")
    other = logging.getLogger("sqlalchemy.engine")
    for one in (log, other):
        one.addHandler(handler)
        monkeypatch.setattr(one, "level", logging.INFO)
    log.warning("mail 7 (confirmation) has failed: 550 <%s> Zebulon's mailbox is full", CUSTOMER[0])
    log.warning("no connection: password=hunter2 host smtp.secret.example 10.1.2.3")
    log.warning(
        "could not print the slip of Zebulon QUIST, phone 555-867-5309, card 4111111111111111"
    )
    log.warning("the settings cannot be saved: /home/emma/.local/settings.toml, 'Wharf Lane 7'")
    log.info("Harborlight Books is open for emma")
    other.error("INSERT INTO customers VALUES ('Zebulon', 'Quist-Ömer')")
    try:
        try:
            {}[CUSTOMER[0]]
        except KeyError as error:
            raise ValueError("Zebulon Quist-Ömer\nDETAIL:  Key (email)=(zebulon) exists") from error
    except ValueError:
        log.exception(
            "a bug with sk_live_51=hunter2 password: hunter2 dsn=postgres://emma:hunter2@10.1.2.3/x"
        )
    for one in (log, other):
        one.removeHandler(handler)
    handler.close()


@pytest.mark.usefixtures("written")
def test_nothing_of_customers_no_name_and_no_secret_is_in_the_report(store, profile, tmp_path):
    store.sql("INSERT INTO customers (email, first_name, last_name) VALUES (%s, %s, %s)", *CUSTOMER)
    database = Database(store.dsn("cyd"), pool_size=1)
    with database.reading() as session:
        health = queries.health.health(session, with_mails=True)
    database.close()
    settings = StoreSettings(name="Harborlight Books", street="Wharf Lane 7", phone="555-867-5309")
    parts = {
        "versions.txt": versions(),
        "health.txt": figures_text(health, (), datetime.now(UTC).replace(tzinfo=None), 1),
        "settings.txt": settings_text(settings, profile.preferences()),
    }
    path = tmp_path / "report.zip"
    hidden = (settings.name, settings.street, "emma", "smtp.secret.example")
    save_report(path, parts, profile, database.dsn, hidden=hidden)

    with ZipFile(path) as archive:
        assert set(archive.namelist()) == {*parts, "log.txt"}
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    whole = "\n".join(texts.values()).lower()
    assert not [secret for secret in SECRETS if secret.lower() in whole]
    assert "has failed" in texts["log.txt"]
    assert "ValueError" in texts["log.txt"]
    assert "test_support_report.py, line" in texts["log.txt"]
    assert "sqlalchemy.engine" in texts["log.txt"]
    assert "I02" not in texts["health.txt"]
    assert "fsync: " in texts["health.txt"]


def test_a_report_that_cannot_be_written_says_why_and_leaves_nothing(store, profile, tmp_path):
    with pytest.raises(Refused) as refused:
        save_report(tmp_path / "away" / "report.zip", {}, profile, store.dsn("cyd"), hidden=())
    assert refused.value.code == "file_not_written"
    assert not (tmp_path / "away").exists()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("took 12 s", "took 12 s"),
        ("call +49 30 1234567 now", "call <number> now"),
        ("order ORD-2026-000123 is late", "order ORD-2026-000123 is late"),
        ("C:\\Users\\kim\\x.toml is bad", "<file> is bad"),
        ("DETAIL: Key (name)=(Kim)", "<data>"),
    ],
)
def test_messages_keep_what_helps(said, kept):
    line = f"2026-12-01 10:00:00,000 INFO MainThread storedesk.app: {said}"
    assert cleaned(line) == f"2026-12-01 10:00:00,000 INFO MainThread storedesk.app: {kept}"


def test_a_line_that_is_no_line_of_a_log_is_left_out():
    assert cleaned("Kim Doe\n    kim = 'Doe'\n") == ""
