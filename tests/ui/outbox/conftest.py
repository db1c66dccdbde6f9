"""The outbox page on a real store, with a real mail server beside it."""

import pytest

from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.ui.outbox.view import OutboxView
from tests.outbox.conftest import (  # noqa: F401 - fixtures
    confirm,
    mail_server,
    mailer,
    order,
    queue_link,
    send,
    server,
    state,
    use,
)
from tests.ui.contexts import a_context


@pytest.fixture
def keeper():
    """A keeper of passwords that is only a dictionary."""

    class Keeper:
        def __init__(self):
            self.kept = {}

        def password(self, store, login):
            return self.kept.get((store, login))

        def remember(self, store, login, password):
            self.kept[store, login] = password
            return True

    return Keeper()


@pytest.fixture
def visited():
    """Where the page has led to."""
    return []


@pytest.fixture
def open_page(qtbot, signed_in, us, act, keeper, visited):
    def open_page(login="cyd"):
        desk, me = signed_in(login)
        context = a_context(
            desk,
            me,
            us,
            mail_passwords=MailPasswords(lambda: keeper),
            navigate=lambda *there: visited.append(there),
        )
        page = OutboxView(context)
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page
