"""A server whose programs can be stopped, for a backup that somebody waits for."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from storedesk.adapters.embedded.server import Server
from storedesk.domain.refusals.errors import Refused


class StoppableServer:
    """Serves as the store's own server does; once `stop` is set it begins nothing more."""

    def __init__(self, server: Server, stop: Event, tell: Callable[[str], object]) -> None:
        """`tell` hears the name of each program that begins."""
        self._server, self._stop, self._tell = server, stop, tell

    def dsn(self, database: str = "postgres") -> str:
        """Name a database for the superuser. Refused: backup_canceled."""
        if self._stop.is_set():
            raise Refused("backup_canceled")
        return self._server.dsn(database)

    def run(self, program: str, *words: str | Path) -> str:
        """Run one of PostgreSQL's programs. Refused: backup_canceled."""
        if self._stop.is_set():
            raise Refused("backup_canceled")
        self._tell(program)
        return self._server.run(program, *words, stop=self._stop)
