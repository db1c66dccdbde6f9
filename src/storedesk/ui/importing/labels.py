"""The words of an import: what a column may hold, and which value is taken."""

from storedesk.domain.importing.file import FileColumn, ImportCounts, NewCategory, Take, Thing
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr


def column_label(column: FileColumn) -> str:
    """Return what a person calls what a column holds."""
    return {
        FileColumn.CODE: tr("Code"),
        FileColumn.NAME: tr("Name"),
        FileColumn.PRICE: tr("Price"),
        FileColumn.CATEGORY: tr("Category"),
        FileColumn.DESCRIPTION: tr("Description"),
        FileColumn.BARCODE: tr("Barcode"),
        FileColumn.STOCK: tr("Stock"),
        FileColumn.DATE: tr("Date of the line"),
    }[column]


def take_label(take: Take) -> str:
    """Say which value is taken, where several lines speak of one product."""
    return {
        Take.FIRST: tr("Each line is a product"),
        Take.MOST: tr("The most frequent"),
        Take.LATEST: tr("The latest"),
    }[take]


def thing_label(thing: Thing) -> str:
    """Return what a person calls a thing that would change."""
    return {
        Thing.NAME: tr("Name"),
        Thing.PRICE: tr("Price"),
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
    """Say how many products a new category would get."""
    return tr("{new} new products, {moved} moved").format(
        new=form.count(category.new), moved=form.count(category.moved)
    )


def kept_label(kept: int, form: Format) -> str:
    """Say that products stay where they are, though the file has them elsewhere."""
    return tr("{kept} stay in another category than the file says").format(kept=form.count(kept))


def counts_label(counts: ImportCounts, form: Format) -> str:
    """Say what an import would do."""
    return tr(
        "{new} new · {changed} changed · {same} the same · {bad} rows cannot be brought in",
    ).format(
        new=form.count(counts.new),
        changed=form.count(counts.changed),
        same=form.count(counts.same),
        bad=form.count(counts.bad),
    )
