"""Accounts, as they are made and changed from a desk."""

import asyncio
from uuid import uuid4

import psycopg
import pytest

from storedesk import api, queries
from storedesk.domain.bounds import UNTOLD, Bound
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.inventory import Reason
from storedesk.domain.orders import OrderCommand, OrderStatus
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.staff import Group
from storedesk.persistence.decode.staff import me
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from tests.bounds import BOUNDS

SECRET = "ein paßwort, lang genug"  # for tests alone


@pytest.fixture
def desk_of(store):
    """Seat someone at a desk."""
    desks = []

    def desk_of(login):
        desks.append(Desk(Database(store.dsn(login))))
        return desks[-1]

    yield desk_of
    for desk in desks:
        desk.close()


def sign_in(store, person, password):
    with psycopg.connect(store.dsn(), user=store.login(person), password=password) as line:
        return line.execute("SELECT session_user::text").fetchone()[0]


def test_who_is_signed_in_and_what_they_may(desk_of, store):
    ada = asyncio.run(desk_of("ada").read(api.staff.me))

    assert (ada.id, ada.login, ada.name) == (store.staff_id("ada"), store.login("ada"), "Ada")
    assert ada.groups == {Group.CLERK}
    assert ada.may("adjust_stock")
    assert not ada.may("place_order")
    assert [*ada.reasons] == [*Reason]
    assert (ada.reasons[Reason.LOST], ada.reasons[Reason.FOUND]) == (-1, 1)


def test_who_is_signed_in_hears_how_many_there_may_be_at_once(desk_of):
    bob = asyncio.run(desk_of("bob").read(api.staff.me))

    assert bob.bounds == BOUNDS
    assert bob.most(Bound.LINE_PIECES) == 99_999


def test_a_database_of_the_version_before_or_the_next_is_understood():
    told = {"id": str(uuid4()), "login": "ada", "name": "Ada", "groups": [], "commands": [],
            "limits": {"next_one": "1"}, "reasons": []}  # fmt: skip

    assert me(told).most(Bound.EMAILS) == UNTOLD
    assert me(told | {"commands": ["ship_order"]}).may_do(OrderCommand.SHIP, OrderStatus.PENDING)
    assert me(told).steps_from(ProductStatus.DRAFT) == (*ProductStatus,)
    assert me(told | {"bounds": {"emails": 7, "next_one": 3}}).bounds == {Bound.EMAILS: 7}


def test_who_is_signed_in_hears_which_steps_orders_and_products_may_take(desk_of):
    ada = asyncio.run(desk_of("ada").read(api.staff.me))

    assert ada.may_do(OrderCommand.SHIP, OrderStatus.CONFIRMED)
    assert not ada.may_do(OrderCommand.SHIP, OrderStatus.PENDING)
    assert not ada.may_do(OrderCommand.CONFIRM, OrderStatus.PENDING)  # a cashier's
    assert ada.steps_from(ProductStatus.INACTIVE) == (ProductStatus.INACTIVE, ProductStatus.ACTIVE)


def test_a_manager_is_in_three_groups(desk_of):
    cyd = asyncio.run(desk_of("cyd").read(api.staff.me))

    assert cyd.groups == {Group.MANAGER, Group.CASHIER, Group.CLERK}


def test_a_stranger_is_nobody(desk_of):
    with pytest.raises(NotAllowed, match="not a staff member"):
        asyncio.run(desk_of("stan").read(api.staff.me))


def test_someone_is_taken_on_signs_in_gets_another_password_and_leaves(desk_of, store):
    desk, login = desk_of("dee"), store.login("fay")

    person = asyncio.run(
        desk.do(
            api.staff.create_staff,
            login=login,
            display_name="Fay",
            groups=[Group.CLERK, Group.CASHIER],
            password=SECRET,
        )
    )
    assert sign_in(store, "fay", SECRET) == login
    asyncio.run(desk.do(api.staff.set_password, login=login, password="another long one"))
    assert sign_in(store, "fay", "another long one") == login
    asyncio.run(desk.do(api.staff.disable_staff, login=login))
    with pytest.raises(psycopg.OperationalError):
        sign_in(store, "fay", "another long one")

    [fay] = [one for one in asyncio.run(desk.read(queries.staff.list_staff)) if one.login == login]
    assert (fay.id, fay.name, fay.is_active) == (person, "Fay", False)
    assert fay.groups == {Group.CLERK, Group.CASHIER}
    asyncio.run(desk.do(api.staff.enable_staff, login=login))
    assert sign_in(store, "fay", "another long one") == login


def test_one_changes_ones_own_password(desk_of, store):
    desk = desk_of("bob")

    asyncio.run(desk.do(api.staff.own_password, login=store.login("bob"), password=SECRET))

    assert sign_in(store, "bob", SECRET) == store.login("bob")


def test_a_short_password_is_refused_before_anything_is_sent(desk_of):
    with pytest.raises(Refused, match="at least 12 characters"):
        asyncio.run(desk_of("bob").do(api.staff.own_password, login="x", password="short"))


def test_the_list_of_staff_is_of_people_by_name(desk_of):
    people = asyncio.run(desk_of("bob").read(queries.staff.list_staff))

    assert [one.name for one in people] == ["Ada", "Bob", "Cyd", "Dee", "Eve"]
    assert people[0].groups == {Group.CLERK}
