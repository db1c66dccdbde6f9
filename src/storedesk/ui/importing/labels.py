"""Label the fields, values and results of an import."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from storedesk.domain.importing.file import FileColumn, ImportCounts, NewCategory, Take, Thing
from storedesk.domain.importing.past_sales import PastColumn, PastImport, PastSales
from storedesk.domain.importing.progress import ImportProgress, ImportStep
from storedesk.domain.importing.stock import WhyUnset
from storedesk.domain.values.money import Money, to_cents
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr

LONGEST = 60
"""Characters of the names of files in a title."""


def column_label(column: FileColumn) -> str:
    """Return the label of what a column holds."""
    return {
        FileColumn.CODE: tr("Code"),
        FileColumn.NAME: tr("Name"),
        FileColumn.PRICE: tr("Price"),
        FileColumn.CATEGORY: tr("Category"),
        FileColumn.DESCRIPTION: tr("Description"),
        FileColumn.BARCODE: tr("Barcode"),
        FileColumn.STOCK: tr("Stock"),
        FileColumn.COST: tr("Cost"),
        FileColumn.DATE: tr("Date of the line"),
    }[column]


def past_column_label(column: PastColumn) -> str:
    """Return the label of what a column of past sales holds."""
    return {
        PastColumn.NUMBER: tr("Order number"),
        PastColumn.DATE: tr("Date"),
        PastColumn.CODE: tr("Code"),
        PastColumn.NAME: tr("Product"),
        PastColumn.QUANTITY: tr("Quantity"),
        PastColumn.PRICE: tr("Price of a piece"),
        PastColumn.CUSTOMER: tr("Customer number"),
        PastColumn.COUNTRY: tr("Country"),
    }[column]


def take_label(take: Take) -> str:
    """Return the label of the rule for products with several lines."""
    return {
        Take.FIRST: tr("Each line is a product"),
        Take.MOST: tr("The most frequent"),
        Take.LATEST: tr("The latest"),
    }[take]


def thing_label(thing: Thing) -> str:
    """Return the label of a field that would change."""
    return {
        Thing.NAME: tr("Name"),
        Thing.PRICE: tr("Price"),
        Thing.COST: tr("Cost"),
        Thing.DESCRIPTION: tr("Description"),
        Thing.CATEGORY: tr("Category"),
        Thing.VARIANT: tr("New variant"),
        Thing.SKU: tr("SKU"),
        Thing.CODE: tr("New code"),
        Thing.PICTURE: tr("New picture"),
        Thing.OTHER_COLUMN: tr("Other column"),
        Thing.ORIGIN: tr("Name in the file"),
    }[thing]


def category_label(category: NewCategory, form: Format) -> str:
    """Return how many products a new category would get."""
    return tr("{new} new products, {moved} moved").format(
        new=form.count(category.new), moved=form.count(category.moved)
    )


def kept_label(kept: int, form: Format) -> str:
    """Return how many products keep a category other than the file's."""
    return tr("{kept} stay in a category other than the file's").format(kept=form.count(kept))


def counts_label(counts: ImportCounts, form: Format) -> str:
    """Return the totals of an import: new, changed, unchanged and bad."""
    return tr(
        "{new} new · {changed} changed · {same} unchanged · {bad} rows cannot be imported",
    ).format(
        new=form.count(counts.new),
        changed=form.count(counts.changed),
        same=form.count(counts.same),
        bad=form.count(counts.bad),
    )


def recounts_label(number: int, form: Format) -> str:
    """Return how many existing products would have their stock set."""
    return tr("the stock of {number} existing products is set").format(number=form.count(number))


def files_label(paths: Sequence[Path]) -> str:
    """Return the names of files, cut where they are many."""
    names = ", ".join(path.name for path in paths)
    return names if len(names) <= LONGEST else f"{names[: LONGEST - 1]}…"


def past_amount_label(amount: Decimal, context: PageContext) -> str:
    """Return what past sales come to, to the cent."""
    return context.money(Money(to_cents(amount), context.store.currency))


def past_counts_label(sales: PastSales, context: PageContext) -> str:
    """Return how many past sales can be imported, and what they come to."""
    count = context.format.count
    orders = plural("{n} order", "{n} orders", sales.orders).format(n=count(sales.orders))
    lines = plural("{n} line", "{n} lines", len(sales.lines)).format(n=count(len(sales.lines)))
    return f"{orders} · {lines} · {past_amount_label(sales.amount, context)}"


def unusable_label(sales: PastSales, context: PageContext) -> str:
    """Return how many lines cannot be used, and what they come to."""
    words = plural(
        "{n} line cannot be used and is left out; it comes to {amount}.",
        "{n} lines cannot be used and are left out; they come to {amount}.",
        len(sales.bad),
    )
    amount = past_amount_label(sales.bad_amount, context)
    return words.format(n=context.format.count(len(sales.bad)), amount=amount)


def past_days_label(one: PastImport, form: Format) -> str:
    """Return from which day to which past sales are."""
    if one.first is None or one.last is None:
        return ""
    first, last = form.date(one.first), form.date(one.last)
    return first if first == last else tr("{first} to {last}").format(first=first, last=last)


def step_label(far: ImportProgress, form: Format) -> str:
    """Return what an import is doing, with numbers."""
    if far.of is None:
        return tr("Reading the file: {done} lines").format(done=form.count(far.done))
    words = {
        ImportStep.READING: tr("Reading the file: {done} of {all} lines"),
        ImportStep.CHECKING: tr("Comparing with the store: {done} of {all} products"),
        ImportStep.WRITING: tr("Writing the products: {done} of {all} rows"),
        ImportStep.OPENING: tr("Writing the stock of new products: {done} of {all}"),
        ImportStep.SETTING: tr("Setting the stock of existing products: {done} of {all}"),
        ImportStep.ADDING: tr("Writing the lines: {done} of {all}"),
    }[far.step]
    return words.format(done=form.count(far.done), all=form.count(far.of))


def why_unset_label(why: WhyUnset) -> str:
    """Return why the stock of a product was not set."""
    return {
        WhyUnset.MOVED: tr("Changed since the check"),
        WhyUnset.DELETED: tr("The product was deleted"),
        WhyUnset.PROMISED: tr("Reserved for orders"),
    }[why]
