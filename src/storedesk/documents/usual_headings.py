"""What columns are usually called, in the files of other programs."""

from storedesk.documents.shopify_columns import NAMES
from storedesk.domain.importing.file import Column

USUAL = {
    Column.CODE: ("stockcode", "sku", "code", "item code", "article", "artikelnummer", "item"),
    Column.NAME: ("name", "title", "product", "description", "bezeichnung", "item name"),
    Column.PRICE: ("unitprice", "unit price", "price", "preis", "selling price", "amount"),
    Column.CATEGORY: ("category", "type", "kategorie", "department", "group"),
    Column.DESCRIPTION: ("long description", "details", "description", "beschreibung"),
    Column.BARCODE: ("barcode", "ean", "ean13", "gtin", "upc"),
    Column.STOCK: ("stock", "on hand", "qty on hand", "bestand", "inventory"),
    Column.DATE: ("invoicedate", "date", "datum", "updated", "updated at"),
}
KNOWN = frozenset(heading for names in (*USUAL.values(), *NAMES.values()) for heading in names)
"""All of them, and those of Shopify's exports: by these the row of the headings is found."""
