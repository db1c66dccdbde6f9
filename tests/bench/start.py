"""From nothing to a usable till, against a bare window and a connection."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure, at_most, compare

from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile

HERE = Path(__file__).parent
RUNS = 9
PASSWORD = "a long bench password"


def figures(runs: int = RUNS) -> Iterator[Figure]:
    """Measure whole processes, until the till can be typed into."""
    with tempfile.TemporaryDirectory(prefix="storedesk-start-") as folder:
        workspace = Workspace(Profile(Path(folder)))
        workspace.profile.make()
        person = NewStore(
            settings=StoreSettings(name="Bench"),
            login="boss",
            display_name="Boss",
            password=PASSWORD,
        )
        workspace.make_store(person, lambda _step, _share: None)
        bare = workspace.own_dsn()
        try:
            yield compare(
                "start",
                size=1,
                ours=lambda: run("start_ours.py", folder, PASSWORD),
                bare=lambda: run("start_bare.py", bare),
                bounds={"bare": at_most(3.0)},
                runs=min(runs, RUNS),
                warm_up=min(runs, 2),
            )
        finally:
            time.sleep(0.5)
            if workspace.server:
                workspace.server.remove()


def run(script: str, *words: str) -> None:
    """Run a script until it says that it can be used, and end it there."""
    command = [sys.executable, str(HERE / script), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        process.kill()
    if said != "usable":
        raise SystemExit(f"{script} said {said!r}")
