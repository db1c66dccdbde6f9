"""Send e-mails whenever the outbox changes, until the mailer is stopped."""

import logging
import threading
from functools import partial

from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.domain.change_notices import EVERY_TABLE, ChangeNotice
from storedesk.domain.outbox import MailSettings
from storedesk.domain.refusals.errors import StoreError
from storedesk.persistence.engine.database import Database
from storedesk.persistence.engine.listener import Listener
from storedesk.services.restarted import Restarted
from storedesk.services.sending import EmailTransport, Round, send_due

log = logging.getLogger(__name__)

LOOKS = 30.0
"""Seconds after which it checks even without a notice: pauses end without one."""
PAUSES = (10.0, 30.0, 60.0, 300.0)
"""Seconds to wait after a mail server has accepted nothing."""
WATCHED = {"email_queue", "store_settings", EVERY_TABLE}


class Mailer:
    """Runs threads that send, each on a connection of its own."""

    def __init__(
        self, dsn: str, passwords: MailPasswords | None = None, *, workers: int = 1
    ) -> None:
        self._dsn, self._passwords = dsn, passwords or MailPasswords()
        self._stopping = threading.Event()
        self._bells = [threading.Event() for _ in range(workers)]

    def run(self) -> None:
        """Send until `stop` is called, from another thread or a signal."""
        listener = Listener(self._dsn, self._hear)
        listener.start()
        threads = [
            Restarted(partial(self._work, bell), self._stopping, f"mailer-{at}")
            for at, bell in enumerate(self._bells)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        listener.stop()
        listener.join()

    def send_once(self) -> list[Round]:
        """Send what is due now, and return what became of it; one round of each worker."""
        rounds: list[Round] = []
        failures: list[StoreError] = []

        def work() -> None:
            database = Database(self._dsn, pool_size=1)
            try:
                rounds.append(send_due(database, self._post, is_over=self._stopping.is_set))
            except StoreError as failure:
                failures.append(failure)
            finally:
                database.close()

        threads = [threading.Thread(target=work, daemon=True) for _ in self._bells]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]
        return rounds

    def stop(self) -> None:
        """Start no further e-mail; the one being sent is finished."""
        self._stopping.set()
        self.ring()

    def ring(self) -> None:
        """Check at once, because something may be due."""
        for bell in self._bells:
            bell.set()

    def _hear(self, news: ChangeNotice) -> None:
        if not WATCHED.isdisjoint(news.tables):
            self.ring()

    def _work(self, bell: threading.Event) -> None:
        database, failures = Database(self._dsn, pool_size=1), 0
        try:
            while not self._stopping.is_set():
                bell.clear()
                if self._look(database):
                    failures = 0
                    bell.wait(LOOKS)
                else:
                    self._stopping.wait(PAUSES[min(failures, len(PAUSES) - 1)])
                    failures += 1
        finally:
            database.close()

    def _look(self, database: Database) -> bool:
        """Send what is due; False where the mail server or the database is away."""
        try:
            done = send_due(database, self._post, is_over=self._stopping.is_set)
        except StoreError as failure:
            log.warning("the outbox cannot be looked after: %s", failure)
            return False
        except Exception:  # a bug, which must not end the sending of all other mails
            log.exception("a mail could not be dealt with")
            return False
        return done.trouble is None

    def _post(self, settings: MailSettings) -> EmailTransport:
        from storedesk.adapters.mail.smtp import Mailbox  # noqa: PLC0415 a tenth of a second of start-up

        return Mailbox(settings, self._passwords.known(settings))
