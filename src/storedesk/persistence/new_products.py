"""New products: made by one command, with their category, parts and first stock."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Numeric, Text, func, literal, select
from sqlalchemy import Uuid as UuidType
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from storedesk.domain.catalog import NewPicture, ProductStatus
from storedesk.domain.product_forms import NOWHERE, Beginning, Begun, ProductForm, VariantForm
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.decode.till import Answer
from storedesk.persistence.engine.database import Command
from storedesk.persistence.rows import StoreSettingsRow


def make_product(
    request: UUID, form: ProductForm, beginning: Beginning, media: Iterable[NewPicture]
) -> Command[Begun]:
    """Make a product as its form has it."""
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
        literal([one.content for one in media], ARRAY(LargeBinary())),
        type_=Answer(_begun),
    )


def on_sale_at_once(session: Session) -> bool:
    """Tell whether the store puts new products on sale."""
    return session.scalars(select(StoreSettingsRow.new_products_on_sale)).one()


def _variant(one: VariantForm) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "sku": one.sku,
        "size": one.size,
        "color": one.color,
        "difference": str(one.difference),
        "codes": list(one.codes),
    }


def _begun(told: dict[str, Any]) -> Begun:
    why = told["why"]
    return Begun(
        status=ProductStatus(told["status"]),
        category_id=UUID(told["category_id"]),
        on_hand=told["on_hand"],
        why=Refused(why["code"], **why["parameters"]) if why else None,
    )
