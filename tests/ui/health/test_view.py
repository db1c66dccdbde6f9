"""The page of health: what is wrong is named, whoever looks, and the check is noted."""

import asyncio
from datetime import UTC, datetime, timedelta
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.domain.health import Area, BrokenRule
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile
from storedesk.ui.health import report
from storedesk.ui.health.lines import Line
from storedesk.ui.health.rule_lines import area_label, area_lines
from storedesk.ui.health.view import HealthView
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import LANGUAGE
from tests.ui.contexts import a_context

BREAK = "DELETE FROM storedesk.product_search"


@pytest.fixture
def went():
    return []


@pytest.fixture
def opened(qtbot, signed_in, act, went):
    """Open the page as somebody, by a clock of this computer."""

    def opened(login, form=None):
        desk, me = signed_in(login)
        context = a_context(
            desk,
            me,
            form or Format("en_US"),
            navigate=lambda *where, **tab: went.append((where, tab)),
        )
        page = HealthView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, page.reload)
        return page

    return opened


@pytest.fixture
def page(opened):
    return opened("cyd")


@pytest.fixture
def auditors(opened):
    return opened("eve")


async def test_a_broken_rule_is_named_with_its_rows_and_opens_the_record(
    page, store, add_product, went
):
    mug = add_product("Mug")
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(BREAK)
    page.check_button.click()
    await page.idle()

    (line,) = [line for line in page.rules.shown if line.name == "S04"]
    assert line.advice.startswith("Every product is found by its name")
    assert line.detail == str(mug)
    page.rules.way_wanted.emit(line.way)
    assert went == [(("products", mug), {})]
    shown = {line.name: line for line in page.rules.shown}
    assert shown[area_label(Area.CATALOG)].value == "1 does not hold"
    assert not shown[area_label(Area.STOCK)].is_wrong
    assert page.note.text() == "1 rule does not hold."
    assert not page.rules.advice.isHidden()


async def test_what_a_check_has_found_is_drawn_whole(page, store, add_product):
    add_product("Mug")
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(BREAK)
        owner.execute("UPDATE inventory SET low_stock_threshold = 7")
    page.check_button.click()
    await page.idle()
    await asyncio.sleep(0.05)  # Qt lays out once it has nothing else to do
    drawn = [page.rules.lines.itemAt(at).widget() for at in range(page.rules.lines.count())]
    for one in drawn:
        assert one.height() >= one.layout().minimumHeightForWidth(one.width()) > 0


@pytest.mark.parametrize("width", [700, 880, 1190])
async def test_lines_are_drawn_whole_in_narrow_columns(page, width):
    long = Line("Clock of this computer", "stimmt mit der Datenbank überein, sehr")
    page.resize(width, 900)
    page.versions.show_lines([long, long])
    await asyncio.sleep(0.05)
    for at in range(2):
        one = page.versions.lines.itemAt(at).widget()
        assert one.height() >= one.layout().minimumHeightForWidth(one.width()) > 0


async def test_a_check_is_noted_and_seen_by_others(page, auditors, store):
    assert page.rules.when.text() == "They have not been checked yet."
    page.check_button.click()
    await page.idle()
    assert page.note.text() == "Every rule holds."
    assert store.rows(
        "SELECT login::text, new FROM storedesk.audit_event WHERE entity = 'rules'"
    ) == [(store.login("cyd"), [])]
    await auditors.refresh()
    assert auditors.rules.when.text() == "Last checked just now by Cyd."
    assert not auditors.rules.status.isHidden()


async def test_an_auditor_checks_and_changes_nothing(auditors, store):
    auditors.check_button.click()
    await auditors.idle()
    assert auditors.note.text() == "Every rule holds."
    assert not store.rows("SELECT FROM storedesk.audit_event WHERE entity = 'rules'")


