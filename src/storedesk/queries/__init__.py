"""What staff ask: lists, details and counts, read in one session. Nothing is changed here."""

from storedesk.queries import (
    catalog_export,
    catalog_lists,
    count_lines,
    count_lists,
    customer_details,
    customer_lists,
    email_lists,
    ledger,
    low_stock,
    order_details,
    order_history,
    order_lists,
    picking,
    product_details,
    stock_lists,
    store_settings,
)

__all__ = [
    "catalog_export",
    "catalog_lists",
    "count_lines",
    "count_lists",
    "customer_details",
    "customer_lists",
    "email_lists",
    "ledger",
    "low_stock",
    "order_details",
    "order_history",
    "order_lists",
    "picking",
    "product_details",
    "stock_lists",
    "store_settings",
]
