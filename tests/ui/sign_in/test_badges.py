"""A badge is scanned where it is locked, at the till, and where a manager is asked."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLineEdit

from storedesk.domain.badges import new_badge
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.sign_in.test_lock_page import enter, lock  # noqa: F401 - a fixture
from tests.ui.typist import Typist


@pytest.fixture
def badge_of(house):  # noqa: F811
    house.window.scanner.install()

    def badge_of(person):
        number = house.store.sql("SELECT (api.me() ->> 'number')::int", login=person)
        made = new_badge(number)
        house.store.sql("SELECT api.set_badge(%s, %s)", uuid4(), made.secret, login=person)
        return made

    return badge_of


def scan(window, badge):
    Typist(window).types(badge.code)
    fields = window.findChildren(QLineEdit)
    assert not any("SDB" in field.text() for field in fields), "no field has any of it"


async def test_one_scan_unlocks_for_one_person(house, enter, badge_of):  # noqa: F811
    await house.come()
    bobs, cyds = badge_of("bob"), badge_of("cyd")
    window = await enter("bob", pin=None)
    page = await lock(window)
    page.other.click()
    await enter("cyd", pin=None)
    page = await lock(window)
    for badge, name in ((bobs, "Bob"), (cyds, "Cyd")):
        scan(window, badge)
        await page.idle()
        assert window.frame.context.me.name == name
        await house.idle()
        page = await lock(window)


async def test_an_old_badge_and_too_many_tries(house, enter, badge_of):  # noqa: F811
    await house.come()
    old = badge_of("bob")
    badge_of("bob")
    window = await enter("bob")
    page = await lock(window)
    for left in (4, 3, 2, 1):
        scan(window, old)
        await page.idle()
        assert f"no longer good. Tries left: {left}." in page.problem.text()
    scan(window, old)
    await page.idle()
    assert "Sign in with the password" in page.problem.text()
    assert page.buttons == []


async def test_who_has_not_signed_in_here_gives_the_password(house, enter, badge_of):  # noqa: F811
    await house.come()
    badge = badge_of("cyd")
    window = house.window
    scan(window, badge)
    assert "has not signed in here" in window.sign_in.problem.text()
    window = await enter("bob")
    page = await lock(window)
    scan(window, badge)
    await page.idle()
    assert "has not signed in here" in page.problem.text()
    assert [button.text() for button in page.buttons] == ["Bob"]


async def test_at_the_till_a_scan_changes_who_works(house, enter, badge_of):  # noqa: F811
    await house.come()
    bobs, cyds = badge_of("bob"), badge_of("cyd")
    window = await enter("bob")
    page = await lock(window)
    page.other.click()
    await enter("cyd")
    window.visit("till")
    await house.idle()
    scan(window, cyds)
    await window.badges.idle()
    assert window.frame.context.me.name == "Cyd", "she is at work already"
    scan(window, bobs)
    await window.badges.idle()
    assert window.frame.context.me.name == "Bob"
    assert [one.name for one in window.access.people_here.people()] == ["Cyd"]
    await house.idle()
