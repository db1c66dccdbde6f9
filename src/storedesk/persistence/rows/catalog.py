"""Map the rows of the catalog."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CHAR,
    Computed,
    FetchedValue,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from storedesk.persistence.rows.base import Base, Currency, MadeId, Stamp, VersionedBase


class CategoryRow(VersionedBase):
    """A category, in a tree of three levels."""

    __tablename__ = "categories"
    __table_args__ = (
        Index("idx_categories_name", "name"),
        Index("idx_categories_parent", "parent_category_id"),
        Index("idx_categories_active", "is_active"),
        Index("uq_category_name_ci", text("lower(btrim(name))"), unique=True),
    )

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(100), unique=True)
    description: Mapped[str | None] = mapped_column(Text)
    parent_category_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("categories.id", ondelete="RESTRICT")
    )
    depth: Mapped[int] = mapped_column(server_default="1")
    display_order: Mapped[int] = mapped_column(server_default="0")
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class ProductRow(VersionedBase):
    """A product: its name and price are edited, whether it is sold follows from its status."""

    __tablename__ = "products"
    __table_args__ = (
        Index("idx_products_category", "category_id"),
        Index("idx_products_active", "is_active", "is_deleted"),
        Index("idx_products_name", "name"),
        Index("idx_products_created", "created_at"),
        Index(
            "ix_products_name",
            text("storedesk.sort_key(name)"),
            "name",
            "id",
            postgresql_include=("is_deleted", "status", "category_id"),
        ),
        Index("ix_products_price", "price_amount", "id"),
        Index("ix_products_updated", "updated_at", "id"),
        Index(
            "ix_products_deleted",
            text("storedesk.sort_key(name)"),
            "name",
            "id",
            postgresql_where=text("is_deleted"),
        ),
    )

    id: Mapped[MadeId]
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    price_amount: Mapped[Decimal]
    price_currency: Mapped[Currency]
    category_id: Mapped[UUID] = mapped_column(ForeignKey("categories.id", ondelete="RESTRICT"))
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    is_deleted: Mapped[bool] = mapped_column(server_default=text("false"))
    status: Mapped[str] = mapped_column(String(20), server_default="draft")
    created_by: Mapped[UUID | None] = mapped_column(server_default=FetchedValue())
    updated_by: Mapped[UUID | None] = mapped_column(server_default=FetchedValue())
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class VariantRow(Base):
    """A product in one size and color."""

    __tablename__ = "product_variants"
    __table_args__ = (
        Index("idx_product_variants_product", "product_id"),
        Index("idx_product_variants_sku", "sku"),
        Index("idx_product_variants_combination", "product_id", "size", "color"),
        Index(
            "uq_variant_combination",
            "product_id",
            text("lower(btrim(size))"),
            text("lower(btrim(color))"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("uq_sku_ci", text("upper(btrim(sku))"), unique=True),
    )

    id: Mapped[MadeId]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    sku: Mapped[str] = mapped_column(String(50), unique=True)
    size: Mapped[str | None] = mapped_column(String(50))
    color: Mapped[str | None] = mapped_column(String(50))
    price_adjustment_amount: Mapped[Decimal] = mapped_column(server_default="0.00")
    price_adjustment_currency: Mapped[Currency]
    created_at: Mapped[Stamp]
    updated_at: Mapped[Stamp]


class ImageRow(Base):
    """A picture of a product."""

    __tablename__ = "product_images"
    __table_args__ = (
        Index("idx_product_images_product", "product_id"),
        Index("idx_product_images_primary", "product_id", "is_primary"),
        Index("uq_image_primary", "product_id", unique=True, postgresql_where=text("is_primary")),
    )

    id: Mapped[MadeId]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    url: Mapped[str] = mapped_column(String(500))
    is_primary: Mapped[bool] = mapped_column(server_default=text("false"))
    display_order: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[Stamp]


class BarcodeRow(Base):
    """A code that a scanner may send."""

    __tablename__ = "product_barcodes"
    __table_args__ = (
        Index("idx_product_barcodes_product", "product_id"),
        Index(
            "ix_product_barcodes_variant",
            "variant_id",
            postgresql_where=text("variant_id IS NOT NULL"),
        ),
        Index("uq_product_barcodes_ci", text("upper(barcode)"), unique=True),
        {"schema": "storedesk"},
    )

    barcode: Mapped[str] = mapped_column(String(64), primary_key=True)
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    variant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("product_variants.id", ondelete="CASCADE")
    )
    created_at: Mapped[Stamp]


class ProductSearchRow(Base):
    """The words by which a product is found, kept by the server."""

    __tablename__ = "product_search"
    __table_args__ = (
        Index(
            "ix_product_search_words",
            "words",
            postgresql_using="gin",
            postgresql_ops={"words": "storedesk.gin_trgm_ops"},
        ),
        Index(
            "ix_product_search_name",
            "name_key",
            "name",
            "product_id",
            postgresql_include=("on_sale", "brief"),
            postgresql_where=text("NOT is_deleted"),
        ),
        {"schema": "storedesk"},
    )

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    words: Mapped[str] = mapped_column(Text)
    on_sale: Mapped[bool]
    name: Mapped[str] = mapped_column(String(200))
    is_deleted: Mapped[bool]
    name_key: Mapped[str] = mapped_column(
        Text, Computed("storedesk.sort_key((name)::text)", persisted=True)
    )
    brief: Mapped[str | None] = mapped_column(
        Text,
        Computed("CASE WHEN octet_length(words) <= 1200 THEN words END", persisted=True),
    )


class SearchRangeRow(Base):
    """Products that follow upon each other by name, and all letters of their words."""

    __tablename__ = "search_ranges"
    __table_args__ = (
        Index("ix_search_ranges_first", "first_key", "first_name", "first_id"),
        Index("ix_search_ranges_grams", "grams", postgresql_using="gin"),
        {"schema": "storedesk"},
    )

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_key: Mapped[str] = mapped_column(Text)
    first_name: Mapped[str] = mapped_column(String(200))
    first_id: Mapped[UUID]
    last_key: Mapped[str] = mapped_column(Text)
    last_name: Mapped[str] = mapped_column(String(200))
    last_id: Mapped[UUID]
    grams: Mapped[list[str]] = mapped_column(ARRAY(Text))


class UnrangedProductRow(Base):
    """A product that has changed since the ranges were made."""

    __tablename__ = "unranged_products"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    change: Mapped[MadeId]


class ProductSourceRow(Base):
    """Where an imported product came from."""

    __tablename__ = "product_sources"
    __table_args__ = (
        UniqueConstraint("source", "reference"),
        {"schema": "storedesk"},
    )

    product_id: Mapped[UUID] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    source: Mapped[str] = mapped_column(String(100))
    reference: Mapped[str] = mapped_column(String(255))
    extra: Mapped[dict[str, Any]] = mapped_column(server_default="{}")


class MediaRow(Base):
    """A picture itself."""

    __tablename__ = "media"
    __table_args__ = {"schema": "storedesk"}  # noqa: RUF012 SQLAlchemy reads it once

    sha256: Mapped[str] = mapped_column(CHAR(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(50))
    content: Mapped[bytes]
    created_at: Mapped[Stamp]
