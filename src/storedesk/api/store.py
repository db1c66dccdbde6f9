"""The calls that change the settings of the store."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Text, literal
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.domain import scale_codes, store_carriers
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def change_settings(
    request: UUID, *, seen: int, changes: Mapping[str, Any]
) -> Command[dict[str, Any]]:
    """Change settings, by their column, over the version that was seen; answers with the new one.

    Refuses: carrier_link_bad, carrier_nameless, carrier_shape_bad, carrier_twice,
    country_unknown, currency_thousandths, fixed_by_orders, limit_not_found, money_not_exact,
    money_too_big, name_missing, placeholder_unknown, scale_code_bad, scale_code_twice,
    setting_not_found, tender_letter_bad, tender_letter_taken, too_many, too_many_lines,
    unknown_time_zone.
    """
    return func.api.change_settings(
        request, seen, literal(_written(changes), JSONB()), type_=JSONB()
    )


def set_logo(
    request: UUID, *, seen: str | None, page: bytes | None, strip: bytes | None
) -> Command[dict[str, Any]]:
    """Set the logo of papers, a PNG for pages and one for rolls, or remove it (None).

    It is set over the one that was `seen`: its sha256.

    Refuses: currency_thousandths, fixed_by_orders, limit_not_found, picture_unreadable,
    unknown_time_zone.
    """
    picture = LargeBinary()
    return func.api.set_logo(
        request,
        literal(seen, Text()),
        literal(page, picture),
        literal(strip, picture),
        type_=JSONB(),
    )


def _written(changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _as_json(name, value) for name, value in changes.items()}


def _as_json(name: str, value: Any) -> Any:
    if name == "carriers":
        return store_carriers.as_document(value)
    if name == "scale_codes":
        return scale_codes.as_document(value)
    return str(value) if isinstance(value, Decimal) else value
