"""F12 locks: whoever has a PIN goes on with it, and the others sign in beside them."""

import asyncio
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.services import people_here
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

PIN = "4711"
AT_WORK = """
    SELECT count(*), bool_or(query ILIKE 'LISTEN%%'), bool_or(state <> 'idle')
    FROM pg_stat_activity WHERE usename = %s
"""


@pytest.fixture
def enter(house):  # noqa: F811
    """Let somebody sign in by password, who has a PIN, in the order of real sign-ins."""

    async def enter(person, pin=PIN):
        if pin:
            house.store.sql("SELECT api.set_pin(%s, %s)", uuid4(), pin, login=person)
        await house.enter(person, is_noted=True)
        return house.window

    return enter


async def lock(window):
    QTest.keyClick(window, Qt.Key.Key_F12)
    await window.lock_page.idle()
    return window.lock_page


async def give(page, pin):
    QTest.keyClicks(page.pin.input, pin)
    QTest.keyClick(page.pin.input, Qt.Key.Key_Return)
    await page.idle()


async def test_two_people_take_turns_by_keys_alone(house, enter):  # noqa: F811
    await house.come()
    window = await enter("bob")
    page = await lock(window)
    assert window.frame is None
    assert page.chosen.name == "Bob", "there is nobody else to choose"
    page.other.click()
    await enter("cyd")
    page = await lock(window)
    assert [button.text() for button in page.buttons] == ["Bob", "Cyd"]
    assert page.chosen is None
    for digit, name in (("1", "Bob"), ("2", "Cyd"), ("1", "Bob")):
        QTest.keyClicks(window.focusWidget(), digit)
        assert page.chosen.name == name
        assert window.focusWidget() is page.pin.editor
        await give(page, PIN)
        assert window.frame.context.me.name == name
        await house.idle()
        page = await lock(window)


async def test_of_who_is_not_at_work_one_connection_stays_at_rest(house, enter):  # noqa: F811
    await house.come()
    house.store.let_go()
    window = await enter("bob")
    house.store.let_go()
    await lock(window)
    login = house.store.login("bob")
    async with asyncio.timeout(20):
        while house.store.rows(AT_WORK, login)[0] != (1, False, False):
            await asyncio.sleep(0.02)


async def test_five_wrong_ones_and_the_password_is_wanted(house, enter):  # noqa: F811
    await house.come()
    window = await enter("bob")
    page = await lock(window)
    for left in (4, 3, 2, 1):
        await give(page, "90125")
        assert f"Tries left: {left}." in page.problem.text()
        assert page.pin.text() == "", "so that the next one is typed at once"
    await give(page, "90125")
    assert "Sign in with the password" in page.problem.text()
    assert page.buttons == []
    assert not window.access.people_here.people()
    house.store.let_go()
    login = house.store.login("bob")
    assert house.store.rows(AT_WORK, login)[0][0] == 0


async def test_a_line_that_was_cut_is_made_again_and_a_new_password_ends_it(house, enter):  # noqa: F811
    await house.come()
    window = await enter("bob")
    page = await lock(window)
    login = house.store.login("bob")
    ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = %s"
    house.store.let_go()
    assert house.store.sql(ended, login) == 1
    page.begin()
    await page.idle()
    await give(page, PIN)
    assert window.frame.context.me.name == "Bob"
    await house.idle()
    page = await lock(window)
    verifier = house.store.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", login)
    words = "SELECT api.set_password(%s, %s, %s)"
    house.store.sql(words, uuid4(), login, verifier, login="dee")
    await give(page, PIN)
    assert "can no longer be used" in page.problem.text()
    assert page.buttons == []


async def test_there_is_room_for_six_and_the_server_needs_some_too(house, enter, monkeypatch):  # noqa: F811
    await house.come()
    monkeypatch.setattr(people_here, "MOST", 2)
    for person in ("ada", "bob", "cyd"):
        window = await enter(person)
        page = await lock(window)
        said = page.problem.text()
        page.other.click()
    assert "so Ada gives the password" in said
    window.sign_in.locked.click()
    await page.idle()
    assert [button.text() for button in page.buttons] == ["Bob", "Cyd"]
    monkeypatch.setattr(people_here, "LEAST_FREE", 10_000)
    page.other.click()
    window = await enter("dee")
    page = await lock(window)
    assert "few connections left, so Dee" in page.problem.text()
    assert "Dee" not in [button.text() for button in page.buttons]


async def test_who_has_no_pin_is_signed_out_and_so_is_who_wants_it(house, enter):  # noqa: F811
    await house.come()
    window = await enter("ada", pin=None)
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert window.stack.currentWidget() is window.sign_in
    assert window.sign_in.locked.isHidden()
    window = await enter("bob")
    QTest.keyClick(window, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert window.stack.currentWidget() is window.sign_in
    assert not window.access.people_here.people()
    await window.sign_in.idle()


async def test_it_locks_by_itself_but_never_over_what_is_typed(house, enter, monkeypatch):  # noqa: F811
    await house.come()
    window = await enter("bob")
    assert not window.idle_lock.timer.isActive(), "off, until somebody wants it"
    window.frame.context.comfort.choose(lock_minutes=5)
    assert window.idle_lock.timer.interval() == 300_000
    window.idle_lock.timer.start(10_000)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert window.idle_lock.timer.remainingTime() > 10_000
    page = next(iter(window.frame.pages.made().values()))
    with monkeypatch.context() as typed:
        typed.setattr(page, "unsaved", lambda: "A form")
        window.idle_lock.timer.timeout.emit()
        assert window.frame, "what was typed is there"
        assert window.idle_lock.timer.isActive(), "and it is tried again"
    window.idle_lock.timer.timeout.emit()
    assert window.frame is None
    await window.lock_page.idle()
    assert not window.idle_lock.timer.isActive()
