"""Choices among very many things are found as everything else is."""

import pytest

from storedesk.ui.kit.forms.choices import LongChoiceField, countries


@pytest.fixture
def field(qtbot):
    made = LongChoiceField("Country", countries())
    qtbot.addWidget(made)
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
    finder = field.input.completer()
    finder.setCompletionPrefix(finder.splitPath(typed)[0])
    model = finder.completionModel()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered in shown
    assert finder.pathFromIndex(model.index(shown.index(offered), 0)) == offered


def test_what_is_typed_whole_is_chosen_without_its_accents(field):
    field.input.setEditText("cote d'ivoire")
    field.input.lineEdit().editingFinished.emit()
    assert field.value() == "CI"
    field.input.setEditText("nowhere at all")
    field.input.lineEdit().editingFinished.emit()
    assert field.value() == "CI"


def test_countries_are_in_the_order_in_which_people_read_them():
    names = [name for _code, name in countries()]
    assert names.index("Åland Islands") < names.index("Albania") < names.index("Andorra")
