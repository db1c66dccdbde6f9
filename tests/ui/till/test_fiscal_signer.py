"""The signer at the real page on a real database: the sale goes on whatever it does."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from storedesk import api, queries
from storedesk.adapters.fiscal_signers import simulator
from storedesk.adapters.fiscal_signers.simulator import SignerMood, SimulatedSigner
from storedesk.domain.fiscal_signers import SignerChoice
from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.staff import Group
from storedesk.ui.fiscal_signing import FiscalSigning
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.shell import entering
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import till_context

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
DEVICE = ReceiptPrinter(link=Link.NETWORK, address="printer.shop")
KEPT = "SELECT number, left(serial, 4) FROM storedesk.fiscal_signatures ORDER BY number"
LATE = "Not signed yet."


@pytest.fixture
def papers(monkeypatch):
    """What was printed."""
    sent = []

    async def printed(job):
        sent.append(str(job["rows"]))

    monkeypatch.setattr(RECEIPT_SERVICE, "print", printed)
    return sent


@pytest.fixture
def demo(store):
    """A store that was made as a demo."""
    store.be_demo()


@pytest.fixture
def at_signer(qtbot, store, demo, desk_of, goods, tmp_path, papers):
    """Bob's till in a demo store, a signer in a mood beside it, and printing at once."""
    del demo, papers
    store.sql("INSERT INTO storedesk.registers (code, name) VALUES ('R1', 'Till 1')")
    goods("MUG", price="5.50", on_hand=50)
    desk = desk_of("bob")

    async def at_signer(mood=SignerMood.SIGNS, takes=0.0):
        registers = await desk.read(queries.store_settings.registers)
        register = next(one for one in registers if one.code == "R1")
        me = await desk.read(api.staff.me)
        settings = await desk.read(queries.store_settings.settings)
        signer = SimulatedSigner(
            tmp_path / "key", mood or SignerMood.SIGNS, wait=lambda _: time.sleep(takes)
        )
        signing = FiscalSigning(desk, lambda: signer if mood else None, register.id, wait=0.3)
        known = {"me": me, "store": settings, "signing": signing, "printer": "", "device": DEVICE}
        counter = Counter(qtbot, desk, till_context(register=register, **known))
        await counter.come()
        if counter.view.checkout.shift is None:
            await counter.press(KEY.Key_F7)
            await counter.enter("100")
        counter.signer = signer
        return counter

    return at_signer


async def sell(counter):
    await counter.scan("MUG")
    await counter.pay()
    await counter.enter("10")


async def look(counter):
    """Have the till look at what is left, as it does from time to time."""
    await counter.view.signing.jobs.idle()
    counter.view.signing.look()
    await counter.view.signing.jobs.idle()


async def test_a_receipt_has_its_signature(at_signer, store, papers):
    counter = await at_signer()
    await sell(counter)
    assert store.rows(KEPT) == [(1, "SIM-")]
    assert "Signed by the simulator: " in papers[-1]
    assert LATE not in papers[-1]
    await counter.view.idle()


async def test_with_a_signer_that_is_down_the_sale_goes_on_and_is_signed_later(
    at_signer, store, papers
):
    counter = await at_signer(SignerMood.DOWN)
    await sell(counter)
    await sell(counter)
    assert store.sql("SELECT count(*) FROM orders WHERE status = 'delivered'") == 2
    assert store.rows(KEPT) == []
    assert [LATE in one for one in papers] == [True, True]
    assert counter.view.problem.isHidden()
    await look(counter)
    assert store.rows(KEPT) == []
    counter.signer.mood = SignerMood.SIGNS
    await look(counter)
    assert store.rows(KEPT) == [(1, "SIM-"), (2, "SIM-")]
    await counter.press(KEY.Key_F10)
    await counter.click(counter.panel.print)
    assert "REPRINT" in papers[-1]
    assert "Signed by the simulator: " in papers[-1]


