"""Hand a code to commands, with the forms in which stores may have written it down."""

from typing import Any, overload

from sqlalchemy import literal

import storedesk.domain.values.elements  # noqa: F401 - so that no first scan waits for it
from storedesk.domain.scans import read
from storedesk.persistence.engine.calls import Texts


@overload
def asked(sent: str) -> tuple[str, Any]: ...
@overload
def asked(sent: None) -> tuple[None, Any]: ...
def asked(sent: str | None) -> tuple[str | None, Any]:
    """Return the code to ask for, of what was scanned or typed, and its forms."""
    if sent is None:
        return None, None
    scan = read(sent)
    return scan.code, literal(list(scan.forms), Texts())
