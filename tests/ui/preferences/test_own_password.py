"""Everybody changes their own password, and signs in with it."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.ui.context import OwnAccount
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.preferences.own_password import OwnPasswordDialog
from storedesk.ui.preferences.view import PreferencesView
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.till.shop import till_context

NEW = "quite another secret"  # for tests alone


async def opened(kind):
    async with asyncio.timeout(20):
        while not isinstance(covering(), kind):
            await asyncio.sleep(0.02)
    return covering()


async def test_whoever_changes_it_is_signed_out_and_the_old_one_is_asked_for(house):  # noqa: F811
    await house.come()
    await house.enter("ada")
    frame = house.window.frame
    frame.go("preferences")
    page = frame.pages["preferences"]
    assert page.password.isVisible()
    page.password.click()
    dialog = await opened(OwnPasswordDialog)
    QTest.keyClicks(dialog.old.input, "not hers")
    QTest.keyClicks(dialog.new.input, NEW)
    house.access.answers = [NotAllowed("wrong_password"), None]
    dialog.save.click()
    await dialog.idle()
    assert "password" in dialog.problem.text()
    assert dialog.focusWidget() is dialog.old.editor
    assert dialog.new.text() == NEW, "what was typed stays"
    dialog.old.show_value("hers")
    dialog.save.click()
    async with asyncio.timeout(20):
        while house.window.frame:
            await asyncio.sleep(0.02)
    login = house.store.login("ada")
    assert house.access.asked[-2:] == [(login, "not hers", NEW), (login, "hers", NEW)]
    assert house.window.stack.currentWidget() is house.window.sign_in
    await house.window.sign_in.idle()


async def test_a_short_password_is_said_at_its_field_and_nothing_is_asked(house):  # noqa: F811
    await house.come()
    await house.enter("ada")
    house.window.frame.go("preferences")
    page = house.window.frame.pages["preferences"]
    page.start(page.change_password)
    dialog = await opened(OwnPasswordDialog)
    asked = len(house.access.asked)
    dialog.old.show_value("hers")
    dialog.new.show_value("short")
    dialog.save.click()
    await dialog.idle()
    assert "at least 12" in dialog.new.problem.text()
    assert len(house.access.asked) == asked
    dialog.reject()
    await page.idle()


@pytest.mark.parametrize("account", [None, OwnAccount(None, None)])
def test_a_demo_store_whose_passwords_are_shown_has_none_to_change(qtbot, us, account):
    context = replace(till_context(None, format=us), account=account)
    page = PreferencesView(context)
    qtbot.addWidget(page)
    assert page.password.isHidden() is (account is None)
    names = {action.name for action in context.actions.all()}
    assert ("preferences.password" in names) is (account is not None)
