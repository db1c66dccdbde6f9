"""Say how many there are: the stock of a product is that of all its variants together.

It is said once, where the product is. No variant has a number of its own, so beside a variant there
is none; that there are none at all is true of each of them.
"""

from collections.abc import Callable

from storedesk.domain.inventory import TOGETHER
from storedesk.ui.kit.base.language import tr

Count = Callable[[int], str]


def together(*, of_variants: bool) -> str:
    """Return what the number is of: "" for a product without variants."""
    return tr(TOGETHER) if of_variants else ""


def remark(code: str | None, category: str, *, of_variants: bool) -> str:
    """Return the line below a product's name: its code, unless it has variants, and category."""
    known = (together(of_variants=True) if of_variants else code, category)
    return " · ".join(part for part in known if part)


def with_together(words: str, *, of_variants: bool) -> str:
    """Add to `words` with a number what it is of."""
    return ", ".join(part for part in (words, together(of_variants=of_variants)) if part)


def on_shelf(available: int, count: Count, *, of_variants: bool) -> str:
    """Say how many of a product are on the shelf."""
    if available <= 0:
        return tr("none on the shelf")
    words = tr("{count} on the shelf")
    return with_together(words.format(count=count(available)), of_variants=of_variants)


def beside_variant(available: int, count: Count, *, of_variants: bool) -> str:
    """Say how many are on the shelf beside an item of a list, which may be a variant."""
    if of_variants and available > 0:
        return ""
    return on_shelf(available, count, of_variants=of_variants)
