"""Label products in the language of the window, with the colors of their chips."""

from collections.abc import Callable

from storedesk.domain.catalog import ProductLine, ProductStatus
from storedesk.domain.inventory import Stock
from storedesk.domain.measures import Measure
from storedesk.domain.staff import Me
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.scale_labels import priced

TONES = {
    ProductStatus.ACTIVE: Tone.OK,
    ProductStatus.DRAFT: Tone.MUTE,
    ProductStatus.INACTIVE: Tone.WARN,
}


def status_label(status: ProductStatus) -> str:
    """Return the label of a status."""
    match status:
        case ProductStatus.ACTIVE:
            return tr("Active")
        case ProductStatus.DRAFT:
            return tr("Draft")
        case ProductStatus.INACTIVE:
            return tr("Inactive")


def tab_emptiness(me: Me) -> dict[str, tuple[str, str]]:
    """Return the texts of an empty tab, while other tabs have products."""
    may = me.may("make_product")
    onto = tr("Managers put products on sale.")
    if may:
        onto = tr("Set the status of a product to Active to sell it.")
    return {
        "all": (
            tr("All products are deleted"),
            tr("They are listed under Deleted, where you can restore them."),
        ),
        ProductStatus.ACTIVE.value: (tr("Nothing is on sale"), onto),
        ProductStatus.DRAFT.value: (
            tr("There are no drafts"),
            tr("A draft is a product that is not on sale yet."),
        ),
        ProductStatus.INACTIVE.value: (
            tr("Nothing was taken off sale"),
            tr("Products that are no longer sold, but kept, are listed here."),
        ),
        "deleted": (
            tr("Nothing is deleted"),
            tr("Deleted products are listed here and can be restored."),
        ),
    }


def status_cell(status: ProductStatus) -> Cell:
    """Return a status as a chip of a list."""
    is_usual = status is ProductStatus.ACTIVE
    return Cell(status_label(status), tone=TONES[status], is_usual=is_usual)


def price_cell(money: Callable[[Money], str], line: ProductLine) -> Cell:
    """Return the usual price, and below it what the product costs today by a promotion."""
    words = tr("now {price}")
    return Cell(
        priced(money(line.price), line.measure),
        words.format(price=money(line.sale_price)) if line.sale_price else "",
    )


def stock_tone(stock: Stock) -> Tone | None:
    """Return the color of the available number: bad, warning, or None."""
    if stock.available <= 0:
        return Tone.BAD
    return Tone.WARN if stock.is_low else None


def variants(count: int) -> str:
    """Return the number of variants in words."""
    return plural("{count} variant", "{count} variants", count).format(count=count)


def own_code(line: ProductLine) -> str:
    """Return a product's code; "" if its variants have codes of their own."""
    return "" if line.variants else line.code or ""


def code_words(line: ProductLine) -> str:
    """Return a product's code, or how many variants it has."""
    return variants(line.variants) if line.variants else own_code(line)


def measure_choices() -> list[tuple[str, str]]:
    """List how a product can be sold, each a key and its label; "" is by the piece."""
    return [
        ("", tr("By the piece")),
        (Measure.KILOGRAM.value, tr("By weight: the price is for a kilogram")),
        (Measure.OPEN_PRICE.value, tr("At a price that is asked at the till")),
    ]


def measure_label(measure: Measure | None) -> str:
    """Return how a product is sold."""
    return dict(measure_choices())[measure.value if measure else ""]
