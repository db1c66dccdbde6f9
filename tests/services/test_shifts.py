"""Shifts as pages call them."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from storedesk import api, queries
from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused
from storedesk.domain.shifts import TenderTotal
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")


def usd(amount):
    return Money.of(amount, "USD")


@pytest.fixture
def database(store):
    database = Database(store.dsn("bob"), pool_size=1)
    yield database
    database.close()


def ask(database, question, *said):
    with database.reading() as session:
        return question(session, *said)


def test_a_shift_from_its_float_to_its_z_report(database, till_of, goods):
    goods("MUG", price="8.90")
    till = till_of()
    assert ask(database, queries.shifts.open_shift_at, till.register) is None

    shift = database.call(
        api.shifts.open_shift(uuid4(), register_id=till.register, opening_float=usd(50))
    )
    till.sell("MUG")
    report = ask(database, api.shifts.shift_report, shift.id)
    milk = api.shifts.move_cash(
        uuid4(), shift_id=shift.id, amount=usd("0.10"), reason="milk", is_in=False
    )
    assert isinstance(database.call(milk), UUID)
    counted = database.call(
        api.shifts.count_shift(uuid4(), shift_id=shift.id, counted=usd("57.90"))
    )
    closed = database.call(
        api.shifts.close_shift(uuid4(), shift_id=shift.id, counted=usd(58), reason="a coin short")
    )

    assert ask(database, queries.shifts.open_shift_at, till.register) is None
    assert (shift.opened_by, shift.opening_float) == ("Bob", usd(50))
    assert report.totals.tenders == (TenderTotal(Method.CASH, usd("8.90"), usd(0), 1),)
    assert (report.expected, report.counted, report.z_number) == (None, None, None)
    assert (counted.expected, counted.counted, counted.corrected()) == (
        usd("58.80"),
        usd("57.90"),
        (),
    )
    assert (closed.shift, closed.z_number, closed.closed_by) == (
        replace(shift, people=()),
        1,
        "Bob",
    )
    assert (closed.difference, closed.difference_reason) == (usd("-0.80"), "a coin short")
    assert [(one.counted, one.by) for one in closed.corrected()] == [(usd("57.90"), "Bob")]


def test_a_shift_may_take_more_than_one_sale_can(database, till, goods):
    goods("GOLD", price="60000000.00")
    till.sell("GOLD")
    till.sell("GOLD")

    shift = ask(database, queries.shifts.open_shift_at, till.register)
    report = ask(database, api.shifts.shift_report, shift.id)
    assert (report.totals.gross, report.totals.tenders[0].taken) == (
        usd(120_000_000),
        usd(120_000_000),
    )


def test_who_is_let_in_is_among_the_people_of_a_shift(store, database, till, hire):
    shift = ask(database, queries.shifts.open_shift_at, till.register)
    flo = Database(store.dsn(hire("flo")), pool_size=1)
    wanted = {"shift_id": str(shift.id), "requested_by": str(store.staff_id("flo"))}
    approval = till.approve("join_shift", wanted)

    with pytest.raises(NotAllowed, match=r"not in this shift\. Bob, or a manager"):
        flo.call(api.shifts.join_shift(uuid4(), shift_id=shift.id))
    joined = flo.call(api.shifts.join_shift(uuid4(), shift_id=shift.id, approval=approval))
    flo.close()

    assert [person.name for person in joined.people] == ["Bob", "Flo"]
    assert joined.has(store.staff_id("flo"))
    assert not joined.has(store.staff_id("cyd"))
    assert ask(database, queries.shifts.open_shift_at, till.register) == joined


def test_the_open_shift_of_a_register_is_known(database, till):
    shift = ask(database, queries.shifts.open_shift_at, till.register)

    assert (shift.register_id, shift.opening_float) == (till.register, usd(100))


def test_refusals_come_as_what_they_are(database, till):
    shift = ask(database, queries.shifts.open_shift_at, till.register)

    with pytest.raises(NotFound, check=lambda e: e.code == "shift_not_found"):
        ask(database, api.shifts.shift_report, uuid4())
    still = database.call(api.shifts.close_shift(uuid4(), shift_id=shift.id, counted=usd(1)))
    assert still.closed_at is None
    with pytest.raises(Refused, check=lambda e: e.sentence().startswith("The drawer differs by")):
        database.call(api.shifts.close_shift(uuid4(), shift_id=shift.id, counted=usd(1)))
