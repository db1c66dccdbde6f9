"""What happens to tills and to their server: kills, cut lines, restarts; each is counted."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable

import psycopg

from storedesk.adapters.embedded.postmaster import read_pid_file
from storedesk.adapters.embedded.server import Server

LEAST_KINDS = 4
"""So many different things have to have happened in a minute for it to count as one of torture."""


def stop_hard(server: Server, how: signal.Signals = signal.SIGKILL) -> None:
    """Stop the postmaster as a power cut (KILL), a crash (QUIT) or an upgrade (INT) would."""
    known = read_pid_file(server.data)
    assert known is not None, "there is no server to stop"
    os.kill(known.pid, how)
    while server.is_running:
        time.sleep(0.01)


class Nemesis:
    """Strikes at random, with a seed; `restart_till` kills one of the tills and starts it again."""

    def __init__(
        self,
        server: Server,
        owner: str,
        chance: random.Random,
        restart_till: Callable[[float], object],
    ) -> None:
        self.server, self.owner, self.chance = server, owner, chance
        self.restart_till = restart_till
        self.faults: Counter[str] = Counter()
        self.away: list[float] = []
        """Seconds for which the server was gone each time."""

    def strike(self, left: float) -> None:
        """Do one of the things that can be done; `left` are the seconds until the end."""
        strokes = [self.kill_a_till, self.cut_a_line, self.cut_all_lines] * 3
        if left > 10:  # the last sales need a server
            strokes += [self.kill_the_server, self.crash_the_server, self.restart_the_server]
        self.chance.choice(strokes)(left)

    def kill_a_till(self, left: float) -> None:
        self.restart_till(left)
        self.faults["till killed"] += 1

    def cut_a_line(self, _: float) -> None:
        self.cut("ORDER BY random() LIMIT 1")
        self.faults["line cut"] += 1

    def cut_all_lines(self, _: float) -> None:
        self.cut("")
        self.faults["all lines cut"] += 1

    def cut(self, which: str) -> None:
        with psycopg.connect(self.owner, autocommit=True) as owner:
            owner.execute(f"""
                SELECT pg_terminate_backend(pid) FROM (
                    SELECT pid FROM pg_stat_activity WHERE application_name = 'storedesk' {which}
                ) AS lines
            """)

    def kill_the_server(self, _: float) -> None:
        self.restart(signal.SIGKILL)
        self.faults["server killed"] += 1

    def crash_the_server(self, _: float) -> None:
        self.restart(signal.SIGQUIT)
        self.faults["server stopped immediately"] += 1

    def restart_the_server(self, _: float) -> None:
        self.restart(signal.SIGINT)
        self.faults["server restarted fast"] += 1

    def restart(self, how: signal.Signals) -> None:
        gone = time.monotonic()
        stop_hard(self.server, how)
        self.server.start()
        self.away.append(time.monotonic() - gone)
