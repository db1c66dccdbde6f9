"""The tour's driver, at a field."""

import pytest
from PySide6.QtWidgets import QLineEdit

from storedesk.tour.driver import strike


@pytest.mark.parametrize("words", ["Ann Hart", "Sofía Núñez", "Élise Voß", "Zieliński", "陳"])
def test_names_of_any_day_are_typed_as_people_write_them(qtbot, words):
    field = QLineEdit()
    qtbot.addWidget(field)
    for letter in words:
        strike(field, letter)

    assert field.text() == words
