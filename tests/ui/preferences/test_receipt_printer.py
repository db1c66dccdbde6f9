"""The receipt printer of a computer is chosen, tried and kept; what is wrong is said beside it."""

import json
from dataclasses import replace

import pytest
from shiboken6 import isValid

from storedesk.domain.receipt_printers import SYSTEM, Link, ReceiptPrinter, checked, of_text
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.paper.print_service import RECEIPT_SERVICE
from storedesk.ui.kit.paper.printing import RECEIPT_58, Paper
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.preferences.receipt_printer import ReceiptPrinterDialog
from storedesk.ui.preferences.view import PreferencesView
from tests.fake_printer import FakePrinter, Mood
from tests.ui.contexts import a_context

NETWORK = ReceiptPrinter(
    link=Link.NETWORK, address="printer.shop", port=9101, roll=58, columns=32, model="ZJ-5870",
    drawer=5, is_asked=False,
)  # fmt: skip


@pytest.fixture
def context(signed_in, us, tmp_path):
    desk, me = signed_in("bob")
    return a_context(desk, me, us, comfort=Comfort(tmp_path / "window.ini", "bob"))


@pytest.fixture
def page(qtbot, context, act):
    page = PreferencesView(context)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    act(page, page.show)
    return page


@pytest.fixture
def dialog(page, context):
    made = ReceiptPrinterDialog(page, context)
    made.open()
    yield made
    if isValid(made):
        made.reject()


def fill(dialog, printer):
    dialog._show(printer)


async def test_what_is_chosen_is_kept_for_this_computer(page, context, tmp_path, monkeypatch):
    async def shown(dialog):
        fill(dialog, NETWORK)
        dialog.submit()
        return True

    monkeypatch.setattr(ReceiptPrinterDialog, "shown", shown)
    page.rows["device"].control.click()
    await page.idle()
    assert Comfort(tmp_path / "window.ini", "ann").receipt_device == NETWORK
    assert context.receipt_paper() == ReceiptPaper("", NETWORK)
    assert page.note.text() == "Receipts are printed at printer.shop:9101."
    assert page.rows["device"].control.text() == "printer.shop:9101, 58 mm"
    assert not page.rows["receipts"].control.printer.isEnabled()


async def test_the_system_prints_on_a_narrow_roll_too(dialog):
    dialog.roll.show_value("58 32")
    dialog.submit()
    assert dialog.chosen == replace(SYSTEM, roll=58, columns=32)
    paper = ReceiptPaper("Epson", dialog.chosen)
    assert paper.page == RECEIPT_58
    assert paper.page.paper is Paper.ROLL_58


async def test_an_address_that_is_none_is_said_under_its_field(dialog):
    dialog.link.show_value(Link.NETWORK)
    dialog._show_link()
    dialog.submit()
    assert dialog.host.problem.text() == "This is needed."
    dialog.host.show_value("no host")
    dialog.submit()
    assert "such as 192.168.1.50" in dialog.problem.text()
    dialog.port.input.setText("99999")
    dialog.submit()
    assert "65535" in dialog.port.problem.text()
    assert dialog.host.text() == "no host", "what was typed stays"
    assert dialog.chosen is SYSTEM


async def test_a_test_receipt_says_what_came_of_it(dialog):
    with FakePrinter() as fake:
        fill(dialog, ReceiptPrinter(
            link=Link.NETWORK, address="127.0.0.1", port=fake.port, drawer=2,
        ))  # fmt: skip
        dialog.trying.click()
        await dialog.idle()
        assert dialog.problem.text() == "Printed: the printer answered, has paper and is closed."
        fake.mood = Mood.PAPER_OUT
        dialog.trying.click()
        await dialog.idle()
        assert dialog.problem.text() == "The receipt printer is out of paper."
    (printed,) = fake.receipts()
    assert printed.pulses == [2]
    assert any(line.startswith("Total") for line in printed.lines)
    dialog.trying.click()
    await dialog.idle()
    assert "takes no receipts" in dialog.problem.text()
    RECEIPT_SERVICE.close()


async def test_what_is_plugged_in_is_offered(dialog, monkeypatch):
    async def found(link):
        return {"usb": [("04b8:0e15", "EPSON TM-T20II")], "serial": []}[link]

    monkeypatch.setattr(RECEIPT_SERVICE, "found", found)
    dialog.link.show_value(Link.USB)
    dialog._show_link()
    await dialog.idle()
    assert dialog.place.input.currentText() == "EPSON TM-T20II (04b8:0e15)"
    assert dialog.printer().address == "04b8:0e15"
    dialog.link.show_value(Link.SERIAL)
    dialog._show_link()
    await dialog.idle()
    assert dialog.place.input.currentText() == "None was found"
    dialog.submit()
    assert dialog.problem.text().startswith("Choose the printer.")


async def test_a_computer_that_lets_nobody_look_says_so(dialog, monkeypatch):
    async def found(_link):
        raise Unavailable("printer_barred", printer="USB")

    monkeypatch.setattr(RECEIPT_SERVICE, "found", found)
    dialog.link.show_value(Link.USB)
    dialog._show_link()
    await dialog.idle()
    assert "does not let StoreDesk use USB" in dialog.problem.text()


@pytest.mark.parametrize(
    "changes",
    [{"roll": 57}, {"columns": 48}, {"port": 0}, {"port": "9100"}, {"address": "a b"},
     {"drawer": 3}, {"model": "../x"}, {"link": "pigeon"}, {"speed": 1},
     {"more": 1}, {"is_asked": 1}],
)  # fmt: skip
def test_a_setting_that_nobody_could_have_chosen_is_the_system_again(changes):
    table = NETWORK.as_table()
    assert of_text(NETWORK.as_text()) == NETWORK
    assert of_text(json.dumps(table | changes)) is SYSTEM


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7"])
def test_what_is_no_setting_is_the_system(text):
    assert of_text(text) is SYSTEM


@pytest.mark.parametrize(
    ("link", "address"),
    [(Link.NETWORK, ""), (Link.NETWORK, "-x"), (Link.USB, "04B8:0E15"), (Link.SERIAL, "lp0"),
     (Link.SERIAL, "/etc/passwd")],
)  # fmt: skip
def test_an_address_is_one_of_its_kind(link, address):
    with pytest.raises(Refused):
        checked(ReceiptPrinter(link=link, address=address))
