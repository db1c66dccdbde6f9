"""The page of people on a real store, as an admin sees it."""

import pytest

from storedesk.ui.people.view import PeopleView
from tests.ui.contexts import a_context


@pytest.fixture
def page(qtbot, signed_in, us, act):
    """The page, as Dee opens it."""
    desk, me = signed_in("dee")
    page = PeopleView(a_context(desk, me, us))
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page
