"""Writes the customers of the demo store: people, addresses, cards that charge nobody, baskets."""

from collections.abc import Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.demo.people import DemoCustomer
from storedesk.domain.demo.store import made_id
from storedesk.persistence.engine import bulk
from storedesk.persistence.rows import (
    AddressRow,
    CustomerDetailsRow,
    CustomerRow,
    PaymentMethodRow,
)

BASKETS = """
    WITH wanted AS (
        SELECT b.*, row_number() OVER (ORDER BY b.cart) AS nth
        FROM unnest(CAST(:carts AS uuid[]), CAST(:lines AS uuid[]), CAST(:customers AS uuid[]))
            AS b (cart, line, customer)
    ), goods AS (
        SELECT p.id, p.name, p.price_amount, p.price_currency,
               row_number() OVER (ORDER BY p.name) AS nth
        FROM public.products AS p
        WHERE p.status = 'active' AND NOT EXISTS (
            SELECT FROM public.product_variants AS v WHERE v.product_id = p.id)
    ), filled AS (
        SELECT w.*, g.id AS product, g.name, g.price_amount AS price, g.price_currency AS currency,
               (1 + w.nth % 3)::int AS quantity
        FROM wanted AS w JOIN goods AS g ON g.nth = w.nth * 3
    ), made AS (
        INSERT INTO public.carts (
            id, customer_id, is_guest, total_price_amount, total_price_currency,
            last_activity_date, created_at, updated_at)
        SELECT f.cart, f.customer, false, f.price * f.quantity, f.currency,
               :at - f.nth * interval '7 hours', :at - interval '5 days', :at
        FROM filled AS f
    )
    INSERT INTO public.cart_items (
        id, cart_id, product_id, product_name, unit_price_amount, unit_price_currency, quantity,
        subtotal_amount, subtotal_currency)
    SELECT f.line, f.cart, f.product, f.name, f.price, f.currency, f.quantity,
           f.price * f.quantity, f.currency
    FROM filled AS f
"""


def welcome(
    session: Session, customers: Sequence[DemoCustomer], at: datetime, ids: Sequence[UUID]
) -> None:
    """Write the customers with an address each, and what some of them have left."""
    bulk.add(session, CustomerRow, [
        {"id": c.id, "email": c.email, "password_hash": "!", "first_name": c.first_name,
         "last_name": c.last_name, "email_verified": c.has_account,
         "registration_status": "registered" if c.has_account else "unverified",
         "created_at": at}
        for c in customers
    ])  # fmt: skip
    bulk.add(session, AddressRow, [
        {"id": made, "customer_id": c.id, "street": c.street, "city": c.city, "state": c.state,
         "postal_code": c.postal_code, "country": "US", "is_default": True,
         "recipient_name": c.address["recipient"], "created_at": at}
        for c, made in zip(customers, ids, strict=True)
    ])  # fmt: skip
    bulk.add(session, CustomerDetailsRow, [
        {"customer_id": c.id, "phone": c.phone, "note": c.note}
        for c in customers if c.phone or c.note
    ])  # fmt: skip
    chance = Random(len(customers))  # noqa: S311 - a story, not a secret
    bulk.add(session, PaymentMethodRow, [
        {"id": made_id(chance), "customer_id": c.id, "payment_type": "credit_card",
         "token": "a demo store charges nobody", "card_brand": c.card[0],
         "last_four_digits": c.card[1], "expires_at": c.card[2], "is_default": True,
         "created_at": at}
        for c in customers if c.card
    ])  # fmt: skip


def fill_baskets(session: Session, customers: Sequence[DemoCustomer], at: datetime) -> None:
    """Leave some things in the baskets of these customers, as of a few hours before `at`."""
    chance = Random(len(customers))  # noqa: S311 - a story, not a secret
    session.execute(
        text(BASKETS),
        {
            "carts": [made_id(chance) for _ in customers],
            "lines": [made_id(chance) for _ in customers],
            "customers": [c.id for c in customers],
            "at": at,
        },
    )
