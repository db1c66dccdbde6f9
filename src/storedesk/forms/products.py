"""A product's form: read whole, and saved whole over the version that was read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy import Select, Table, Text, Update, any_, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from storedesk.api import products as commands
from storedesk.api.costs import set_cost
from storedesk.domain.catalog import NewPicture, ProductStatus, TaxClass
from storedesk.domain.categories import Tree
from storedesk.domain.measures import Measure
from storedesk.domain.product_forms import (
    PictureForm,
    ProductForm,
    VariantForm,
    in_size_order,
)
from storedesk.domain.refusals.errors import Conflict, NotFound
from storedesk.forms.categories import TREE, tree_of
from storedesk.forms.product_pictures import PICTURES, keep, save_pictures
from storedesk.forms.tax_classes import TAXES, classes_of
from storedesk.persistence.engine import bulk
from storedesk.persistence.engine.lists import as_written
from storedesk.persistence.engine.together import KEY, Part, together
from storedesk.persistence.rows import (
    BarcodeRow,
    ProductCostRow,
    ProductMeasureRow,
    ProductRow,
    ProductTaxRow,
    StaffRow,
    VariantRow,
)

PRODUCTS = cast("Table", ProductRow.__table__)
"""Saved by hand, and not as a loaded row: the form has been read before, and knows what differs."""


def product_form(session: Session, product_id: UUID) -> ProductForm:
    """Return a product as its form holds it. Not found: product_not_found.

    As of one moment, since it is saved over the version that was read.
    """
    return form_beside(session, product_id)[0]


def form_beside(
    session: Session, product_id: UUID, *beside: Part
) -> tuple[ProductForm, Sequence[list[Any]]]:
    """Return so with what other questions about it have found, asked in the same round trip."""
    roots, barcodes, variants, pictures, *found = together(
        session, ROOT, CODES, VARIANTS, PICTURES, *beside, key=product_id
    )
    if not roots:
        raise NotFound("product_not_found", product=str(product_id))
    (row, tax_class, changed_by, cost, measure), *_ = roots
    codes: dict[UUID | None, list[str]] = {}
    for variant, code in barcodes:
        codes.setdefault(variant, []).append(code)
    form = ProductForm(
        id=row.id,
        version=row.version,
        currency=row.price_currency,
        name=row.name,
        description=row.description or "",
        category_id=row.category_id,
        price=row.price_amount,
        cost=cost,
        status=ProductStatus(row.status),
        tax_class_id=tax_class,
        measure=Measure(measure) if measure else None,
        codes=tuple(codes.get(None, ())),
        variants=in_size_order(_variant_form(one, codes) for one in variants),
        pictures=tuple(PictureForm(*one) for one in pictures),
        changed_by=changed_by or "",
        is_deleted=row.is_deleted,
    )
    return form, found


def save_product(
    session: Session,
    base: ProductForm,
    form: ProductForm,
    *,
    pictures: Iterable[NewPicture] = (),
) -> None:
    """Save a product's form, whole or not at all, over `base`, which was read before.

    `pictures` are those that are not in the store yet. Conflict: changed_meanwhile. Refused:
    bad_step, category_not_shown, code_taken, code_of_deleted, too_many, variant_free,
    variant_twice, variant_sold, variant_wanted, variants_many.
    """
    written = {*form.all_codes(), *(one.sku for one in form.variants)}
    known = {*base.all_codes(), *(one.sku for one in base.variants)}
    if claimed := sorted(written - known):
        session.execute(select(commands.claim_codes(form.id, claimed)))
    for picture in pictures:
        keep(session, picture)
    _save_root(session, base, form)
    _save_parts(session, base, form)
    if form.tax_class_id != base.tax_class_id:
        session.execute(select(commands.tax_product(uuid4(), form.id, form.tax_class_id)))
    if form.measure != base.measure:
        session.execute(select(commands.measure_product(uuid4(), form.id, form.measure)))
    if form.cost != base.cost:
        session.execute(select(set_cost(uuid4(), form.id, cost=form.cost)))


def owners_of(session: Session, codes: Collection[str], *, but: UUID) -> dict[str, str]:
    """Return which of some codes, in capitals, belong to other products than `but`; their names."""
    wanted = [code.upper() for code in codes]
    found: dict[str, str] = {}
    for code, product in (
        (BarcodeRow.barcode.expression, BarcodeRow.product_id),
        (VariantRow.sku.expression, VariantRow.product_id),
    ):
        asked = (
            select(func.upper(code), ProductRow.name)
            .join(ProductRow, ProductRow.id == product)
            .where(func.upper(code) == any_(bindparam("wanted", type_=ARRAY(Text()))))
            .where(ProductRow.id != but)
        )
        found.update((taken, name) for taken, name in session.execute(asked, {"wanted": wanted}))
    return found


def choices(session: Session) -> tuple[Tree, list[TaxClass]]:
    """Return what a product is put under: the categories, their products not counted, and taxes."""
    rows, taxes = together(session, TREE, TAXES, counted=False)
    return tree_of(rows), classes_of(taxes)


def _read_root() -> Select[*tuple[Any, ...]]:
    cost = (
        select(ProductCostRow.cost_amount)
        .where(ProductCostRow.product_id == ProductRow.id, ProductCostRow.variant_id.is_(None))
        .order_by(ProductCostRow.valid_from.desc(), ProductCostRow.seq.desc())
        .limit(as_written(1))
        .scalar_subquery()
    )
    return (
        select(
            ProductRow, ProductTaxRow.tax_class_id, StaffRow.display_name, cost,
            ProductMeasureRow.measure,
        )
        .outerjoin(ProductTaxRow, ProductTaxRow.product_id == ProductRow.id)
        .outerjoin(ProductMeasureRow, ProductMeasureRow.product_id == ProductRow.id)
        .outerjoin(StaffRow, StaffRow.id == ProductRow.updated_by)
        .where(ProductRow.id == KEY)
    )  # fmt: skip


def _codes() -> Select[*tuple[Any, ...]]:
    asked = select(BarcodeRow.variant_id, BarcodeRow.barcode).where(BarcodeRow.product_id == KEY)
    return asked.order_by(BarcodeRow.barcode)


def _variant_form(row: Any, codes: Mapping[UUID | None, list[str]]) -> VariantForm:
    return VariantForm(
        id=row.id,
        sku=row.sku,
        size=row.size,
        color=row.color,
        difference=row.price_adjustment_amount,
        codes=tuple(codes.get(row.id, ())),
    )


ROOT, CODES = Part(_read_root), Part(_codes)
VARIANTS = Part(lambda: select(VariantRow).where(VariantRow.product_id == KEY))


def _root(form: ProductForm) -> dict[str, Any]:
    return {
        "name": form.name,
        "description": form.description or None,
        "price_amount": form.price,
        "price_currency": form.currency,
        "category_id": form.category_id,
        "status": form.status.value,
    }


def _save_root(session: Session, base: ProductForm, form: ProductForm) -> None:
    was, wanted = _root(base), _root(form)
    changed = {name: value for name, value in wanted.items() if value != was[name]}
    at_hand = {"this": base.id, "read": base.version}
    statement = _over_what_was_read(tuple(changed))
    if session.connection().execute(statement, at_hand | changed).rowcount != 1:
        raise Conflict("changed_meanwhile")


@cache
def _over_what_was_read(changed: tuple[str, ...]) -> Update | Select[UUID]:
    """Write some columns of a product whose version is as it was read, or only hold its row."""
    at_hand = (PRODUCTS.c.id == bindparam("this"), PRODUCTS.c.version == bindparam("read"))
    if changed:
        return update(PRODUCTS).where(*at_hand).values({name: bindparam(name) for name in changed})
    return select(PRODUCTS.c.id).where(*at_hand).with_for_update(key_share=True)


def _save_parts(session: Session, base: ProductForm, form: ProductForm) -> None:
    old = {one.id: one for one in base.variants}
    new = {one.id: one for one in form.variants}
    new_codes = form.all_codes()
    old_codes = {  # those of a variant that goes, go with it
        code: variant
        for code, variant in base.all_codes().items()
        if variant is None or variant in new
    }
    _remove(
        session,
        form.id,
        variants=[key for key in old if key not in new],
        codes=[code for code in old_codes if code not in new_codes],
        pictures=[one.id for one in base.pictures if one not in form.pictures],
    )
    changed = [one for one in form.variants if one.id in old and _differ(old[one.id], one)]
    added = [one for one in form.variants if one.id not in old]
    bulk.change(session, VariantRow, [_variant(one) for one in changed])
    belongs = {"product_id": form.id, "price_adjustment_currency": form.currency}
    bulk.add(session, VariantRow, [_variant(one) | belongs for one in added])
    _save_codes(session, form.id, old_codes, new_codes)
    if base.pictures != form.pictures:
        save_pictures(session, form, {one.id for one in base.pictures})


def _remove(
    session: Session, product: UUID, *, variants: list[UUID], codes: list[str], pictures: list[UUID]
) -> None:
    if variants or codes or pictures:
        call = commands.remove_parts(
            uuid4(), product, variants=variants, codes=codes, pictures=pictures
        )
        session.execute(select(call))


def _save_codes(
    session: Session, product: UUID, old: dict[str, UUID | None], new: dict[str, UUID | None]
) -> None:
    rows = [
        {"barcode": code, "variant_id": variant}
        for code, variant in new.items()
        if code not in old or old[code] != variant
    ]
    moved = [row for row in rows if row["barcode"] in old]
    bulk.change(session, BarcodeRow, moved, key="barcode")
    made = [row | {"product_id": product} for row in rows if row["barcode"] not in old]
    bulk.add(session, BarcodeRow, made)


def _differ(old: VariantForm, new: VariantForm) -> bool:
    return _variant(old) != _variant(new)


def _variant(one: VariantForm) -> dict[str, UUID | str | Decimal | None]:
    return {
        "id": one.id,
        "sku": one.sku,
        "size": one.size,
        "color": one.color,
        "price_adjustment_amount": one.difference,
    }
