"""The words of an import: what a column may hold, and which value is taken."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.importing import Column, ImportCounts, Take
from storedesk.ui.kit.format import Format


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
