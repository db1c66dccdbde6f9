"""Seals over the journal, the stock ledger and the payments: written, and computed again."""

from sqlalchemy import BigInteger, Integer, literal

from storedesk.domain.seals import SealCheck
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.decode.seals import seal_check
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def seal() -> Command[int]:
    """Seal what was written since the last seal, some 20,000 rows; answers how many."""
    return func.api.seal(type_=Integer())


def verify_seals(after: int) -> Command[SealCheck]:
    """Compute the seals after one again, some at a time; nothing is changed.

    Begins with 0, and goes on with the `until` of the answer until that says `is_done`.
    """
    return func.api.verify_seals(literal(after, BigInteger()), type_=Answer(seal_check))
