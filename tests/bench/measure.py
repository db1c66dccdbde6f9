"""Ours against the same work by hand, in turn and in one run; medians count."""

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line of build/bench.json. Milliseconds are medians; `ratio` is ours over by hand."""

    name: str
    size: int
    ours_ms: float
    limit_ms: float
    ratio: float
    runs: int

    @property
    def holds(self) -> bool:
        return self.ours_ms <= self.limit_ms


def clocked(work: Callable[[], object]) -> float:
    """Do some work once; the milliseconds it took."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def pair(
    name: str,
    *,
    size: int,
    ours: Callable[[], object],
    by_hand: Callable[[], object],
    at_most: float,
    runs: int = 60,
    warm_up: int = 5,
) -> Figure:
    """Measure two ways of doing the same, A B B A ..., so that a drifting machine hurts both."""
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(warm_up + runs):
        first, second = ((ours, mine), (by_hand, theirs))[:: 1 if turn % 2 else -1]
        for work, times in (first, second):
            times.append(clocked(work))
    return figure(name, size, mine[warm_up:], theirs[warm_up:], at_most)


def figure(
    name: str, size: int, ours: Sequence[float], by_hand: Sequence[float], at_most: float
) -> Figure:
    """Sum up two series of milliseconds."""
    mine, theirs = statistics.median(ours), statistics.median(by_hand)
    return Figure(
        name,
        size,
        round(mine, 3),
        round(theirs * at_most, 3),
        round(mine / theirs, 3),
        min(len(ours), len(by_hand)),
    )


def write(figures: Sequence[Figure], path: Path) -> None:
    """Write the list, and print it as a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(f) for f in figures], indent=2) + "\n", encoding="utf-8")
    print(f"{'name':<22}{'size':>9}{'ours ms':>11}{'limit ms':>11}{'ratio':>8}{'runs':>6}")
    for f in figures:
        mark = "" if f.holds else "  over"
        times = f"{f.ours_ms:>11.2f}{f.limit_ms:>11.2f}{f.ratio:>8.2f}"
        print(f"{f.name:<22}{f.size:>9}{times}{f.runs:>6}{mark}")
