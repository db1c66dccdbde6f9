"""The journal is read, its records opened, and the seals verified."""

import pytest

from storedesk.domain.seals import FaultKind, Seal, SealCheck, SealedTable, SealFault
from storedesk.ui.journal.verifying import SealCard, fault_label, limits_label, outcome
from storedesk.ui.journal.view import JournalView
from storedesk.ui.kit.base.format import Format
from storedesk.ui.timeline.fields import difference
from tests.ui.contexts import a_context


@pytest.fixture
def form():
    return Format("en_US")


@pytest.fixture
def went():
    return []


@pytest.fixture
def mug(store, add_product):
    product = add_product("Blue mug", price="2.50")
    store.sql("UPDATE products SET price_amount = 3 WHERE id = %s", product, login="cyd")
    store.sql("SELECT core.seal(NULL, core.now(), 20000)")
    return product


@pytest.fixture
def page(qtbot, signed_in, us, act, went, mug):
    del mug
    desk, me = signed_in("eve")
    context = a_context(desk, me, us, navigate=lambda *where, **_: went.append(where))
    page = JournalView(context)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    act(page, page.reload)
    return page


async def test_an_entry_says_what_was_before_and_opens_its_record(page, went, mug):
    page.table.selectRow(0)
    await page.shown()
    assert page.detail.title.text() == "Price changed"
    assert page.detail.changes.shown == ["Before: 2.50", "3.00"]
    page.detail.open.click()
    assert went == [("products", mug)]


async def test_the_seals_are_verified(page):
    page.start(page.verify)
    await page.idle()
    assert page.seals.state.text == "As sealed"
    assert "as they were sealed" in page.seals.words.text()
    assert page.seals.bar.isHidden()
    assert "Newest seal 1" in page.seals.newest.text()


async def test_what_was_tampered_with_is_named(page, store):
    with store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute("UPDATE storedesk.audit_event SET new = '1' WHERE action = 'price'")
    page.start(page.verify)
    await page.idle()
    assert page.seals.state.text == "Not as sealed"
    assert "of the journal was changed after seal 1" in page.seals.words.text()


def check(**changes):
    seal = Seal(7, "ab" * 32)
    given = {"until": 7, "is_done": True, "rows": 9, "total_rows": 9, "unsealed": 1,
             "newest": seal, "fault": None}  # fmt: skip
    return SealCheck(**(given | changes))


@pytest.mark.parametrize("kind", FaultKind)
def test_each_fault_is_a_sentence(kind, form):
    fault = SealFault(kind, 3, None, SealedTable.LEDGER, 12)
    assert "3" in fault_label(fault, form)
    assert fault_label(fault, form).endswith(".")


def test_what_is_not_proved_is_said(form):
    said = limits_label(check(), form)
    assert said.startswith("Not proved: 1 row")
    assert "owns the server" in said
    assert "no seal yet" in outcome(check(newest=None), form)


def test_a_canceled_check_says_so(qtbot, form):
    card = SealCard(form)
    qtbot.addWidget(card)
    card.show_far(check(is_done=False))
    card.show_outcome(None)
    assert card.words.text() == "Verifying was canceled."


def test_a_difference_names_fields_alone_where_values_are_not_kept():
    (names,) = difference(None, ["last_name", "email"])
    assert names.said == "Fields changed: Last name, E-mail"
    assert difference({"a": 1, "version": 1}, {"a": 1, "version": 2}) == []
    (price,) = difference({"price": "2.50"}, {"price": "3.00"})
    assert price.said == "Price: 2.50 → 3.00"
