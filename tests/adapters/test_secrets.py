import threading

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import PasswordDeleteError, PasswordSetError

from storedesk.adapters import secrets
from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.domain.outbox import MailSettings
from storedesk.domain.refusals.errors import Unavailable


class Keeper(KeyringBackend):
    """Keeps secrets in memory, and may be locked."""

    priority = 1

    def __init__(self):
        self.known = {}
        self.is_locked = False

    def get_password(self, service, username):
        return self.known.get((service, username))

    def set_password(self, service, username, password):
        if self.is_locked:
            raise PasswordSetError
        self.known[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.known:
            raise PasswordDeleteError
        del self.known[service, username]


@pytest.fixture(autouse=True)
def own_keyring():
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, Keeper])
def test_what_is_no_keeper_of_the_system_is_never_used(backend):
    keyring.set_keyring(backend())
    assert secrets.find_secrets() is None


def test_a_real_keeper_remembers_each_store_apart_and_forgets(monkeypatch):
    monkeypatch.setattr(secrets, "KEEPERS", {(Keeper.__module__, "Keeper")})
    keyring.set_keyring(Keeper())
    found = secrets.find_secrets()

    assert found.remember("shop", "ada", "one") is True
    assert (found.password("shop", "ada"), found.password("other", "ada")) == ("one", None)
    found.forget("shop", "ada")
    found.forget("shop", "ada")
    assert found.password("shop", "ada") is None


def test_a_locked_keeper_stops_nobody():
    keeper = Keeper()
    keeper.is_locked = True
    assert secrets.Secrets(keeper).remember("shop", "ada", "one") is False


class Silent(Keeper):
    """Answers when it is let, which may be never."""

    def __init__(self):
        super().__init__()
        self.gate, self.asked = threading.Event(), 0

    def get_password(self, *_):
        self.asked += 1
        assert self.gate.wait(60)
        return "late"

    set_password = delete_password = get_password


def test_a_keeper_that_never_answers_is_told_in_time_and_not_asked_again():
    keeper = Silent()
    silent = secrets.Secrets(keeper, limit=0.05)
    for ask in (silent.password, silent.password, silent.forget):
        with pytest.raises(Unavailable, match="password store"):
            ask("shop", "ada")
    with pytest.raises(Unavailable, match="password store"):
        silent.remember("shop", "ada", "one")
    assert keeper.asked == 1

    keeper.gate.set()
    silent._owed.result(10)
    assert silent.password("shop", "ada") == "late"


def test_a_search_for_a_keeper_that_never_ends_is_told_in_time(monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(secrets, "LIMIT", 0.05)
    monkeypatch.setattr(keyring, "get_keyring", lambda: gate.wait(60))
    with pytest.raises(Unavailable, match="password store"):
        secrets.find_secrets()
    gate.set()


def test_a_mails_password_is_kept_for_today_where_the_keeper_does_not_answer():
    keeper = Silent()
    found = secrets.Secrets(keeper, limit=0.05)
    passwords = MailPasswords(lambda: found)
    settings = MailSettings(host="mail.example", user="shop")
    with pytest.raises(Unavailable, match="password store"):
        passwords.known(settings)
    assert passwords.keep(settings, "one") is False
    assert passwords.known(settings) == "one"
    keeper.gate.set()
