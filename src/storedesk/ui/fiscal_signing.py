"""Have a signer sign fiscal records after the sale, and later where it was slow or down.

The program may end at any point: what has no signature then is found by the next one.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from uuid import UUID

from storedesk import api
from storedesk.domain.fiscal import FiscalNote
from storedesk.domain.fiscal_signers import FiscalSignature, FiscalSigner, SignerDownError, ToSign
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk

WAIT = 1.0
"""Seconds that a receipt waits for its signature; once in vain, later ones do not wait at all."""
BATCH = 50
"""Records that are asked for at once."""


class FiscalSigning:
    """Signs the records of one register, one at a time; a manager also those of the office."""

    def __init__(
        self,
        desk: Desk,
        signer: Callable[[], FiscalSigner | None],
        register_id: UUID,
        *,
        signs_office: bool = False,
        wait: float = WAIT,
    ) -> None:
        """`signer` answers the one that is chosen at present, or None."""
        self._desk, self._signer, self._wait = desk, signer, wait
        self._chains = (register_id, None) if signs_office else (register_id,)
        self._signed_until: dict[UUID | None, int] = {}
        """Up to which number all records of a register are signed, as far as is known."""
        self._tasks: dict[ToSign, asyncio.Task[FiscalSignature]] = {}
        self._turn = asyncio.Lock()
        self._answers = True

    @property
    def is_set_up(self) -> bool:
        """Whether this computer has a signer."""
        return self._signer() is not None

    async def signed(self, note: FiscalNote) -> FiscalNote:
        """Return a record's note with its signature, or that it is awaited, after a short wait.

        The signer goes on with it meanwhile. Without a signer the note stays as it is.
        """
        if note.signature or not self.is_set_up:
            return note
        signing = self._begin(note.to_sign)
        done, _ = await asyncio.wait({signing}, timeout=self._wait if self._answers else 0)
        failure = signing.exception() if done and not signing.cancelled() else None
        if not done or isinstance(failure, SignerDownError):
            self._answers = False
        elif failure is None and not signing.cancelled():
            return replace(note, signature=signing.result(), is_awaited=False)
        return replace(note, is_awaited=True)

    async def sign_left(self) -> int:
        """Sign what is left, the oldest first, while the signer answers; return how many it was.

        What the store or the signer does not take now is left for the next time.
        """
        count = 0
        with suppress(SignerDownError, StoreError):
            for register in self._chains:
                while left := await self._left(register):
                    for one in left:
                        await asyncio.shield(self._begin(one))
                        self._signed_until[register] = one.number
                        count += 1
        return count

    def close(self) -> None:
        """Let go of what is being signed; it is found later."""
        for task in self._tasks.values():
            task.cancel()

    async def _left(self, register: UUID | None) -> tuple[ToSign, ...]:
        if not self.is_set_up:
            return ()
        left = await self._desk.read(
            api.fiscal.unsigned_fiscal_records,
            register,
            self._signed_until.get(register, 0),
            BATCH,
        )
        first = left.records[0].number - 1 if left.records else left.until
        self._signed_until[register] = first
        return left.records

    def _begin(self, record: ToSign) -> asyncio.Task[FiscalSignature]:
        """Sign it, once: who asks meanwhile gets the same."""
        if record not in self._tasks:
            task = asyncio.ensure_future(self._sign(record))
            self._tasks[record] = task
            task.add_done_callback(lambda done: self._forget(record, done))
        return self._tasks[record]

    def _forget(self, record: ToSign, task: asyncio.Task[FiscalSignature]) -> None:
        self._tasks.pop(record, None)
        if not task.cancelled():
            task.exception()  # whoever waits for it hears of it; nobody has to

    async def _sign(self, record: ToSign) -> FiscalSignature:
        async with self._turn:
            signer = self._signer()
            if signer is None:
                raise SignerDownError
            clock = asyncio.get_running_loop().time
            asked_at = clock()
            signed = await _on_thread(lambda: signer.sign(record))
            self._answers = clock() - asked_at <= self._wait
            return await self._desk.do(api.fiscal.sign_fiscal_record, record=record, signed=signed)


async def _on_thread(sign: Callable[[], FiscalSignature]) -> FiscalSignature:
    """Ask a signer on a thread for which the program does not wait when it ends."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[FiscalSignature] = loop.create_future()

    def settle(signed: FiscalSignature | None, failed: BaseException | None) -> None:
        if answer.done():  # nobody waits any more
            return
        if signed is not None:
            answer.set_result(signed)
        else:
            answer.set_exception(failed or SignerDownError())

    def work() -> None:
        signed, failed = None, None
        try:
            signed = sign()
        except Exception as error:  # noqa: BLE001 - it is told to whoever asked
            failed = error
        with suppress(RuntimeError):  # the program ends
            loop.call_soon_threadsafe(settle, signed, failed)

    Thread(target=work, name="signer", daemon=True).start()
    return await answer
