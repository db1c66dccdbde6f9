"""A manager approves beside the sale by a badge, in the panel that asks: a real scan and store."""

import asyncio
from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit

from storedesk import queries
from storedesk.domain.badges import MARK, new_badge
from storedesk.domain.card_terminals import TerminalAnswer, TerminalOutcome, TerminalState
from storedesk.ui.approval import asking
from storedesk.ui.terminal_payments import settle
from storedesk.ui.till.approvals import ApprovalPanel, ask_beside
from storedesk.ui.till.checkout.terminal_labels import settling_approval
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.sign_in.test_badges import badge_of  # noqa: F401 - a fixture
from tests.ui.sign_in.test_lock_page import enter, lock  # noqa: F401 - a fixture
from tests.ui.typist import Typist

APPROVED_BY = """
    SELECT s.display_name FROM storedesk.terminal_payments AS t
    JOIN storedesk.staff AS s ON s.id = t.approved_by
"""
NOT_CHARGED = TerminalOutcome(TerminalAnswer.CANCELED)


@pytest.fixture
def unknown(store, till, goods):
    """A payment at a card terminal of which nobody knows what became of it."""
    store.be_demo()
    goods("MUG", price="30.00")
    till.scan("MUG")
    till.quote()
    key = till.ask_terminal("30.00")
    till.settle_terminal(key, state="unknown")
    return key


@pytest.fixture
def approving(house):  # noqa: F811
    """Let who has signed in here approve by a badge, as the program's own access does."""

    async def approve(login, password, approval, *, action, detail):
        here = house.access.people_here.there()
        work = partial(here.approve, login, password, approval, action=action, detail=detail)
        await asyncio.get_running_loop().run_in_executor(None, work)

    house.access.approve = approve


async def appeared(view):
    while not isinstance(view.panel_host.panel, ApprovalPanel):
        await asyncio.sleep(0.01)
    return view.panel_host.panel


async def begun(view, payment):
    """Say as Bob that nothing was charged: a manager is asked beside the sale."""
    context = view.context
    seen = await context.desk.read(queries.terminal_payments.terminal_payment, payment)

    def send(approval):
        return settle(context.desk, seen, NOT_CHARGED, by_hand=True, approval=approval)

    request = settling_approval(seen, NOT_CHARGED, context)
    ask = partial(ask_beside, view.panel_host)
    work = asking(ask, context.approvers, context.format, lambda _: request, send)
    return asyncio.ensure_future(work), await appeared(view)


@pytest.mark.usefixtures("approving")
@pytest.mark.parametrize("pace", [8, 50])
async def test_one_scan_of_a_managers_badge_approves_in_the_panel(
    house, enter, badge_of, unknown, store, pace  # noqa: F811
):  # fmt: skip
    await house.come()
    cyds = badge_of("cyd")
    window = await enter("cyd")
    page = await lock(window)
    page.other.click()
    await enter("bob")
    window.visit("till")
    await house.idle()
    view = window.frame.pages["till"]
    work, _ = await begun(view, unknown)
    Typist(window).types(cyds.code, pace=pace)
    fields = window.findChildren(QLineEdit)
    assert not any(MARK in field.text() for field in fields), "no field has any of it"
    settled = await asyncio.wait_for(work, 10)
    assert settled.state is TerminalState.CANCELED
    assert store.sql(APPROVED_BY) == "Cyd"
    await house.idle()


@pytest.mark.usefixtures("approving")
async def test_a_wrong_badge_says_so_in_the_panel_and_approves_nothing(
    house, enter, badge_of, unknown, store  # noqa: F811
):  # fmt: skip
    await house.come()
    badge_of("cyd")
    window = await enter("cyd")
    page = await lock(window)
    page.other.click()
    await enter("bob")
    window.visit("till")
    await house.idle()
    view = window.frame.pages["till"]
    work, panel = await begun(view, unknown)
    number = store.sql("SELECT (api.me() ->> 'number')::int", login="cyd")
    Typist(window).types(new_badge(number).code)
    while panel.problem.isHidden():
        await asyncio.sleep(0.01)
    assert "no longer good" in panel.problem.text()
    assert store.sql("SELECT state FROM storedesk.terminal_payments") == "unknown"
    panel.leave()
    with pytest.raises(Exception, match="A manager must approve this"):
        await asyncio.wait_for(work, 10)
    await house.idle()
