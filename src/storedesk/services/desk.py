"""Run queries, forms and commands for the window on worker threads."""

import asyncio
import time
from collections.abc import Callable, Container
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps
from itertools import count
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID, uuid4

from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.domain.replica_address import ReplicaAddress
from storedesk.persistence.engine.database import Command, Database, Session, Ticket
from storedesk.persistence.engine.moments import is_of_one_moment
from storedesk.persistence.engine.replica import ReplicaReader

__all__ = ["Database", "Desk", "OnceOnly", "patiently"]

P = ParamSpec("P")
T = TypeVar("T")

PAUSES = (0.1, 0.4, 1.0, 2.0, 2.0, 2.0, 2.0)
"""Seconds to wait before each further try."""
PATIENCE = 10.0
"""Seconds after which no further try is begun."""
MOMENT = 0.1
"""Seconds to pause after two were waited for a lock."""


class Desk:
    """Runs queries, forms and commands off the GUI thread."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._replica: ReplicaReader | None = None
        self._begin()

    def _begin(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="desk")
        self._cancellers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk-cancel")

    def is_own(self, process: int) -> bool:
        """Tell whether a process of the server works for this desk: so what it tells is its own."""
        return self.database.has_process(process)

    async def read(
        self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query on a line that only reads: as of one moment, if it is marked so.

        Canceling the caller has the server drop the statement: nobody waits for its answer.
        """
        ticket = Ticket()
        tries = count()
        of_one = is_of_one_moment(service)
        reading = self.database.reading_as_one if of_one else self.database.reading

        def question() -> T:
            with reading(ticket, trusting=next(tries) == 0) as session:
                return service(session, *args, **kwargs)

        try:
            return await self._run(lambda: patiently(question, ticket, self.database.end_blockers))
        except asyncio.CancelledError:
            self._call_off(ticket)
            raise

    async def read_apart(
        self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query that takes long as `read` does, on the replica where there is one.

        One that does not answer, is behind or refuses is passed over: the server answers instead.
        """
        replica = self._replica
        if replica is None or not replica.is_rested():
            return await self.read(service, *args, **kwargs)
        ticket, as_one = Ticket(), is_of_one_moment(service)

        def question(session: Session) -> T:
            return service(session, *args, **kwargs)

        try:
            return await self._run(lambda: replica.ask(question, ticket, as_one=as_one))
        except StoreError:
            return await self.read(service, *args, **kwargs)
        except asyncio.CancelledError:
            self._call_off(ticket)
            raise

    @property
    def replica_address(self) -> ReplicaAddress | None:
        """Where `read_apart` asks; None for the store's own server."""
        return self._replica.address if self._replica else None

    async def try_replica(self, address: ReplicaAddress) -> None:
        """Ask a replica one question; a StoreError says why it cannot be used."""
        replica = ReplicaReader(self.database, address)
        try:
            await self._run(lambda: replica.ask(lambda _: None, Ticket(), as_one=False))
        finally:
            replica.close()

    def read_apart_from(self, address: ReplicaAddress | None) -> None:
        """Have `read_apart` ask the replica at `address` from now on; None for none."""
        if address == self.replica_address:
            return
        before, self._replica = self._replica, None
        if address is not None:
            self._replica = ReplicaReader(self.database, address)
        if before is not None:
            before.close()

    async def edit(
        self, service: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Save a form, whole or not at all. It is tried once, as a second attempt would conflict.

        Where it waited in vain for a lock nothing was saved for certain: it is tried again.
        """

        def form() -> T:
            with self.database.editing() as session:
                return service(session, *args, **kwargs)

        relieve = self.database.end_blockers
        return await self._run(lambda: patiently(form, relieve=relieve, again=("kept_waiting",)))

    async def do(
        self, service: Callable[Concatenate[UUID, P], Command[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a command. Every attempt has the same request id, so it is done once at most.

        Not even a caller who is canceled stops it halfway: what was sent is seen to its end.
        """
        command = service(uuid4(), *args, **kwargs)

        is_doubtful = False

        def attempt() -> T:
            nonlocal is_doubtful
            try:
                return self.database.call(command)
            except Unavailable as error:
                is_doubtful |= error.code == "unavailable"
                raise

        def done() -> T:
            try:
                return patiently(attempt, relieve=self.database.end_blockers)
            except Unavailable as error:
                if is_doubtful:  # whatever the last try met: an earlier one may have been heard
                    raise Unavailable("perhaps_done") from error
                raise

        return await asyncio.shield(self._run(done))

    def finish(self) -> None:
        """Finish the running work; no other is taken."""
        self._threads.shutdown()
        self._cancellers.shutdown()

    def rest(self) -> None:
        """Finish the running work, and keep one connection, which hears no news.

        Unavailable: there is none, and none could be made.
        """
        self.finish()
        self._begin()
        address = self.replica_address
        self.read_apart_from(None)
        self.read_apart_from(address)
        self.database.rest()

    def close(self) -> None:
        """Finish the running work, then stop."""
        self.finish()
        self.read_apart_from(None)
        self.database.close()

    def _call_off(self, ticket: Ticket) -> None:
        with suppress(RuntimeError):  # the desk is closed: there is no line left to call off
            self._cancellers.submit(ticket.cancel)

    def _run(self, job: Callable[[], T]) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._threads, job)


class OnceOnly:
    """A command that is done once, however often somebody tries it.

    Where nobody knows whether it was done, the next try has the request id and the arguments of
    that one: the store does it now, or answers what it answered then, such as the code of a new
    gift card.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._doubtful: tuple[UUID, dict[str, Any]] | None = None
        """The request of which nobody knows the outcome, and its arguments."""

    async def do(
        self, service: Callable[Concatenate[UUID, P], Command[T]], *_: P.args, **given: P.kwargs
    ) -> T:
        """Run a command, all of whose arguments are named; see Desk.do."""
        request, arguments = self._doubtful or (uuid4(), given)
        try:
            answer: T = await self._desk.do(_under(request, service), **arguments)
        except Unavailable as lost:
            if lost.code == "perhaps_done":
                self._doubtful = request, arguments
            raise
        except Exception:
            self._doubtful = None
            raise
        self._doubtful = None
        return answer


def _under(request: UUID, service: Callable[Concatenate[UUID, P], T]) -> Callable[..., T]:
    """Return a command that is always sent under one request id, which the store answers once."""

    @wraps(service)
    def sent(_: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return service(request, *args, **kwargs)

    return sent


def patiently(
    job: Callable[[], T],
    ticket: Ticket | None = None,
    relieve: Callable[[], object] = lambda: None,
    again: Container[str] | None = None,
) -> T:
    """Try again when the database was lost or busy. Only for what does no harm when done twice.

    `again` names the codes after which it may be tried, if not after all. Who was kept waiting
    for a lock has whoever keeps it ended (`relieve`) before the next try.
    """
    started = time.monotonic()
    for pause in PAUSES:
        tried = time.monotonic()
        try:
            return job()
        except Unavailable as away:
            now = time.monotonic()
            given_up = ticket is not None and ticket.is_cancelled
            is_final = again is not None and away.code not in again
            if given_up or is_final or now - started > PATIENCE:
                raise
            if away.code == "kept_waiting":
                relieve()
                pause = MOMENT if now - tried > 1 else pause  # noqa: PLW2901 - it has waited enough
            time.sleep(pause)
    return job()
