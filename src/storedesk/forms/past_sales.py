"""How past sales are written: all of an import in the transaction of its session."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.api.past_sales import add_past_sales, begin_past_import, end_past_import
from storedesk.domain.importing.past_sales import BATCH, PastImported, PastLine
from storedesk.forms.imports import take_time


def write(
    session: Session, files: str, lines: Sequence[PastLine], heard: Callable[[int], object] = int
) -> PastImported:
    """Write lines as one import from files of these names; `heard` gets how many further ones.

    Refused: what the commands refuse, past_order_known first of all.
    """
    take_time(session)
    begun = session.execute(select(begin_past_import(uuid4(), files=files).function)).scalar_one()
    for at in range(0, len(lines), BATCH):
        some = lines[at : at + BATCH]
        session.execute(select(add_past_sales(uuid4(), begun, some).function))
        heard(len(some))
    done: PastImported = session.execute(
        select(end_past_import(uuid4(), begun).function)
    ).scalar_one()
    return done
