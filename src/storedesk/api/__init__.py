"""The commands: one typed function for each function of the database's schema `api`.

A command answers a `Command`, which `desk.do` sends; a question takes a session and answers at
once. `tests/api/test_declarations.py` holds every one against the database.
"""

from storedesk.api import (
    categories,
    clock,
    costs,
    counts,
    customers,
    exceptions,
    health,
    imports,
    inventory,
    maintenance,
    orders,
    outbox,
    past_sales,
    products,
    receipts,
    registers,
    reports,
    seals,
    shifts,
    sign_ins,
    staff,
    store,
    taxes,
    till,
)

__all__ = [
    "categories",
    "clock",
    "costs",
    "counts",
    "customers",
    "exceptions",
    "health",
    "imports",
    "inventory",
    "maintenance",
    "orders",
    "outbox",
    "past_sales",
    "products",
    "receipts",
    "registers",
    "reports",
    "seals",
    "shifts",
    "sign_ins",
    "staff",
    "store",
    "taxes",
    "till",
]
