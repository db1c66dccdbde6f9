"""Writes the demo store: its shelves as rows, and everything that happened through core.*."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from storedesk.domain.demo.history import Event
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.demo.products import DemoProduct
from storedesk.domain.importing.category_paths import CategoryPaths
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.money import decimals
from storedesk.persistence.demo.replay import PLAY
from storedesk.persistence.engine import bulk
from storedesk.persistence.rows import (
    BarcodeRow,
    CategoryRow,
    CategoryTaxRow,
    ImageRow,
    MediaRow,
    ProductRow,
    RegisterRow,
    StoreSettingsRow,
    TaxClassRow,
    TaxRateRow,
    VariantRow,
)

WEB_ADDRESS = "shop.example.com"
IS_TOUCHED = """
    SELECT EXISTS (SELECT FROM public.products)
        OR EXISTS (SELECT FROM public.categories)
        OR EXISTS (SELECT FROM public.orders)
        OR EXISTS (SELECT FROM public.carts)
        OR EXISTS (SELECT FROM public.email_queue)
        OR EXISTS (SELECT FROM public.customers AS c WHERE c.id <> s.walk_in_customer_id)
        OR EXISTS (SELECT FROM storedesk.till_sessions)
        OR EXISTS (SELECT FROM storedesk.suppliers)
        OR EXISTS (SELECT FROM storedesk.media)
        OR EXISTS (SELECT FROM storedesk.tax_classes AS t WHERE NOT t.is_default)
        OR (SELECT count(*) FROM storedesk.registers) > 1
        OR s.smtp_host IS NOT NULL
        OR s.web_address IS NOT NULL
    FROM storedesk.store_settings AS s
