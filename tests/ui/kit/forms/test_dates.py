from datetime import date

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.forms.dates import DateField, parse_date

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [("22.11.2026", "de_DE"), ("11/22/2026", "en_US"), ("22/11/2026", "en_GB"),
     ("2026-11-22", "en_US"), (" 22. 11. 2026 ", "de_DE")],
)  # fmt: skip
def test_days_are_read_in_the_order_of_the_language(typed, locale):
    assert parse_date(typed, locale=locale) == DAY


@pytest.mark.parametrize(
    "typed",
    ["12/11/10", "31/02/2026", "02/29/2023", "infinity", "20000-01-01", "0044-03-15", "", "today",
     "22.11.2026"],
)  # fmt: skip
def test_days_that_are_none_or_could_be_several_are_refused(typed):
    with pytest.raises(Refused, match="11/22/2026"):
        parse_date(typed, locale="en_US")


def test_a_field_shows_a_day_as_it_would_be_typed(qtbot):
    field = DateField("Due", locale="de_DE", optional=True)
    qtbot.addWidget(field)
    assert field.value() is None
    field.show_value(DAY)
    assert field.input.text() == "22.11.2026"
    assert field.value() == DAY
