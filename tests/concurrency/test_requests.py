"""One request from several places at once, and writers who give up halfway."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash

pytestmark = pytest.mark.usefixtures("invariants")

WRITERS = 16


def test_one_payment_sent_many_times_at_once_is_booked_once(store, till, goods):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    request, tenders, start = uuid4(), json.dumps([cash("2.50")]), Barrier(8)

    def pay(_):
        start.wait()
        return store.sql("SELECT api.pay(%s, %s, %s)", request, till.order, tenders, login="bob")

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(pay, range(8)))

    assert all(answer == answers[0] for answer in answers)
    assert store.sql("SELECT count(*) FROM orders") == 1


def test_two_first_scans_at_once_make_one_sale(store, till, goods):
    goods("MUG")
    start = Barrier(4)

    def scan(_):
        start.wait()
        words = "SELECT api.scan(%s, %s, %s, 'MUG')"
        return store.sql(words, uuid4(), till.register, till.order, login="bob")

    for _ in range(5):
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(scan, range(4)))
        assert [line["quantity"] for line in till.sale()["lines"]] == [4]
        till.call("discard_sale", till.order)


def test_of_two_payments_of_one_sale_the_second_is_told_its_number(store, till, goods):
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.quote()
    start = Barrier(4)

    def pay(_):
        start.wait()
        try:
            tenders = json.dumps([cash("2.50")])
            words = "SELECT api.pay(%s, %s, %s)"
            return store.sql(words, uuid4(), till.order, tenders, login="bob")["order_number"]
        except psycopg.Error as error:
            return error.diag.message_primary, json.loads(error.diag.message_detail)["number"]

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(pay, range(4)))

    (number,) = (answer for answer in answers if isinstance(answer, str))
    assert sorted(map(str, answers)) == sorted([number, *[str(("already_paid", number))] * 3])


def test_sixteen_writers_of_whom_a_third_give_up_leave_numbers_without_a_gap(
    store, goods, customer
):
    lines = json.dumps([{"product": str(goods("MUG", on_hand=10_000)), "quantity": 1}])
    ann, start = customer(), Barrier(WRITERS)
    words = "SELECT core.place(%s, %s, %s, NULL, (clock_timestamp() AT TIME ZONE 'UTC')::timestamp)"

    def write(writer):
        kept = []
        with store.connect() as connection:
            start.wait()
            for n in range(12):
                gives_up = (n + writer) % 3 == 0
                with connection.transaction(force_rollback=gives_up):
                    number = connection.execute(words, [uuid4(), ann, lines]).fetchone()
                kept += [] if gives_up else [number]
        return kept

    with ThreadPoolExecutor(WRITERS) as threads:
        numbers = [number for kept in threads.map(write, range(WRITERS)) for number in kept]

    assert sorted(int(number[-6:]) for number in numbers) == [*range(1, WRITERS * 8 + 1)]
