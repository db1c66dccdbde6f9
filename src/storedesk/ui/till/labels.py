"""The labels of the till: tenders, and numbers of lines, pieces and orders."""

from storedesk.domain.till import Undone
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr


def lines(count: int) -> str:
    """Say how many lines a sale has."""
    return plural("{count} line", "{count} lines", count).format(count=count)


def pieces(count: int) -> str:
    """Say how many pieces a sale has."""
    return plural("{count} piece", "{count} pieces", count).format(count=count)


def orders(count: int) -> str:
    """Say how many orders a customer has."""
    return plural("{count} order", "{count} orders", count).format(count=count)


def undone(change: Undone, form: Format) -> str:
    """Say which change of a sale was undone, by what the sale has now."""
    if change.name is None:
        words = tr("Undone: the sale is for nobody in particular again.")
        if change.customer is not None:
            words = tr("Undone: the sale is for {name} again.").format(name=change.customer)
        return words
    if change.items > 1:
        return tr("Undone: the sale costs what it cost before the discount.")
    what = ", ".join(part for part in (change.name, change.description) if part)
    count = form.count(abs(change.pieces - change.was))
    if change.pieces < change.was:
        return tr("Undone: {count} × {what} taken off again.").format(count=count, what=what)
    if change.pieces > change.was or change.price is None:
        return tr("Undone: {count} × {what} is back.").format(count=count, what=what)
    if not change.is_priced:
        return tr("Undone: {what} has the note from before.").format(what=what)
    words = tr("Undone: {what} costs {price} again.")
    return words.format(what=what, price=form.money(change.price))
