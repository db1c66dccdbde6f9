"""People as their page lists them, and what the database lets them do."""

from decimal import Decimal

import pytest

from storedesk import queries
from storedesk.domain.duties import Duty
from storedesk.domain.staff import Group, Limit
from tests.keys import keys_in

NAMES = {"ada": "clerk", "bob": "cashier", "cyd": "manager", "dee": "admin", "eve": "auditor"}


@pytest.fixture
def listed(ask):
    """List the names, and hold the first page against the whole list."""

    def listed(**wanted):
        known = keys_in(ask(queries.people.people_keys, login="dee", **wanted))
        first = ask(queries.people.first_people, login="dee", limit=3, **wanted)
        assert [one.id for one in first] == known[:3]
        lines = ask(queries.people.people_lines, known, login="dee")
        assert [one.id for one in lines] == known
        return [one.name for one in lines]

    return listed


def test_the_list_is_narrowed_by_group_and_words_and_sorted(listed):
    assert listed() == ["Ada", "Bob", "Cyd", "Dee", "Eve", "Max", "StoreDesk", "Wes"]
    assert listed(descending=True)[0] == "Wes"
    assert listed(group="clerk") == ["Ada"]
    assert listed(group=queries.people.PROGRAMS) == ["Max", "StoreDesk", "Wes"]
    assert listed(search="EV") == ["Eve"]
    assert listed(search="_cyd") == ["Cyd"]
    assert listed(search="nobody") == []
    assert listed(sort="login", search="dee", group="admin") == ["Dee"]


def test_a_line_has_groups_and_who_is_signed_in(store, ask):
    store.let_go()
    with store.connect("bob"):
        lines = {one.name: one for one in ask(queries.people.first_people, login="dee")}
        counts = ask(queries.people.counts, login="dee")
    assert {name: one.groups for name, one in lines.items() if one.is_person} == {
        name.title(): (Group(team),) for name, team in NAMES.items()
    }
    assert lines["Wes"].groups == (Group.WEBSHOP,)
    assert lines["Bob"].is_signed_in
    assert lines["Dee"].is_signed_in
    assert not lines["Eve"].is_signed_in
    assert counts == {
        "": 8, "now": 2, queries.people.PROGRAMS: 3,
        "cashier": 1, "clerk": 1, "manager": 1, "admin": 1, "auditor": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("person", "may"),
    [
        (
            "bob",
            {Duty.SELL, Duty.REFUND, Duty.REPRICE, Duty.FIND, Duty.SHIFT, Duty.CUSTOMERS,
             Duty.ORDERS},
        ),
        ("ada", {Duty.SHIP, Duty.STOCK, Duty.COUNT}),
        ("cyd", set(Duty) - {Duty.SETTINGS, Duty.PEOPLE}),
        ("dee", {Duty.SETTINGS, Duty.PEOPLE}),
        ("eve", set()),
    ],
)  # fmt: skip
def test_rights_are_those_of_the_database(store, ask, person, may):
    found = ask(queries.people.rights, store.login(person), login="dee")
    assert found.may == may
    assert found.others[Duty.STOCK] == [Group.CLERK, Group.MANAGER]
    assert found.others[Duty.PEOPLE] == [Group.ADMIN]


def test_a_cashier_has_limits_and_a_manager_none(store, ask):
    store.sql("UPDATE storedesk.limits SET value = 80 WHERE kind = 'refund_amount'")
    bob = ask(queries.people.rights, store.login("bob"), login="dee")
    assert bob.limits[Limit.REFUND] == Decimal(80)
    assert set(bob.limits) == set(Limit)
    for person in ("cyd", "ada"):
        assert not ask(queries.people.rights, store.login(person), login="dee").limits