async def test_a_check_that_is_canceled_notes_nothing(page, store, monkeypatch):
    ask = queries.health.broken_by
    asked = []

    def canceled(session, *, rule):
        asked.append(rule)
        page.cancel_check()
        return ask(session, rule=rule)

    monkeypatch.setattr(queries.health, "broken_by", canceled)
    page.check_button.click()
    await page.idle()
    assert page.note.text() == "The check was canceled."
    assert len(asked) == 1
    assert page.rules.running.isHidden()
    assert not store.rows("SELECT FROM storedesk.audit_event WHERE entity = 'rules'")


async def test_the_server_drops_the_rule_that_is_asked_when_the_check_is_canceled(
    page, store, monkeypatch
):
    def slow(session, *, rule):
        del rule
        session.connection().exec_driver_sql("SELECT pg_sleep(60)")

    monkeypatch.setattr(queries.health, "broken_by", slow)
    page.check_button.click()
    sleeps = "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'"
    running = f"{sleeps} AND state = 'active'"
    while not store.sql(running):
        await asyncio.sleep(0.01)
    page.cancel_check()
    await page.idle()
    assert page.note.text() == "The check was canceled."
    assert not store.sql(running)


@pytest.mark.parametrize(("login", "sees_mails"), [("cyd", True), ("dee", False), ("eve", True)])
def test_what_may_not_be_seen_is_left_out(opened, login, sees_mails):
    page = opened(login)
    assert (page.mails is not None) is sees_mails
    assert page.problem.isHidden()
    assert [line.name for line in page.server.shown][:2] == ["PostgreSQL", "Size of the database"]


def test_who_keeps_others_waiting_is_named(opened, store, add_product):
    mug = add_product("Mug")
    with store.connect("ada") as holder:
        holder.execute("BEGIN")
        holder.execute("SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, 1, 'x')", [mug])
        holder.execute("SELECT pg_sleep(6)")
        page = opened("cyd")
        (line,) = page.holders.shown
        assert line.name == "Ada"
        assert line.value.startswith("open for ")
        holder.execute("ROLLBACK")


def test_a_clock_that_is_off_is_said_with_what_to_do(opened):
    ahead = Format("en_US", now=lambda: datetime.now(UTC) + timedelta(minutes=7, seconds=20))
    page = opened("cyd", ahead)
    (line,) = [line for line in page.versions.shown if line.is_wrong]
    assert line.value == "7 minutes ahead"
    assert "network" in line.advice
    assert page.sum.text.endswith("needs a look") or page.sum.text.endswith("need a look")


def test_failed_emails_open_the_outbox(opened, store, went):
    store.sql(
        "INSERT INTO email_queue (id, email_type, reference_type, reference_id, recipient_email,"
        " subject, payload, status, retry_count, last_error)"
        " VALUES (gen_random_uuid(), 'verification', 'customer', gen_random_uuid(),"
        " 'kim@example.com', 'x', '{}', 'failed', 1, 'no')"
    )
    page = opened("cyd")
    (line,) = [line for line in page.mails.shown if line.is_wrong]
    page.mails.way_wanted.emit(line.way)
    assert went == [(("outbox",), {"tab": "failed"})]


async def test_a_report_for_support_is_saved_by_its_key(page, tmp_path, monkeypatch):
    workspace = Workspace(Profile(tmp_path))

    async def of_this_computer():
        return workspace

    async def chosen(*_, name, **__):
        return tmp_path / name

    page.context.workspace = of_this_computer
    monkeypatch.setattr(report, "choose_file", chosen)
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    await page.idle()
    (path,) = tmp_path.glob("*.zip")
    assert page.note.text().startswith(f"Saved as {path.name}.")
    with ZipFile(path) as archive:
        assert "PostgreSQL: " in archive.read("health.txt").decode()


@pytest.fixture
def german():
    LANGUAGE.choose("de")
    yield
    LANGUAGE.choose("en")


@pytest.mark.usefixtures("german")
def test_a_broken_rule_is_named_in_german(page):
    health = page.health
    rule = next(one for one in health.figures.rules if one.name == "S48")
    lines = area_lines(health, ["S48"], [BrokenRule(rule, ("",))], Format("de_DE"))
    assert "Was abgezeichnet wurde, ist eine Ausnahme" in [line.advice for line in lines]
