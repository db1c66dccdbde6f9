"""Who works in a shift: only its people move its money, and they let others in."""

import json
from uuid import UUID, uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.tills import card, cash

pytestmark = pytest.mark.usefixtures("invariants", "people")


@pytest.fixture
def people(hire):
    """Let Flo, Gus and Hal work here too: two cashiers, and a clerk."""
    return hire("flo"), hire("gus"), hire("hal", "clerk")


@pytest.fixture
def shift(till):
    """Bob's open shift at the first register."""
    return till.store.sql("SELECT id FROM storedesk.till_sessions")


@pytest.fixture
def flo(till_of, shift):
    """Flo at the register of that shift, and not of it."""
    assert shift
    return till_of(person="flo")


def names(shift):
    return [person["name"] for person in shift["people"]]


def asked(refusal):
    return json.loads(refusal.value.diag.message_detail)


def taken_in(person, by, shift):
    """Have somebody let a person into a shift."""
    staff = person.store.staff_id(person.person)
    approval = by.approve("join_shift", {"shift_id": str(shift), "requested_by": str(staff)})
    return person.call("join_shift", shift, approval)


def test_who_opens_a_shift_is_in_it(till, shift):
    told = till.ask("shift_report", shift)["shift"]

    assert [(one["name"], one["login"]) for one in told["people"]] == [
        ("Bob", till.store.login("bob"))
    ]


@pytest.fixture
def actions(store, till, shift, flo, goods, orders):
    """What Flo may try in Bob's shift, by its name."""
    mug = goods("MUG", price="10.00")
    sold = UUID(till.sell("MUG")["order_id"])
    line = store.sql("SELECT id FROM order_line_items WHERE order_id = %s", sold)
    seen = store.sql("SELECT version FROM orders WHERE id = %s", sold)
    lines = [{"line": str(line), "quantity": 1, "restocked": True}]
    pending = orders.placed((mug, 1))
    version = store.sql("SELECT version FROM orders WHERE id = %s", pending)
    ready = card("10.00", reference="gateway-77812")

    flo.scan("MUG")

    return {
        "quote": flo.quote,
        "return_order": lambda: flo.call("return_order", uuid4(), sold, seen, lines, "x", shift),
        "confirm_order": lambda: flo.call("confirm_order", pending, version, [ready], shift),
        "collect_order": lambda: flo.call("collect_order", pending, version, shift, [ready]),
        "move_cash": lambda: flo.call("move_cash", shift, "paid_out", "5", "milk"),
        "count_shift": lambda: flo.call("count_shift", shift, "110"),
        "close_shift": lambda: flo.call("close_shift", shift, "110"),
    }


@pytest.mark.parametrize(
    "action",
    [
        "quote",
        "return_order",
        "confirm_order",
        "collect_order",
        "move_cash",
        "count_shift",
        "close_shift",
    ],
)
def test_only_the_people_of_a_shift_move_its_money(
    store, till, shift, flo, actions, refused, action
):
    with refused("shift_of_others") as refusal:
        actions[action]()

    assert asked(refusal) == {
        "action": "join_shift",
        "detail": {"shift_id": str(shift), "requested_by": str(store.staff_id("flo"))},
        "people": "Bob",
    }
    assert till.expected(shift) == "110.00"

    taken_in(flo, till, shift)
    actions[action]()


def test_ringing_up_is_free_and_the_sale_goes_on_after_joining(till, shift, flo, goods, refused):
    goods("MUG", price="10.00")
    flo.scan("MUG", 2)
    with refused("shift_of_others"):
        flo.quote()
    assert flo.sale()["lines"][0]["quantity"] == 2

    taken_in(flo, till, shift)

    assert flo.quote()["is_held"]
    assert flo.pay()["total"] == "20.00"


def test_a_manager_or_one_of_its_people_lets_somebody_in_and_it_is_written_down(
    store, till, till_of, shift, flo
):
    assert names(taken_in(flo, till, shift)) == ["Bob", "Flo"]
    gus = till_of("T2", "gus")
    assert names(taken_in(gus, flo, shift)) == ["Bob", "Flo", "Gus"]
    hal = till_of("T2", "hal")
    assert names(taken_in(hal, till_of("T3", "cyd"), shift)) == ["Bob", "Flo", "Gus", "Hal"]

    noted = store.rows(
        "SELECT login, new ->> 'staff_id', new ->> 'taken_in_by' FROM storedesk.audit_event"
        " WHERE action = 'join_shift' AND entity_id = %s ORDER BY id",
        shift,
    )
    by = {"flo": "bob", "gus": "flo", "hal": "cyd"}
    assert noted == [
        (store.login(who), str(store.staff_id(who)), str(store.staff_id(whose)))
        for who, whose in by.items()
    ]


