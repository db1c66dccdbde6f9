"""List the usual headings of columns in the files of other programs."""

from storedesk.documents.shopify_columns import NAMES
from storedesk.domain.importing.file import FileColumn

USUAL = {
    FileColumn.CODE: ("stockcode", "sku", "code", "item code", "article", "artikelnummer", "item"),
    FileColumn.NAME: ("name", "title", "product", "description", "bezeichnung", "item name"),
    FileColumn.PRICE: ("unitprice", "unit price", "price", "preis", "selling price", "amount"),
    FileColumn.CATEGORY: ("category", "type", "kategorie", "department", "group"),
    FileColumn.DESCRIPTION: ("long description", "details", "description", "beschreibung"),
    FileColumn.BARCODE: ("barcode", "ean", "ean13", "gtin", "upc"),
    FileColumn.STOCK: ("stock", "on hand", "qty on hand", "bestand", "inventory"),
    FileColumn.COST: (
        "cost", "unit cost", "cost price", "cost per item", "purchase price", "einkaufspreis", "ek",
    ),
    FileColumn.DATE: ("invoicedate", "date", "datum", "updated", "updated at"),
}  # fmt: skip
KNOWN = frozenset(heading for names in (*USUAL.values(), *NAMES.values()) for heading in names)
"""All of them, and those of Shopify's exports: by these the row of the headings is found."""
