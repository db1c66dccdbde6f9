"""A shift that is closed while somebody pays, joins, returns or moves cash: all of it or nothing.

Real processes with real logins, let go at once, several times over.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

ROUNDS = 6


@pytest.fixture
def counter(till, goods, hire):
    """Bob's register with mugs on the shelf, and Flo who works here too."""
    goods("MUG", price="10.00", on_hand=1000)
    hire("flo")
    return till


def open_shift(store, register):
    words = "SELECT id FROM storedesk.till_sessions WHERE register_id = %s AND status = 'open'"
    return store.sql(words, register)


def begin(counter):
    """Have Bob in an open shift of his own; return it."""
    shift = open_shift(counter.store, counter.register)
    if shift is None:
        return UUID(counter.open()["id"])
    counter.call("join_shift", shift)
    return shift


def who_is_in(store, shift):
    words = """
        SELECT s.display_name FROM storedesk.till_session_people AS p
        JOIN storedesk.staff AS s ON s.id = p.staff_id
        WHERE p.till_session_id = %s AND p.left_at IS NULL
    """
    return {name for (name,) in store.rows(words, shift)}


def test_closing_against_paying(store, counter, people):
    both = people("cyd", "bob")
    where = set()

    for _ in range(ROUNDS):
        shift = begin(counter)
        counter.order = uuid4()
        counter.scan("MUG")
        counter.quote()
        closed, paid = both.at_once(
            ["close_shift", uuid4(), shift, "1", "in a hurry"],
            ["pay", uuid4(), counter.order, [cash("10.00")]],
        )
        assert (closed[0], paid[0]) == ("done", "done")
        words = "SELECT till_session_id FROM storedesk.order_payments WHERE order_id = %s"
        booked = store.sql(words, counter.order)
        where.add(booked == shift)
        if booked != shift:  # the quote had outlived its shift: Bob opened the next by paying
            assert who_is_in(store, booked) == {"Bob"}
        expected = store.sql(
            "SELECT expected_cash_amount FROM storedesk.till_sessions WHERE id = %s", shift
        )
        assert closed[1]["expected"] == str(expected)
    assert where


def test_closing_against_joining(store, counter, people):
    both = people("cyd", "flo")
    flo = str(store.staff_id("flo"))

    for _ in range(ROUNDS):
        shift = begin(counter)
        wanted = {"shift_id": str(shift), "requested_by": flo}
        approval = counter.approve("join_shift", wanted)
        closed, joined = both.at_once(
            ["close_shift", uuid4(), shift, "1", "in a hurry"],
            ["join_shift", uuid4(), shift, approval],
        )
        assert closed[0] == "done"
        assert joined[0] == "done" or joined[1] == "shift_closed", joined
        assert who_is_in(store, shift) == set()


def test_closing_against_returning(store, counter, people, orders):
    both = people("cyd", "bob")

    for _ in range(ROUNDS):
        shift = begin(counter)
        order = UUID(counter.sell("MUG")["order_id"])
        [line], seen = orders.lines(order), orders.column(order, "version")
        back = [{"line": str(line), "quantity": 1, "restocked": True}]
        closed, returned = both.at_once(
            ["close_shift", uuid4(), shift, "1", "in a hurry"],
            ["return_order", uuid4(), uuid4(), order, seen, back, "broke", shift],
        )
        assert closed[0] == "done"
        assert returned[0] == "done" or returned[1] == "shift_closed", returned
        words = "SELECT count(*) FROM storedesk.order_returns WHERE order_id = %s"
        assert store.sql(words, order) == (returned[0] == "done")


def test_closing_against_counting_and_moving_cash(store, counter, people):
    three = people("cyd", "bob", "bob")

    for _ in range(ROUNDS):
        shift = begin(counter)
        closed, counted, moved = three.at_once(
            ["close_shift", uuid4(), shift, "1", "in a hurry"],
            ["count_shift", uuid4(), shift, "100"],
            ["move_cash", uuid4(), shift, "paid_in", "5", "change"],
        )
        assert closed[0] == "done"
        for one in (counted, moved):
            assert one[0] == "done" or one[1] == "shift_closed", one
        assert open_shift(store, counter.register) is None


