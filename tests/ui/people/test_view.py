"""People are added, changed, disabled and enabled in the window."""

import asyncio
from uuid import uuid4

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk import queries
from storedesk.api.staff import verifier
from storedesk.domain.staff import Group, Limit
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.people.forms import (
    ChangePersonDialog,
    LimitsDialog,
    NewPasswordDialog,
    NewPersonDialog,
    suggested_login,
)

SECRET = "a long enough secret"  # for tests alone


@pytest.fixture
def hire(store):
    def hire(person, *groups, name=None):
        words = "SELECT api.create_staff(%s, %s, %s, %s, %s)"
        login = store.login(person)
        secret = verifier(login, SECRET)
        store.sql(words, uuid4(), login, name or person.title(), list(groups), secret, login="dee")
        return login

    return hire


async def opened(kind):
    async with asyncio.timeout(20):
        while not isinstance(covering(), kind):
            await asyncio.sleep(0.02)
    return covering()


async def choose(page, name):
    page.reload()
    await page.shown()
    for place in range(page.table.rows.rowCount()):
        page.table.selectRow(place)
        if page.table.chosen().name == name:
            await page.shown()
            return
    raise LookupError(name)


def names(page):
    return [page.table.rows.record(at).name for at in range(page.table.rows.rowCount())]


def group_names(store, login):
    with psycopg.connect(store.dsn(), user=login, password=SECRET, autocommit=True) as line:
        return set(line.execute("SELECT api.me() -> 'groups'").fetchone()[0])


@pytest.mark.parametrize(
    ("name", "login"),
    [("Finn O'Malley", "finn"), ("Zoë B.", "zoe"), ("  Ana", "ana"), ("李雷", ""), ("Jo", ""),
     ("Jean-Luc Picard", "jeanluc"), ("pg_x", ""), ("Public", ""), ("", "")],
)  # fmt: skip
def test_a_login_is_suggested_where_the_name_gives_one(name, login):
    assert suggested_login(name) == login


async def test_a_person_is_taken_on_by_keys_alone(page, store):
    page.start(page.add)
    dialog = await opened(NewPersonDialog)
    QTest.keyClicks(dialog.name.input, "Finn O'Malley")
    assert dialog.login.text() == "finn"
    dialog.login.input.selectAll()
    QTest.keyClicks(dialog.login.input, store.login("finn"))
    QTest.keyClicks(dialog.name.input, "!")
    assert dialog.login.text() == store.login("finn"), "what was typed stays"
    QTest.keyClicks(dialog.password.input, "too short")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await asyncio.sleep(0.05)
    assert "at least 12" in dialog.password.problem.text()
    dialog.password.input.selectAll()
    QTest.keyClicks(dialog.password.input, SECRET)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await page.idle()
    await page.shown()
    assert group_names(store, store.login("finn")) == {"cashier"}
    assert page.table.chosen().name == "Finn O'Malley!", "whoever was added is looked at"
    assert store.login("finn") in page.note.text()


async def test_a_login_that_exists_is_said_at_its_field_and_nothing_typed_is_lost(page, store):
    page.start(page.add)
    dialog = await opened(NewPersonDialog)
    QTest.keyClicks(dialog.name.input, "Bob Two")
    dialog.login.show_value(store.login("bob"))
    QTest.keyClicks(dialog.password.input, SECRET)
    dialog.save.click()
    await dialog.idle()
    assert "exists on this server already" in dialog.problem.text()
    assert dialog.focusWidget() is dialog.login.editor
    assert dialog.name.text() == "Bob Two"
    dialog.reject()
    await page.idle()


async def test_name_and_groups_are_changed(page, store, hire):
    fay = hire("fay", "cashier")
    await choose(page, "Fay")
    page.start(page.change)
    dialog = await opened(ChangePersonDialog)
    assert dialog.groups.value() == {Group.CASHIER}
    for group in (Group.CASHIER, Group.CLERK):
        dialog.groups.boxes[group].click()
    dialog.name.input.setText("Fay Miller")
    dialog.save.click()
    await page.idle()
    assert group_names(store, fay) == {"clerk"}
    await choose(page, "Fay Miller")
    assert page.detail.groups.text() == "Clerk"


