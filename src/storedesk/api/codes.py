"""Hand a code to commands, with the forms in which stores may have written it down."""

from typing import Any, NamedTuple

from sqlalchemy import literal

import storedesk.domain.values.elements  # noqa: F401 - so that no first scan waits for it
from storedesk.domain.scans import read
from storedesk.persistence.engine.calls import Texts


class AskedCode(NamedTuple):
    """What a command that looks for a code is given."""

    code: str | None
    forms: Any


def asked(sent: str | None) -> AskedCode:
    """Return what to ask for, of what was scanned or typed."""
    if sent is None:
        return AskedCode(None, None)
    scan = read(sent)
    return AskedCode(scan.code, literal(list(scan.forms), Texts()))
