"""What nobody should type, into every field that takes text: a sentence there, and nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.till import Method
from storedesk.ui.kit.forms.form import (
    MoneyField,
    NoteField,
    QuantityField,
    TextField,
    is_field_good,
)
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.parked import ParkPanel
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.till.conftest import Counter
from tests.ui.till.shop import stocked, till_context

KEY = Qt.Key
CARD = "4111 1111 1111 1111"
HARMFUL = {
    "a NUL": "ab\x00cd",
    "a tower of accents": "Z" + "\u0301" * 60,
    "letters turned around": "abc\u202etxt.exe",
    "an isolate": "\u2066abc\u2069",
    "an escape": "\x1b[31m",
    "a control character": "a\x01b",
    "the number of a card": CARD,
}
CLEANED = {
    "a mark of byte order": ("\ufeffMug", "Mug"),
    "a line feed": ("Red\nmug", "Red mug"),
    "a hard blank at the end": ("Mug\u00a0", "Mug"),
    "a soft hyphen": ("Mu\u00adg", "Mug"),
    "letters in two pieces": ("Cafe\u0301", "Café"),
    "Persian": ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",) * 2,
    "a family": ("\U0001f468\u200d\U0001f469\u200d\U0001f467",) * 2,
    "markup": ("<img src=/dev/zero>",) * 2,
    "an entity": ("Tom &amp; Jerry",) * 2,
    "holes": ("{name} %s %n",) * 2,
    "two hundred emoji": ("\U0001f600" * 200,) * 2,
}
SEARCHES = [*HARMFUL.values(), "ab\ud800cd", "%", "_", "abc\\", "100%", "(", "(a*a*)*b",
            'red & & "blue',
            "' OR 1=1 --", "x" * 10_000, "\u200b\u200b", "<img src=/dev/zero>"]  # fmt: skip
NO_NUMBER = ["", " ", "--5", "1.5", "1E+5", "1_000", "0x10", "\uff11\uff12\uff13", "\u0661\u0662",
             "\u00b2", "NaN", "Infinity", "100000", str(2**31), str(2**63), "9" * 5_000,
             "5901234123457"]  # fmt: skip
NO_PRICE = ["", "NaN", "sNaN", "Infinity", "1E400", "1E+5", "1_000", "0x10", "\uff11\uff12\uff13",
            "\u0661\u0662", "\u00b2", "0.004", "0.005", "0.00", "-1", "-0", "100000000", "1,5,0",
            "9" * 5_000]  # fmt: skip


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL.keys())
@pytest.mark.parametrize("kind", [TextField, NoteField])
def test_a_form_refuses_what_does_harm_and_keeps_it(qtbot, kind, text):
    field = kind("Name", longest=200)
    qtbot.addWidget(field)
    field.show_value(text)
    assert not is_field_good(field)
    assert field.problem.text()
    kept = field.input.text() if kind is TextField else field.input.toPlainText()
    assert len(kept) >= len(text) - 1


@pytest.mark.parametrize(("text", "meant"), CLEANED.values(), ids=CLEANED.keys())
def test_a_form_cleans_what_only_looks_odd(qtbot, text, meant):
    field = TextField("Name", longest=200)
    qtbot.addWidget(field)
    field.show_value(text)
    assert is_field_good(field)
    assert field.value() == meant


@pytest.mark.parametrize("text", ["  ", "\u200b\u200b", "\ufeff", "x" * 201])
def test_a_name_of_nothing_or_of_too_much_is_refused(qtbot, text):
    field = TextField("Name", longest=200)
    qtbot.addWidget(field)
    field.show_value(text)
    assert not is_field_good(field)


@pytest.mark.parametrize("text", NO_NUMBER)
def test_a_quantity_is_a_whole_number_in_plain_digits(qtbot, text):
    field = QuantityField("Quantity")
    qtbot.addWidget(field)
    field.input.setText(text)
    assert not is_field_good(field)
    assert field.problem.text()


@pytest.mark.parametrize("text", NO_PRICE)
def test_a_price_is_an_amount_in_plain_digits(qtbot, text):
    field = MoneyField("Price", locale="en_US")
    qtbot.addWidget(field)
    field.input.setText(text)
    assert not is_field_good(field)
    assert field.problem.text()


@pytest.fixture
def counter(qtbot):
    context = till_context()
    made = Counter(qtbot, stocked(context.register), context)
    yield made
    made.view.stop()


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL.keys())
async def test_no_panel_of_the_till_takes_it(counter, text):
    await counter.come()
    await counter.scan("PEGS")
    await counter.press(KEY.Key_F4)
    panel = counter.panel
    await _refused(counter, panel.label, text)
    assert isinstance(counter.panel, ParkPanel)
    await counter.press(KEY.Key_Escape)

    await counter.pay()
    for method, key in ((Method.CARD, "reference"), (Method.CARD, "brand"),
                        (Method.PAYPAL, "reference"), (Method.PAYPAL, "email")):  # fmt: skip
        counter.panel.choose(method)
        proof = counter.panel.card if method is Method.CARD else counter.panel.paypal
        await _refused(counter, proof.fields[key], text)
        proof.fields[key].clear()
    assert counter.shop.orders == {}


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL.keys())
async def test_no_reason_takes_it(counter, text):
    await counter.come()
    await counter.press(KEY.Key_F7)
    panel = counter.panel
    panel.counter.box.field.setText("1")
    await counter.press(KEY.Key_Return)
    await _refused(counter, panel.reason, text)
    await counter.press(KEY.Key_Escape)
    assert counter.view.shifts.shift is not None

    await counter.scan(*["MUG-SAGE"] * 5)
    await counter.pay()
    await _refused(counter, counter.panel.reason, text)


async def _refused(counter, field, text):
    panel = counter.panel
    panel.problem.hide()
    field.setText(text)
    field.setFocus()
    kept = field.text()
    await counter.press(KEY.Key_Return)
    assert panel.problem.text(), f"{field.accessibleName()} took {text!r}"
    assert field.text() == kept


@pytest.mark.parametrize("text", SEARCHES)
async def test_anything_may_be_searched_for_everywhere(house, text):  # noqa: F811 - the fixture
    await house.come()
    await house.enter("cyd")
    window = house.window
    for key in ("products", "inventory"):
        page = window.frame.pages[key]
        window.frame.go(key)
        page.search.setText(text)
        QTest.keyClick(page.search, KEY.Key_Return)
        await house.idle()
        assert page.problem.text() == ""
    if till := window.frame.pages.get("till"):
        window.frame.go("till")
        till.entry.setText(text)
        till.controller.search()
        await till.idle()
        till.entry.entered.emit(till.entry.text())
        await till.idle()
        for kind, begin in ((CustomerPanel, till.commands.find_customer),
                            (PricePanel, till.commands.check_price)):  # fmt: skip
            begin()
            panel = till.panel_host.panel
            assert isinstance(panel, kind)
            panel.field.setText(text)
            panel.enter()
            await till.idle()
            till.panel_host.shut()
    house.leave()
