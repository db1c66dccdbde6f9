"""The words of an import: what a column may hold, and which value is taken."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.importing.file import Column, ImportCounts, NewCategory, Take, Thing
from storedesk.ui.kit.base.format import Format


def column_word(column: Column) -> str:
    """Return what a person calls what a column holds."""
    return {
        Column.CODE: QCoreApplication.translate("Import", "Code"),
        Column.NAME: QCoreApplication.translate("Import", "Name"),
        Column.PRICE: QCoreApplication.translate("Import", "Price"),
        Column.CATEGORY: QCoreApplication.translate("Import", "Category"),
        Column.DESCRIPTION: QCoreApplication.translate("Import", "Description"),
        Column.BARCODE: QCoreApplication.translate("Import", "Barcode"),
        Column.STOCK: QCoreApplication.translate("Import", "Stock"),
        Column.DATE: QCoreApplication.translate("Import", "Date of the line"),
    }[column]


def take_word(take: Take) -> str:
    """Say which value is taken, where several lines speak of one product."""
    return {
        Take.FIRST: QCoreApplication.translate("Import", "Each line is a product"),
        Take.MOST: QCoreApplication.translate("Import", "The most frequent"),
        Take.LATEST: QCoreApplication.translate("Import", "The latest"),
    }[take]


def thing_word(thing: Thing) -> str:
    """Return what a person calls a thing that would change."""
    return {
        Thing.NAME: QCoreApplication.translate("Import", "Name"),
        Thing.PRICE: QCoreApplication.translate("Import", "Price"),
        Thing.DESCRIPTION: QCoreApplication.translate("Import", "Description"),
        Thing.CATEGORY: QCoreApplication.translate("Import", "Category"),
        Thing.VARIANT: QCoreApplication.translate("Import", "New variant"),
        Thing.SKU: QCoreApplication.translate("Import", "SKU"),
        Thing.CODE: QCoreApplication.translate("Import", "New code"),
        Thing.PICTURE: QCoreApplication.translate("Import", "New picture"),
        Thing.OTHER_COLUMN: QCoreApplication.translate("Import", "Other column"),
        Thing.ORIGIN: QCoreApplication.translate("Import", "Name in the file"),
    }[thing]


def category_words(category: NewCategory, form: Format) -> str:
    """Say how many products a new category would get."""
    return QCoreApplication.translate("Import", "{new} new products, {moved} moved").format(
        new=form.count(category.new), moved=form.count(category.moved)
    )


def kept_words(kept: int, form: Format) -> str:
    """Say that products stay where they are, though the file has them elsewhere."""
    return QCoreApplication.translate(
        "Import", "{kept} stay in another category than the file says"
    ).format(kept=form.count(kept))


def counts_words(counts: ImportCounts, form: Format) -> str:
    """Say what an import would do."""
    return QCoreApplication.translate(
        "Import",
        "{new} new · {changed} changed · {same} the same · {bad} rows cannot be brought in",
    ).format(
        new=form.count(counts.new),
        changed=form.count(counts.changed),
        same=form.count(counts.same),
        bad=form.count(counts.bad),
    )
