"""Search while a person types: the last search wins, and a result knows its search."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from storedesk.domain.values.text import wanted
from storedesk.ui.kit.base.view import Jobs

R = TypeVar("R")
REST_MS = 120


class Finder(QObject, Generic[R]):
    """Searches once typing pauses, and shows the result; or while it goes on, if it is eager."""

    def __init__(
        self,
        jobs: Jobs,
        ask: Callable[[str], Awaitable[Sequence[R]]],
        show: Callable[[Sequence[R]], None],
        *,
        is_eager: bool = False,
        asks_for_all: bool = False,
    ) -> None:
        """`is_eager`: no letter waits for the next one, only for the search before it.

        `asks_for_all`: where nothing is typed, "" is asked for; else nothing is found.
        """
        super().__init__()
        self._jobs, self._ask, self._show = jobs, ask, show
        self._is_eager, self._asks_for_all = is_eager, asks_for_all
        self._wanted = ""
        self._known: str | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._go)
        jobs.at_end(self._rest.stop)  # what it would be shown in has gone

    def want(self, text: str, *, now: bool = False) -> None:
        """Search for `text`, in a moment or at once."""
        self._wanted = wanted(text)
        self._go() if now or self._is_eager else self._rest.start()

    def knows(self, text: str) -> bool:
        """Tell whether what is shown answers `text`, and not an older question."""
        return self._known == wanted(text)

    def forget(self) -> None:
        """Treat what is shown as no result any more."""
        self._rest.stop()
        self._wanted, self._known = "", None

    def _go(self) -> None:
        self._rest.stop()
        begin = self._jobs.repeat if self._is_eager else self._jobs.restart
        begin(self._find)

    async def _find(self) -> None:
        text = self._wanted
        if self._is_eager and text == self._known:
            return
        found = await self._ask(text) if text or self._asks_for_all else ()
        if text != self._wanted:
            return  # another search follows at once
        self._known = text
        self._show(found)