async def test_a_slow_signer_holds_nothing_up(at_signer, store, papers):
    counter = await at_signer(SignerMood.SLOW, takes=1.2)
    await sell(counter)
    assert "$4.50" in counter.view.side.done.change.amount.text()
    started = time.monotonic()
    await sell(counter)
    assert time.monotonic() - started < 1.2
    assert [LATE in one for one in papers] == [True, True]
    for _ in range(200):
        if len(store.rows(KEPT)) == 2:
            break
        await asyncio.sleep(0.05)
    assert store.rows(KEPT) == [(1, "SIM-"), (2, "SIM-")]


async def test_without_a_signer_nothing_is_new(at_signer, store, papers):
    counter = await at_signer(None)
    await sell(counter)
    await look(counter)
    assert store.rows(KEPT) == []
    assert "igned" not in papers[-1]


async def test_what_a_killed_till_left_is_signed_by_the_next_one(
    demo, store, till, goods, desk_of, tmp_path
):
    del demo
    goods("MUG", price="5.50")
    till.scan("MUG")
    assert till.quote()["is_held"]
    program = [
        sys.executable, "-m", "tests.ui.till.killed_at_signer", store.dsn("bob"),
        str(till.register), str(till.order),
    ]  # fmt: skip
    died = await asyncio.to_thread(
        subprocess.run, program, cwd=Path(__file__).parents[3], check=False
    )
    assert died.returncode == -9
    assert store.sql("SELECT count(*) FROM storedesk.fiscal_records") == 1
    assert store.rows(KEPT) == []
    signing = FiscalSigning(
        desk_of("bob"), lambda: SimulatedSigner(tmp_path / "key"), till.register
    )
    assert await signing.sign_left() == 1
    assert store.rows(KEPT) == [(1, "SIM-")]
    assert await signing.sign_left() == 0


async def test_the_receipt_of_a_return_has_its_signature(at_signer, store, papers):
    counter = await at_signer()
    await sell(counter)
    await counter.press(KEY.Key_F6)
    await counter.enter(store.sql("SELECT order_number FROM orders"))
    await counter.press(KEY.Key_Plus)
    await counter.press(KEY.Key_Return)
    await counter.enter("Too small")
    await counter.view.idle()
    assert store.rows(KEPT) == [(1, "SIM-"), (2, "SIM-")]
    assert "Too small" in papers[-1]
    assert "Signed by the simulator: " in papers[-1]


async def test_a_record_of_another_register_is_left_to_it(at_signer, store, till_of, papers):
    other = till_of("T2", "cyd")
    other.open()
    other.sell("MUG")
    counter = await at_signer()
    order = store.sql("SELECT id FROM orders")
    await counter.view.commands.printed.print_next(order)
    assert "Not signed yet." in papers[-1]
    assert store.rows(KEPT) == []
    await sell(counter)
    assert "Signed by the simulator: " in papers[-1], "the signer answers"


def test_a_computer_has_the_signer_that_is_chosen(tmp_path, monkeypatch):
    monkeypatch.setattr(simulator, "simulator_file", lambda: tmp_path / "key")
    moods = {
        SignerChoice.SIMULATOR: SignerMood.SIGNS, SignerChoice.SLOW: SignerMood.SLOW,
        SignerChoice.DOWN: SignerMood.DOWN,
    }  # fmt: skip
    for choice in SignerChoice:
        comfort = SimpleNamespace(fiscal_signer=choice)
        signer = entering._fiscal_signer(comfort)
        assert getattr(signer, "mood", None) is moods.get(choice)


@pytest.mark.parametrize(("is_demo", "has_register"), [(True, True), (False, True), (True, False)])
def test_only_a_register_of_a_demo_store_has_a_signer(is_demo, has_register):
    me = SimpleNamespace(groups={Group.CASHIER})
    entered = SimpleNamespace(store=SimpleNamespace(is_demo=is_demo), me=me, desk=None)
    register = SimpleNamespace(id=uuid4()) if has_register else None
    chosen = SimpleNamespace(fiscal_signer=SignerChoice.SIMULATOR)
    made = entering._signing(entered, register, chosen)
    assert bool(made and made.is_set_up) is (is_demo and has_register)
