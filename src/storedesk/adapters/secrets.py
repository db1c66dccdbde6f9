"""Remember passwords in the system's password store, or not at all."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

from storedesk.adapters.time_limits import apart, within
from storedesk.domain.refusals.errors import Unavailable

T = TypeVar("T")
log = logging.getLogger(__name__)
SERVICE = "StoreDesk"
KEEPERS = {
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
}
"""Accepted by class: what keeps secrets in a file, or not at all, is not among them."""
LIMIT = 20.0
"""Seconds for an answer: a person may have to unlock it first."""


class Secrets:
    """Remembers passwords in the system's password store, each for a store and a login.

    All raise Unavailable: keeper_silent; while it owes an answer it is not asked again.
    """

    def __init__(self, keeper: KeyringBackend, limit: float = LIMIT) -> None:
        self._keeper, self._limit = keeper, limit
        self._owed: Future[Any] | None = None

    def password(self, store: str, login: str) -> str | None:
        """Return what is remembered; None where nothing is, or the password store stays locked."""
        with suppress(KeyringError):
            return self._ask(lambda: self._keeper.get_password(f"{SERVICE} {store}", login))
        return None

    def remember(self, store: str, login: str, password: str) -> bool:
        """Keep a password; False if the password store refuses."""
        try:
            self._ask(lambda: self._keeper.set_password(f"{SERVICE} {store}", login, password))
        except KeyringError:
            return False
        return True

    def forget(self, store: str, login: str) -> None:
        """Remember it no longer."""
        with suppress(KeyringError):
            self._ask(lambda: self._keeper.delete_password(f"{SERVICE} {store}", login))

    def _ask(self, job: Callable[[], T]) -> T:
        if self._owed and not self._owed.done():
            raise Unavailable("keeper_silent")
        answer = apart(job)
        try:
            return answer.result(self._limit)
        except TimeoutError as error:
            self._owed = answer
            raise silent() from error


def find_secrets() -> Secrets | None:
    """Return the system's password store, or None where there is no real one.

    Unavailable: keeper_silent.
    """
    try:
        chosen = within(LIMIT, keyring.get_keyring)
    except TimeoutError as error:
        raise silent() from error
    backends = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in backends:
        if (type(backend).__module__, type(backend).__qualname__) in KEEPERS:
            return Secrets(backend)
    return None


def silent() -> Unavailable:
    """Note and log that the password store does not answer."""
    log.warning("the system's password store does not answer")
    return Unavailable("keeper_silent")
