"""A card terminal that charges nobody: for tests, and for stores that were made as a demo.

It is a file of its own, so that it goes on while the program that asked it is gone: what becomes
of a payment, and when, is decided as it starts, by the cents of its amount.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import platformdirs

from storedesk.domain.card_terminals import (
    TerminalAbsentError,
    TerminalAnswer,
    TerminalKind,
    TerminalOutcome,
    TerminalReason,
    TerminalSilentError,
)
from storedesk.domain.values.money import Money

WAIT = 5.0
"""Seconds for which another program may hold the file."""


def simulator_file() -> Path:
    """Return the file of the simulator: one for all tills of an account on this computer."""
    return platformdirs.user_data_path("storedesk", appauthor=False) / "card-terminal.sqlite"


class Mood(StrEnum):
    """How the simulator takes a payment."""

    APPROVE = "approve"
    DECLINE = "decline"
    TIME_OUT = "time out"
    """The customer does nothing: it ends it by itself, later than anybody waits."""
    LATE = "answer late"
    """It charges, later than anybody waits."""
    CUT = "line cut after approval"
    """It charges, and the line is cut before it can say so; the next question is answered."""
    NONSENSE = "answers nonsense"
    """It charges, and what it first says cannot be understood."""
    ABSENT = "switched off"


MOODS = {
    1: Mood.DECLINE, 2: Mood.TIME_OUT, 3: Mood.LATE, 4: Mood.CUT, 5: Mood.NONSENSE, 6: Mood.ABSENT,
}  # fmt: skip
"""By the cents of an amount; all others are approved."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds until the customer has done their part, and until what comes late comes."""

    customer: float = 4.0
    late: float = 45.0


TABLE = """
    CREATE TABLE IF NOT EXISTS payments (
        id TEXT PRIMARY KEY, amount TEXT, mood TEXT, due REAL, state TEXT NOT NULL,
        charges INTEGER NOT NULL DEFAULT 0, returns INTEGER NOT NULL DEFAULT 0,
        silences INTEGER NOT NULL DEFAULT 0
    )
"""


@dataclass(slots=True)
class _Known:
    mood: Mood
    due: float
    state: str
    silences: int


class Simulator:
    """The simulator, in one file for all tills of a store on a computer.

    `mood` takes all payments in one mood, else the cents decide.
    """

    kind = TerminalKind.SIMULATOR

    def __init__(
        self,
        file: Path,
        *,
        mood: Mood | None = None,
        pace: Pace | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._file, self._mood, self._clock = file, mood, clock
        self._pace = pace or Pace()

    def start(self, payment: UUID, amount: Money) -> None:
        """Begin, once: see CardTerminal."""
        mood = self._mood or MOODS.get(int(amount.amount * 100) % 100, Mood.APPROVE)
        if mood is Mood.ABSENT:
            raise TerminalAbsentError
        late = mood in {Mood.TIME_OUT, Mood.LATE}
        due = self._clock() + (self._pace.late if late else self._pace.customer)
        silences = 1 if mood in {Mood.CUT, Mood.NONSENSE} else 0
        with self._open() as file:
            file.execute(
                "INSERT INTO payments (id, amount, mood, due, state, silences)"
                " VALUES (?, ?, ?, ?, 'ongoing', ?) ON CONFLICT (id) DO NOTHING",
                (str(payment), str(amount.amount), mood.value, due, silences),
            )

    def outcome(self, payment: UUID) -> TerminalOutcome:
        """Say what became of it: see CardTerminal."""
        with self._open() as file:
            known = self._now(file, payment)
            if known is None:
                return TerminalOutcome(TerminalAnswer.UNHEARD)
            is_silent = known.state == "approved" and known.silences > 0
            if is_silent:
                file.execute(
                    "UPDATE payments SET silences = silences - 1 WHERE id = ?", (str(payment),)
                )
        if is_silent:
            raise TerminalSilentError(known.mood.value)
        return _outcome(payment, known)

    def cancel(self, payment: UUID) -> TerminalOutcome:
        """End it, if the card was not charged: see CardTerminal."""
        with self._open() as file:
            known = self._now(file, payment)
            if known is None:
                file.execute(
                    "INSERT INTO payments (id, state) VALUES (?, 'cancelled')", (str(payment),)
                )
            elif known.state == "ongoing":
                self._settle(file, payment, "cancelled")
        return self.outcome(payment)

    def refund(self, payment: UUID) -> TerminalOutcome:
        """Give it back, once: see CardTerminal."""
        with self._open() as file:
            known = self._now(file, payment)
            if known and known.state == "approved":
                file.execute(
                    "UPDATE payments SET state = 'returned', returns = returns + 1 WHERE id = ?",
                    (str(payment),),
                )
        return self.outcome(payment)

    def charged(self) -> dict[UUID, tuple[str, int]]:
        """Return of each payment its amount, and how often it was charged less given back."""
        with self._open() as file:
            for (key,) in file.execute("SELECT id FROM payments").fetchall():
                self._now(file, UUID(key))
            rows = file.execute("SELECT id, amount, charges - returns FROM payments").fetchall()
        return {UUID(key): (amount, times) for key, amount, times in rows}

    def _now(self, file: sqlite3.Connection, payment: UUID) -> _Known | None:
        """Let happen what was due, and return the payment as it is."""
        row = file.execute(
            "SELECT mood, due, state, silences FROM payments WHERE id = ?", (str(payment),)
        ).fetchone()
        if row is None:
            return None
        known = _Known(Mood(row[0] or Mood.APPROVE), row[1] or 0.0, row[2], row[3])
        if known.state == "ongoing" and self._clock() >= known.due:
            ends = {Mood.DECLINE: "declined", Mood.TIME_OUT: "cancelled"}
            known.state = ends.get(known.mood, "approved")
            self._settle(file, payment, known.state)
        return known

    def _settle(self, file: sqlite3.Connection, payment: UUID, state: str) -> None:
        file.execute(
            "UPDATE payments SET state = ?, charges = charges + ? WHERE id = ?",
            (state, int(state == "approved"), str(payment)),
        )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Hold the file for one change, whole or not at all. TerminalSilentError."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=WAIT, isolation_level=None)) as file:
                file.execute("BEGIN IMMEDIATE")
                file.execute(TABLE)
                yield file
                file.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise TerminalSilentError(str(error)) from error


def _outcome(payment: UUID, known: _Known) -> TerminalOutcome:
    answer = TerminalAnswer(known.state)
    if answer in {TerminalAnswer.APPROVED, TerminalAnswer.RETURNED}:
        return TerminalOutcome(answer, "visa", "4242", f"SIM-{payment.hex[:12].upper()}")
    if answer is TerminalAnswer.DECLINED:
        return TerminalOutcome(answer, reason=TerminalReason.FUNDS)
    is_timeout = answer is TerminalAnswer.CANCELED and known.mood is Mood.TIME_OUT
    return TerminalOutcome(answer, reason=TerminalReason.TIMEOUT if is_timeout else None)
