"""The card terminal at the real page on a real database, with its simulator in each mood."""

import asyncio
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.adapters.card_terminals.simulator import Mood, Pace, Simulator
from storedesk.ui.terminal_payments import TerminalPayments
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.terminal_panel import TerminalPanel
from storedesk.ui.till.checkout.terminal_pay_panel import TerminalPayPanel
from tests.conftest import PASSWORD
from tests.ui.till.test_real import real  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
PAID = """
    SELECT method, amount::text, card_last_four FROM storedesk.order_payments ORDER BY method
"""
STATES = "SELECT state FROM storedesk.terminal_payments ORDER BY created_at"


@dataclass
class Slow:
    """The time of the simulator, which passes when a test says so."""

    now: float = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def at_terminal(real, store, goods, tmp_path):  # noqa: F811
    """Bob's till with a mug of that price on it, and the simulator in a mood."""
    store.be_demo()

    async def at_terminal(mood=Mood.APPROVE, price="28.70", *, waits=0.0, patience=5.0):
        clock = Slow()
        simulator = Simulator(
            tmp_path / "terminal.sqlite", mood=mood, pace=Pace(waits, 1000.0), clock=clock
        )
        goods("MUG", price=price)
        counter = await real()
        context = replace(counter.context, card_terminal=lambda: simulator)
        terminal = counter.view.checkout.terminal
        for part in (counter.view, counter.view.checkout, terminal):
            for name in ("context", "_context"):
                if hasattr(part, name):
                    setattr(part, name, context)
        terminal._payments = TerminalPayments(
            counter.context.desk, simulator, context.register.id, look=0.02, patience=patience
        )
        await counter.scan("MUG")
        await counter.pay()
        counter.simulator, counter.time = simulator, clock
        return counter

    return at_terminal


async def until(counter, is_so):
    for _ in range(400):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"never; there is {counter.panel}")


def charges(counter):
    return [times for _, times in counter.simulator.charged().values()]


async def say_twice(counter, key):
    """Say by hand what became of it, until a manager is asked."""
    for _ in range(2):
        counter.clock.pass_()
        QTest.keyClicks(counter.panel, key)
    await until(counter, lambda: isinstance(counter.panel, ApprovalPanel))


async def approve(counter):
    for field, words in ((counter.panel.login, "cyd"), (counter.panel.password, PASSWORD)):
        counter.clock.pass_()
        QTest.keyClicks(field.input, words)
        QTest.keyClick(field.input, KEY.Key_Return)


async def by_card(counter, given=""):
    await counter.type("d", counter.panel.amount.field)
    field = counter.panel.amount.field
    if given:
        field.setText(given)
    counter.clock.pass_()
    QTest.keyClick(field, KEY.Key_Return)


async def test_approved_money_books_the_sale_by_itself(at_terminal, store):
    counter = await at_terminal()
    assert isinstance(counter.panel, TerminalPayPanel)
    await by_card(counter)
    assert isinstance(counter.panel, TerminalPanel)
    await until(counter, lambda: store.sql("SELECT count(*) FROM orders") == 1)
    await counter.view.idle()
    assert counter.panel is None
    assert store.rows(PAID) == [("credit_card", "28.70", "4242")]
    assert charges(counter) == [1]


async def test_a_part_on_the_card_and_the_rest_in_cash(at_terminal, store):
    counter = await at_terminal()
    await by_card(counter, "20")
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    await counter.view.idle()
    assert counter.panel.sum.text() == "$8.70"
    await counter.enter("c10", widget=counter.panel.amount.field)
    assert store.rows(PAID) == [("cash", "8.70", None), ("credit_card", "20.00", "4242")]
    done = counter.view.side.done
    assert done.before.text() == "Visa 4242 · $20.00"
    assert done.how.text() == "Cash · $10.00 given for $8.70"


async def test_declined_says_why_and_changes_nothing(at_terminal, store):
    counter = await at_terminal(Mood.DECLINE)
    await by_card(counter)
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    assert "Declined" in counter.panel.problem.text()
    assert charges(counter) == [0]
    await counter.enter("c30", widget=counter.panel.amount.field)
    assert store.rows(PAID) == [("cash", "28.70", None)]


async def test_escape_cancels_at_the_terminal(at_terminal, store):
    counter = await at_terminal(waits=100.0)
    await by_card(counter)
    await until(counter, lambda: "On the terminal" in counter.panel.title.text())
    assert counter.panel.sum.text() == "$28.70"
    QTest.keyClick(counter.panel, KEY.Key_Escape)
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    assert "Canceled" in counter.panel.problem.text()
    assert store.rows(STATES) == [("cancelled",)]
    counter.time.now = 1e6
    assert charges(counter) == [0]


