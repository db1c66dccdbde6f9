"""A day is typed as the language writes it, and never guessed."""

from datetime import date

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.date_field import DateField

EXAMPLE = date(2027, 1, 31)


@pytest.fixture
def field(qtbot):
    def field(locale):
        made = DateField("From", locale=locale, example=EXAMPLE)
        qtbot.addWidget(made)
        return made

    return field


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en_US", "12/31/2026", date(2026, 12, 31)), ("en_US", "1/2/27", date(2027, 1, 2)),
        ("de_DE", "31.12.2026", date(2026, 12, 31)), ("de_DE", " 2.1.27 ", date(2027, 1, 2)),
        ("en_GB", "02/01/2027", date(2027, 1, 2)), ("de_DE", "2027-01-02", date(2027, 1, 2)),
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_order_of_the_language(field, locale, typed, meant):
    made = field(locale)
    made.input.setText(typed)
    assert made.value() == meant
    made.show_value(meant)
    assert made.value() == meant


@pytest.mark.parametrize(
    "typed", ["31/12/2026", "tomorrow", "2/30/2027", "1/2", "0/0/0", "1/2/3/4"]
)
def test_what_is_no_day_is_refused_with_one_that_is(field, typed):
    made = field("en_US")
    made.input.setText(typed)
    with pytest.raises(Refused) as refusal:
        made.value()
    assert "1/31/2027" in refusal.value.sentence()


def test_the_example_stands_in_the_empty_field(field):
    assert field("de_DE").input.placeholderText() == "31.01.2027"
