"""Countries stand in the order in which people read them, and are found as everything else is."""

import pytest
from PySide6.QtTest import QTest

from storedesk.ui.kit.forms.choices import countries
from storedesk.ui.kit.forms.form import ChoiceField


@pytest.fixture
def field(qtbot):
    made = ChoiceField("Country", countries())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("cote d'iv", "Côte d\u2019Ivoire"),
        ("COTE", "Côte d\u2019Ivoire"),
        ("turkiye", "Türkiye"),
        ("aland", "Åland Islands"),
        ("bissau", "Guinea-Bissau"),
        ("guinea bis", "Guinea-Bissau"),
    ],
)
def test_a_choice_is_offered_for_what_people_type(typed, offered, field):
    field.input.showPopup()
    QTest.keyClicks(field.input.line, typed)
    assert offered in field.input.offers()


def test_what_is_typed_whole_is_chosen_without_its_accents(field):
    for typed in ("cote d'ivoire", "nowhere at all"):
        field.input.showPopup()
        QTest.keyClicks(field.input.line, typed)
        field.input.settle()
        assert field.value() == "CI"


def test_countries_are_in_the_order_in_which_people_read_them():
    names = [name for _code, name in countries()]
    assert names.index("Åland Islands") < names.index("Albania") < names.index("Andorra")
