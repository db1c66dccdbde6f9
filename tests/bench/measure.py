"""Ours, the same command called bare, and the same work by hand: in turn, and medians count.

`ours` goes through the desk, as the window does. `bare` is the same command, or the same question,
by bare psycopg: between the two stands what Python costs. `by hand` is what SQL written for this
work alone takes, on the same server: between it and `bare` stands what the database's functions
cost beyond the work.
"""

import json
import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

Work = Callable[[], object]
MOST, LEAST = "at most", "at least"


@dataclass(frozen=True)
class Bound:
    """What a ratio is held to."""

    kind: str
    value: float

    def holds(self, ratio: float) -> bool:
        return ratio <= self.value if self.kind == MOST else ratio >= self.value

    def __str__(self) -> str:
        return f"{self.kind} {self.value:g}"


def at_most(value: float) -> Bound:
    return Bound(MOST, value)


def at_least(value: float) -> Bound:
    return Bound(LEAST, value)


@dataclass(frozen=True)
class Figure:
    """One entry of build/bench.json; `ours`, `bare` and `by_hand` are in `unit`.

    `ratios` has ours over `bare` and over `by hand`, and what else a bound is set to; `bounds` what
    they are held to; `details` what else was seen.
    """

    name: str
    size: int
    unit: str
    ours: float
    bare: float | None
    by_hand: float | None
    runs: int
    ratios: dict[str, float] = field(default_factory=dict)
    bounds: dict[str, Bound] = field(default_factory=dict)
    details: dict[str, object] = field(default_factory=dict)
    load: float = 0.0

    @property
    def over(self) -> list[str]:
        """Name the bounds that do not hold."""
        return [
            f"{self.ratios[of]:g} {of}, {bound}"
            for of, bound in self.bounds.items()
            if not bound.holds(self.ratios[of])
        ]

    @property
    def holds(self) -> bool:
        return not self.over

    @classmethod
    def read(cls, payload: dict[str, object]) -> "Figure":
        """Make the figure again that another process wrote."""
        bounds = {of: Bound(**bound) for of, bound in payload["bounds"].items()}
        return cls(**{key: value for key, value in payload.items() if key != "over"}
                   | {"bounds": bounds})  # fmt: skip

    def payload(self) -> dict[str, object]:
        return asdict(self) | {"over": self.over}


def clocked(work: Work) -> float:
    """Do some work once; the milliseconds it took."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def in_turn(count: int, turn: int) -> list[int]:
    """Return 0, 1, 2 ... in every other turn, and ... 2, 1, 0 in those between.

    So a machine that becomes slower or faster meanwhile does the same to each.
    """
    return list(range(count))[:: 1 if turn % 2 else -1]


def compare(
    name: str,
    *,
    size: int,
    ours: Work,
    bare: Work,
    by_hand: Work | None = None,
    bounds: Mapping[str, Bound],
    runs: int = 60,
    warm_up: int = 5,
) -> Figure:
    """Measure two or three ways of doing the same, in turn."""
    works = [work for work in (ours, bare, by_hand) if work is not None]
    times: list[list[float]] = [[] for _ in works]
    for turn in range(warm_up + runs):
        for one in in_turn(len(works), turn):
            times[one].append(clocked(works[one]))
    return figure(name, size, [series[warm_up:] for series in times], bounds)


def figure(
    name: str,
    size: int,
    series: Sequence[Sequence[float]],
    bounds: Mapping[str, Bound],
    *,
    unit: str = "ms",
    ratios: Mapping[str, float] | None = None,
    details: Mapping[str, object] | None = None,
) -> Figure:
    """Sum up the series of ours, of bare, and of by hand where there is one."""
    ours, bare, by_hand = [*map(_median, series), None, None][:3]
    assert ours is not None
    others = {"bare": bare, "by hand": by_hand}
    found = {of: round(ours / value, 3) for of, value in others.items() if value}
    return Figure(
        name,
        size,
        unit,
        ours,
        bare,
        by_hand,
        min(len(times) for times in series if times),
        found | dict(ratios or {}),
        dict(bounds),
        dict(details or {}),
        load(),
    )


def _median(times: Sequence[float]) -> float | None:
    return round(statistics.median(times), 3) if times else None


def alone(
    name: str,
    size: int,
    value: float,
    most: float | None,
    *,
    unit: str,
    runs: int = 1,
    details: Mapping[str, object] | None = None,
) -> Figure:
    """Return a figure that is compared with nothing but a number, or with nothing."""
    value = round(value, 2)
    bounds = {} if most is None else {"in all": at_most(most)}
    return Figure(
        name, size, unit, value, None, None, runs, {"in all": value}, bounds, dict(details or {}),
        load=load(),
    )  # fmt: skip


def load() -> float:
    """Return what the machine has to do, all processes together."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


class Results:
    """What was found; written anew after each figure, so that nothing is lost with what follows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about: dict[str, object] = {}
        self.figures: list[Figure] = []
        self.failed: dict[str, str] = {}

    def add(self, figure: Figure) -> None:
        self.figures.append(figure)
        self.write()
        print(line(figure), flush=True)

    def write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        payload = {
            "about": self.about,
            "failed": self.failed,
            "figures": [figure.payload() for figure in self.figures],
        }
        self.path.write_text(json.dumps(payload, indent=2) + "\n", encoding="utf-8")

    def summary(self) -> str:
        """Return the table, and what is over its bound or failed."""
        over = [f"  {one.name}: {'; '.join(one.over)}" for one in self.figures if one.over]
        failed = [f"  {part}: {why}" for part, why in self.failed.items()]
        return "\n".join(
            [HEADER, *map(line, self.figures)]
            + (["over:", *over] if over else [])
            + (["failed:", *failed] if failed else [])
        )


HEADER = (
    f"{'name':<22}{'size':>9} {'unit':<9}{'ours':>10}{'bare':>10}{'by hand':>10}"
    f"{'x bare':>8}{'x hand':>8}{'runs':>6}{'load':>6}"
)


def line(figure: Figure) -> str:
    """Return a figure as a line of the table."""
    values = "".join(
        f"{value:>10.2f}" if value is not None else f"{'':>10}"
        for value in (figure.ours, figure.bare, figure.by_hand)
    )
    ratios = "".join(
        f"{figure.ratios[of]:>8.2f}" if of in figure.ratios else f"{'':>8}"
        for of in ("bare", "by hand")
    )
    mark = "  over" if figure.over else ""
    start = f"{figure.name:<22}{figure.size:>9} {figure.unit:<9}"
    return f"{start}{values}{ratios}{figure.runs:>6}{figure.load:>6.1f}{mark}"