def test_nobody_comes_in_without_somebodys_word(shift, flo, refused):
    with refused("shift_of_others") as refusal:
        flo.call("join_shift", shift)
    assert asked(refusal)["people"] == "Bob"

    with refused("approval_not_valid"):
        flo.call("join_shift", shift, uuid4())


def test_an_approval_lets_one_person_into_one_shift_once(store, till, till_of, shift, flo, refused):
    gus = till_of("T2", "gus")
    other = UUID(gus.open()["id"])
    theirs = {"shift_id": str(shift), "requested_by": str(store.staff_id("flo"))}

    approval = till.approve("join_shift", theirs)
    with refused("approval_not_valid"):
        gus.call("join_shift", shift, approval)
    with refused("approval_not_valid"):
        flo.call("join_shift", other, approval)
    flo.call("join_shift", shift, approval)
    taken_in(flo, gus, other)
    with refused("approval_not_valid"):
        flo.call("join_shift", shift, approval)


def test_an_approval_is_at_most_two_minutes_away(store, till, shift, flo, refused):
    theirs = {"shift_id": str(shift), "requested_by": str(store.staff_id("flo"))}
    move = "UPDATE storedesk.approvals SET created_at = created_at + %s * interval '1 second'"

    for seconds in (-120, 130):  # the server's clock may have been put back
        approval = till.approve("join_shift", theirs)
        store.sql(f"{move} WHERE id = %s", seconds, approval)
        with refused("approval_not_valid"):
            flo.call("join_shift", shift, approval)
    approval = till.approve("join_shift", theirs)
    store.sql(f"{move} WHERE id = %s", 110, approval)
    flo.call("join_shift", shift, approval)


def test_a_cashier_allows_nothing_else_and_only_into_their_own_shift(
    store, till, till_of, shift, flo, refused
):
    theirs = {"shift_id": str(shift), "requested_by": str(store.staff_id("flo"))}

    with refused("not_a_manager"):
        till.approve("override", theirs)
    with refused("not_of_shift"):
        flo.approve("join_shift", theirs)
    with refused("not_of_shift"):
        till.approve("join_shift", theirs | {"shift_id": "nothing"})
    with pytest.raises(InsufficientPrivilege):
        till_of("T2", "hal").approve("join_shift", theirs)


def test_an_approval_is_worth_nothing_once_its_giver_has_left_or_lost_their_rights(
    store, till, till_of, shift, flo, refused
):
    theirs = {"shift_id": str(shift), "requested_by": str(store.staff_id("flo"))}
    gus = till_of("T2", "gus")
    taken_in(gus, till, shift)
    approval = gus.approve("join_shift", theirs)
    gus.open()  # and is in that one now

    with refused("approval_not_valid"):
        flo.call("join_shift", shift, approval)

    till_of("T3").open()  # but who opened a shift lets others into it, wherever they are
    assert names(taken_in(flo, till, shift)) == ["Flo"]
    till_of("T4", "flo").open()

    approval = till_of("T3", "cyd").approve("join_shift", theirs)
    store.sql("UPDATE storedesk.staff SET is_active = false WHERE login = %s", store.login("cyd"))
    with refused("approval_not_valid"):
        flo.call("join_shift", shift, approval)


def test_somebody_is_in_one_shift_at_a_time_and_who_opened_one_comes_back(
    store, till, till_of, shift, flo, refused, goods
):
    goods("MUG", price="10.00")
    gus = till_of("T2", "gus")
    other = UUID(gus.open()["id"])
    taken_in(till, gus, other)

    till.scan("MUG")
    with refused("shift_of_others") as refusal:
        till.quote()
    assert asked(refusal)["people"] == "Bob"  # who opened it: nobody else is there
    left = "SELECT entity_id FROM storedesk.audit_event WHERE action = 'leave_shift'"
    assert store.rows(left) == [(shift,)]

    assert names(till.call("join_shift", shift)) == ["Bob"]
    till.quote()
    till.pay()

    taken_in(flo, till, shift)
    taken_in(flo, gus, other)
    with refused("shift_of_others"):  # and who was let in has to be let in again
        flo.call("join_shift", shift)


