from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.form import (
    ChoiceField,
    Form,
    MoneyField,
    NoteField,
    QuantityField,
    TextField,
    is_field_good,
)


@pytest.fixture
def form(qtbot):
    fields = (
        TextField("Name", longest=20),
        MoneyField("Price", locale="de_DE"),
        QuantityField("On hand", optional=True),
        ChoiceField("Status", [("draft", "Draft"), ("active", "Active")]),
        NoteField("Description", longest=50),
    )
    form = Form(*fields)
    qtbot.addWidget(form)
    form.show()
    return form


def test_what_is_wrong_stands_below_its_field_and_what_was_typed_stays(form):
    name, price, *_ = form.fields
    QTest.keyClicks(name.input, "Mug")
    QTest.keyClicks(price.input, "1.234")
    assert not form.is_good()
    assert price.problem.isVisible()
    assert "1.234" in price.problem.text()
    assert price.input.text() == "1.234"
    assert price.editor.accessibleDescription() == price.problem.text()
    assert not name.problem.isVisible()


def test_typing_on_takes_the_sentence_away(form, qtbot):
    price = form.fields[1]
    form.is_good()
    with qtbot.waitSignal(form.edited):
        QTest.keyClicks(price.input, "2")
    assert not price.problem.isVisible()


def test_values_come_out_clean_and_exact(form):
    name, price, count, status, note = form.fields
    QTest.keyClicks(name.input, "  Enamel   mug ")
    QTest.keyClicks(price.input, "0,10")
    status.show_value("active")
    note.show_value("one\ntwo")
    assert form.is_good()
    assert (name.value(), price.value(), count.value(), status.value(), note.value()) == (
        "Enamel mug", Decimal("0.10"), 0, "active", "one\ntwo",
    )  # fmt: skip


def test_a_value_is_shown_as_it_would_be_typed(form):
    price = form.fields[1]
    price.show_value(Decimal("1234.5"))
    assert price.input.text() == "1234,50"
    assert price.value() == Decimal("1234.50")


def test_showing_a_value_is_not_an_edit(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        for field, value in zip(form.fields, ("Mug", Decimal(1), 2, "draft", "x"), strict=True):
            field.show_value(value)


def test_a_rule_of_the_store_marks_the_field_too(form):
    def judge(_):
        raise Refused("nothing_to_move")

    count = form.fields[2]
    count.show_value(3)
    assert not is_field_good(count, judge)
    assert count.problem.text() == "Nothing would change. Type how many pieces to add or take away."


def test_every_field_has_a_name_for_screen_readers(form):
    assert [field.editor.accessibleName() for field in form.fields] == [
        "Name", "Price", "On hand", "Status", "Description",
    ]  # fmt: skip