def test_closing_against_opening_the_drawer(store, counter, people):
    both = people("cyd", "bob")
    words = """
        SELECT count(*) FROM storedesk.drawer_openings AS d
        JOIN storedesk.till_sessions AS t ON t.id = d.till_session_id
        WHERE t.id = %s AND d.created_at <= t.closed_at
    """

    for _ in range(ROUNDS):
        shift = begin(counter)
        closed, opened = both.at_once(
            ["close_shift", uuid4(), shift, "1", "in a hurry"],
            ["open_drawer", uuid4(), shift, "change"],
        )
        assert closed[0] == "done"
        assert opened[0] == "done" or opened[1] == "shift_closed", opened
        assert store.sql(words, shift) == (opened[0] == "done")


def test_two_who_open_the_drawer_at_once_keep_to_the_limit(store, counter, people):
    three = people("bob", "bob", "bob")
    store.sql("UPDATE storedesk.limits SET value = 2 WHERE kind = 'drawer_shift_times'")
    shift = begin(counter)
    told = three.at_once(*(["open_drawer", uuid4(), shift, "change"] for _ in range(3)))
    assert sorted(one[0] for one in told) == ["done", "done", "refused"]
    assert [one[1] for one in told if one[0] == "refused"] == ["openings_of_shift"]


def test_two_who_close_at_once_close_it_once(counter, people):
    both = people("cyd", "bob")

    for n in range(1, ROUNDS + 1):
        shift = begin(counter)
        told = both.at_once(
            ["close_shift", uuid4(), shift, "100"], ["close_shift", uuid4(), shift, "100"]
        )
        assert [one[0] for one in told] == ["done", "done"]
        assert [one[1]["z_number"] for one in told] == [n, n]


def test_somebody_who_joins_two_shifts_at_once_is_in_one(store, counter, till_of, people, hire):
    gus = till_of("T2", hire("gus"))
    here, there = begin(counter), UUID(gus.open()["id"])
    both = people("flo", "flo")
    flo = str(store.staff_id("flo"))

    for _ in range(ROUNDS):
        approvals = [
            by.approve("join_shift", {"shift_id": str(shift), "requested_by": flo})
            for by, shift in ((counter, here), (gus, there))
        ]
        told = both.at_once(
            ["join_shift", uuid4(), here, approvals[0]],
            ["join_shift", uuid4(), there, approvals[1]],
        )
        assert [one[0] for one in told] == ["done", "done"], told
        assert ("Flo" in who_is_in(store, here)) != ("Flo" in who_is_in(store, there))


def test_two_who_swap_their_shifts_are_each_in_the_others(store, counter, till_of, people, hire):
    gus = till_of("T2", hire("gus"))
    here, there = begin(counter), UUID(gus.open()["id"])
    both = people("bob", "gus")
    bob, other = (str(store.staff_id(name)) for name in ("bob", "gus"))
    cyd = till_of("T3", "cyd")

    for _ in range(ROUNDS):
        approvals = [
            cyd.approve("join_shift", {"shift_id": str(shift), "requested_by": who})
            for shift, who in ((there, bob), (here, other))
        ]
        told = both.at_once(
            ["join_shift", uuid4(), there, approvals[0]],
            ["join_shift", uuid4(), here, approvals[1]],
        )
        assert [one[0] for one in told] == ["done", "done"], told
        assert (who_is_in(store, here), who_is_in(store, there)) == ({"Gus"}, {"Bob"})
        told = both.at_once(["join_shift", uuid4(), here], ["join_shift", uuid4(), there])
        assert [one[0] for one in told] == ["done", "done"], told


def test_a_shift_is_not_opened_at_a_register_that_is_just_given_anothers_drawer(
    store, counter, till_of
):
    second, start = till_of("T2", "flo"), Barrier(2)
    begin(counter)

    def open_it():
        start.wait()
        try:
            return second.open()["register_id"]
        except psycopg.Error as error:
            return error.diag.message_primary

    def share():
        start.wait()
        try:
            words = "UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s"
            store.sql(words, counter.register, second.register)
        except psycopg.Error as error:
            return error.diag.message_primary
        return "shared"

    for _ in range(ROUNDS):
        store.sql("UPDATE storedesk.registers SET drawer_of = NULL")
        with ThreadPoolExecutor(2) as threads:
            opened, shared = threads.submit(open_it), threads.submit(share)
        if shared.result() == "shared":
            assert opened.result() == "shift_already_open"  # in the drawer that they share now
        else:
            assert (opened.result(), shared.result()) == (
                str(second.register),
                "register_has_shift",
            )
            second.call("close_shift", open_shift(store, second.register), "100")
