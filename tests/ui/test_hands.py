"""The tour's hands, at a field."""

import pytest
from PySide6.QtWidgets import QLineEdit

from storedesk.tour.hands import Hands


@pytest.mark.parametrize("words", ["Ann Hart", "Sofía Núñez", "Élise Voß", "Zieliński", "陳"])
async def test_names_of_any_day_are_typed_as_people_write_them(qtbot, words):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    await Hands(field, 1.0).write(words)

    assert field.text() == words
