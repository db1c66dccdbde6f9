"""What managers do with a product's form, and with the product as a whole."""

from collections.abc import Collection, Iterable
from uuid import UUID

from storedesk.domain.catalog import NewPicture, TaxClass
from storedesk.domain.product_forms import Beginning, Begun, ProductForm
from storedesk.persistence import new_products, product_forms
from storedesk.persistence.engine.database import Command, Session


def product_form(session: Session, product_id: UUID) -> ProductForm:
    """Return a product as its form holds it. Not found: product_not_found."""
    return product_forms.product_form(session, product_id)


def make_product(
    request: UUID,
    form: ProductForm,
    beginning: Beginning,
    *,
    pictures: Iterable[NewPicture] = (),
) -> Command[Begun]:
    """Make a new product, whole or not at all, and put it on sale if its form says so.

    What cannot be on sale stays a draft, and the answer says why. `pictures` are those that are not
    in the store yet. Refused: code_taken, code_of_deleted, code_just_taken, variant_free,
    variant_twice, category_needed, category_too_deep. Not found: category_not_found.
    """
    return new_products.make_product(request, form, beginning, pictures)


def on_sale_at_once(session: Session) -> bool:
    """Tell whether the store puts new products on sale; else they are drafts at first."""
    return new_products.on_sale_at_once(session)


def save_product(
    session: Session,
    base: ProductForm,
    form: ProductForm,
    *,
    pictures: Iterable[NewPicture] = (),
) -> None:
    """Save a product's form, whole or not at all, over `base`, which was read before.

    `pictures` are those that are not in the store yet. Conflict: changed_meanwhile. Refused:
    bad_step, category_not_shown, code_taken, code_of_deleted, variant_free, variant_twice,
    variant_sold, variant_wanted.
    """
    product_forms.save_product(session, base, form, pictures)


def owners_of(session: Session, codes: Collection[str], *, but: UUID) -> dict[str, str]:
    """Return which of some codes, in capitals, belong to other products than `but`; their names."""
    return product_forms.owners_of(session, codes, but=but)


def tax_classes(session: Session) -> list[TaxClass]:
    """Return all classes of tax, the default one first."""
    return product_forms.tax_classes(session)


def delete_product(request: UUID, product_id: UUID) -> Command[object]:
    """Take a product off the shelves, though not out of the books. Refused: still_reserved."""
    return product_forms.delete_product(request, product_id)


def restore_product(request: UUID, product_id: UUID) -> Command[object]:
    """Bring a deleted product back, as an inactive one."""
    return product_forms.restore_product(request, product_id)
