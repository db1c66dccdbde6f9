"""What the page of products reads of one of them, in one round trip."""

from uuid import UUID

from storedesk import forms
from storedesk.domain.product_forms import ProductForm
from storedesk.domain.product_sales import ProductSales
from storedesk.persistence.engine.database import Session
from storedesk.queries.product_sales import SALES_PART, product_sales


def form_and_sales(session: Session, product_id: UUID) -> tuple[ProductForm, ProductSales]:
    """Return a product as its form holds it, and what was sold of it.

    Not found: product_not_found.
    """
    form, [sold] = forms.products.form_beside(session, product_id, SALES_PART)
    return form, product_sales(sold)
