"""Changes each command twice, and sees whether a test notices.

    python tests/mutants [--seconds N] [--seed N] [--only COMMAND ...] [--kind KIND ...]
                         [--within TEST ...] [--all]

A change is a boundary, a guard or a written row, in the command or in what it calls. Which tests
reach what is recorded first; then those that reach the change run until one fails, the most
particular before the others.
`--seconds` takes a part; `--within` records and runs some tests only; `--all` runs the whole suite
on each change that survives. Exit 1 if a change survives that reasons.toml gives no reason for.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

import psycopg
from psycopg.rows import scalar_row

HERE = Path(__file__).parent
TOP = HERE.parent.parent
sys.path.insert(0, str(TOP))

from storedesk.adapters.embedded.server import Server  # noqa: E402
from tests.mutants.drawing import KINDS, Function, Mutant, drawn, functions  # noqa: E402
from tests.mutants.reach import WHERE, Reach, known_or_recorded, record  # noqa: E402
from tests.mutants.trying import Outcome, Trier  # noqa: E402
from tests.sql import calls  # noqa: E402

FOLDER = TOP / "build" / "mutants"
"""Keeps what tests reach, and the outcomes of the last run."""
WORKERS = 2
MOST = 150
"""Tests for a change, unless more of them reach both the function and the command."""
UNDOES = "::test_an_upgrade_puts_the_commands_in_anew"
"""Takes back any change, so that the tests after it notice nothing."""
LONGEST = 150.0
"""Seconds that the tests for a change take together, as they were recorded."""


def main(words: list[str]) -> int:
    options = _options(words)
    print(f"seed {options.seed}", flush=True)
    began = time.monotonic()
    if options.within:
        reach = record(options.within, 1)
    else:
        reach = known_or_recorded(list(WHERE), WORKERS, FOLDER / "reach.json")
    print(f"{len(reach)} tests recorded in {time.monotonic() - began:.0f} s", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "outcomes.jsonl").unlink(missing_ok=True)
    outcomes = _all_outcomes(options, reach)
    return _report(outcomes)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/mutants")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(100_000))
    parser.add_argument("--only", nargs="+", default=[], metavar="COMMAND")
    parser.add_argument("--kind", nargs="+", default=KINDS, choices=KINDS)
    parser.add_argument("--within", nargs="+", default=[], metavar="TEST")
    parser.add_argument("--all", action="store_true")
    return parser.parse_args(words)


def _all_outcomes(options: argparse.Namespace, reach: Reach) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="storedesk-mutants-") as home:
        Path(home).chmod(0o711)
        server = Server(Path(home), settings={"fsync": "off", "log_connections": "off"})
        server.start()
        os.environ["STOREDESK_TEST_SERVER"] = server.dsn()
        with ExitStack() as to_close:
            to_close.callback(server.remove)
            triers = []
            for n in range(WORKERS if not options.within else 1):
                triers.append(Trier(server.dsn(), f"mutant_{n}", Path(home)))
                to_close.callback(triers[-1].close)
            return _spread(triers, options, reach)


def _spread(triers: list[Trier], options: argparse.Namespace, reach: Reach) -> list[Outcome]:
    """Give each store a change as soon as it has done with the one before."""
    until = time.monotonic() + options.seconds
    known = [_known(trier) for trier in triers]
    with triers[0].store.connect() as connection:
        reached = calls.read(connection).reach
    mutants = [
        m
        for m in drawn(known[0], reached, options.seed, tuple(options.kind))
        if not options.only or m.command in options.only
    ]
    free: SimpleQueue[int] = SimpleQueue()
    for n in range(len(triers)):
        free.put(n)

    def one(mutant: Mutant) -> Outcome | None:
        if time.monotonic() > until:
            return None
        n = free.get()
        try:
            return _try_out(triers[n], _twin(mutant, known[n]), reach, options)
        finally:
            free.put(n)

    with ThreadPoolExecutor(len(triers)) as pool:
        done = [outcome for outcome in pool.map(one, mutants) if outcome]
    print(f"{len(done)} of {len(mutants)} changes tried", flush=True)
    return done


def _known(trier: Trier) -> list[Function]:
    with psycopg.connect(trier.store.dsn(), row_factory=scalar_row) as connection:
        return functions(connection)


def _twin(mutant: Mutant, known: list[Function]) -> Mutant:
    """Answer the same change for another store, where the function has another oid."""
    signature = mutant.function.signature
    return Mutant(mutant.command, next(f for f in known if f.signature == signature), mutant.change)


def _try_out(trier: Trier, mutant: Mutant, reach: Reach, options: argparse.Namespace) -> Outcome:
    outcome = trier.try_out(mutant, _tests_of(mutant, reach), [])
    if not outcome.is_noticed and options.all:
        outcome = trier.try_out(mutant, [], ["tests"])
    word = f"noticed by {outcome.by}" if outcome.is_noticed else f"SURVIVED {outcome.tests} tests"
    print(f"{mutant.command}: {mutant.function.name}: {mutant.change.kind}: {mutant.shown}\n    "
          f"{word}, {outcome.seconds:.1f} s", flush=True)  # fmt: skip
    _write_down(outcome)
    return outcome


def _write_down(outcome: Outcome) -> None:
    """Add an outcome to outcomes.jsonl, so that a run that is broken off has told what it found."""
    mutant = outcome.mutant
    row = {"command": mutant.command, "function": mutant.function.name, "change": mutant.shown,
           "kind": mutant.change.kind, "by": outcome.by,
           "seconds": round(outcome.seconds, 2)}  # fmt: skip
    with (FOLDER / "outcomes.jsonl").open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(row)}\n")


def _tests_of(mutant: Mutant, reach: Reach) -> list[tuple[str, float]]:
    """List the tests that reach the function, and how long they take.

    Those that reach the command as well go before the others, those that see the function refuse
    before the rest, the most particular before all; so many as make LONGEST together, and of those
    that do not reach the command no more than make MOST.
    """
    tests = sorted(
        (mutant.command not in found["functions"], mutant.function.name not in found["refused"],
         len(found["functions"]), found["seconds"], test)
        for test, found in reach.items()
        if mutant.function.name in found["functions"] and not test.endswith(UNDOES)
    )  # fmt: skip
    near = sum(not is_far for is_far, *_ in tests)
    kept, seconds = [], 0.0
    for *_, lasts, test in tests[: max(near, MOST)]:
        if not kept or seconds + lasts <= LONGEST:
            seconds += lasts
            kept.append((test, lasts))
    return kept


def _report(outcomes: list[Outcome]) -> int:
    """Print the survivors, each with its reason; answer the exit code."""
    reasons = tomllib.loads((HERE / "reasons.toml").read_text(encoding="utf-8"))["survivor"]
    by_change = {(r["function"], r["change"]): r["reason"] for r in reasons}
    survived = [o.mutant for o in outcomes if not o.is_noticed]
    without = 0
    for mutant in survived:
        reason = by_change.get((mutant.function.name, mutant.shown), "")
        without += not reason
        print(f"survived: {mutant.command}: {mutant.function.name}: {mutant.shown}\n    "
              f"{reason or 'WITHOUT A REASON'}")  # fmt: skip
    print(f"{len(outcomes)} changes: {len(outcomes) - len(survived)} noticed, "
          f"{len(survived)} survived, {without} of them without a reason")  # fmt: skip
    return 1 if without or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
