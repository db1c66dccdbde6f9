"""Draws the changes: two of different kinds for each command, in it or in what it calls."""

import random
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

import psycopg

from tests.mutants.changes import Change, changes

EVERY = """
    SELECT n.nspname || '.' || p.proname, p.oid::int, p.prosrc,
           p.oid::regprocedure::text, n.nspname = 'api'
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('api', 'core') AND p.prokind = 'f' AND p.prosqlbody IS NULL
    ORDER BY 1, 4
"""
EACH = 2
KINDS = ("boundary", "guard", "row")


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the database; two may have one name."""

    name: str
    oid: int
    body: str
    signature: str
    is_command: bool


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a function, by which a command is tried."""

    command: str
    function: Function
    change: Change

    @property
    def shown(self) -> str:
        """What was changed, in a line."""
        return self.change.shown(self.function.body)

    def script(self, connection: psycopg.Connection[str]) -> tuple[str, str]:
        """Answer the statements that make the change and that take it back."""
        words = "SELECT pg_get_functiondef(%s::regprocedure)"  # an upgrade gives it another oid
        whole = connection.execute(words, [self.function.signature]).fetchone()
        if whole.count(self.function.body) != 1:
            raise ValueError(f"{self.function.signature} cannot be told from its heading")
        return whole.replace(self.function.body, self.change.apply(self.function.body)), whole


def functions(connection: psycopg.Connection[str]) -> list[Function]:
    """List the functions of a store's schemas api and core."""
    with connection.cursor(row_factory=psycopg.rows.tuple_row) as cursor:
        return [Function(*row) for row in cursor.execute(EVERY)]


def drawn(
    known: list[Function],
    reach: Callable[[str], Collection[str]],
    seed: int,
    wanted: tuple[str, ...] = KINDS,
) -> list[Mutant]:
    """Draw two changes for each command, no change twice, in an order that is drawn as well.

    `reach` answers what a command calls, itself included. What few commands call is drawn rather
    than what all call, so that all of `core` has its turn.
    """
    called = {f.name: reach(f.name) for f in known if f.is_command}
    shared = Counter(name for command in called for name in called[command])
    places = {f.signature: changes(f.body) for f in known}
    taken: set[tuple[str, Change]] = set()
    found = []
    for command in sorted(called):
        chance = random.Random(f"{seed}:{command}")
        near = [f for f in known if f.name in called[command]]
        kinds = chance.sample(wanted, k=len(wanted))
        for kind in [*kinds, *kinds]:
            free = [
                Mutant(command, f, change)
                for f in near
                for change in places[f.signature]
                if change.kind == kind and (f.signature, change) not in taken
            ]
            if free and sum(m.command == command for m in found) < EACH:
                weights = [1 / shared[m.function.name] for m in free]
                mutant = chance.choices(free, weights)[0]
                taken.add((mutant.function.signature, mutant.change))
                found.append(mutant)
    random.Random(seed).shuffle(found)
    return found
