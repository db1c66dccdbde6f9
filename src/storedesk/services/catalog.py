"""What staff can ask about products."""

from collections.abc import Sequence
from uuid import UUID

from storedesk.domain.catalog import Category, Product, ProductLine, ProductStatus
from storedesk.persistence import catalog, products
from storedesk.persistence.engine.database import Session


def product_keys(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: ProductStatus | None = None,
    category_id: UUID | None = None,
    deleted: bool = False,
    sort: str = "name",
    descending: bool = False,
) -> bytes:
    """Return the ids of all products that match, in order, 16 bytes each.

    A category means all below it as well; deleted products are a list of their own. Sorted by
    name, price, available, category, status or updated.
    """
    return catalog.product_keys(
        session,
        search=search,
        status=status,
        category_id=category_id,
        deleted=deleted,
        sort=sort,
        descending=descending,
    )


def first_products(  # noqa: PLR0913 named by every caller
    session: Session,
    *,
    search: str = "",
    status: ProductStatus | None = None,
    category_id: UUID | None = None,
    deleted: bool = False,
    sort: str = "name",
    descending: bool = False,
    limit: int = 200,
) -> list[ProductLine]:
    """Return the first products of the list whose keys `product_keys` returns."""
    return catalog.first_products(
        session,
        search=search,
        status=status,
        category_id=category_id,
        deleted=deleted,
        sort=sort,
        descending=descending,
        limit=limit,
    )


def product_lines(session: Session, ids: Sequence[UUID]) -> list[ProductLine]:
    """Return products in the order of `ids`; those no longer there are left out."""
    return catalog.product_lines(session, ids)


def product(session: Session, product_id: UUID) -> Product:
    """Return a product with all that its page shows. Not found: product_not_found."""
    return products.product(session, product_id)


def categories(session: Session) -> list[Category]:
    """Return the tree of categories, parents before their children."""
    return catalog.categories(session)


def picture(session: Session, sha256: str) -> bytes | None:
    """Return a picture, as the file that it was."""
    return catalog.picture(session, sha256)
