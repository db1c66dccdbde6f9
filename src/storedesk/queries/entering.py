"""What the program asks as somebody signs in, all at once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from storedesk.api.sign_ins import BEGIN, COMMIT, SIGN_IN
from storedesk.api.staff import ME
from storedesk.domain.sign_ins import Station
from storedesk.domain.staff import Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.persistence.engine.together import together
from storedesk.persistence.engine.transport import PROCESS
from storedesk.persistence.schema.migrations import REVISION, SchemaState, state_of
from storedesk.queries.store_settings import (
    LOGO,
    REGISTERS,
    SETTINGS,
    TAX,
    registers_of,
    settings_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Who has signed in, and to which store."""

    process: int
    """The process of the server that answered."""
    state: SchemaState
    me: Me
    store: StoreSettings
    registers: tuple[Register, ...]


QUESTIONS = (PROCESS, REVISION, ME, SETTINGS, TAX, LOGO, REGISTERS)


def entered(session: Session, sign_in: UUID, at: Station) -> Entered:
    """Return what has to be known before a page is shown, and note the sign-in under that id.

    Of tables of another program that may not be there to be asked.
    """
    _, *found, _, _ = together(
        session, BEGIN, *QUESTIONS, SIGN_IN, COMMIT,
        request=sign_in, workstation=at.workstation, register=at.register_id, program=at.program,
    )  # fmt: skip
    return _entered(*found)


def known(session: Session) -> Entered:
    """Return the same of somebody who goes on: as it is now."""
    return _entered(*together(session, *QUESTIONS))


def _entered(  # noqa: PLR0913, PLR0917 - the answers to the questions
    processes: list[Any],
    revisions: list[Any],
    people: list[Any],
    rows: list[Any],
    taxes: list[Any],
    logos: list[Any],
    tills: list[Any],
) -> Entered:
    return Entered(
        process=processes[0],
        state=state_of(int(revisions[0]) if revisions else None),
        me=people[0],
        store=settings_of(rows, taxes, logos),
        registers=registers_of(tills),
    )
