"""Ways into a store that is on the tests' own server, or is not there at all."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from storedesk.adapters.files.demo_logins import demo_logins
from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.domain.refusals.errors import Refused, StoreError, Unavailable
from storedesk.domain.workspace import WorkspaceStep
from storedesk.services.restoring_here import found_backups
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind
from storedesk.ui.people_access import PeopleAccess


@dataclass
class StoreAccess:
    """Answers as it is told to, and remembers what was asked of it."""

    profile: Profile
    answers: list[object] = field(default_factory=list)
    """What each further attempt leads to: a StoreError, or what signing in gives."""
    asked: list[object] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    has_keeper: bool = False
    own: bool = False
    patient: bool = False
    """Restores until it is stopped."""
    gate: asyncio.Event | None = None
    allow: Callable[..., None] | None = None
    """Takes a manager's word: see `services.approving`."""
    mail_passwords: MailPasswords = field(default_factory=lambda: MailPasswords(lambda: None))

    def __post_init__(self):
        self.people_here = PeopleAccess(self._run, self.profile)
        self.steps = ()

    async def _run(self, job):
        return await asyncio.to_thread(job, Workspace(self.profile))

    async def set_pin(self, login, password, pin):
        await self._answer((login, password, pin))

    @property
    def preferences(self):
        return self.profile.preferences()

    def people(self):
        return demo_logins(self.profile) if self.preferences.store is StoreKind.DEMO else ()

    async def warm(self, told):
        for step, share in self.steps:
            told(step, share)

    async def can_remember(self):
        return self.has_keeper

    async def remembered(self, login):
        return self.kept.get(login)

    async def found_backups(self, place):
        return found_backups(place)

    async def restore(self, file, passphrase, told, stop):
        told(WorkspaceStep.CHECK, 0.5)
        if self.patient:
            await asyncio.to_thread(stop.wait, 60)
            raise Refused("restore_canceled")
        restored = await self._answer((file, passphrase))
        self.profile.change(store=StoreKind.EMBEDDED)
        return restored

    async def has_own(self):
        return self.own

    async def workspace(self):
        return Workspace(self.profile)  # of a shared store: it has no server of its own

    async def sign_in(self, login, password, *, remember=None):
        return await self._answer((login, password, remember))

    async def approve(self, login, password, approval, *, action, detail):
        if self.allow is None:
            raise Unavailable("unavailable")
        self.allow(login, password, approval, action=action, detail=detail)

    async def change_password(self, login, password, new):
        await self._answer((login, password, new))

    async def make_demo(self, told):
        told(WorkspaceStep.GOODS, 0.5)
        await self._answer("demo")
        self.profile.change(store=StoreKind.DEMO)

    async def make_store(self, new, told):
        told(WorkspaceStep.PERSON, 0.0)
        await self._answer(new)
        self.profile.change(store=StoreKind.EMBEDDED, login=new.login)

    async def open_own(self, told):
        told(WorkspaceStep.SERVER, 0.0)
        await self._answer("own")
        self.profile.change(store=StoreKind.EMBEDDED)

    async def join(self, address):
        await self._answer(address)
        self.profile.change(store=StoreKind.SHARED, address=address)

    async def _answer(self, question):
        self.asked.append(question)
        if self.gate:
            await self.gate.wait()
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, StoreError):
            raise answer
        return answer
