"""From nothing to the window, and to a usable till, against a bare window."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure, at_most, clocked, figure, in_turn

from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile

HERE = Path(__file__).parent
RUNS, WARM_UP = 9, 2
PASSWORD = "a long bench password"
GOALS = {"window": 1.7, "typed": 1.0, "at_once": 6.0}
"""What is reached, and how many bare windows it may take: `typed` counts from Enter, and the bare
window of `at_once` has a connection."""


def figures(runs: int = RUNS) -> Iterator[Figure]:
    """Measure whole processes until the window is there, or the till can be typed into."""
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
        try:
            yield from compared(folder, workspace.own_dsn(), min(runs, RUNS))
        finally:
            time.sleep(0.5)
            if workspace.server:
                workspace.server.remove()


def compared(folder: str, dsn: str, runs: int) -> Iterator[Figure]:
    """Start ours and the bare window in turn, for each goal."""
    for goal, most in GOALS.items():
        bare = [dsn] if goal == "at_once" else []
        works = [
            lambda goal=goal: reached("start_ours.py", folder, goal, PASSWORD),
            lambda bare=bare: reached("start_bare.py", *bare),
        ]
        series: list[list[float]] = [[], []]
        warm_up = min(runs, WARM_UP)
        for turn in range(warm_up + runs):
            for one in in_turn(2, turn):
                series[one].append(works[one]())
        kept = [times[warm_up:] for times in series]
        yield figure(f"start_{goal}", 1, kept, {"bare": at_most(most)})


def reached(script: str, *words: str) -> float:
    """Run a script until it has reached its goal, and end it: milliseconds, its own if it says."""
    said: list[str] = []
    whole = clocked(lambda: said.extend(_said(script, words)))
    if said[:1] != ["reached"]:
        raise SystemExit(f"{script} said {said!r}")
    return float(said[1]) if "typed" in words else whole


def _said(script: str, words: tuple[str, ...]) -> list[str]:
    command = [sys.executable, str(HERE / script), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline().split()
        process.kill()
    return said
