"""The words and tints of the catalogue, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.inventory import Stock
from storedesk.domain.staff import Me
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.looks.tokens import Tone

TONES = {
    ProductStatus.ACTIVE: Tone.OK,
    ProductStatus.DRAFT: Tone.MUTE,
    ProductStatus.INACTIVE: Tone.WARN,
}


def status_word(status: ProductStatus) -> str:
    """Return how a status is called."""
    match status:
        case ProductStatus.ACTIVE:
            return QCoreApplication.translate("Catalogue", "Active")
        case ProductStatus.DRAFT:
            return QCoreApplication.translate("Catalogue", "Draft")
        case ProductStatus.INACTIVE:
            return QCoreApplication.translate("Catalogue", "Inactive")


def of_tabs(me: Me) -> dict[str, tuple[str, str]]:
    """Return what nothing in a tab of the products means, while there are products elsewhere."""
    say = QCoreApplication.translate
    may = me.may("make_product")
    onto = say("Catalogue", "Set the status of a product to Active, and it is sold.") if may else ""
    return {
        "all": (
            say("Catalogue", "All products are deleted"),
            say("Catalogue", "They stand under Deleted, where they can be restored."),
        ),
        ProductStatus.ACTIVE.value: (say("Catalogue", "Nothing is on sale"), onto),
        ProductStatus.DRAFT.value: (
            say("Catalogue", "There are no drafts"),
            say("Catalogue", "A draft is a product that is not on sale yet."),
        ),
        ProductStatus.INACTIVE.value: (
            say("Catalogue", "Nothing was taken off sale"),
            say("Catalogue", "What is no longer sold, and kept all the same, stands here."),
        ),
        "deleted": (
            say("Catalogue", "Nothing is deleted"),
            say("Catalogue", "What is deleted can be restored here."),
        ),
    }


def status_cell(status: ProductStatus) -> Cell:
    """Return a status as a chip of a list."""
    return Cell(status_word(status), tone=TONES[status])


def stock_tone(stock: Stock) -> Tone | None:
    """Return the tint of an available number that asks for care."""
    if stock.available <= 0:
        return Tone.BAD
    return Tone.WARN if stock.is_low else None


def variants(count: int) -> str:
    """Say how many variants a product has."""
    if count == 1:
        return QCoreApplication.translate("Catalogue", "1 variant")
    return QCoreApplication.translate("Catalogue", "{count} variants").format(count=count)