@pytest.mark.parametrize("mood", [Mood.CUT, Mood.NONSENSE])
async def test_unknown_is_settled_by_asking_the_terminal(at_terminal, store, mood):
    counter = await at_terminal(mood)
    await by_card(counter)
    await until(counter, lambda: getattr(counter.panel, "is_unknown", False))
    assert "We do not know" in counter.panel.words.text()
    assert store.rows(STATES) == [("unknown",)]
    await counter.press(KEY.Key_Return, widget=counter.panel)
    await until(counter, lambda: store.sql("SELECT count(*) FROM orders") == 1)
    assert charges(counter) == [1]


async def test_unknown_stays_with_the_sale_and_is_asked_again(at_terminal, store):
    counter = await at_terminal(Mood.LATE, patience=0.1)
    await by_card(counter)
    await until(counter, lambda: getattr(counter.panel, "is_unknown", False))
    await counter.press(KEY.Key_Escape, widget=counter.panel)
    assert counter.panel is None
    assert counter.lines == [("Mug", 1)]
    await counter.pay()
    assert counter.panel.is_unknown
    counter.time.now = 2000.0
    counter.clock.pass_()
    QTest.keyClick(counter.panel, KEY.Key_Return)
    await until(counter, lambda: store.rows(STATES) == [("approved",)])
    await until(counter, lambda: store.sql("SELECT count(*) FROM orders") == 1)
    assert charges(counter) == [1]


async def test_by_hand_where_the_terminal_is_dead(at_terminal, store):
    counter = await at_terminal(Mood.ABSENT)
    await by_card(counter)
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    assert "does not answer" in counter.panel.problem.text()
    assert counter.panel.card.isHidden()
    await counter.click(counter.panel.by_hand)
    assert not counter.panel.card.isHidden()
    await counter.enter(widget=counter.panel.amount.field)
    assert store.rows(PAID) == [("credit_card", "28.70", None)]


@pytest.mark.parametrize(("key", "count"), [("+", 1), ("-", 0)])
async def test_a_persons_word_settles_it_once_a_manager_approves(at_terminal, store, key, count):
    counter = await at_terminal(Mood.LATE, patience=0.1)
    await by_card(counter)
    await until(counter, lambda: getattr(counter.panel, "is_unknown", False))
    await say_twice(counter, key)
    QTest.keyClick(counter.panel, KEY.Key_Escape)
    await until(counter, lambda: isinstance(counter.panel, TerminalPanel))
    await counter.view.idle()
    assert counter.panel.is_unknown
    assert not counter.panel.charged.isHidden()
    assert store.rows(STATES) == [("unknown",)]
    await say_twice(counter, key)
    await approve(counter)
    await until(counter, lambda: store.rows(STATES) != [("unknown",)])
    await counter.view.idle()
    await until(counter, lambda: not isinstance(counter.panel, TerminalPanel))
    await counter.view.idle()
    assert store.sql("SELECT count(*) FROM orders") == count
    kinds = "SELECT count(*) FROM storedesk.exceptions WHERE kind = 'card_by_hand'"
    assert store.sql(kinds) == 1


async def test_what_was_charged_is_given_back(at_terminal, store):
    counter = await at_terminal()
    await by_card(counter, "20")
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    await counter.view.idle()
    QTest.keyClicks(counter.panel.amount.field, "-")
    await until(counter, lambda: store.rows(STATES) == [("returned",)])
    await until(counter, lambda: isinstance(counter.panel, PayPanel))
    assert counter.panel.sum.text() == "$28.70"
    assert "given back" in counter.panel.problem.text()
    assert charges(counter) == [0]


async def test_what_was_typed_for_the_rest_does_not_pay_a_changed_sale(at_terminal, store, goods):
    counter = await at_terminal(Mood.LATE, patience=0.1)
    field = counter.panel.amount.field
    field.clear()
    QTest.keyClicks(field, "15d c")
    counter.clock.pass_()
    QTest.keyClick(field, KEY.Key_Return)
    await until(counter, lambda: getattr(counter.panel, "is_unknown", False))
    await counter.press(KEY.Key_Escape, widget=counter.panel)
    goods("CUP", price="100.00")
    await counter.scan("CUP")
    await counter.pay()
    counter.time.now = 2000.0
    counter.clock.pass_()
    QTest.keyClick(counter.panel, KEY.Key_Return)
    await until(counter, lambda: store.rows(STATES) == [("approved",)])
    await counter.view.idle()
    assert store.rows(PAID) == []
    assert isinstance(counter.panel, PayPanel)
    assert counter.panel.sum.text() == "$113.70"
