"""Invoices of a shop, as its program writes them: a line for each product of a sale."""

import csv
from datetime import datetime, timedelta

HEADINGS = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice",
            "CustomerID", "Country")  # fmt: skip
COLUMNS = ("code=StockCode", "name=Description:most", "price=UnitPrice:latest", "date=InvoiceDate")
PRODUCTS = 3_000
LINES_OF_ONE = 20


def write_invoices(path, lines):
    """Write so many lines, one invoice after the other; they speak of PRODUCTS products."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for n in range(lines):
            invoice, product = n // LINES_OF_ONE, n * 7 % PRODUCTS
            when = datetime(2010, 12, 1, 8) + timedelta(minutes=30 * invoice)  # noqa: DTZ001
            writer.writerow([
                536_365 + invoice, f"{20_000 + product}", f"CERAMIC STORAGE JAR No {product}",
                n % 12 + 1, when, f"{product % 400 / 10 + 1:.2f}", 17_850 + invoice % 900,
                "United Kingdom",
            ])  # fmt: skip