"""
"""Whether anybody has begun to work with the store, or to set it up for work."""


def prepare(session: Session) -> None:
    """Let the days be played on this connection: the same few statements, thousands of times."""
    for setting in ("statement_timeout = '5min'", "jit = off"):
        session.execute(text(f"SET LOCAL {setting}"))
    session.connection().exec_driver_sql(PLAY)


def become_demo(session: Session) -> tuple[str, str]:
    """Mark an empty store as a demo; return its currency and time zone, which stay as they are.

    So do its name, address and taxes; once it is marked, it never sends mail.
    Refused: store_not_empty, demo_needs_cents.
    """
    if session.execute(text(IS_TOUCHED)).scalar_one():
        raise Refused("store_not_empty")
    words = update(StoreSettingsRow).values(is_demo=True, web_address=WEB_ADDRESS)
    found = session.execute(words.returning(StoreSettingsRow.currency, StoreSettingsRow.time_zone))
    currency, zone = found.one()
    if decimals(currency) == 0:
        raise Refused("demo_needs_cents", currency=currency)
    return currency, zone


def hire(session: Session, person: DemoLogin, at: datetime) -> UUID:
    """Make a login. Its password is hashed here, so that no log ever holds it."""
    line = session.connection().connection.driver_connection
    if not isinstance(line, psycopg.Connection):
        raise TypeError("this is no connection of psycopg")
    verifier = line.pgconn.encrypt_password(
        person.password.encode(), person.login.encode(), b"scram-sha-256"
    )
    call = func.core.create_staff(at, person.login, person.name, [person.role], verifier.decode())
    made: UUID = session.execute(select(call)).scalar_one()
    return made


def database_name(session: Session) -> str:
    """Return the name of the database, with which all logins begin."""
    name: str = session.execute(select(func.current_database())).scalar_one()
    return name


def open_registers(session: Session, ids: Sequence[UUID]) -> list[UUID]:
    """Put up tills beside the one that every store has; return all of them."""
    first = session.execute(select(RegisterRow.id).order_by(RegisterRow.code)).scalars().all()
    fresh = [
        {"id": made, "code": f"T{number}", "name": f"Till {number}"}
        for number, made in enumerate(ids, len(first) + 1)
    ]
    bulk.add(session, RegisterRow, fresh)
    return [*first, *ids]


def set_taxes(session: Session, classes: dict[str, UUID], rates: bulk.Values) -> None:
    """Add tax classes to the default one, and their dated rates."""
    rows = [{"id": made, "name": name} for name, made in classes.items()]
    bulk.add(session, TaxClassRow, rows)
    bulk.add(session, TaxRateRow, rates)


def shelve(  # noqa: PLR0913 - all that stands on the shelves
    session: Session,
    products: Sequence[DemoProduct],
    *,
    places: CategoryPaths,
    taxes: dict[str, UUID],
    pictures: dict[UUID, tuple[str, UUID]],
    currency: str,
    at: datetime,
) -> None:
    """Write categories, products, variants, codes and pictures, all born at an instant."""
    leaves = {product.leaf: places.find(product.leaf.path) for product in products}
    _name_shelves(session, places, at)
    bulk.add(session, CategoryTaxRow, [
        {"category_id": place, "tax_class_id": taxes[leaf.tax]}
        for leaf, place in leaves.items() if leaf.tax in taxes
    ])  # fmt: skip
    bulk.add(session, ProductRow, [
        {"id": p.id, "name": p.name, "description": p.description, "price_amount": p.price,
         "price_currency": currency, "category_id": leaves[p.leaf], "status": "active",
         "created_at": at}
        for p in products
    ])  # fmt: skip
    bulk.add(session, VariantRow, [
        {"id": v.id, "product_id": p.id, "sku": v.sku, "size": v.size, "color": v.color,
         "price_adjustment_amount": v.adjustment, "price_adjustment_currency": currency,
         "created_at": at}
        for p in products for v in p.variants
    ])  # fmt: skip
    bulk.add(session, BarcodeRow, [code for p in products for code in _codes(p, at)])
    bulk.add(session, ImageRow, [
        {"id": pictures[p.id][1], "product_id": p.id, "url": pictures[p.id][0], "is_primary": True,
         "created_at": at}
        for p in products
    ])  # fmt: skip


def _name_shelves(session: Session, places: CategoryPaths, at: datetime) -> None:
    """Write the categories, parents before their children."""
    for depth in (1, 2, 3):
        level = [category for category in places.made if category.depth == depth]
        rows = [
            {
                "id": category.id,
                "name": category.name,
                "parent_category_id": category.parent_id,
                "display_order": order,
                "created_at": at,
            }
            for order, category in enumerate(level)
        ]
        bulk.add(session, CategoryRow, rows)


def keep_pictures(session: Session, pictures: Sequence[tuple[str, str, bytes]]) -> None:
    """Write pictures: hash, type and content."""
    rows = [
        {"sha256": name, "media_type": kind, "content": content} for name, kind, content in pictures
    ]
    if rows:
        session.execute(MediaRow.__table__.insert(), rows)  # type: ignore[attr-defined]


def play(session: Session, events: Sequence[Event]) -> None:
    """Have everything happen again, in its order; a shift opens and closes within `events`."""
    steps = json.dumps(events, default=str)
    session.execute(text("SELECT pg_temp.play(CAST(:steps AS jsonb))"), {"steps": steps})


def send_mail(session: Session, before: datetime) -> None:
    """Note that the mails of the past were sent; a demo store never sends any."""
    words = """
        UPDATE public.email_queue
        SET status = 'sent', sent_at = created_at + interval '20 seconds',
            updated_at = created_at + interval '20 seconds'
        WHERE created_at < :before AND status = 'pending'
    """
    session.execute(text(words), {"before": before})


def settle(session: Session) -> None:
    """Have the planner look at what is there now."""
    session.execute(text("ANALYZE"))


def _codes(product: DemoProduct, at: datetime) -> list[dict[str, Any]]:
    """List the codes of a product: its own SKU and EAN, or its variants' EANs."""
    codes: list[tuple[str, UUID | None]] = [(product.sku, None), (product.barcode, None)]
    if product.variants:
        codes = [(variant.barcode, variant.id) for variant in product.variants]
    return [
        {"barcode": code, "product_id": product.id, "variant_id": variant, "created_at": at}
        for code, variant in codes
    ]
