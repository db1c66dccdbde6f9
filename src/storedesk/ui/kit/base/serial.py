"""Run commands one after the other: a scanner may be faster than the database."""

import asyncio
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from storedesk.domain.refusals.errors import StoreError

Step: TypeAlias = Callable[[], Awaitable[None]]


class Serial:
    """Runs steps in the order in which they were added, each when the one before has ended.

    A refusal is reported with the subject of its step, and the next step begins.
    """

    def __init__(
        self, refused: Callable[[StoreError, str], None], moved: Callable[[], None]
    ) -> None:
        """`refused` gets each refusal; `moved`: the number of waiting steps has changed."""
        self._refused = refused
        self._moved = moved
        self._steps: deque[tuple[Step, str]] = deque()
        self._task: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        """How many steps have not ended yet."""
        return len(self._steps)

    def add(self, step: Step, about: str = "") -> None:
        """Run `step` after all that were added before it."""
        self._steps.append((step, about))
        self._moved()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())

    def cancel(self) -> None:
        """Drop the steps that have not begun, and stop waiting for the one that has."""
        self._steps.clear()
        task, self._task = self._task, None
        if task:
            task.cancel()

    async def idle(self) -> None:
        """Wait until every step has ended."""
        while self._task:
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        try:
            while self._steps:
                await self._take(*self._steps[0])
                self._steps.popleft()
                self._moved()
        finally:
            if self._task is asyncio.current_task():  # else it was canceled, and others may follow
                self._task = None

    async def _take(self, step: Step, about: str) -> None:
        try:
            await step()
        except StoreError as refusal:
            self._refused(refusal, about)
        except Exception:  # noqa: BLE001 - a bug, and so the crash reporter's affair
            sys.excepthook(*sys.exc_info())
