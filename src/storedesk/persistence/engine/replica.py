"""Ask a replica of the store's server what takes long, no older than the server has it."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from psycopg.conninfo import make_conninfo
from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.refusals.errors import Conflict, StoreError, Unavailable
from storedesk.domain.replica_address import ReplicaAddress
from storedesk.persistence.engine.database import Database, Ticket

log = logging.getLogger(__name__)
T = TypeVar("T")

PATIENCE = 2.0
"""Seconds to wait for a replica to have what the server has."""
PAUSE = 0.02
"""Seconds between two looks whether it has."""
REST = 60.0
"""Seconds for which a replica is not asked that did not answer, or was too far behind."""
WRITTEN = text("""
    SELECT s.walk_in_customer_id, pg_current_wal_flush_lsn() FROM storedesk.store_settings AS s
""")
REACHED = text("""
    SELECT s.walk_in_customer_id,
           pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= CAST(:written AS pg_lsn)
    FROM storedesk.store_settings AS s
""")


class ReplicaReader:
    """A server that gets every change of the store's. It is asked only while it has them all.

    Threads may share it.
    """

    def __init__(self, server: Database, address: ReplicaAddress) -> None:
        """Take the store's own server, whose login, password and proofs are good here too."""
        self._server = server
        dsn = make_conninfo(
            server.dsn, host=address.host, hostaddr="", port=address.port,
            target_session_attrs="any",
        )  # fmt: skip
        self.address = address
        self._database = Database(dsn, pool_size=2)
        self._rests_until = 0.0

    def is_rested(self) -> bool:
        """Tell whether it is worth asking: it has answered, or has not been asked for a while."""
        return time.monotonic() >= self._rests_until

    def ask(self, question: Callable[[Session], T], ticket: Ticket, *, as_one: bool) -> T:
        """Answer a question as the store's server would now.

        A StoreError says that it cannot, or what the server would refuse too; for a while it is
        not asked again.
        """
        try:
            self._wait_for(*self._written())
            reading = self._database.reading_as_one if as_one else self._database.reading
            with reading(ticket, trusting=True) as session:
                return question(session)
        except StoreError as failure:
            if not ticket.is_cancelled:
                log.warning("the replica %s was not asked: %s", self.address, failure)
                self._rests_until = time.monotonic() + REST
            raise

    def close(self) -> None:
        """Give all connections back."""
        self._database.close()

    def _written(self) -> tuple[UUID, str]:
        with self._server.reading(trusting=True) as session:
            store, written = session.execute(WRITTEN).one()
            return store, str(written)

    def _wait_for(self, store: UUID, written: str) -> None:
        until = time.monotonic() + PATIENCE
        with self._database.reading(trusting=True) as session:
            while True:
                found, has_all = session.execute(REACHED, {"written": written}).one()
                if found != store:
                    raise Conflict("replica_of_another")
                if has_all:
                    return
                if time.monotonic() > until:
                    raise Unavailable("replica_behind")
                time.sleep(PAUSE)
