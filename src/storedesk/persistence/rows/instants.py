"""Instants and amounts as the database sends them, read so that one bad row spoils no list.

No table takes infinity, NaN, or a year that Python does not know. Should a row have one all the
same, since somebody took a rule away, it is shown as the nearest that can be shown.
"""

import logging
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import psycopg
from psycopg import DataError
from psycopg.abc import AdaptContext, Buffer
from psycopg.adapt import AdaptersMap, Loader
from psycopg.pq import Format

FIRST, LAST = datetime(1900, 1, 1), datetime(2199, 12, 31, 23, 59, 59)  # noqa: DTZ001 UTC, unsaid
TYPES = ("timestamp", "timestamptz", "date", "numeric")
log = logging.getLogger(__name__)


def instant(text: str) -> datetime:
    """Read an instant of a JSON document, UTC without zone."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return nearest(text)


def nearest(text: str) -> datetime:
    """Return the nearest instant that can be shown to one that cannot."""
    log.warning("the store holds an instant that cannot be shown: %s", text[:40])
    return FIRST if text.startswith("-") or text.endswith("BC") else LAST


def be_patient(adapters: AdaptersMap) -> None:
    """Have what `adapters` load be read so; connections that are made afterwards do."""
    for name in TYPES:
        oid = psycopg.adapters.types[name].oid
        for form in (Format.TEXT, Format.BINARY):
            strict = adapters.get_loader(oid, form)
            if strict and not issubclass(strict, _Patient):
                adapters.register_loader(oid, _of(strict, form, name))


class _Patient(Loader):
    """Loads as the driver does, and goes on where that gives up."""

    strict: type[Any]
    kind: str

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        self._strict = self.strict(oid, context)

    def load(self, data: Buffer) -> Any:
        """Return a value that can be shown."""
        try:
            value = self._strict.load(data)
        except DataError:
            return self._nearest(data)
        if isinstance(value, Decimal) and not value.is_finite():
            log.warning("the store holds an amount that is no number: %s", value)
            return Decimal(0)
        return value

    def _nearest(self, data: Buffer) -> Any:
        raw = bytes(data)
        if self.format is Format.BINARY:  # a number whose sign tells
            text = "-" if raw[0] & 0x80 else ""
        else:
            text = raw.decode("ascii", "replace")
        found = nearest(text)
        if self.kind == "date":
            return date(found.year, found.month, found.day)
        return found.astimezone() if self.kind == "timestamptz" else found


def _of(strict: type[Any], form: Format, kind: str) -> type[_Patient]:
    return type(f"Patient{kind}", (_Patient,), {"strict": strict, "format": form, "kind": kind})
