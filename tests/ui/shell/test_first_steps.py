"""Who has made a store is led to the first sale of a product of their own."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from storedesk import queries
from storedesk.queries.first_steps import FirstSteps
from storedesk.ui.kit.looks.buttons import Kind
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

ALL = FirstSteps(has_product=True, has_stock=True, has_sale=True)


def ticked(bar):
    return [step for step, button in bar.buttons.items() if button.picture == "circle-check"]


def due(bar):
    return [step for step, button in bar.buttons.items() if button.kind is Kind.SECONDARY]


async def until(is_so, house):  # noqa: F811
    async with asyncio.timeout(20):
        while not is_so():
            await house.idle()
            await asyncio.sleep(0.01)


async def test_each_step_opens_its_form_with_the_keyboard_in_its_field(house, add_product):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    bar = frame.steps
    assert bar.isVisible()
    assert (ticked(bar), due(bar)) == ([], ["product"])

    bar.take("product")
    fields = frame.pages["products"].editor.fields
    await until(lambda: house.window.focusWidget() is fields.name.input, house)
    assert frame.key() == "products"
    assert bar.isVisible()

    add_product("Oat bar", on_hand=0)
    frame.steps.hear("products")
    await until(lambda: due(bar) == ["stock"], house)
    frame.pages["products"].editor.forget()
    bar.take("stock")
    number = frame.pages["inventory"].stock_form.number.input
    await until(lambda: house.window.focusWidget() is number, house)

    house.store.sql("UPDATE inventory SET stock_level = 5")
    frame.steps.hear("inventory")
    await until(lambda: due(bar) == ["sale"], house)
    assert ticked(bar) == ["product", "stock"]
    bar.take("sale")
    till = frame.pages["till"]
    await until(lambda: isinstance(till.panel_host.panel, OpenShiftPanel), house)
    assert till.panel_host.panel.isAncestorOf(house.window.focusWidget())
    frame.go("orders")
    assert not bar.isVisible()
    house.leave()


async def test_a_store_that_has_sold_shows_none(house, monkeypatch):  # noqa: F811
    monkeypatch.setattr(queries.first_steps, "first_steps", lambda _: ALL)
    await house.come()
    await house.enter("cyd")
    await house.idle()
    assert not house.window.frame.steps.isVisible()
    assert house.window.frame.context.habits.knows_first_steps
    house.leave()


async def test_who_does_not_want_it_takes_it_away_for_good(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    bar = house.window.frame.steps
    QTest.mouseClick(bar.shut, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    house.window.switch_user()
    await house.enter("cyd")
    await house.idle()
    assert not house.window.frame.steps.isVisible()
    house.leave()


@pytest.mark.parametrize("person", ["ada", "bob"])
async def test_it_is_the_affair_of_managers(house, person):  # noqa: F811
    await house.come()
    await house.enter(person)
    await house.idle()
    assert not house.window.frame.steps.isVisible()
    house.leave()


async def test_a_short_window_keeps_its_room_for_the_till(house):  # noqa: F811
    await house.come()
    await house.enter("cyd")
    window, frame = house.window, house.window.frame
    frame.go("till")
    await house.idle()
    for height, is_shown in ((768, True), (700, False), (768, True)):
        window.resize(1024, height)
        await asyncio.sleep(0.05)
        assert frame.steps.isVisible() is is_shown
        keys = frame.pages["till"].keys
        assert window.rect().contains(QRect(keys.mapTo(window, QPoint(0, 0)), keys.size()))
    window.resize(1024, 700)
    frame.go("products")
    assert frame.steps.isVisible()
