"""A manager gives money on a card back that belongs to no sale, by keys."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.adapters.card_terminals.simulator import Mood, Pace, Simulator
from storedesk.domain.values.money import Money
from storedesk.ui.exceptions.view import ExceptionsView
from tests.ui.contexts import a_context

CTRL = Qt.KeyboardModifier.ControlModifier
SIGNED = "SELECT count(*) FROM storedesk.exception_signoffs WHERE kind = 'card_money'"
STATE = "SELECT state, return_reference FROM storedesk.terminal_payments"


@pytest.fixture
def loose(store, till, goods):
    """30.00 on a card, whose sale is gone; the key of the payment."""
    store.be_demo()
    goods("MUG", price="30.00")
    till.scan("MUG")
    till.quote()
    key = till.ask_terminal("30.00")
    till.settle_terminal(key, state="cancelled")
    till.call("discard_sale", till.order)
    till.settle_terminal(key, state="approved", reference="SIM-1")
    return key


@pytest.fixture
def page_of(qtbot, signed_in, us, act, loose, tmp_path):
    """Open the page as somebody, at a computer with the simulator in a mood, or without."""

    def page_of(login="cyd", mood: Mood | None = Mood.APPROVE):
        simulator = None
        if mood is not None:
            simulator = Simulator(tmp_path / "t.sqlite", mood=mood, pace=Pace(0.0, 1000.0))
            if mood is not Mood.ABSENT:
                simulator.start(loose, Money.of("30.00", "USD"))
        desk, me = signed_in(login)
        page = ExceptionsView(a_context(desk, me, us, card_terminal=lambda: simulator))
        page.simulator = simulator
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, page.reload)
        act(page, lambda: page.table.selectRow(0))
        return page

    return page_of


def test_the_terminal_gives_it_back_by_one_key(page_of, store, act):
    page = page_of()
    page.activateWindow()
    act(page, lambda: QTest.keyClick(page.table, Qt.Key.Key_B, CTRL))
    assert page.note.text() == "$30.00 was given back to the card."
    assert store.rows(STATE) == [("returned", None)]
    assert store.sql(SIGNED) == 1
    assert [times for _, times in page.simulator.charged().values()] == [0]
    assert page.table.rows.rowCount() == 0


def test_a_silent_terminal_is_asked_again(page_of, store, act):
    page = page_of(mood=Mood.CUT)
    act(page, page.detail.card.give.click)
    assert "has not said" in page.note.text()
    assert store.rows(STATE) == [("returning", None)]
    assert page.detail.card.give.text() == "Ask the terminal again"
    act(page, page.detail.card.give.click)
    assert store.rows(STATE) == [("returned", None)]
    assert [times for _, times in page.simulator.charged().values()] == [0]


@pytest.mark.parametrize("mood", [Mood.ABSENT, None])
def test_by_hand_it_is_noted_with_the_reference(page_of, store, act, mood):
    page = page_of(mood=mood)
    assert page.detail.card.give.isHidden() is (mood is None)
    field = page.detail.card.reference.input
    act(page, page.detail.card.by_hand.click)
    assert store.rows(STATE) == [("approved", None)], "without a reference nothing is noted"
    QTest.keyClicks(field, "SLIP-4711")
    act(page, lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    assert store.rows(STATE) == [("returned", "SLIP-4711")]
    assert store.sql(SIGNED) == 1
    assert page.table.hasFocus(), "the field is gone"


def test_what_the_terminal_gives_back_meanwhile_is_said_and_not_noted(page_of, store, act):
    page = page_of()
    call = "SELECT api.return_terminal_payment(%s, id) FROM storedesk.terminal_payments"
    store.sql(call, uuid4(), login="cyd")
    QTest.keyClicks(page.detail.card.reference.input, "SLIP-4711")
    act(page, page.detail.card.by_hand.click)
    assert page.problem.text() == "Someone else has just changed this. Look at it again."
    assert store.rows(STATE) == [("returning", None)]
    assert page.detail.card.reference.input.text() == "SLIP-4711"


def test_an_auditor_sees_where_the_money_is_and_gives_nothing_back(page_of):
    page = page_of("eve")
    assert not page.detail.card.isHidden()
    assert page.detail.card.ways.isHidden()
    assert not page.context.actions.named("exceptions.give_back").enabled()
