"""Fiscal records: signed, computed again, and read for a file."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Uuid, literal, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from storedesk.domain.fiscal import FiscalChain, FiscalCheck, Unsigned
from storedesk.domain.fiscal_signers import FiscalSignature, ToSign
from storedesk.persistence.decode import fiscal as decode
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def fiscal_chains() -> Command[list[FiscalChain]]:
    """List the chains."""
    return func.api.fiscal_chains(type_=Answer(decode.fiscal_chains))


def verify_fiscal_records(
    chain: UUID | None = None,
    after: int = 0,
    of_chain: UUID | None = None,
    since: datetime | None = None,
    before: datetime | None = None,
) -> Command[FiscalCheck]:
    """Compute the records after one of a chain again, some at a time; nothing is changed.

    Begins without a chain, and goes on with the `chain` and `until` of the answer until that says
    `is_done`. `of_chain` is the one chain that is meant; instants are UTC without zone.

    Refuses: bad_instant.
    """
    return func.api.verify_fiscal_records(
        literal(chain, Uuid()), literal(after, BigInteger()), literal(of_chain, Uuid()),
        literal(since, DateTime()), literal(before, DateTime()), type_=Answer(decode.fiscal_check),
    )  # fmt: skip


def fiscal_lines(
    chain: UUID, after: int, since: datetime | None = None, until: datetime | None = None
) -> Command[list[dict[str, Any]]]:
    """Read up to 2,000 records of a chain after one, booked from `since` on and before `until`.

    Instants are UTC without zone. The records are as docs/fiscal-export.md has them.

    Refuses: bad_instant.
    """
    return func.api.fiscal_lines(
        chain, literal(after, BigInteger()), literal(since, DateTime()), literal(until, DateTime()),
        type_=JSONB(),
    )  # fmt: skip


def sign_fiscal_record(
    request: UUID, *, record: ToSign, signed: FiscalSignature
) -> Command[FiscalSignature]:
    """Write what a signer has said of a record; answer the signature that is kept, the first one.

    Refuses: bad_instant, bad_signature, fiscal_hash_differs, fiscal_of_others,
    fiscal_record_not_found, signer_not_here.
    """
    return func.api.sign_fiscal_record(
        request, record.chain, literal(record.number, BigInteger()), record.hash,
        signed.signer.value, signed.serial, signed.signature, literal(signed.signed_at, DateTime()),
        type_=Answer(decode.signature),
    )  # fmt: skip


def unsigned_fiscal_records(
    session: Session, register: UUID | None, after: int, most: int
) -> Unsigned:
    """List records of a register's chain without a signature; None is the office."""
    asked = func.api.unsigned_fiscal_records(
        literal(register, Uuid()), literal(after, BigInteger()), most, type_=Answer(decode.unsigned)
    )
    found: Unsigned = session.execute(select(asked)).scalar_one()
    return found
