"""The page of settings on a real store, as an admin sees it."""

import asyncio

import pytest

from storedesk import queries
from storedesk.ui.settings.view import SettingsView
from tests.ui.contexts import a_context


@pytest.fixture
def page(qtbot, signed_in, us, act):
    """The page, as Dee opens it."""
    desk, me = signed_in("dee")
    store = asyncio.run(desk.read(queries.store_settings.settings))
    page = SettingsView(a_context(desk, me, us, store=store, keeps_backups=True, is_shared=True))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page
