"""Decode what the database answers about fiscal records."""

from uuid import UUID

from storedesk.domain.fiscal import (
    FiscalChain,
    FiscalCheck,
    FiscalFault,
    FiscalFaultKind,
    FiscalHead,
    FiscalNote,
    FiscalSpan,
    Unsigned,
)
from storedesk.domain.fiscal_signers import FiscalSignature, SignerKind, ToSign
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.rows.instants import instant


def fiscal_chains(payload: list[Document]) -> list[FiscalChain]:
    """Read the chains."""
    return [FiscalChain(UUID(one["chain"]), one["register"], one["records"]) for one in payload]


def fiscal_check(payload: Document) -> FiscalCheck:
    """Read how far a check of the records is."""
    chain, fault = payload["chain"], payload["fault"]
    return FiscalCheck(
        chain=UUID(chain) if chain else None,
        until=payload["until"],
        is_done=payload["is_done"],
        rows=payload["rows"],
        total_rows=payload["total_rows"],
        fault=_fault(fault) if fault else None,
        newest=tuple(
            FiscalHead(one["register"], one["number"], instant(one["booked_at"]), one["hash"])
            for one in payload["newest"]
        ),
        signed=payload["signed"],
    )


def fiscal_note(payload: Document | None) -> FiscalNote | None:
    """Read what a receipt says of its record; None where it has none.

    An e-mail that was queued by an earlier version has no word of signatures.
    """
    if not payload:
        return None
    signed = payload.get("signature")
    return FiscalNote(
        chain=UUID(payload["chain_id"]),
        number=payload["number"],
        hash=payload["hash"],
        signature=signature(signed) if signed else None,
        is_awaited=payload.get("is_awaited", False),
    )


def signature(payload: Document) -> FiscalSignature:
    """Read what a signer has said of a record."""
    return FiscalSignature(
        SignerKind(payload["signer"]),
        payload["serial"],
        payload["signature"],
        instant(payload["signed_at"]),
    )


def unsigned(payload: Document) -> Unsigned:
    """Read which records of a chain have no signature."""
    chain = UUID(payload["chain"])
    return Unsigned(
        payload["until"],
        tuple(ToSign(chain, one["number"], one["hash"]) for one in payload["records"]),
    )


def fiscal_span(payload: Document | None) -> FiscalSpan | None:
    """Read the first and the last record of a shift; None where it has none."""
    return FiscalSpan(payload["first"], payload["last"]) if payload else None


def _fault(payload: Document) -> FiscalFault:
    return FiscalFault(
        kind=FiscalFaultKind(payload["kind"]),
        register=payload["register"],
        number=payload["number"],
        booked_at=instant(payload["booked_at"]) if payload["booked_at"] else None,
        order_number=payload.get("order_number") or "",
    )
