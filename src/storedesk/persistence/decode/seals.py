"""Decode what the database answers about seals."""

from storedesk.domain.seals import FaultKind, Seal, SealCheck, SealedTable, SealFault
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.till import optional_instant
from storedesk.persistence.rows.instants import instant


def seal_check(payload: Document) -> SealCheck:
    """Read how far a check of the seals is."""
    newest, fault = payload["newest"], payload["fault"]
    return SealCheck(
        until=payload["until"],
        is_done=payload["is_done"],
        rows=payload["rows"],
        total_rows=payload["total_rows"],
        unsealed=payload["unsealed"],
        newest=Seal(newest["number"], newest["hash"], instant(newest["sealed_at"]))
        if newest
        else None,
        fault=_fault(fault) if fault else None,
    )


def reported_seal(payload: Document | None) -> Seal | None:
    """Read the seal of a shift's report."""
    return Seal(payload["number"], payload["hash"]) if payload else None


def _fault(payload: Document) -> SealFault:
    table = payload.get("source")
    return SealFault(
        kind=FaultKind(payload["kind"]),
        seal=payload["seal"],
        sealed_at=optional_instant(payload.get("sealed_at")),
        table=SealedTable(table) if table else None,
        number=payload.get("number"),
    )
