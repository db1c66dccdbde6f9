"""The first pages of the real program, on a real screen and the real accessibility bus."""

import pytest

from tests.screen.nodes import Role
from tests.screen.rules import faults, order_faults

EMPTY = "Name of the store"


@pytest.fixture(scope="module")
def program(open_program):
    return open_program()


def test_the_first_page_can_be_heard_and_worked_by_keys(program):
    program.find("Try the demo store", Role.PUSH_BUTTON)
    page = program.see()
    assert faults(page) == []
    assert page.all(Role.HEADING, "Welcome to StoreDesk")
    names = ("Try the demo store", "New store", "Join", "Restore from a backup", "Deutsch")
    for name in names:
        program.until(lambda name=name: has_keyboard(program, name), f"the keyboard at {name}")
        program.press("Tab")
    program.until(lambda: has_keyboard(program, names[0]), "the keyboard where it began")
    stops = [page.all(Role.PUSH_BUTTON, name)[0] for name in names]
    assert order_faults(stops, page) == []


def test_what_is_wrong_is_announced_and_the_keyboard_goes_there(program):
    listener = program.bus.listen()
    program.click(program.find("New store", Role.PUSH_BUTTON))
    program.until(lambda: has_keyboard(program, EMPTY), "the form of a new store")
    assert faults(program.see()) == []
    program.click(program.find("Create the store", Role.PUSH_BUTTON))
    announced = listener.wait(
        lambda event: event.kind == "Announcement" and event.value.startswith(EMPTY), EMPTY
    )
    assert announced.value == f"{EMPTY}: This is needed."
    program.until(lambda: has_keyboard(program, EMPTY), "the keyboard in the empty field")
    assert program.look("Country: United States", Role.COMBO_BOX), "it is told with its label"
    listener.close()


def has_keyboard(program, name):
    focused = program.focused()
    return focused is not None and focused.name == name
