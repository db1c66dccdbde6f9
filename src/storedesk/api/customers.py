"""What commands do for customers: defaults, removals, links by e-mail."""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB

from storedesk.persistence.engine.database import Command


def set_default_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Make an address the default."""
    return func.api.set_default_address(request, key, address, type_=JSONB())


def remove_address(request: UUID, key: UUID, address: UUID) -> Command[dict[str, str]]:
    """Take an address away; the newest of the others becomes the default."""
    return func.api.remove_address(request, key, address, type_=JSONB())


def set_default_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Make a way of paying the default."""
    return func.api.set_default_payment_method(request, key, method, type_=JSONB())


def remove_method(request: UUID, key: UUID, method: UUID) -> Command[dict[str, str]]:
    """Take a way of paying away, and what would charge it."""
    return func.api.remove_payment_method(request, key, method, type_=JSONB())


def send_verification(request: UUID, key: UUID) -> Command[str]:
    """Have a customer confirm her e-mail address, by a link that is good for 24 hours."""
    return func.api.send_verification(request, key, type_=JSONB())


def send_password_reset(request: UUID, key: UUID) -> Command[str]:
    """Have a customer choose a new password, by a link that is good for an hour."""
    return func.api.send_password_reset(request, key, type_=JSONB())
