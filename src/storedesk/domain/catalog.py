"""Define the catalog: products with their variants, codes and pictures."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.inventory import Stock
from storedesk.domain.measures import Measure
from storedesk.domain.values.money import Money


class ProductStatus(StrEnum):
    """The status of a product. Only active ones are sold."""

    DRAFT = "draft"
    ACTIVE = "active"
    INACTIVE = "inactive"


@dataclass(frozen=True, slots=True)
class ProductLine:
    """A product as the products page lists it."""

    id: UUID
    name: str
    category: str
    status: ProductStatus
    price: Money
    variants: int
    code: str | None
    """Its own code, or its first variant's SKU."""
    stock: Stock
    picture: str | None
    """sha256 of its primary picture in storedesk.media."""
    sale_price: Money | None = None
    """What it costs today by a promotion; None where none holds for it."""
    measure: Measure | None = None
    """How it is sold, if not by the piece."""

    @property
    def price_now(self) -> Money:
        """Return what it costs today."""
        return self.sale_price or self.price


@dataclass(frozen=True, slots=True)
class Variant:
    """One size and color of a product."""

    id: UUID
    sku: str
    size: str | None
    color: str | None
    price: Money
    codes: tuple[str, ...]

    @property
    def description(self) -> str:
        """Size and color as a line of a sale says them: "M / Blue"."""
        return " / ".join(part for part in (self.size, self.color) if part)


@dataclass(frozen=True, slots=True)
class Product:
    """A product with all that its page shows."""

    id: UUID
    name: str
    description: str | None
    category: str
    """Path from the top: "Home / Kitchen / Mugs"."""
    status: ProductStatus
    is_deleted: bool
    price: Money
    tax_class: str | None
    codes: tuple[str, ...]
    variants: tuple[Variant, ...]
    pictures: tuple[str, ...]
    stock: Stock
    version: int
    created_at: datetime
    updated_at: datetime
    source: str | None = None
    measure: Measure | None = None
    """How it is sold, if not by the piece."""


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A picture that was checked and made anew, as storedesk.media keeps it."""

    sha256: str
    media_type: str
    content: bytes

    @property
    def url(self) -> str:
        """Its product_images.url."""
        return f"media/{self.sha256}.{self.media_type.partition('/')[2]}"


def sha256_of(url: str | None) -> str | None:
    """Return the picture that `media/<sha256>.<type>` names; None for one that is elsewhere."""
    if url is None or not url.startswith("media/"):
        return None
    return url.removeprefix("media/").partition(".")[0]


@dataclass(frozen=True, slots=True)
class TaxClass:
    """A group of products that are taxed alike."""

    id: UUID
    name: str
    is_default: bool
    rate: Decimal = Decimal(0)
    """Of today: 0.0825."""


@dataclass(frozen=True, slots=True)
class Category:
    """A node of the category tree, at most three deep."""

    id: UUID
    name: str
    parent_id: UUID | None
    depth: int
    products: int = 0
