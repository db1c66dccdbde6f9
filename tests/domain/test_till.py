from datetime import datetime
from uuid import uuid4

from storedesk.domain.shifts import Shift, ShiftPerson
from storedesk.domain.values.money import Money

NOW = datetime(2026, 11, 30, 9)  # noqa: DTZ001 - UTC without zone


def test_a_shift_is_named_after_who_is_in_it_or_else_who_opened_it():
    bob, cyd = (ShiftPerson(uuid4(), name, name.lower()) for name in ("Bob", "Cyd"))
    opened = (uuid4(), uuid4(), "Ada", NOW, Money.of(50, "USD"))

    assert Shift(*opened).names == "Ada"
    assert Shift(*opened, people=(bob, cyd)).names == "Bob, Cyd"
    assert Shift(*opened, people=(bob,)).has(bob.id)
    assert not Shift(*opened, people=(bob,)).has(cyd.id)
