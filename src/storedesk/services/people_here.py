"""Keep who has signed in at this workstation, so that a PIN is enough for them to go on.

Of who is not at work one connection stays open, and in it, in the memory of this program alone, the
password that opens the others. See docs/decisions/0053.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID, uuid4

from storedesk import api, queries
from storedesk.domain.badges import StaffBadge, read_badge
from storedesk.domain.refusals.errors import NotAllowed, Refused, StoreError
from storedesk.domain.sign_ins import PersonHere, SignInKind, Station
from storedesk.domain.staff import Group
from storedesk.persistence.engine.database import Command, Session
from storedesk.services.desk import patiently
from storedesk.services.signed_in import SignedIn, sign_out

MOST = 6
"""People at a workstation."""
LEAST_FREE = 10
"""Connections that the server must have left beside those of who is not at work."""
T = TypeVar("T")


class PeopleHere:
    """Who has signed in since the program was started and is not at work. Used on one thread."""

    def __init__(self, station: Callable[[], Station]) -> None:
        self._station = station
        self._resting: dict[str, SignedIn] = {}
        """By login; who came first has rested longest."""
        self.said: list[StoreError] = []
        """Why somebody has to give the password next time, until it was shown."""

    def people(self) -> tuple[PersonHere, ...]:
        """Return who can go on with a PIN, in the order of their names."""
        found = [
            PersonHere(
                one.me.login,
                one.me.name,
                is_manager=Group.MANAGER in one.me.groups,
                number=one.me.number,
            )
            for one in self._resting.values()
        ]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def lock(self, entered: SignedIn) -> None:
        """Let whoever is at work rest, if there is room for them; else sign them out."""
        at = self._station()
        try:
            free = _read(entered, queries.sign_ins.free_connections)
            entered.desk.rest()
            if free < LEAST_FREE:
                raise Refused("few_connections", name=entered.me.name)
            _note(entered, SignInKind.LOCK, at)
        except StoreError as failure:
            code = failure.code if failure.code == "few_connections" else "pin_ended"
            self.said.append(Refused(code, name=entered.me.name))
            sign_out(entered, at)
            return
        self._forget(entered.me.login)
        self.make_room()
        self._resting[entered.me.login] = entered

    def make_room(self) -> None:
        """Sign out who has rested longest, until one more can be at work."""
        while len(self._resting) >= MOST:
            self._end(next(iter(self._resting)), "seventh_person", most=MOST)

    def spare(self) -> bool:
        """Give the server a connection back, where it has none left; False if there is none."""
        if not self._resting:
            return False
        self._end(next(iter(self._resting)), "few_connections")
        return True

    def wake(self, login: str) -> None:
        """Make the connection again if it was cut, before the PIN is asked.

        Not allowed: pin_ended, as after another password. Unavailable.
        """
        resting = self._found(login)
        try:
            resting.desk.database.wake()
        except NotAllowed as refusal:
            raise self._ended(login) from refusal

    def switch(self, login: str, pin: str) -> SignedIn:
        """Let somebody go on with their PIN, with the rights that they have now.

        They rest until `take`, so that nothing is lost where nobody waits for the answer any more.
        Refused: wrong_pin. Not allowed: pin_ended. Unavailable.
        """
        resting = self._found(login)
        self._check(resting, pin, SignInKind.SWITCH)
        return self._woken(resting)

    def switch_by(self, badge: StaffBadge) -> SignedIn:
        """Let whose badge was scanned go on: one try, for one person; see `switch`.

        Refused: wrong_badge. Not allowed: badge_not_here, pin_ended. Unavailable.
        """
        login = self.owner(badge)
        self.wake(login)
        resting = self._found(login)
        self._check(resting, badge, SignInKind.SWITCH)
        return self._woken(resting)

    def owner(self, badge: StaffBadge) -> str:
        """Return the login of whose badge it is. Not allowed: badge_not_here."""
        for login, one in self._resting.items():
            if one.me.number == badge.number:
                return login
        raise NotAllowed("badge_not_here")

    def _woken(self, resting: SignedIn) -> SignedIn:
        found = _read(resting, queries.entering.known)
        return replace(resting, me=found.me, store=found.store, registers=found.registers)

    def take(self, login: str) -> None:
        """Let somebody be at work, who has given their PIN."""
        self._resting.pop(login, None)

    def approve(
        self, login: str, pin: str, approval: UUID, *, action: str, detail: Mapping[str, Any]
    ) -> None:
        """Approve something as somebody who is here, and stays where they are.

        `pin` may be what a badge reads, which says whose it is. Refused: wrong_pin, wrong_badge.
        Not allowed: pin_ended, badge_not_here, not_a_manager. Unavailable.
        """
        badge = read_badge(pin)
        resting = self._found(self.owner(badge) if badge else self._whole(login) or login)
        self._check(resting, badge or pin, SignInKind.APPROVAL)
        try:
            _patiently(resting, api.till.approve(approval, action=action, detail=detail))
        except NotAllowed as refusal:
            if refusal.code == "not_allowed":
                raise NotAllowed("not_a_manager") from refusal
            raise

    def joined(self, login: str) -> None:
        """Note that somebody has signed in by password: they rest no longer, and all have room."""
        self._forget(login)
        self.make_room()

    def close(self) -> None:
        """Sign everybody out: the program ends, or works with another store."""
        for login in tuple(self._resting):
            self._forget(login)
        self.said.clear()

    def _check(self, resting: SignedIn, pin: str | StaffBadge, kind: SignInKind) -> None:
        key, sign_in, at = uuid4(), resting.sign_in, self._station()
        if isinstance(pin, StaffBadge):
            check = api.sign_ins.check_badge(
                key, sign_in=sign_in, secret=pin.secret, kind=kind, at=at
            )
        else:
            check = api.sign_ins.check_pin(key, sign_in=sign_in, pin=pin, kind=kind, at=at)
        try:
            answer = _patiently(resting, check)
        except NotAllowed as refusal:  # nobody knows this login or password any more
            raise self._ended(resting.me.login) from refusal
        if answer.is_right:
            return
        if answer.left == 0:
            raise self._ended(resting.me.login)
        code = "wrong_badge" if isinstance(pin, StaffBadge) else "wrong_pin"
        raise Refused(code, left=answer.left, name=resting.me.name)

    def _found(self, login: str) -> SignedIn:
        if login not in self._resting:
            raise NotAllowed("pin_not_here")
        return self._resting[login]

    def _whole(self, login: str) -> str | None:
        for known, one in self._resting.items():
            if login in {known, known.removeprefix(f"{one.desk.database.name}_")}:
                return known
        return None

    def _ended(self, login: str) -> NotAllowed:
        name = self._resting[login].me.name
        self._forget(login)
        return NotAllowed("pin_ended", name=name)

    def _end(self, login: str, code: str, **more: object) -> None:
        self.said.append(Refused(code, name=self._resting[login].me.name, **more))
        self._forget(login)

    def _forget(self, login: str) -> None:
        resting = self._resting.pop(login, None)
        if resting is not None:
            with suppress(StoreError):
                sign_out(resting, self._station())


def _read(resting: SignedIn, question: Callable[[Session], T]) -> T:
    with resting.desk.database.reading() as session:
        return question(session)


def _note(entered: SignedIn, kind: SignInKind, at: Station) -> None:
    _patiently(
        entered,
        api.sign_ins.note_sign_in(uuid4(), kind=kind, sign_in=entered.sign_in, at=at),
    )


def _patiently(resting: SignedIn, command: Command[T]) -> T:
    """Run a command; as often as it is tried, it is done once."""
    database = resting.desk.database
    return patiently(lambda: database.call(command), relieve=database.end_blockers)
