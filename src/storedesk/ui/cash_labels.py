"""The words of what is in a drawer, where it holds too little or too much."""

from storedesk.domain.shifts import CashLevel, DrawerCash
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr


def level_label(drawer: DrawerCash, context: PageContext) -> str:
    """Return "$812.00 in the drawer, at most $500.00"; "" where all is well."""
    match drawer.level:
        case CashLevel.LOW:
            words, bound = tr("{cash} in the drawer, at least {bound}"), drawer.least
        case CashLevel.HIGH:
            words, bound = tr("{cash} in the drawer, at most {bound}"), drawer.most
        case None:
            return ""
    cash, bounded = (
        context.money(Money(amount or drawer.cash, context.store.currency))
        for amount in (drawer.cash, bound)
    )
    return words.format(cash=cash, bound=bounded)


def brief_label(drawer: DrawerCash, context: PageContext) -> str:
    """Return "much cash: $812.00", where there is little room; "" where all is well."""
    match drawer.level:
        case CashLevel.LOW:
            words = tr("little cash: {cash}")
        case CashLevel.HIGH:
            words = tr("much cash: {cash}")
        case None:
            return ""
    return words.format(cash=context.money(Money(drawer.cash, context.store.currency)))


def hint_label(level: CashLevel | None) -> str:
    """Return what a till says of its drawer; it tells no amount, for its count is blind."""
    match level:
        case CashLevel.LOW:
            return tr("There is little cash in the drawer: have change brought.")
        case CashLevel.HIGH:
            return tr("There is much cash in the drawer: bring some to the safe.")
        case None:
            return ""
