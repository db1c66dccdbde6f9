"""Ask a manager to approve one thing on the spot, while nobody signs out."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID, uuid4

from storedesk.domain.demo.logins import DemoLogin, shown
from storedesk.domain.refusals.errors import NotAllowed, StoreError, Unavailable
from storedesk.domain.sign_ins import PersonHere
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.view import spoken

T = TypeVar("T")


class Approve(Protocol):
    """Records an approval. NotAllowed: wrong_password, not_let_in, not_a_manager."""

    async def __call__(
        self, login: str, password: str, approval: UUID, *, action: str, detail: Mapping[str, Any]
    ) -> None:
        """Approve `action` in the name of this login."""


@dataclass(frozen=True, slots=True)
class KnownApprover:
    """Somebody who is offered by name.

    The password is "" but for those who are shown at sign-in, as only in a demo store.
    """

    name: str
    login: str
    password: str = ""


def known_managers(people: Iterable[DemoLogin]) -> tuple[KnownApprover, ...]:
    """Return the managers of a demo store, who can approve."""
    return tuple(
        KnownApprover(one.name, shown(one.login), one.password)
        for one in people
        if one.role == "manager"
    )


def managers_here(people: Iterable[PersonHere]) -> tuple[KnownApprover, ...]:
    """Return the managers among who has signed in here, who approve with their PIN."""
    return tuple(KnownApprover(one.name, one.login) for one in people if one.is_manager)


async def nobody(
    login: str, password: str, approval: UUID, *, action: str, detail: Mapping[str, Any]
) -> None:
    """Refuse every approval: the store can only be reached as who is signed in."""
    del login, password, approval, action, detail
    raise Unavailable("unavailable")


@dataclass(frozen=True, slots=True)
class Approvers:
    """How a manager beside the screen is asked."""

    approve: Approve = nobody
    known: Sequence[KnownApprover] = ()
    here: Callable[[], Sequence[KnownApprover]] = tuple
    """Who has signed in here and is not at work: their PIN is enough."""


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """What a manager is asked to approve, with the facts to judge it by."""

    what: str
    facts: Sequence[tuple[str, str]]
    total: tuple[str, str]
    """Label and value of what it comes to."""


Attempt = Callable[[UUID | None], Awaitable[T]]
"""Attempts a command, with the id of an approval or without."""
Describe = Callable[[NotAllowed], ApprovalRequest]
"""Says what a refusal asks to have approved: its `detail` is what the database counted."""


class Approval(Generic[T]):
    """A command that was refused for want of a manager's word, and what comes of asking for it."""

    def __init__(
        self,
        approvers: Approvers,
        form: Format,
        describe: Describe,
        attempt: Attempt[T],
        refusal: NotAllowed,
    ) -> None:
        self.approvers, self._form = approvers, form
        self._describe, self._attempt = describe, attempt
        self._asked = refusal
        self._refusal: StoreError = refusal
        self._answers: list[T] = []

    def request(self) -> ApprovalRequest:
        """Return what is to be approved now."""
        return self._describe(self._asked)

    def why(self) -> str:
        """Say why it needs a manager, if that is more than the title says."""
        if self._asked.code == "approval_needed":
            return ""
        return self._form.in_money(self._asked).sentence(spoken)

    async def allow(self, login: str, password: str) -> bool:
        """Record the approval and attempt the command; False where it is refused all the same.

        Raises what can be put right: who approves, or, after somebody has changed it meanwhile,
        approval_not_valid: then `request` is another one.
        """
        approval = uuid4()
        wanted: dict[str, Any] = {key: self._asked.parameters[key] for key in ("action", "detail")}
        await self.approvers.approve(login, password, approval, **wanted)
        try:
            self._answers.append(await self._attempt(approval))
        except Unavailable:  # the next try may go through
            raise
        except StoreError as refusal:
            if refusal.code == "approval_not_valid":
                await self._look_again(refusal)
                return True
            self._refusal = refusal
            return False
        return True

    def outcome(self) -> T:
        """Return what the command returned, or raise its refusal, with amounts as money."""
        if self._answers:
            return self._answers[0]
        raise self._form.in_money(self._refusal)

    async def _look_again(self, outdated: StoreError) -> None:
        """Ask what would have to be approved now: somebody has changed it meanwhile."""
        try:
            self._answers.append(await self._attempt(None))
        except NotAllowed as newer:
            if not is_askable(newer):
                raise
            self._asked = self._refusal = newer
            raise outdated from newer


async def asking(
    ask: Callable[[Approval[T]], Awaitable[None]],
    approvers: Approvers,
    form: Format,
    describe: Describe,
    attempt: Attempt[T],
) -> T:
    """Attempt a command; where it needs a manager's approval, `ask`, and return its outcome.

    Any other refusal is raised, and so is the first one where nobody approved it.
    """
    try:
        return await attempt(None)
    except NotAllowed as refusal:
        if not is_askable(refusal):
            raise
        approval = Approval(approvers, form, describe, attempt, refusal)
    await ask(approval)
    return approval.outcome()


def is_askable(refusal: StoreError) -> bool:
    """Return whether a manager's approval is all that is missing."""
    is_complete = {"action", "detail"} <= refusal.parameters.keys()
    return isinstance(refusal, NotAllowed) and is_complete and refusal.code != "shift_of_others"
