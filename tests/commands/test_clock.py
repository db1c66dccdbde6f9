"""A server's clock that jumps: nothing is cleared away or cancelled by it."""

from datetime import datetime, timedelta

import pytest

pytestmark = pytest.mark.usefixtures("invariants")

BACK = """
    UPDATE storedesk.clock
    SET believed_at = believed_at - %s::interval, seen_at = seen_at - %s::interval
"""
"""As if the clock had been looked at so long ago for the last time."""
NINE_YESTERDAY = "SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date - interval '15 hours'"


class Clock:
    """The clock as the regular work sees it, moved at will; it was last seen at nine, yesterday."""

    def __init__(self, store):
        self.store = store
        self.start = store.sql(NINE_YESTERDAY)
        store.sql("UPDATE storedesk.clock SET believed_at = %s, seen_at = %s", *[self.start] * 2)

    def look(self, **ahead):
        """Look at it so far ahead; tell whether it is believed."""
        at = self.start + timedelta(**ahead)
        return self.store.sql("SELECT core.look_at_clock(%s)", at)

    def jump(self, length):
        """Let the true clock have jumped by so much since it was looked at last."""
        self.store.sql(BACK, length, length)


@pytest.fixture
def clock(store):
    return Clock(store)


def age(store, table, days, *columns):
    columns = columns or ("created_at",)
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        moved = ", ".join(f"{column} = {column} - {days} * interval '1 day'" for column in columns)
        connection.execute(f"UPDATE {table} SET {moved}")


def test_a_clock_that_goes_on_by_days_is_believed(clock):
    assert [clock.look(days=days) for days in (0, 0.01, 1, 2.9, 4.8, 6.7)] == [True] * 6


@pytest.mark.parametrize("days", [365, 2.01, 30, 36_500, -1, -365])
def test_a_clock_that_jumps_is_not_believed_and_is_again_once_it_is_back(clock, days):
    assert clock.look(days=0)
    assert not clock.look(days=days)
    assert not clock.look(days=days, minutes=15)
    assert clock.look(minutes=30)
    assert clock.look(minutes=45)


@pytest.mark.parametrize("believed", ["1 day", "1 year"])
def test_whatever_looks_at_a_clock_that_goes_on_writes_it_down(store, believed):
    store.sql(
        "UPDATE storedesk.clock SET believed_at = core.now() - %s::interval, days_seen = 2,"
        " seen_at = core.now() - interval '1 day', doubted_since = core.now() - interval '3 days'",
        believed,
    )

    store.sql("SELECT api.sweep_mails()", login="max")

    row = "believed_at = seen_at, seen_at > core.now() - interval '1 minute', doubted_since"
    assert store.rows(f"SELECT {row}, days_seen FROM storedesk.clock") == [(True, True, None, 0)]


def test_a_look_does_not_wait_for_another(store, clock):
    assert clock.look(minutes=0)
    with store.connect() as one, one.transaction(), store.connect("bob") as other:
        one.execute("SELECT seen_at FROM storedesk.clock FOR NO KEY UPDATE")
        other.execute("SET lock_timeout = '200ms'")
        assert other.execute("SELECT api.look_at_clock()").fetchone()["is_believed"]


def test_a_clock_a_few_minutes_behind_is_believed(clock):
    assert clock.look(minutes=0)
    assert clock.look(minutes=-9)
    assert not clock.look(minutes=-20)


def test_a_store_that_was_closed_all_winter_waits_three_days(clock):
    """It is open by day only: the clock is looked at each quarter of an hour, from nine to six."""
    assert clock.look(days=0)
    looks = [
        (day, clock.look(days=90 + day, minutes=minutes))
        for day in range(5)
        for minutes in range(0, 540, 15)
    ]
    assert not any(seen for day, seen in looks if day < 3)
    assert all(seen for day, seen in looks if day >= 3)


def test_a_stall_that_opens_once_a_week_clears_away_once_a_month(clock):
    seen = [clock.look(days=7 * week) for week in range(13)]

    assert seen == [True, False, False, False] * 3 + [True]


def test_a_clock_that_jumps_again_begins_anew(clock):
    assert clock.look(days=0)
    assert not clock.look(days=90)
    assert not clock.look(days=91)
    assert not clock.look(days=92)
    assert not clock.look(days=465)
    assert not clock.look(days=92)
    assert [clock.look(days=92 + day) for day in (1, 2, 3)] == [False, False, True]


def test_work_that_was_done_meanwhile_shows_that_time_has_passed(store, clock, orders, goods):
    """A timer that runs once a month finds what was asked of the store on each day."""
    mug = goods("MUG", on_hand=20)
    for _ in range(20):
        orders.placed((mug, 1))
    store.sql(
        "UPDATE storedesk.requests AS r SET created_at = r.created_at - n.at * interval '1.9 days'"
        " FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at FROM storedesk.requests) AS n"
        " WHERE n.id = r.id"
    )
    clock.jump("30 days")
    assert clock.look(minutes=1)

    clock.jump("30 days")
    store.sql("DELETE FROM storedesk.requests WHERE created_at BETWEEN now() - interval '12 days'"
              " AND now() - interval '9 days'")  # fmt: skip
    assert not clock.look(minutes=2)


