"""Keep the password of the mail server on the computer that sends, not in the database."""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from storedesk.domain.outbox import MailSettings
from storedesk.domain.refusals.errors import Unavailable

if TYPE_CHECKING:  # 0.2 s of start-up
    from storedesk.adapters.secrets import Secrets

VARIABLE = "STOREDESK_SMTP_PASSWORD"


class MailPasswords:
    """Finds the password: in the environment, in the password store, or typed since the start."""

    def __init__(self, find: "Callable[[], Secrets | None] | None" = None) -> None:
        """`find` finds the password store; without it, the one that this computer has."""
        self._find = find or _system_keeper
        self._typed: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()

    def known(self, settings: MailSettings) -> str | None:
        """Return the password for a server and user; None where it is not known here.

        Unavailable: keeper_silent.
        """
        if not settings.user:
            return None
        if given := os.environ.get(VARIABLE):
            return given
        place = _place(settings)
        with self._lock:
            if place in self._typed:
                return self._typed[place]
            keeper = self._find()
            return keeper.password(*place) if keeper else None

    def keep(self, settings: MailSettings, password: str) -> bool:
        """Save a password in the password store; False if it is known only until the end."""
        place = _place(settings)
        with self._lock:
            self._typed[place] = password
            with suppress(Unavailable):
                keeper = self._find()
                if keeper and keeper.remember(*place, password):
                    self._typed.pop(place, None)
                    return True
            return False


def _place(settings: MailSettings) -> tuple[str, str]:
    return f"mail {settings.host}", settings.user


def _system_keeper() -> "Secrets | None":
    from storedesk.adapters.secrets import find_secrets  # noqa: PLC0415 as above

    return find_secrets()
