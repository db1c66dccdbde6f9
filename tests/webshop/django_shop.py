"""A web shop in Django: models as inspectdb writes them, saved as Django saves.

python django_shop.py DSN CURRENCY: it knows nothing of StoreDesk, and prints what it did as a
line of JSON. What is never changed, a line or a movement, is made by `objects.create()`.
"""

import io
import json
import sys
import types
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from psycopg.conninfo import conninfo_to_dict


def set_up(dsn):
    known = conninfo_to_dict(dsn)
    settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": known["dbname"],
                "USER": known["user"],
                "PASSWORD": known["password"],
                "HOST": known["host"],
                "PORT": known.get("port", ""),
                "OPTIONS": {"options": "-c search_path=webshop,public"},
            }
        },
        USE_TZ=False,
        TIME_ZONE="UTC",
    )
    django.setup()


def introspected():
    """Have inspectdb write the models, and use them as they are."""
    written = io.StringIO()
    call_command("inspectdb", include_views=True, stdout=written)
    models = types.ModuleType("shop_models")
    source = written.getvalue().replace("class Meta:", "class Meta:\n        app_label = 'shop'")
    exec(source, models.__dict__)  # noqa: S102 what inspectdb has written
    return models, source


class Shop:
    """What a customer does, by `save()` alone."""

    def __init__(self, models, currency, zone="UTC"):
        self.models, self.currency, self.zone = models, currency, ZoneInfo(zone)

    @staticmethod
    def now():
        return datetime.now(UTC).replace(tzinfo=None)

    def customer(self):
        at = self.now()
        made = self.models.Customers(
            id=uuid4(), email=f"{uuid4().hex}@example.com", password_hash="pbkdf2$made-up",
            first_name="Jane", last_name="Doe", registration_status="registered",
            email_verified=True, version=1, created_at=at, updated_at=at,
        )  # fmt: skip
        made.save()
        return made

    def basket(self, customer, product, quantity):
        at = self.now()
        worth = product.price_amount * quantity
        cart = self.models.Carts(
            id=uuid4(), customer=customer, is_guest=False, total_price_amount=worth,
            total_price_currency=self.currency, last_activity_date=at, version=1, created_at=at,
            updated_at=at,
        )  # fmt: skip
        cart.save()
        self.models.CartItems(
            id=uuid4(), cart=cart, product=product, product_name=product.name,
            unit_price_amount=product.price_amount, unit_price_currency=self.currency,
            quantity=quantity, subtotal_amount=worth, subtotal_currency=self.currency,
            added_at=at, created_at=at, updated_at=at,
        ).save()  # fmt: skip
        return cart

    def move(self, product, by, order, how):
        row = self.models.Inventory.objects.select_for_update().get(product=product)
        before = row.reserved_quantity
        row.reserved_quantity += by
        row.save()
        self.models.InventoryAuditLog.objects.create(
            id=uuid4(), inventory=row, product=product, previous_value=before,
            new_value=before + by, adjustment=by, reason="web shop", operation_type=how,
            order_id=order, created_at=self.now(),
        )  # fmt: skip

    def number(self):
        year = datetime.now(self.zone).year
        sequences = self.models.OrderNumberSequence.objects.select_for_update()
        sequence = sequences.filter(year=year).first()
        if sequence is None:
            sequence = self.models.OrderNumberSequence(year=year, last_sequence=0)
        sequence.last_sequence += 1
        sequence.save()
        return f"ORD-{year}-{sequence.last_sequence:06d}"

    def order(self, customer, product, quantity):
        at, worth = self.now(), product.price_amount * quantity
        made = self.models.Orders(id=uuid4())
        self.move(product, quantity, made.id, "reserve")
        for name in ("subtotal", "shipping_cost", "tax", "total"):
            setattr(made, f"{name}_amount", worth if name in {"subtotal", "total"} else Decimal(0))
            setattr(made, f"{name}_currency", self.currency)
        for name, word in {
            "street": "12 Web Lane", "city": "Springfield", "state": "OR", "postal_code": "97477",
            "country": "US", "recipient_name": "Jane Doe",
        }.items():  # fmt: skip
            setattr(made, f"shipping_{name}", word)
        made.order_number, made.customer, made.status = self.number(), customer, "pending"
        made.payment_paypal_email = customer.email
        made.payment_type, made.version, made.created_at, made.updated_at = "paypal", 1, at, at
        made.save(force_insert=True)
        self.models.OrderLineItems.objects.create(
            id=uuid4(), order=made, product=product, product_name=product.name,
            unit_price_amount=product.price_amount, unit_price_currency=self.currency,
            quantity=quantity, subtotal_amount=worth, subtotal_currency=self.currency,
            created_at=at,
        )  # fmt: skip
        return made


def main(dsn, currency):
    set_up(dsn)
    models, source = introspected()
    shop = Shop(models, currency)
    product = models.Products.objects.get(name="MUG")
    customer = shop.customer()
    customer.first_name = "Janet"
    customer.save()
    with transaction.atomic():
        shop.basket(customer, product, 2)
    with transaction.atomic():
        order = shop.order(customer, product, 2)
    with transaction.atomic():
        order = models.Orders.objects.get(id=order.id)
        order.status, order.cancellation_reason = "cancelled", "changed my mind"
        order.save()
        shop.move(product, -2, order.id, "release")
    told = {
        "models": source.count("(models.Model)"),
        "refused": [line for line in source.splitlines() if "Unable to inspect" in line],
        "hash": models.Customers.objects.get(id=customer.id).password_hash,
        "name": models.Customers.objects.get(id=customer.id).first_name,
        "status": models.Orders.objects.get(id=order.id).status,
        "mails": sorted(models.EmailQueue.objects.values_list("email_type", flat=True)),
    }
    connection.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
