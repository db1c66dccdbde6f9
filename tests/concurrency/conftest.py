import json
import subprocess
import sys
from pathlib import Path

import pytest

CALLER = Path(__file__).with_name("caller.py")
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


class People:
    """People in processes of their own, who call at the same moment."""

    def __init__(self, store, *names):
        self.processes = [
            subprocess.Popen(
                [sys.executable, str(CALLER), store.dsn(name)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            )
            for name in names
        ]  # fmt: skip
        assert [one.stdout.readline() for one in self.processes] == ["ready\n"] * len(names)

    def at_once(self, *calls):
        """Have each make a call, all at once; answer with what each was told."""
        for one, call in zip(self.processes, calls, strict=True):
            one.stdin.write(json.dumps(call, default=str) + "\n")
        for one in self.processes:
            one.stdin.write("go\n")
        return [json.loads(one.stdout.readline()) for one in self.processes]

    def close(self):
        for one in self.processes:
            one.stdin.close()
            one.wait(30)
            one.stdout.close()


@pytest.fixture
def people(store):
    started = []

    def people(*names):
        started.append(People(store, *names))
        return started[-1]

    before = store.sql(DEADLOCKS)
    yield people
    for one in started:
        one.close()
    assert store.sql(DEADLOCKS) == before