async def test_without_a_group_nothing_is_saved(page, hire):
    hire("fay", "cashier")
    await choose(page, "Fay")
    page.start(page.change)
    dialog = await opened(ChangePersonDialog)
    dialog.groups.boxes[Group.CASHIER].click()
    dialog.save.click()
    await dialog.idle()
    assert dialog.groups.problem.text() == "Choose at least one group."
    dialog.reject()
    await page.idle()


async def test_a_new_password_opens_the_store_and_the_old_one_no_longer(page, store, hire):
    fay = hire("fay", "cashier")
    await choose(page, "Fay")
    page.start(page.new_password)
    dialog = await opened(NewPasswordDialog)
    QTest.keyClicks(dialog.password.input, "quite another secret")
    dialog.save.click()
    await page.idle()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(store.dsn(), user=fay, password=SECRET)
    psycopg.connect(store.dsn(), user=fay, password="quite another secret").close()


async def test_whoever_is_disabled_is_asked_about_shown_out_and_can_be_enabled(page, store, hire):
    fay = hire("fay", "cashier")
    await choose(page, "Fay")
    assert not page.detail.enable.isVisible()
    page.detail.disable.click()
    (await opened(Question)).reject()
    await page.idle()
    page.detail.disable.click()
    question = await opened(Question)
    question._take("yes")
    await page.idle()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(store.dsn(), user=fay, password=SECRET)
    await choose(page, "Fay")
    assert page.detail.state.text == "Disabled"
    page.detail.enable.click()
    await page.idle()
    psycopg.connect(store.dsn(), user=fay, password=SECRET).close()


async def test_oneself_and_programs_are_not_disabled_here(page):
    await choose(page, "Dee")
    assert not page.detail.disable.isVisible()
    assert page.detail.change.isVisible()
    await choose(page, "Wes")
    for button in (page.detail.disable, page.detail.change, page.detail.password):
        assert not button.isVisible()
    assert page.detail.program.isVisible()


async def test_the_detail_tells_rights_and_limits_as_the_database_has_them(page, store):
    store.sql("UPDATE storedesk.limits SET value = 80 WHERE kind = 'refund_amount'")
    await choose(page, "Bob")
    grid = page.detail.rights._grid
    rows = {
        grid.itemAtPosition(at, 1).widget().text(): grid.itemAtPosition(at, 2).widget().text()
        for at in range(grid.rowCount())
        if grid.itemAtPosition(at, 1)
    }
    assert rows["Sell, park, take payments"] == ""
    assert rows["Take goods back"] == "up to $80.00, $200.00 a day"
    assert rows["Change a price at the till"] == "within the limit of discounts"
    assert rows["Ship orders"] == "no, allowed to: Clerk"
    assert rows["People and their groups"] == "no, allowed to: Admin"


async def test_tabs_and_words_narrow_the_list(page):
    page.tabs.choose("clerk")
    page.ask_anew()
    await page.shown()
    assert names(page) == ["Ada"]
    page.tabs.choose(queries.people.PROGRAMS)
    page.ask_anew()
    await page.shown()
    assert names(page) == ["Max", "StoreDesk", "Wes"]


async def test_limits_are_saved_as_a_whole_and_what_was_not_changed_stays(page, store):
    page.start(page.set_limits)
    dialog = await opened(LimitsDialog)
    dialog.fields[Limit.REFUND].input.setText("80,x")
    dialog.save.click()
    await dialog.idle()
    assert dialog.fields[Limit.REFUND].problem.text()
    dialog.fields[Limit.REFUND].input.setText("80")
    dialog.fields[Limit.FOUND_DAY].input.setText("30")
    dialog.save.click()
    await page.idle()
    kept = dict(store.rows("SELECT kind, value::text FROM storedesk.limits"))
    assert kept["refund_amount"] == "80.00"
    assert kept["found_day_pieces"] == "30.00"
    changes = "SELECT count(*) FROM storedesk.audit_event WHERE entity = 'limit'"
    assert store.sql(changes) == 2


async def test_the_sign_ins_of_the_chosen_person_stand_beside_them(page, store):
    words = "SELECT api.note_sign_in(%s, 'sign_in', NULL, 'till-7', NULL, '1.2.3')"
    store.sql(words, uuid4(), login="bob")
    await choose(page, "Bob")
    history = page.detail.history
    shown = [one.text() for one in history.findChildren(QLabel) if not one.isHidden()]
    assert {"Signed in", "till-7, version 1.2.3"} < set(shown)
    await choose(page, "Ada")
    assert not history.none.isHidden(), "and she has none"
