"""Define the history of sign-ins: who came to which workstation and left it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class SignInKind(StrEnum):
    """What happened at a workstation."""

    SIGN_IN = "sign_in"
    """By password."""
    LOCK = "lock"
    SWITCH = "switch"
    """By PIN or badge."""
    APPROVAL = "approval"
    """By PIN or badge, of what somebody else did."""
    WRONG_PIN = "wrong_pin"
    WRONG_BADGE = "wrong_badge"
    SIGN_OUT = "sign_out"
    PASSWORD = "password"  # noqa: S105 - the word itself
    """A new password was set."""
    DISABLE = "disable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Where somebody signs in, as the program says it."""

    workstation: str
    """The computer's name, without characters that a name of a computer does not have."""
    register_id: UUID | None
    program: str
    """The program's version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLine:
    """One entry of the history."""

    kind: SignInKind
    at: datetime
    workstation: str
    register: str
    """The register's name; "" where none stands there."""
    address: str
    """From which address the server was reached; "" on the server's own computer."""
    program: str


@dataclass(frozen=True, slots=True)
class PinCheck:
    """What came of a PIN that was given."""

    is_right: bool
    left: int
    """How many wrong ones it may still be; 0 where the password is wanted now."""


@dataclass(frozen=True, slots=True)
class PersonHere:
    """Somebody who has signed in at this workstation and is not at work now."""

    login: str
    name: str
    is_manager: bool = False
    number: int = 0
    """That on their badge."""
