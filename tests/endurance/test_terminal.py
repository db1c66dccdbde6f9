"""Kill -9 at each point between tender and receipt, with the terminal in each of its moods."""

import asyncio
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from storedesk import api
from storedesk.adapters.card_terminals.simulator import Mood, Simulator
from storedesk.domain.till import Method, Tender
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.terminal_payments import TerminalPayments
from tests.endurance.terminal_window import AMOUNT, PACE

pytestmark = pytest.mark.usefixtures("invariants")
CHARGE = (
    "before ask_terminal", "after ask_terminal", "before start", "after start", "before outcome",
    "after outcome", "before settle_terminal_payment", "after settle_terminal_payment",
    "before pay", "after pay", "nowhere",
)  # fmt: skip
CANCEL = ("before cancel", "after cancel", "before settle_terminal_payment", "nowhere")
BACK = (
    "before return_terminal_payment", "after return_terminal_payment", "before refund",
    "after refund", "before settle_terminal_payment", "nowhere",
)  # fmt: skip
QUICK = {
    ("charge", "after start", Mood.APPROVE), ("charge", "after outcome", Mood.APPROVE),
    ("charge", "before pay", Mood.CUT), ("give_back", "after refund", Mood.APPROVE),
}  # fmt: skip
CASES = [
    pytest.param(
        does, point, mood, id=f"{does}-{point}-{mood}",
        marks=[] if (does, point, mood) in QUICK else pytest.mark.slow,
    )
    for does, points in (("charge", CHARGE), ("cancel", CANCEL), ("give_back", BACK))
    for point in points
    for mood in (Mood if does != "give_back" else (Mood.APPROVE,))
]  # fmt: skip


@pytest.fixture
def at_sale(store, till, goods, tmp_path):
    """A demo store, a sale of 30.00 that waits for its payment, and the simulator's file."""
    store.be_demo()
    goods("MUG", price="30.00")
    till.scan("MUG")
    till.quote()
    return tmp_path / "terminal.sqlite"


def window(store, till, file, mood, point, does="charge", what=None, login="bob"):
    """Start a process that charges the sale, or does that with `what`, and ends as it is told."""
    return subprocess.Popen(
        [
            sys.executable, "-m", "tests.endurance.terminal_window", store.dsn(login),
            str(till.register), str(what or till.order), str(file), mood.value, point, does,
        ],
        cwd=Path(__file__).parents[2], stderr=subprocess.PIPE,
    )  # fmt: skip


def net(file):
    """Return how often cards were charged, less what was given back."""
    return sum(times for _, times in Simulator(file, pace=PACE).charged().values())


async def finish(store, till, file):
    """Do what the next till does: ask about what was left open, then pay what is not paid yet."""
    with closing(Desk(Database(store.dsn("bob")))) as desk:
        await _finish(desk, store, till, file)


async def _finish(desk, store, till, file):
    payments = TerminalPayments(
        desk, Simulator(file, mood=Mood.APPROVE, pace=PACE), UUID(str(till.register)), look=0.05
    )
    until = time.monotonic() + 10
    while await desk.read(api.terminals.open_terminal_payments, UUID(str(till.register))):
        assert time.monotonic() < until, "a payment stays open"
        await payments.find_out_all()
        await asyncio.sleep(0.1)
    if store.sql("SELECT count(*) FROM orders"):
        return
    order = UUID(str(till.order))
    sale = await desk.read(api.till.current_sale, UUID(str(till.register)))
    quote = await desk.do(api.till.quote, order_id=order, shown_total=sale.total)
    charged = [one for one in quote.terminal if one.is_attached]
    paid = charged[0] if charged else await payments.charge(order, AMOUNT, lambda _: None)
    tenders = (Tender(paid.id, Method.CARD, paid.amount),)
    await desk.do(api.till.pay, order_id=order, tenders=tenders, shift_id=uuid4())


@pytest.mark.parametrize(("does", "point", "mood"), CASES)
def test_the_card_is_charged_once_and_the_sale_is_paid_once(
    store, till, at_sale, does, point, mood
):
    process = window(store, till, at_sale, mood, point, does)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in {0, -9}, errors.decode()
    asyncio.run(finish(store, till, at_sale))
    assert store.rows("SELECT count(*), sum(amount)::text FROM storedesk.order_payments") == [
        (1, "30.00")
    ]
    time.sleep(PACE.customer)
    assert net(at_sale) == 1
    loose = "SELECT count(*) FROM storedesk.exceptions WHERE kind = 'card_money'"
    assert store.sql(loose) == 0


