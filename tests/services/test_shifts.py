"""Shifts as pages call them."""

from uuid import uuid4

import pytest

from storedesk.domain.errors import NotFound, Refused
from storedesk.domain.money import Money
from storedesk.domain.till import Method, TenderTotal
from storedesk.persistence.database import Database
from storedesk.services import shifts

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
    assert ask(database, shifts.open_shift_at, till.register) is None

    shift = database.call(
        shifts.open_shift(uuid4(), register_id=till.register, opening_float=usd(50))
    )
    till.sell("MUG")
    report = ask(database, shifts.report, shift.id)
    closed = database.call(
        shifts.close_shift(uuid4(), shift_id=shift.id, counted=usd(58), reason="a coin short")
    )

    assert ask(database, shifts.open_shift_at, till.register) is None
    assert (shift.opened_by, shift.opening_float) == ("Bob", usd(50))
    assert report.tenders == (TenderTotal(Method.CASH, usd("8.90"), usd(0), 1),)
    assert (report.expected, report.counted, report.z_number) == (usd("58.90"), None, None)
    assert (closed.shift, closed.z_number, closed.closed_by) == (shift, 1, "Bob")
    assert (closed.difference, closed.difference_reason) == (usd("-0.90"), "a coin short")


def test_the_open_shift_of_a_register_is_known(database, till):
    shift = ask(database, shifts.open_shift_at, till.register)

    assert (shift.register_id, shift.opening_float) == (till.register, usd(100))


def test_refusals_come_as_what_they_are(database, till):
    shift = ask(database, shifts.open_shift_at, till.register)

    with pytest.raises(NotFound, check=lambda e: e.code == "shift_not_found"):
        ask(database, shifts.report, uuid4())
    with pytest.raises(Refused, check=lambda e: e.sentence().startswith("The drawer differs by")):
        database.call(shifts.close_shift(uuid4(), shift_id=shift.id, counted=usd(1)))
