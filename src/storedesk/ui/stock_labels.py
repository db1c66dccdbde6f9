"""Say how many there are: the stock of a product is that of all its variants together.

It is said once, where the product is. No variant has a number of its own, so beside a variant there
is none; that there are none at all is true of each of them.
"""

from collections.abc import Callable

from storedesk.domain.inventory import TOGETHER
from storedesk.ui.kit.base.language import tr

Count = Callable[[int], str]
FEW = 2
"""Up to so many pieces one more customer may leave none."""


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


def few_left(available: int, count: Count) -> str:
    """Say that there are none, or hardly any; "" where there are enough."""
    if available <= 0:
        return tr("none left")
    return tr("only {n} left").format(n=count(available)) if available <= FEW else ""