@pytest.mark.parametrize("rivals", [2, 6])
def test_tills_that_ask_about_the_same_payment_agree(store, till, at_sale, rivals):
    process = window(store, till, at_sale, Mood.CUT, "after start")
    process.communicate(timeout=30)
    time.sleep(PACE.customer)
    simulator = Simulator(at_sale, pace=PACE)
    register = UUID(str(till.register))
    with ExitStack() as desks:
        tills = [
            TerminalPayments(
                desks.enter_context(closing(Desk(Database(store.dsn("bob"))))), simulator, register
            )
            for _ in range(rivals)
        ]

        async def ask_thrice():
            for _ in range(3):
                await asyncio.gather(*(one.find_out_all() for one in tills))

        asyncio.run(ask_thrice())
    assert store.rows("SELECT state, is_attached FROM storedesk.terminal_payments") == [
        ("approved", True)
    ]
    assert store.sql("SELECT count(*) FROM storedesk.till_tenders") == 1
    asyncio.run(finish(store, till, at_sale))
    assert net(at_sale) == 1


def test_of_two_presses_at_two_windows_one_charges(store, till, at_sale):
    both = [window(store, till, at_sale, Mood.APPROVE, "nowhere") for _ in range(2)]
    for one in both:
        one.communicate(timeout=30)
    asyncio.run(finish(store, till, at_sale))
    assert net(at_sale) == 1
    assert store.sql("SELECT count(*) FROM storedesk.order_payments") == 1


@pytest.fixture
def loose(till, at_sale):
    """Money on a card whose sale is gone; its key."""
    key = uuid4()
    till.call("ask_terminal", till.order, till.register, "simulator", "30.00", request=key)
    till.call("settle_terminal_payment", key, {"state": "cancelled"})
    till.call("discard_sale", till.order)
    simulator = Simulator(at_sale, mood=Mood.APPROVE, pace=PACE)
    simulator.start(key, AMOUNT)
    time.sleep(PACE.customer)
    assert net(at_sale) == 1
    till.call("settle_terminal_payment", key, {"state": "approved", "reference": "SIM-1"})
    return key


async def find_out(store, till, file):
    """Do what the next till does first."""
    with closing(Desk(Database(store.dsn("bob")))) as desk:
        payments = TerminalPayments(desk, Simulator(file, pace=PACE), UUID(str(till.register)))
        await payments.find_out_all()
        payments.close()


LOOSE_STATE = """
    SELECT t.state, p.display_name FROM storedesk.terminal_payments AS t
    LEFT JOIN storedesk.exception_signoffs AS s USING (id)
    LEFT JOIN storedesk.staff AS p ON p.id = s.signed_by
"""


@pytest.mark.parametrize("point", BACK)
def test_money_of_no_sale_is_given_back_once(store, till, at_sale, loose, point):
    process = window(store, till, at_sale, Mood.APPROVE, point, "loose", loose, "cyd")
    _, errors = process.communicate(timeout=30)
    assert process.returncode in {0, -9}, errors.decode()
    was_written = point != "before return_terminal_payment"
    asyncio.run(find_out(store, till, at_sale))
    state = ("returned", "Cyd") if was_written else ("approved", None)
    assert store.rows(LOOSE_STATE) == [state]
    assert net(at_sale) == (0 if was_written else 1)
    assert store.sql("SELECT count(*) FROM storedesk.exceptions WHERE kind = 'card_money'") == 1


@pytest.mark.parametrize("turn", range(3))
def test_by_hand_and_at_the_terminal_at_once_one_of_them_gives_it_back(
    store, till, at_sale, loose, turn
):
    does = ("loose", "by_hand") if turn % 2 else ("by_hand", "loose", "by_hand", "loose")
    rivals = [
        window(store, till, at_sale, Mood.APPROVE, "nowhere", one, loose, "cyd") for one in does
    ]
    for one in rivals:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors.decode()
    asyncio.run(find_out(store, till, at_sale))
    assert store.rows(LOOSE_STATE) == [("returned", "Cyd")]
    by_hand = store.sql("SELECT is_by_hand FROM storedesk.terminal_payments")
    assert net(at_sale) == int(by_hand), "either a person has given it back, or the terminal"
