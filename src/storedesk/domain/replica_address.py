"""Define the address of a replica: a host, and a port where it is another than the usual one."""

import re
from dataclasses import dataclass

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import line

LONGEST = 261
USUAL_PORT, LAST_PORT = 5432, 65535
_ADDRESS = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::([0-9]{1,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReplicaAddress:
    """Where a replica of the store's server is."""

    host: str
    port: int = USUAL_PORT

    @classmethod
    def read(cls, text: str) -> "ReplicaAddress | None":
        """Read `host` or `host:port`; None for nothing. Refused: replica_unreadable."""
        cleaned = line(text, longest=LONGEST)
        if not cleaned:
            return None
        found = _ADDRESS.fullmatch(cleaned)
        port = int(found[2] or USUAL_PORT) if found else 0
        if found is None or not 0 < port <= LAST_PORT:
            raise Refused("replica_unreadable")
        return cls(found[1], port)

    def __str__(self) -> str:
        return self.host if self.port == USUAL_PORT else f"{self.host}:{self.port}"
