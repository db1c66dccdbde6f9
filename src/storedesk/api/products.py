"""Products: made, deleted and restored."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, Numeric, Text, literal
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import NullType

from storedesk.domain.catalog import NewPicture, ProductStatus
from storedesk.domain.measures import Measure
from storedesk.domain.product_forms import (
    NOWHERE,
    Beginning,
    Begun,
    ProductForm,
    VariantForm,
)
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.decode.answer import Answer
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def delete_product(request: UUID, product_id: UUID) -> Command[object]:
    """Take a product off the shelves, though not out of the books.

    Refuses: bad_step, category_not_shown, other_currency, still_reserved, variant_free.
    """
    return func.api.delete_product(request, product_id, type_=JSONB())


def restore_product(request: UUID, product_id: UUID) -> Command[object]:
    """Bring a deleted product back, as an inactive one.

    Refuses: bad_step, category_not_shown, other_currency, still_reserved, variant_free.
    """
    return func.api.restore_product(request, product_id, type_=JSONB())


def make_product(
    request: UUID,
    form: ProductForm,
    beginning: Beginning,
    *,
    pictures: Iterable[NewPicture] = (),
) -> Command[Begun]:
    """Make a new product, whole or not at all, and put it on sale if its form says so.

    What cannot be on sale stays a draft, and the answer says why. `pictures` are those that are not
    in the store yet.

    Refuses: amount_small, bad_measure, bad_step, category_circle, category_needed,
    category_not_found,
    category_not_shown, category_too_deep, code_of_deleted, code_taken, lists_differ,
    other_currency, product_made, still_reserved, variant_free, variants_many.
    """
    home = None if form.category_id == NOWHERE else form.category_id
    return func.api.make_product(
        request,
        form.id,
        form.name,
        form.description,
        literal(form.price, Numeric()),
        literal(home, UuidType()),
        beginning.new_category,
        form.status.value,
        literal(form.tax_class_id, UuidType()),
        literal(list(form.codes), ARRAY(Text())),
        beginning.on_hand,
        literal([_variant(one) for one in form.variants], JSONB()),
        literal([{"id": str(one.id), "url": one.url} for one in form.pictures], JSONB()),
        literal([one.content for one in pictures], ARRAY(LargeBinary())),
        literal(form.cost, Numeric()),
        literal(form.measure.value if form.measure else None, Text()),
        type_=Answer(_begun),
    )


def _variant(one: VariantForm) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "sku": one.sku,
        "size": one.size,
        "color": one.color,
        "difference": str(one.difference),
        "codes": list(one.codes),
    }


def _begun(payload: dict[str, Any]) -> Begun:
    why = payload["why"]
    return Begun(
        status=ProductStatus(payload["status"]),
        category_id=UUID(payload["category_id"]),
        on_hand=payload["on_hand"],
        why=Refused(why["code"], **why["parameters"]) if why else None,
    )


def measure_product(
    request: UUID, product_id: UUID, measure: Measure | None
) -> Command[dict[str, Any]]:
    """Set how a product is sold; None is by the piece.

    Refuses: bad_measure, product_not_found.
    """
    return func.api.measure_product(
        request, product_id, literal(measure.value if measure else None, Text()), type_=JSONB()
    )


def tax_product(
    request: UUID, product_id: UUID, tax_class_id: UUID | None
) -> Command[dict[str, Any]]:
    """Give a product a tax class of its own; None takes it from its category.

    Refuses: bad_step, category_circle, category_not_shown, category_too_deep, other_currency,
    still_reserved, variant_free.
    """
    return func.api.tax_product(request, product_id, tax_class_id, type_=JSONB())


def claim_codes(product_id: UUID, codes: Sequence[str]) -> Command[object]:
    """Hold codes for a product, so that no other takes them in the same moment.

    Refuses: code_of_deleted, code_taken.
    """
    return func.api.claim_codes(product_id, literal(list(codes), ARRAY(Text())), type_=NullType())


def give_code(
    request: UUID, *, product_id: UUID, variant_id: UUID | None, code: str
) -> Command[dict[str, str]]:
    """Give a product, or one of its variants, a code that nothing has.

    Refuses: product_not_found, variant_not_found, code_of_deleted, code_taken.
    """
    return func.api.give_code(request, product_id, variant_id, code, type_=JSONB())


def remove_parts(
    request: UUID,
    product_id: UUID,
    *,
    variants: Sequence[UUID] = (),
    codes: Sequence[str] = (),
    pictures: Sequence[UUID] = (),
) -> Command[dict[str, Any]]:
    """Take variants, codes and pictures of a product away, whatever hangs on them but sales.

    Refuses: bad_step, category_not_shown, other_currency, still_reserved, variant_free,
    variant_sold, variant_wanted.
    """
    ids, words = ARRAY(UuidType()), ARRAY(Text())
    return func.api.remove_parts(
        request,
        product_id,
        literal(list(variants), ids),
        literal(list(codes), words),
        literal(list(pictures), ids),
        type_=JSONB(),
    )


def find_products(words: ColumnElement[Any], *, fuzzy: bool = False) -> Command[UUID]:
    """Answer the ids of the products with all words, a row each; `words` is an array of text.

    With `fuzzy` those that nearly have them. The server leaves out what is not to be seen.
    """
    return func.api.find_products(words, fuzzy, type_=UuidType())


def first_products(
    words: ColumnElement[Any], most: ColumnElement[int], descending: ColumnElement[bool]
) -> Command[UUID]:
    """Answer the ids of what a search finds first in the order of names; none is deleted."""
    return func.api.first_products(words, most, descending, type_=UuidType())