def test_nothing_is_cleared_away_by_a_clock_that_jumped(store, system, clock, orders, goods):
    mug = goods("MUG")
    old = orders.placed_ago(8, (mug, 1))
    orders.paid((mug, 1))
    age(store, "storedesk.requests", 91)
    store.sql(
        "INSERT INTO carts (is_guest, guest_session_id, total_price_amount, last_activity_date)"
        " VALUES (true, 's', 0, now() - interval '100 days')"
    )
    kept = store.sql("SELECT count(*) FROM storedesk.requests")
    clock.jump("1 year")

    for _ in range(3):
        assert store.sql("SELECT api.expire_orders(100)", login=system) == 0
        cleared = store.sql("SELECT api.purge()", login=system)
        assert cleared == {"requests": 0, "quotes": 0, "baskets": 0, "is_clock_believed": False}
    assert orders.column(old, "status") == "pending"
    assert store.sql("SELECT count(*) FROM storedesk.requests") == kept
    assert store.sql("SELECT count(*) FROM carts WHERE guest_session_id = 's'") == 1

    clock.jump("-1 year")
    store.sql("UPDATE storedesk.clock SET days_seen = 0")
    assert store.sql("SELECT api.purge()", login=system)["requests"] == kept
    assert store.sql("SELECT api.expire_orders(100)", login=system) == 1


def test_the_first_look_at_a_wrong_clock_may_be_anybodys(store, system, clock, orders, goods):
    order = orders.placed_ago(8, (goods("MUG"), 1))
    clock.jump("1 year")

    told = store.sql("SELECT api.look_at_clock()", login="bob")
    assert told["is_believed"] is False
    assert datetime.fromisoformat(told["believed_at"]) < datetime.fromisoformat(told["now"])
    assert store.sql("SELECT api.expire_orders(100)", login=system) == 0
    assert orders.column(order, "status") == "pending"


def test_an_order_of_a_clock_that_was_ahead_is_told(store, orders, goods):
    order = orders.placed((goods("MUG"), 1))
    assert store.sql("SELECT api.look_at_clock()", login="bob")["ahead"] is None

    both = "created_at", "updated_at"
    age(store, "orders", -0.006, *both)  # nine minutes
    assert store.sql("SELECT api.look_at_clock()", login="bob")["ahead"] is None
    age(store, "orders", -365, *both)
    told = store.sql("SELECT api.look_at_clock()", login="bob")["ahead"]
    age(store, "orders", 365.006, *both)
    assert told["number"] == orders.column(order, "order_number")


def test_pieces_that_a_wrong_clock_held_are_free(store, till, goods):
    goods("MUG", on_hand=1)
    till.scan("MUG")
    assert till.quote()["is_held"]
    held = "SELECT coalesce(sum(quantity), 0) FROM core.held"
    assert store.sql(held) == 1

    store.sql("UPDATE storedesk.till_carts"
              " SET quote_expires_at = quote_expires_at + interval '1 year'")  # fmt: skip
    assert store.sql(held) == 0


def test_a_link_whose_time_is_over_only_by_a_wrong_clock_waits(store, clock):
    words = (
        "INSERT INTO customers (email, first_name, last_name)"
        " VALUES ('ann@x.example', 'Ann', 'Lee') RETURNING id"
    )
    ann = store.sql(words, login="bob")
    store.sql("UPDATE storedesk.store_settings SET web_address = 'https://shop.example'")
    store.sql("SELECT api.send_verification(gen_random_uuid(), %s)", ann, login="bob")
    store.sql(
        'UPDATE email_queue SET payload = payload || \'{"expires_at": "2020-01-01T00:00:00Z"}\''
    )
    clock.jump("1 year")

    assert store.sql("SELECT api.claim_mails(10)", login="max") == []
    assert store.sql("SELECT status FROM email_queue") == "pending"

    clock.jump("-1 year")
    assert store.sql("SELECT api.claim_mails(10)", login="max") == []
    assert store.sql("SELECT status FROM email_queue") == "failed"


def test_a_mail_in_somebodys_hands_is_not_taken_away_by_a_wrong_clock(store, clock, orders, goods):
    orders.paid((goods("MUG"), 1))
    [mail] = store.sql("SELECT api.claim_mails(1)", login="max")
    store.sql("UPDATE email_queue SET updated_at = updated_at - interval '1 year'")
    clock.jump("1 year")

    assert store.sql("SELECT api.sweep_mails()", login="max") == 0
    assert store.sql("SELECT status FROM email_queue WHERE id = %s", mail["id"]) == "processing"
    clock.jump("-1 year")
    assert store.sql("SELECT api.sweep_mails()", login="max") == 1
