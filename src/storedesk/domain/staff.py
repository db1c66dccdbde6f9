"""Staff: the people who work here, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LEAST_LETTERS = 12
"""Of a password: the server slows guessing down, length puts an end to it."""


class Group(StrEnum):
    """The groups of a store; in PostgreSQL each is prefixed with the database's name."""

    CASHIER = "cashier"
    CLERK = "clerk"
    MANAGER = "manager"
    ADMIN = "admin"
    AUDITOR = "auditor"
    WEBSHOP = "webshop"
    MAILER = "mailer"
    BACKUP = "backup"


PEOPLES_GROUPS = (Group.CASHIER, Group.CLERK, Group.MANAGER, Group.ADMIN, Group.AUDITOR)
"""Groups that a person may be put into; the others are for services."""


@dataclass(frozen=True, slots=True)
class Me:
    """Whoever is signed in."""

    id: UUID
    login: str
    name: str
    groups: frozenset[Group]
    commands: frozenset[str]
    """The functions of schema api that this login may call: what is hidden or shown hangs on it."""

    def may(self, command: str) -> bool:
        """Tell whether a command would be accepted, by its name without the schema."""
        return command in self.commands

    @property
    def reads_ledger(self) -> bool:
        """Whether the stock ledger is open: it is a table, so no command tells."""
        return bool(self.groups & {Group.CLERK, Group.MANAGER, Group.AUDITOR})

    @property
    def reads_baskets(self) -> bool:
        """Whether open baskets are open to look into."""
        return bool(self.groups & {Group.CASHIER, Group.MANAGER})

    @property
    def reads_mails(self) -> bool:
        """Whether the outbox is open, at least types and states: a table as well."""
        return bool(self.groups & {Group.CASHIER, Group.CLERK, Group.MANAGER, Group.AUDITOR})


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person as the staff list shows them."""

    id: UUID
    login: str
    name: str
    is_active: bool
    groups: frozenset[Group]
