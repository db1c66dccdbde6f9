"""Processor time of a column: of this process while it sold, and of the server's for its lines.

On a machine that does other work as well, a long call waits for its turn more often than a short
one, and the ratio of their times grows with the load. That of their processor times does not.
"""

import time
from collections.abc import Sequence

import psutil
import psycopg
from bench.handwritten import DATABASE

COLUMNS = ("ours", "bare", "by hand")
BACKENDS = """
    SELECT CASE WHEN datname = %s THEN 'by hand'
                WHEN application_name = 'storedesk' THEN 'ours' ELSE 'bare' END,
           array_agg(pid)
    FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      AND (datname = %s AND application_name = '' OR usename = %s)
    GROUP BY 1
"""


class Processors:
    """Counts for each column the milliseconds of both sides, from when it is made."""

    def __init__(self, owner: str, login: str) -> None:
        with psycopg.connect(owner) as line:
            found = line.execute(BACKENDS, [DATABASE, DATABASE, login]).fetchall()
        self.backends = {column: [psutil.Process(pid) for pid in pids] for column, pids in found}
        self.client = [0.0 for _ in COLUMNS]
        self.before = self._servers()
        self.started = 0.0

    def start(self) -> None:
        self.started = time.process_time()

    def stop(self, column: int) -> None:
        """Count what this process did since it was started."""
        self.client[column] += (time.process_time() - self.started) * 1000

    def each(self, times: int) -> dict[str, float]:
        """Return what each of so many sales took in each column."""
        servers = zip(self._servers(), self.before, strict=True)
        used = [now - before for now, before in servers]
        both = zip(COLUMNS, self.client, used, strict=True)
        return {column: round((mine + theirs) / times, 3) for column, mine, theirs in both}

    def _servers(self) -> Sequence[float]:
        return [sum(map(_milliseconds, self.backends[column])) for column in COLUMNS]


def _milliseconds(process: psutil.Process) -> float:
    used = process.cpu_times()
    return (used.user + used.system) * 1000
