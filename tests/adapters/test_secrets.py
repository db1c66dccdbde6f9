import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import PasswordDeleteError, PasswordSetError

from storedesk.adapters import secrets


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
