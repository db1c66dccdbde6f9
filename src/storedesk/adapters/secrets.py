"""Passwords that this computer may remember: with the system's own keeper, or not at all."""

from contextlib import suppress

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

SERVICE = "StoreDesk"
KEEPERS = {
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
}
"""Accepted by class: what keeps secrets in a file, or not at all, is not among them."""


class Secrets:
    """Remembers passwords with the system's keeper, each for a store and a login."""

    def __init__(self, keeper: KeyringBackend) -> None:
        self._keeper = keeper

    def password(self, store: str, login: str) -> str | None:
        """Return what is remembered; None where nothing is, or the keeper stays locked."""
        with suppress(KeyringError):
            return self._keeper.get_password(f"{SERVICE} {store}", login)
        return None

    def remember(self, store: str, login: str, password: str) -> bool:
        """Keep a password; False where the keeper will not."""
        try:
            self._keeper.set_password(f"{SERVICE} {store}", login, password)
        except KeyringError:
            return False
        return True

    def forget(self, store: str, login: str) -> None:
        """Remember it no longer."""
        with suppress(KeyringError):
            self._keeper.delete_password(f"{SERVICE} {store}", login)


def find_secrets() -> Secrets | None:
    """Return the system's keeper of secrets, or None where there is no real one."""
    chosen = keyring.get_keyring()
    backends = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in backends:
        if (type(backend).__module__, type(backend).__qualname__) in KEEPERS:
            return Secrets(backend)
    return None
