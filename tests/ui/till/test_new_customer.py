"""A customer who is written down at the till: by keys alone, beside the sale, once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.customers import person_in
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.new_customer import NewCustomerPanel

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


async def begin(counter, known="", *, sold="PEGS"):
    """Go from the sale to the panel for somebody new, of whom this is known."""
    await counter.come()
    if sold:
        await counter.scan(sold)
    await counter.press(KEY.Key_F3)
    await counter.type(known, counter.panel.field)
    QTest.keyClick(counter.panel.field, KEY.Key_N, CTRL)
    await counter.view.idle()
    assert isinstance(counter.panel, NewCustomerPanel)
    return counter.panel


def typed(panel):
    return {name: field.text() for name, field in panel.fields.items() if field.text()}


async def test_somebody_new_is_written_down_by_keys_and_taken_onto_the_sale(counter):
    panel = await begin(counter, "Greta Holm")
    assert typed(panel) == {"first_name": "Greta", "last_name": "Holm"}
    assert panel.fields["email"].input.hasFocus()
    await counter.enter("greta@holm.example")

    assert counter.panel is None
    assert counter.view.chip.customer.name == "Greta Holm"
    assert counter.sale.customer.email == "greta@holm.example"
    assert counter.lines == [("Clothes pegs", 1)]
    assert counter.view.entry.hasFocus()


async def test_who_is_not_found_is_one_enter_away(counter):
    await counter.come()
    await counter.press(KEY.Key_F3)
    await counter.enter("Greta Holm", widget=counter.panel.field)
    await counter.press(KEY.Key_Return)
    assert typed(counter.panel) == {"first_name": "Greta", "last_name": "Holm"}
    await counter.press(KEY.Key_Return)
    assert counter.view.chip.customer.name == "Greta Holm"


async def test_the_sale_stays_in_sight_and_the_total_stands_above(counter):
    await begin(counter, "Greta Holm")
    view = counter.view
    assert view.lines.isVisible()
    assert view.panel_host.facts.total.isVisible()
    assert view.panel_host.facts.total.text() == "$2.49"


async def test_esc_leads_back_to_the_search_with_what_was_typed(counter):
    await begin(counter, "Greta Holm")
    await counter.press(KEY.Key_Escape)
    assert isinstance(counter.panel, CustomerPanel)
    assert counter.panel.field.text() == "Greta Holm"
    await counter.press(KEY.Key_Escape)
    assert counter.panel is None


@pytest.mark.parametrize(
    ("known", "fields"),
    [
        ("", {}),
        ("Holm", {"last_name": "Holm"}),
        ("Greta van der Holm", {"first_name": "Greta van der", "last_name": "Holm"}),
        ("g@holm.example", {"email": "g@holm.example"}),
        (" Greta  Holm g@h.se ", {"first_name": "Greta", "last_name": "Holm", "email": "g@h.se"}),
        ("+45 20 30-40", {"phone": "+45 20 30-40"}),
        ("4th Holm", {"first_name": "4th", "last_name": "Holm"}),
    ],
)
def test_what_was_typed_is_known_by_its_look(known, fields):
    assert {name: value for name, value in person_in(known).items() if value} == fields


async def test_the_keyboard_is_in_the_first_field_that_is_empty(counter):
    panel = await begin(counter, "+45 20 30 40")
    assert panel.fields["first_name"].input.hasFocus()
    await counter.press(KEY.Key_Tab)
    assert panel.fields["last_name"].input.hasFocus()


async def test_a_name_is_needed_and_what_is_typed_stays(counter):
    panel = await begin(counter, "Holm")
    await counter.press(KEY.Key_Return)
    assert counter.panel is panel
    assert panel.fields["first_name"].problem.text()
    assert typed(panel) == {"last_name": "Holm"}
    assert "add_customer" not in counter.shop.asked


@pytest.mark.parametrize(("field", "bad"), [("email", "greta@"), ("phone", "12 ring me")])
async def test_what_reaches_nobody_is_said_at_its_field(counter, field, bad):
    panel = await begin(counter, "Greta Holm")
    await counter.enter(bad, widget=panel.fields[field].input)
    assert panel.fields[field].problem.text()
    assert "add_customer" not in counter.shop.asked


async def test_whose_email_it_is_already_is_offered_and_one_enter_takes_them(counter):
    known = counter.shop.people[0]
    panel = await begin(counter, "Amy Hart")
    await counter.enter(known.email)
    assert panel.list.current() == known
    assert "already" in panel.doubt.text()
    assert panel.go.label == "Use this customer"
    await counter.press(KEY.Key_Return)
    assert counter.view.chip.customer == known
    assert "add_customer" not in counter.shop.asked


async def test_one_of_the_same_name_is_offered_and_enter_again_writes_down_another(counter):
    known = counter.shop.people[0]
    panel = await begin(counter, known.name)
    await counter.press(KEY.Key_Return)
    assert panel.list.rows.records == [known]
    assert panel.list.current() is None
    await counter.press(KEY.Key_Down)
    assert panel.go.label == "Use this customer"
    await counter.press(KEY.Key_Up)
    assert panel.go.label == "Save and use"
    await counter.press(KEY.Key_Return)
    assert counter.view.chip.customer.name == known.name
    assert counter.view.chip.customer != known


async def test_one_of_the_same_name_is_taken_with_down_and_enter(counter):
    known = counter.shop.people[0]
    await begin(counter, known.name)
    await counter.press(KEY.Key_Return, KEY.Key_Down, KEY.Key_Return)
    assert counter.view.chip.customer == known
    assert "add_customer" not in counter.shop.asked


async def test_after_a_correction_nobody_is_meant_any_more(counter):
    known = counter.shop.people[0]
    panel = await begin(counter, "Amy Hart")
    await counter.enter(known.email)
    await counter.type("x", panel.fields["email"].input)
    assert panel.list.current() is None
    assert not panel.list.isVisible()
    await counter.press(KEY.Key_Return)
    assert counter.view.chip.customer.name == "Amy Hart"


async def test_whom_another_till_wrote_down_a_moment_ago_is_offered(counter):
    known = counter.shop.people.pop(0)
    panel = await begin(counter, "Amy Hart")
    add = counter.shop.add_customer

    def add_late(fields):
        counter.shop.people.insert(0, known)
        return add(fields)

    counter.shop.add_customer = add_late
    await counter.enter(known.email)
    assert panel.list.current() == known
    assert not panel.problem.isVisible()


async def test_what_is_scanned_meanwhile_is_said_and_not_typed(counter):
    panel = await begin(counter, "Greta Holm")
    await counter.scan("SOAP-OAT")
    assert "SOAP-OAT" in counter.view.problem.text()
    assert typed(panel) == {"first_name": "Greta", "last_name": "Holm"}
    assert counter.lines == [("Clothes pegs", 1)]


async def test_before_the_first_scan_too(counter):
    await begin(counter, "Greta Holm", sold="")
    await counter.press(KEY.Key_Return)
    assert counter.view.chip.customer.name == "Greta Holm"
    await counter.scan("PEGS")
    assert counter.sale.customer.name == "Greta Holm"


async def test_ctrl_z_takes_the_new_one_off_the_sale_and_keeps_them(counter):
    await begin(counter, "Greta Holm")
    await counter.press(KEY.Key_Return)
    QTest.keyClick(counter.view.entry, KEY.Key_Z, CTRL)
    await counter.view.idle()
    assert counter.view.chip.customer is None
    assert counter.shop.people[-1].name == "Greta Holm"
