"""Hand a code to commands, with the forms in which stores may have written it down."""

from typing import Any, NamedTuple, overload

from sqlalchemy import Numeric, Text, literal

import storedesk.domain.values.elements  # noqa: F401 - so that no first scan waits for it
from storedesk.domain.scans import read
from storedesk.domain.values.currency_numbers import currency_of
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


class MeasuredCode(NamedTuple):
    """What a command is asked for that reads measures too."""

    code: str
    forms: Any
    weight: Any
    """In kilograms, where the code has it."""
    price: Any
    currency: Any


def measured(sent: str) -> MeasuredCode:
    """Return the code to ask for, its forms, and the weight and the price that it holds."""
    scan = read(sent)
    number = scan.currency
    return MeasuredCode(
        scan.code,
        literal(list(scan.forms), Texts()),
        literal(scan.weight, Numeric()),
        literal(scan.price, Numeric()),
        literal(currency_of(number) if number else None, Text()),
    )