def test_a_shift_that_is_closed_has_nobody_in_it(till, shift, flo, refused):
    taken_in(flo, till, shift)

    closed = flo.call("close_shift", shift, "100")

    assert (closed["closed_by"], closed["shift"]["people"]) == ("Flo", [])
    with refused("shift_closed"):
        till.call("join_shift", shift)
    with refused("shift_not_found"):
        till.call("join_shift", uuid4())


def test_a_manager_closes_whatever_is_open_and_what_they_do_is_written_down(
    store, till_of, shift, goods
):
    goods("MUG", price="10.00")
    cyd = till_of(person="cyd")

    cyd.sell("MUG")
    cyd.call("move_cash", shift, "paid_in", "5", "change")
    closed = cyd.call("close_shift", shift, "115")

    assert closed["closed_by"] == "Cyd"
    doing = store.rows(
        "SELECT login, new ->> 'doing' FROM storedesk.audit_event"
        " WHERE action = 'work_outside_shift' ORDER BY id"
    )
    assert doing == [(store.login("cyd"), one) for one in ("pay", "move_cash", "close_shift")]


def test_a_manager_joins_alone(till_of, shift):
    assert names(till_of("T2", "cyd").call("join_shift", shift)) == ["Bob", "Cyd"]


def test_who_quoted_pays_without_joining_and_it_is_written_down(
    store, till, till_of, shift, flo, goods
):
    goods("MUG", price="10.00")
    till.scan("MUG")
    till.quote()
    till_of("T2", "cyd").call("close_shift", shift, "100")
    theirs = flo.open("50")

    paid = till.pay()

    assert paid["total"] == "10.00"
    assert till.expected(theirs["id"]) == "60.00"
    noted = store.rows(
        "SELECT login, entity_id, new FROM storedesk.audit_event"
        " WHERE action = 'work_outside_shift' AND new ->> 'doing' = 'pay'"
    )
    told = {
        "doing": "pay",
        "order_id": paid["order_id"],
        "staff_id": str(store.staff_id("bob")),
    }
    assert noted == [(store.login("bob"), UUID(theirs["id"]), told)]


def test_somebody_elses_quote_is_paid_by_the_people_of_the_shift_only(
    till, shift, flo, goods, refused
):
    goods("MUG", price="10.00")
    till.scan("MUG")
    till.quote()
    flo.order = till.order
    with refused("shift_of_others"):
        flo.pay(cash("10.00"))

    taken_in(flo, till, shift)

    assert flo.pay(cash("10.00"))["total"] == "10.00"


def test_a_quote_that_expired_is_made_again_by_the_people_of_the_shift_only(
    store, till, till_of, shift, flo, goods, refused
):
    goods("MUG", price="10.00")
    till.scan("MUG")
    till.quote()
    till_of("T2", "cyd").call("close_shift", shift, "100")
    flo.open()
    store.sql("UPDATE storedesk.till_carts SET quote_expires_at = '2026-01-01'")

    with refused("shift_of_others"):
        till.pay(cash("10.00"))


def test_where_no_shift_is_open_who_pays_opens_one_and_is_in_it(store, till, till_of, shift, goods):
    goods("MUG", price="10.00")
    till.scan("MUG")
    till.quote()
    till_of("T2", "cyd").call("close_shift", shift, "100")

    till.pay()

    opened = store.rows(
        "SELECT t.opened_unattended, s.display_name FROM storedesk.till_sessions AS t"
        " JOIN storedesk.till_session_people AS p ON p.till_session_id = t.id AND p.left_at IS NULL"
        " JOIN storedesk.staff AS s ON s.id = p.staff_id WHERE t.status = 'open'"
    )
    assert opened == [(True, "Bob")]
    till.sell("MUG")


def test_cancelling_what_nobody_has_paid_needs_no_shift_of_ones_own(
    store, shift, flo, goods, orders
):
    pending = orders.placed((goods("MUG", price="10.00"), 1), by="flo")
    version = store.sql("SELECT version FROM orders WHERE id = %s", pending)

    told = flo.call("cancel_order", pending, version, "changed their mind", shift)

    assert told["status"] == "cancelled"


def test_joining_twice_is_joining_once(till, shift, flo):
    request = uuid4()
    detail = {"shift_id": str(shift), "requested_by": str(till.store.staff_id("flo"))}
    approval = till.approve("join_shift", detail)

    first = flo.call("join_shift", shift, approval, request=request)

    assert flo.call("join_shift", shift, approval, request=request) == first
    assert flo.call("join_shift", shift, approval) == first
    joined = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'join_shift'"
    assert till.store.sql(joined) == 1
