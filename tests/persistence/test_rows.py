"""The mapped rows under the rights of those who use them."""

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.exc import InvalidRequestError

from storedesk.persistence.engine.database import Database
from storedesk.persistence.rows import (
    AddressRow,
    Base,
    CategoryRow,
    CustomerRow,
    ProductRow,
    StoreSettingsRow,
)
from storedesk.persistence.schema.grants import read
from storedesk.resources import migrations_folder

CIRCLES = {
    "bob": {"staff", "cashier"},
    "ada": {"staff", "clerk"},
    "cyd": {"staff", "cashier", "clerk", "manager"},
    "dee": {"staff", "admin"},
    "eve": {"staff", "auditor"},
}
READERS: dict[str, set[str]] = {}
OF_SUMS = {("till_carts", "auditor"), ("till_tenders", "auditor")}
"""What a group reads in no more columns than a sum needs: the cash of sales in progress."""
for right in read(migrations_folder() / "grants.toml").rights:
    if right.privilege == "SELECT" and (right.table, right.group) not in OF_SUMS:
        READERS.setdefault(right.table, set()).add(right.group)
MAPPED = sorted((mapper.class_ for mapper in Base.registry.mappers), key=lambda row: row.__name__)


@pytest.fixture
def sign_in(store):
    databases = []

    def sign_in(person):
        databases.append(Database(store.dsn(person)))
        return databases[-1]

    yield sign_in
    for database in databases:
        database.close()


@pytest.mark.parametrize("person", CIRCLES)
def test_what_a_group_may_read_it_can_load_as_it_is_mapped(person, sign_in):
    with sign_in(person).reading() as session:
        readable = [
            row for row in MAPPED if READERS.get(row.__tablename__, set()) & CIRCLES[person]
        ]
        assert len(readable) > 15
        for row in readable:
            session.scalars(select(row).limit(1)).all()


def test_secrets_are_never_loaded_even_by_accident(sign_in):
    with sign_in("cyd").reading() as session:
        customer = session.scalars(select(CustomerRow)).one()
        for secret in ("password_hash", "verification_token"):
            assert secret in inspect(customer).unloaded
            with pytest.raises(InvalidRequestError):
                getattr(customer, secret)


def test_a_manager_writes_a_product_as_a_row(store, sign_in):
    database = sign_in("cyd")
    with database.editing() as session:
        category = CategoryRow(name="Things")
        session.add(category)
        session.flush()
        session.add(ProductRow(name="Mug", price_amount="2.50", category_id=category.id))
    with database.editing() as session:
        mug = session.scalars(select(ProductRow)).one()
        mug.name = "Cup"
        session.flush()
        assert mug.version == 2

    assert store.rows("SELECT name, version, is_active, created_by = updated_by FROM products") == [
        ("Cup", 2, True, True)
    ]
    assert store.sql("SELECT count(*) FROM inventory") == 1


def test_a_cashier_writes_a_customer_and_where_she_lives(store, sign_in):
    with sign_in("bob").editing() as session:
        customer = CustomerRow(email=" Ann@Example.com", first_name="Ann", last_name="Lee")
        session.add(customer)
        session.flush()
        session.add(
            AddressRow(
                customer_id=customer.id, street="1 High St", city="Town", state="",
                postal_code="1", country="US", recipient_name="Ann Lee",
            )
        )  # fmt: skip

    assert store.rows("SELECT password_hash, email FROM customers WHERE first_name = 'Ann'") == [
        ("!", "ann@example.com")
    ]


def test_an_admin_writes_the_settings(store, sign_in):
    with sign_in("dee").editing() as session:
        session.scalars(select(StoreSettingsRow)).one().name = "New name"

    assert store.sql("SELECT name FROM storedesk.store_settings") == "New name"
