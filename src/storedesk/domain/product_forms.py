"""Define the form of a product, and merge two edits of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple, cast
from uuid import UUID

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.measures import Measure
from storedesk.domain.merging import Merge, merge, merge_order
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.folding import sort_key

NAME_LONGEST, SKU_LONGEST, CODE_LONGEST, PART_LONGEST = 200, 50, 64, 50
_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL")
_WORDS = {"SMALL": "S", "MEDIUM": "M", "LARGE": "L"}
EASY = (
    "name", "description", "category_id", "price", "cost", "status", "tax_class_id", "measure",
)  # fmt: skip
"""The fields of a product that are one value each."""
PARTS = ("sku", "size", "color", "difference")
"""The fields of a variant that are one value each."""
NOWHERE = UUID(int=0)
"""The category of a new product for which none was chosen yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantForm:
    """One size and color, as it is edited."""

    id: UUID
    sku: str
    size: str | None
    color: str | None
    difference: Decimal = Decimal("0.00")
    """What it costs more than its product."""
    codes: tuple[str, ...] = ()
    """Beside its SKU, which a scanner may send as well."""

    @property
    def description(self) -> str:
        """Size and color as a line of a sale says them: "M / Blue"."""
        return " / ".join(part for part in (self.size, self.color) if part)


@dataclass(frozen=True, slots=True)
class PictureForm:
    """A picture of a product; the first of them stands in lists."""

    id: UUID
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductForm:
    """All of a product that managers edit."""

    id: UUID
    version: int
    """The version that was read; 0 is one that was never saved."""
    currency: str
    name: str
    description: str
    category_id: UUID
    price: Decimal
    status: ProductStatus
    tax_class_id: UUID | None
    """Its own; None is its category's."""
    codes: tuple[str, ...]
    variants: tuple[VariantForm, ...]
    pictures: tuple[PictureForm, ...]
    cost: Decimal | None = None
    """What a piece costs the store from today on; None where nobody has said."""
    measure: Measure | None = None
    """How it is sold; None is by the piece. By weight, its price is for a kilogram."""
    changed_by: str = ""
    """Who changed it last, where that is known."""
    is_deleted: bool = False

    @property
    def is_new(self) -> bool:
        """Tell whether it was never saved."""
        return self.version == 0

    def all_codes(self) -> dict[str, UUID | None]:
        """Return every code beside the SKUs, and the variant that it means."""
        own: dict[str, UUID | None] = dict.fromkeys(self.codes)
        return own | {code: one.id for one in self.variants for code in one.codes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a new product begins with, beside what its form holds."""

    new_category: str = ""
    """The name of a category that may not be there yet: then it is made, below that of the form."""
    on_hand: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """The result of saving a new product."""

    status: ProductStatus
    category_id: UUID
    on_hand: int
    why: Refused | None
    """Why it is a draft although it was to be active."""


class ProductField(NamedTuple):
    """Names a field of a product's form: of which part, where it is of one."""

    name: str
    part: object = None


def merge_products(
    base: ProductForm, mine: ProductForm, theirs: ProductForm
) -> Merge[ProductField]:
    """Merge what two people made of a product, field by field; see `rebuilt`."""
    sides = (base, mine, theirs)
    shared = set.intersection(*({one.id for one in side.variants} for side in sides))
    flat = [_flattened(side, shared) for side in sides]
    pictures = merge_order(*(side.pictures for side in sides))
    if pictures is not None:
        for side in flat:
            side[ProductField("pictures")] = pictures
    return merge(*flat)


def rebuilt(theirs: ProductForm, fields: Mapping[ProductField, object]) -> ProductForm:
    """Return the form that merged fields describe, to be saved over `theirs`."""
    whole = [
        cast("VariantForm", value)
        for field, value in fields.items()
        if field.name == "variant" and value is not None
    ]
    split = {field.part for field in fields if field.name == "sku"}
    known = {one.id: one for one in theirs.variants}
    mended = [_mended(known[cast("UUID", part)], fields) for part in split]
    easy: dict[str, Any] = {name: fields[ProductField(name)] for name in EASY}
    codes = (field.part for field, value in fields.items() if field.name == "code" and value)
    return replace(
        theirs,
        **easy,
        codes=tuple(sorted(cast("Iterable[str]", codes))),
        variants=in_size_order((*whole, *mended)),
        pictures=cast("tuple[PictureForm, ...]", fields[ProductField("pictures")]),
    )


def in_size_order(variants: Iterable[VariantForm]) -> tuple[VariantForm, ...]:
    """Return variants as a shop lists them: by size, small ones first, then by color."""
    return tuple(sorted(variants, key=_place))


def _place(one: VariantForm) -> tuple[object, ...]:
    return (_rank(one.size), sort_key(one.color or ""), one.id.int)


def _flattened(form: ProductForm, shared: set[UUID]) -> dict[ProductField, object]:
    flat: dict[ProductField, object] = {ProductField(name): getattr(form, name) for name in EASY}
    flat |= {ProductField("code", code): True for code in form.codes}
    for one in form.variants:
        if one.id not in shared:  # one side made it or took it away: it is one thing
            flat[ProductField("variant", one.id)] = one
            continue
        flat |= {ProductField(name, one.id): getattr(one, name) for name in PARTS}
        flat |= {ProductField("variant_code", (one.id, code)): True for code in one.codes}
    flat[ProductField("pictures")] = form.pictures
    return flat


def _mended(variant: VariantForm, fields: Mapping[ProductField, object]) -> VariantForm:
    parts: dict[str, Any] = {name: fields[ProductField(name, variant.id)] for name in PARTS}
    codes = [
        field.part[1]
        for field, value in fields.items()
        if field.name == "variant_code"
        and value
        and isinstance(field.part, tuple)
        and field.part[0] == variant.id
    ]
    return replace(variant, **parts, codes=tuple(sorted(codes)))


def _rank(size: str | None) -> tuple[int, float, str]:
    words = (size or "").upper()
    letters = _WORDS.get(words, words)
    if letters in _LETTERS:
        return (0, _LETTERS.index(letters), words)
    number = re.match(r"\d+(\.\d+)?", words)
    return (1, float(number[0]), words) if number else (2, 0.0, words)
