"""Write the products of an import, each table in as few statements as possible."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from storedesk.domain.catalog import Category, ProductStatus
from storedesk.domain.importing.existing import KnownProduct, Owner, variant_of
from storedesk.domain.importing.file import (
    ImportedProduct,
    ImportedVariant,
    ProductChange,
    code_key,
    code_keys,
)
from storedesk.domain.importing.progress import Counter, ImportStep, Report
from storedesk.domain.values.codes import make_sku
from storedesk.persistence.engine import bulk
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    ImageRow,
    ProductRow,
    ProductSourceRow,
    VariantRow,
)

Rows = list[dict[str, Any]]


@dataclass(kw_only=True)
class ImportWriter:
    """Gathers the rows of new and changed products, and writes them all at the end.

    `taken` holds the keys of all codes, of the store and of the file: none is made up twice.
    """

    source: str
    currency: str
    taken: set[str]
    category_of: Callable[[ImportedProduct], UUID]
    status_of: Callable[[ImportedProduct], ProductStatus]
    moves: bool = False
    """Whether known products move to their category in the file."""
    made_codes: dict[str, str] = field(default_factory=dict)
    """Codes that were made up, and the name of what bears each."""
    _new: dict[type[Any], Rows] = field(default_factory=lambda: defaultdict(list))
    _changed: Rows = field(default_factory=list)
    _changed_variants: Rows = field(default_factory=list)
    _changed_sources: Rows = field(default_factory=list)
    _were: dict[UUID, Decimal] = field(default_factory=dict)
    """What the changed variants cost more than their products, until now."""

    def add(self, product: ImportedProduct) -> UUID:
        """Add a new product, and return the id that it will have."""
        made = uuid4()
        self._new[ProductRow].append(
            {
                "id": made,
                "name": product.name,
                "description": product.description,
                "price_amount": product.price,
                "price_currency": self.currency,
                "category_id": self.category_of(product),
                "status": self.status_of(product),
            }
        )
        if not product.variants:
            code = product.code or self._make_code(product.name, product.reference)
            self._add_codes(made, None, (code, *product.barcodes))
        for variant in product.variants:
            self._add_variant(made, product, variant, product.price)
        self._add_pictures(made, product.pictures, is_first=True)
        self._add_source(made, product)
        return made

    def change(
        self, change: ProductChange, known: KnownProduct, codes: Mapping[str, Owner]
    ) -> None:
        """Add what the file changes in a known product."""
        product = change.product
        self._changed.append(
            {
                "id": known.id,
                "name": product.name,
                "description": product.description or known.description,
                "price_amount": product.price,
                "category_id": self.category_of(product)
                if self.moves and product.category
                else known.category,
            }
        )
        self._reprice_others(product, known)
        for variant in product.variants:
            stored = variant_of(variant, known.variants)
            if stored is None:
                self._add_variant(known.id, product, variant, product.price)
            else:
                adjustment = variant.price - product.price
                self._were[stored.id] = stored.price - known.price
                self._change_variant(stored.id, variant.sku or stored.sku, adjustment)
                theirs = [variant.barcode, *variant.codes]
                self._add_codes(known.id, stored.id, _unknown(theirs, codes))
        self._add_codes(known.id, None, _unknown([product.code, *product.barcodes], codes))
        fresh = [address for address in product.pictures if address not in known.pictures]
        self._add_pictures(known.id, fresh, is_first=not known.pictures)
        self._keep_source(known, product)

    def write(
        self,
        session: Session,
        categories: Sequence[Category],
        report: Report | None = None,
    ) -> None:
        """Write everything, in the order in which the tables refer to each other.

        `report` hears how many of the rows are written.
        """
        heard = Counter(ImportStep.WRITING, self._rows(), report).add
        for depth in (1, 2, 3):
            level = [category for category in categories if category.depth == depth]
            bulk.add(session, CategoryRow, [_category(category) for category in level])
        self._write_changes(session, heard)
        for row in (ProductRow, VariantRow, BarcodeRow, ImageRow, ProductSourceRow):
            bulk.add(session, row, self._new[row], heard)

    def _rows(self) -> int:
        """How many rows are to be written."""
        changed = (self._changed_variants, self._changed, self._changed_variants)
        return sum(map(len, (*self._new.values(), *changed, self._changed_sources)))

    def _write_changes(self, session: Session, heard: bulk.Heard) -> None:
        """Raise variants before their product's price falls, so that none is free in between."""
        raised = [
            {
                **row,
                "price_adjustment_amount": max(
                    self._were[row["id"]], row["price_adjustment_amount"]
                ),
            }
            for row in self._changed_variants
        ]
        bulk.change(session, VariantRow, raised, heard=heard)
        bulk.change(session, ProductRow, self._changed, heard=heard)
        bulk.change(session, VariantRow, self._changed_variants, heard=heard)
        sources = self._changed_sources
        bulk.change(session, ProductSourceRow, sources, key="product_id", heard=heard)

    def _add_variant(
        self, product_id: UUID, product: ImportedProduct, variant: ImportedVariant, base: Decimal
    ) -> None:
        made = uuid4()
        words = " ".join(filter(None, (variant.size, variant.color)))
        sku = variant.sku or self._make_code(f"{product.name} {words}", product.reference, words)
        self._new[VariantRow].append(
            {
                "id": made,
                "product_id": product_id,
                "sku": sku,
                "size": variant.size,
                "color": variant.color,
                "price_adjustment_amount": variant.price - base,
                "price_adjustment_currency": self.currency,
            }
        )
        others = filter(None, (variant.barcode, *variant.codes))
        self._add_codes(product_id, made, [one for one in others if code_key(one) != code_key(sku)])

    def _reprice_others(self, product: ImportedProduct, known: KnownProduct) -> None:
        """Keep the prices of variants that the file does not mention."""
        named = {variant.attributes for variant in product.variants}
        for other in known.variants:
            if other.attributes not in named:
                self._were[other.id] = other.price - known.price
                self._change_variant(other.id, other.sku, other.price - product.price)

    def _change_variant(self, variant: UUID, sku: str, adjustment: Decimal) -> None:
        self._changed_variants.append(
            {"id": variant, "sku": sku, "price_adjustment_amount": adjustment}
        )

    def _add_codes(self, product: UUID, variant: UUID | None, codes: Iterable[str]) -> None:
        self._new[BarcodeRow] += [
            {"barcode": code, "product_id": product, "variant_id": variant} for code in codes
        ]

    def _add_pictures(self, product: UUID, urls: Sequence[str], *, is_first: bool) -> None:
        self._new[ImageRow] += [
            {
                "id": uuid4(),
                "product_id": product,
                "url": url,
                "is_primary": is_first and at == 0,
                "display_order": at,
            }
            for at, url in enumerate(urls)
        ]

    def _add_source(self, product_id: UUID, product: ImportedProduct) -> None:
        self._new[ProductSourceRow].append(
            {
                "product_id": product_id,
                "source": self.source,
                "reference": product.reference,
                "extra": dict(product.extra),
            }
        )

    def _keep_source(self, known: KnownProduct, product: ImportedProduct) -> None:
        if not known.has_source:
            self._add_source(known.id, product)
        elif product.extra:
            self._changed_sources.append({"product_id": known.id, "extra": dict(product.extra)})

    def _make_code(self, name: str, *words: str) -> str:
        code = make_sku(*words, taken=self.taken)
        self.taken.add(code)
        self.made_codes[code] = name
        return code


def _category(category: Category) -> dict[str, Any]:
    return {
        "id": category.id,
        "name": category.name,
        "parent_category_id": category.parent_id,
    }


def _unknown(codes: Iterable[str | None], there: Mapping[str, Owner]) -> list[str]:
    return [code for code in codes if code and there.keys().isdisjoint(code_keys(code))]
