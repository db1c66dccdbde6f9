"""Ask what is done with the products of a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import DEFAULT_CATEGORY, ColumnMap, ImportOptions
from storedesk.domain.importing.options import FileChoices
from storedesk.services.importing import FileFacts
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import ChoiceField, QuantityField, TextField, is_field_good
from storedesk.ui.kit.looks.cards import column, row


class ImportChoices(QWidget):
    """Hold the choices for new and for existing products."""

    edited = Signal()
    """The file has to be compared with the store again."""

    def __init__(self, look: FileFacts, most: int) -> None:
        """Each new product may begin with `most` pieces."""
        super().__init__()
        self.category = TextField(tr("Category, where the file has none"), longest=100)
        self.category.show_value(DEFAULT_CATEGORY)
        self.status = ChoiceField(tr("New products are"), _statuses(look))
        self.stock = QuantityField(
            tr("Stock of each new product"), smallest=0, largest=most, optional=True
        )
        self.file_stock = QCheckBox(tr("Use the file's stock for new products"))
        self.set_stock = QCheckBox(tr("Set the stock of existing products to the file's"))
        self.match_barcode = QCheckBox(tr("Match products by barcode where the SKU differs"))
        self.set_categories = QCheckBox(tr("Move existing products into the file's categories"))
        boxes = (self.file_stock, self.set_stock, self.match_barcode, self.set_categories)
        fields = row(self.status, self.category, self.stock, gap=14)
        self.setLayout(column(fields, column(*boxes, gap=2), gap=14))
        self.file_stock.setVisible(look.is_shopify)
        for box in (self.set_stock, self.match_barcode, self.set_categories):
            box.toggled.connect(lambda _: self.edited.emit())

    def show_look(self, look: FileFacts) -> None:
        """Offer what fits a file that was read again."""
        self.status.show_choices(_statuses(look))
        self.file_stock.setVisible(look.is_shopify)

    def is_good(self) -> bool:
        """Mark the fields that cannot be used; True if all are good."""
        return all([is_field_good(self.category), is_field_good(self.stock)])

    def options(self, columns: ColumnMap, file: FileChoices, *, skip_bad: bool) -> ImportOptions:
        """Return the options of the import."""
        status, stock = self.status.value(), self.stock.text().strip()
        return ImportOptions(
            columns=columns,
            file=file,
            default_category=self.category.value(),
            status=ProductStatus(status) if status else None,
            opening_stock=self.stock.value() if stock else None,
            file_stock=self.file_stock.isChecked(),
            set_stock=self.set_stock.isChecked(),
            set_categories=self.set_categories.isChecked(),
            match_barcode=self.match_barcode.isChecked(),
            skip_bad=skip_bad,
        )


def _statuses(look: FileFacts) -> list[tuple[str, str]]:
    as_in_file = [("", tr("As the file says"))] if look.is_shopify else []
    return [
        *as_in_file,
        (ProductStatus.ACTIVE.value, tr("Active: on sale at once")),
        (ProductStatus.DRAFT.value, tr("Drafts")),
    ]
