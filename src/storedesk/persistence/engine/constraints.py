"""Explain constraint violations without naming the constraint."""

import re

import psycopg

from storedesk.domain.refusals.errors import Refused

TAKEN = {
    "uq_customer_email_ci": "email_taken",
    "customers_email_key": "email_taken",
    "uq_category_name_ci": "category_name_taken",
    "categories_name_key": "category_name_taken",
    "uq_variant_combination": "variant_twice",
    "uq_sku_ci": "code_just_taken",
    "product_variants_sku_key": "code_just_taken",
    "uq_product_barcodes_ci": "code_just_taken",
    "product_barcodes_pkey": "code_just_taken",
    "uq_order_payments_txn": "reference_taken",
    "registers_code_key": "name_taken",
    "suppliers_name_key": "name_taken",
    "tax_classes_name_key": "name_taken",
    "staff_login_key": "name_taken",
}
"""What is in use already, by the index that says so."""
UNFIT = {
    "chk_customer_email": "email_unreadable",
    "chk_supplier_email": "email_unreadable",
    "chk_settings_mail_addresses": "email_unreadable",
    "chk_variant_has_attribute": "variant_nameless",
}
"""What a check refuses, where it is about one thing only."""
FAMILIES = (
    (re.compile("no_card"), "card_number"),
    (re.compile("length"), "text_too_long_here"),
    (re.compile("instant|_at_check|expiry|date|days"), "date_not_kept"),
    (re.compile("quantity|pieces|stock|threshold|sequence|count_entry"), "pieces_not_kept"),
    (re.compile("amount|price|adjustment|rounding|range|float|tolerance|_sum|rate_check"),
     "amount_not_kept"),
    (re.compile("line|name|text|note|reason|header|sku|attribut|barcode|code|url|description"
                "|tracking|transaction|token|scheme|payer|shipping|last_four|title|words|email"),
     "text_not_kept"),
)  # fmt: skip
"""What else checks are about, by what they are named for; the first that fits."""
STATES = {
    "22001": "text_too_long_here",
    "22003": "number_too_large",
    "22007": "date_not_kept",
    "22008": "date_not_kept",
    "22021": "text_not_kept",
    "22P05": "text_not_kept",
    "23502": "needed_here",
    "23503": "gone_or_needed",
}
"""What else a value cannot be, by its SQLSTATE."""


def refusal(error: psycopg.Error) -> Refused:
    """Say that a value is taken (23505), or cannot be kept (all others)."""
    state, name = error.sqlstate or "", error.diag.constraint_name or ""
    if state == "23505":
        return Refused(TAKEN.get(name, "not_unique"))
    if state == "23514":
        return Refused(_unfit(name))
    return Refused(STATES.get(state, "not_valid"))


def _unfit(name: str) -> str:
    if name in UNFIT:
        return UNFIT[name]
    return next((code for words, code in FAMILIES if words.search(name)), "not_valid")
