"""The words and tints of the catalogue, in the language of the window."""

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.inventory import Stock
from storedesk.domain.staff import Me
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.looks.tokens import Tone

TONES = {
    ProductStatus.ACTIVE: Tone.OK,
    ProductStatus.DRAFT: Tone.MUTE,
    ProductStatus.INACTIVE: Tone.WARN,
}


def status_label(status: ProductStatus) -> str:
    """Return how a status is called."""
    match status:
        case ProductStatus.ACTIVE:
            return tr("Active")
        case ProductStatus.DRAFT:
            return tr("Draft")
        case ProductStatus.INACTIVE:
            return tr("Inactive")


def tab_emptiness(me: Me) -> dict[str, tuple[str, str]]:
    """Return what nothing in a tab of the products means, while there are products elsewhere."""
    may = me.may("make_product")
    onto = tr("Set the status of a product to Active, and it is sold.") if may else ""
    return {
        "all": (
            tr("All products are deleted"),
            tr("They stand under Deleted, where they can be restored."),
        ),
        ProductStatus.ACTIVE.value: (tr("Nothing is on sale"), onto),
        ProductStatus.DRAFT.value: (
            tr("There are no drafts"),
            tr("A draft is a product that is not on sale yet."),
        ),
        ProductStatus.INACTIVE.value: (
            tr("Nothing was taken off sale"),
            tr("What is no longer sold, and kept all the same, stands here."),
        ),
        "deleted": (
            tr("Nothing is deleted"),
            tr("What is deleted can be restored here."),
        ),
    }


def status_cell(status: ProductStatus) -> Cell:
    """Return a status as a chip of a list."""
    return Cell(status_label(status), tone=TONES[status])


def stock_tone(stock: Stock) -> Tone | None:
    """Return the tint of an available number that asks for care."""
    if stock.available <= 0:
        return Tone.BAD
    return Tone.WARN if stock.is_low else None


def variants(count: int) -> str:
    """Say how many variants a product has."""
    return plural("{count} variant", "{count} variants", count).format(count=count)
