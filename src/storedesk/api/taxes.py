"""The calls that keep classes of tax and their dated rates."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Date, Numeric, literal

from storedesk.persistence.decode.answer import Answer, Document, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def add_tax_class(request: UUID, *, class_name: str, name: str, rate: Decimal) -> Command[UUID]:
    """Add a class with the tax that it has from the beginning; answer its key.

    `name` is what receipts call the tax, `rate` its share: 0.19. Refuses: bad_rate, card_number,
    name_missing, text_control, text_too_long.
    """
    return func.api.add_tax_class(
        request, class_name, name, literal(rate, Numeric()), type_=Answer(_made)
    )


def rename_tax_class(request: UUID, *, tax_class: UUID, was: str, class_name: str) -> Command[None]:
    """Give a class another name, over the one that was seen.

    Refuses: card_number, changed_meanwhile, name_missing, tax_class_not_found,
    text_control, text_too_long.
    """
    return func.api.rename_tax_class(request, tax_class, was, class_name, type_=Answer(nothing))


def make_tax_class_default(request: UUID, *, tax_class: UUID, was: UUID) -> Command[None]:
    """Make a class that of whatever names no other, in place of the one that was seen.

    Refuses: changed_meanwhile, tax_class_not_found.
    """
    return func.api.make_tax_class_default(request, tax_class, was, type_=Answer(nothing))


def add_tax_rate(
    request: UUID, *, tax_class: UUID, day: date, name: str, rate: Decimal
) -> Command[None]:
    """Add a rate that a class has from a day of the store's calendar on.

    Refuses: bad_instant, bad_rate, card_number, name_missing, rate_day_taken, rate_past,
    tax_class_not_found, text_control, text_too_long.
    """
    return func.api.add_tax_rate(
        request, tax_class, literal(day, Date()), name, literal(rate, Numeric()),
        type_=Answer(nothing),
    )  # fmt: skip


def correct_tax_rate(  # noqa: PLR0913 - what a rate is, and what it was
    request: UUID, *, tax_class: UUID, day: date, was_name: str, was_rate: Decimal, name: str,
    rate: Decimal,
) -> Command[None]:  # fmt: skip
    """Correct a rate that nothing was sold with, over what was seen of it.

    Refuses: bad_rate, card_number, changed_meanwhile, name_missing, rate_in_use, rate_not_found,
    tax_class_not_found, text_control, text_too_long.
    """
    return func.api.correct_tax_rate(
        request, tax_class, literal(day, Date()), was_name, literal(was_rate, Numeric()), name,
        literal(rate, Numeric()), type_=Answer(nothing),
    )  # fmt: skip


def take_back_tax_rate(
    request: UUID, *, tax_class: UUID, day: date, was_name: str, was_rate: Decimal
) -> Command[None]:
    """Take back a rate that nothing was sold with: the one before it goes on.

    Refuses: changed_meanwhile, rate_in_use, rate_not_found, tax_class_not_found.
    """
    return func.api.take_back_tax_rate(
        request, tax_class, literal(day, Date()), was_name, literal(was_rate, Numeric()),
        type_=Answer(nothing),
    )  # fmt: skip


def _made(answer: Document) -> UUID:
    return UUID(answer["tax_class"])
