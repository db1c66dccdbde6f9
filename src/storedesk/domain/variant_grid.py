"""List the missing combinations of sizes and colors, and propose SKUs for them."""

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from uuid import uuid4

from storedesk.domain.product_forms import PART_LONGEST, ProductForm, VariantForm
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values import text
from storedesk.domain.values.codes import make_sku

Combination = tuple[str | None, str | None]


def listed(typed: str) -> list[str]:
    """Read "S, M, L": separated by commas or semicolons, each once, cleaned.

    Refuses what `domain.text.line` refuses.
    """
    found: dict[str, str] = {}
    for typed_word in re.split(r"[,;\n]", typed):
        word = text.line(typed_word, longest=PART_LONGEST)
        if word:
            found.setdefault(word.casefold(), word)
    return list(found.values())


def missing(
    there: Iterable[VariantForm], sizes: Sequence[str], colors: Sequence[str], *, most: int
) -> list[Combination]:
    """Return the combinations that are not there yet, whatever their letters' case.

    Refuses more than `most` variants: variants_many.
    """
    known = list(there)
    have = {combination_key(one.size, one.color) for one in known}
    grid: list[Combination] = [
        (size, color)
        for size in (sizes or [None])  # type: ignore[list-item]
        for color in (colors or [None])  # type: ignore[list-item]
        if size or color
    ]
    wanted = [one for one in grid if combination_key(*one) not in have]
    if len(known) + len(wanted) > most:
        raise Refused("variants_many", most=most)
    return wanted


def combination_key(size: str | None, color: str | None) -> tuple[str, str]:
    """Return what two variants must not share: the database's uq_variant_combination."""
    return (size or "").strip().lower(), (color or "").strip().lower()


def proposed(
    product: str, combinations: Iterable[Combination], taken: Collection[str]
) -> list[VariantForm]:
    """Return new variants with SKUs made of `product`'s word; `taken` are capitals."""
    used = set(taken)
    made = []
    for size, color in combinations:
        sku = make_sku(product, size or "", color or "", taken=used)
        used.add(sku)
        made.append(
            VariantForm(id=uuid4(), sku=sku, size=size, color=color, difference=Decimal("0.00"))
        )
    return made


def word_of(form: ProductForm) -> str:
    """Return what SKUs of a product begin with: its first code that is no number, or its name."""
    return next((code for code in form.codes if not code.isdigit()), form.name)
