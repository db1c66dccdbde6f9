"""What is edited as rows: read whole, and saved whole over the version that was read."""

from storedesk.forms import (
    categories,
    customers,
    import_writer,
    imports,
    mail_settings,
    past_sales,
    prices,
    products,
    tax_classes,
)

__all__ = [
    "categories",
    "customers",
    "import_writer",
    "imports",
    "mail_settings",
    "past_sales",
    "prices",
    "products",
    "tax_classes",
]
