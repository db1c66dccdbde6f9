"""Let people go on at this workstation with their PIN, never on the GUI thread."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from storedesk.domain.refusals.errors import StoreError, Unavailable
from storedesk.settings import Profile

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.domain.badges import StaffBadge
    from storedesk.domain.sign_ins import PersonHere
    from storedesk.services.people_here import PeopleHere
    from storedesk.services.signed_in import SignedIn
    from storedesk.services.workspace import Workspace

T = TypeVar("T")


class Run(Protocol):
    """Does something on the thread that opens stores."""

    def __call__(self, job: "Callable[[Workspace], T]") -> Awaitable[T]:
        """Return what it comes to."""


class PeopleAccess:
    """Who has signed in since the program was started, and is not at work now."""

    def __init__(self, run: Run, profile: Profile) -> None:
        self._run, self._profile = run, profile
        self._people: PeopleHere | None = None

    def people(self) -> "tuple[PersonHere, ...]":
        """Return for whom a PIN is enough to go on."""
        return self._people.people() if self._people else ()

    def said(self) -> list[StoreError]:
        """Take why somebody has to give the password next time, where nobody has said so yet."""
        if self._people is None:
            return []
        said, self._people.said = self._people.said, []
        return said

    async def lock(self, entered: "SignedIn") -> None:
        """Let whoever was at work rest: one connection stays, and the password in memory."""
        await self._run(lambda _: self.there().lock(entered))

    async def wake(self, login: str) -> None:
        """Make the connection of somebody who rests anew if it was cut.

        The store's own server is started again if it has died: nobody hears that while all rest.
        Not allowed: pin_ended. Unavailable.
        """

        def wake(workspace: "Workspace") -> None:
            workspace.mend()
            self.there().wake(login)

        await self._run(wake)

    async def switch(self, login: str, pin: str) -> "SignedIn":
        """Let somebody go on with their PIN.

        Refused: wrong_pin. Not allowed: pin_ended. Unavailable.
        """
        return await self._run(lambda _: self.there().switch(login, pin))

    async def switch_by(self, badge: "StaffBadge") -> "SignedIn":
        """Let whose badge was scanned go on.

        Refused: wrong_badge. Not allowed: badge_not_here, pin_ended. Unavailable.
        """

        def switch(workspace: "Workspace") -> "SignedIn":
            workspace.mend()
            return self.there().switch_by(badge)

        return await self._run(switch)

    async def set_badge(self, login: str, password: str, secret: str | None) -> None:
        """Give a person a badge of their own, or take it away, once they gave the password.

        Not allowed: wrong_password.
        """

        def change(workspace: "Workspace") -> None:
            from storedesk.services import own_password  # noqa: PLC0415 - not before

            own_password.set_badge(workspace.dsn_of(login, password), secret)

        await self._run(change)

    def take(self, login: str) -> None:
        """Note that somebody is at work again: what they rested with is theirs."""
        self.there().take(login)

    async def forget(self) -> None:
        """Sign everybody out: the program ends, or works with another store."""
        if self._people is not None:
            await self._run(lambda _: self.there().close())

    def join(self, sign_in: "Callable[[], SignedIn]") -> "SignedIn":
        """Sign somebody in by password; where the server is full, who has rested longest leaves."""
        while True:
            try:
                entered = sign_in()
            except Unavailable as full:
                if full.code != "server_full" or not self.there().spare():
                    raise
            else:
                self.there().joined(entered.me.login)
                return entered

    def there(self) -> "PeopleHere":
        """Return them, on the thread that opens stores."""
        if self._people is None:
            from storedesk.services.people_here import PeopleHere  # noqa: PLC0415 not before
            from storedesk.services.signed_in import station_of  # noqa: PLC0415

            self._people = PeopleHere(lambda: station_of(self._profile))
        return self._people
