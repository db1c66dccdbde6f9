"""Decode what the database answers about its health."""

from typing import Any

from storedesk.domain.health import (
    HealthFigures,
    LockHolder,
    Replica,
    RulesCheck,
    SavedNote,
    StoreRule,
)
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.rows.instants import instant


def health_figures(payload: Document) -> HealthFigures:
    """Read the figures of the page of health."""
    checked, saved = payload["checked"], payload["saved"]
    return HealthFigures(
        now=instant(payload["now"]),
        server=payload["server"],
        revision=payload["revision"],
        database_bytes=payload["database_bytes"],
        settings=payload["settings"],
        connections=payload["connections"],
        most_connections=payload["most_connections"],
        notices=float(payload["notices"]),
        replicas=tuple(Replica(**one) for one in payload["replicas"]),
        holders=tuple(_holder(one) for one in payload["holders"]),
        rules=tuple(StoreRule(*one) for one in payload["rules"] or ()),
        checked=RulesCheck(instant(checked["at"]), checked["login"], tuple(checked["new"]))
        if checked
        else None,
        saved=SavedNote(instant(saved["at"]), saved["login"]) if saved else None,
    )


def broken_by(ids: list[Any]) -> tuple[str, ...]:
    """Read the ids that break a rule; one whose first column is empty is ""."""
    return tuple("" if one is None else str(one) for one in ids)


def _holder(payload: Document) -> LockHolder:
    return LockHolder(payload["login"], payload["seconds"], payload["kept_waiting_seconds"])
