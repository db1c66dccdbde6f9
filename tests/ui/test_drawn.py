"""What is drawn on each page and form, on the smallest screen and in German, has no fault."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.tour.looks.look_checker import checked
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.sign_in.view import SignIn
from storedesk.ui.till.panels import Panel
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.shell.test_small_screens import laid_out
from tests.ui.test_keyboard import KINDS, stage  # noqa: F401 - a fixture


@pytest.fixture
def german():
    LANGUAGE.choose("de")
    yield
    LANGUAGE.choose("en")


def said(top):
    return [str(one) for one in checked(top)]


@pytest.mark.parametrize("is_touch", [False, True])
@pytest.mark.parametrize("person", ["cyd", "dee"])  # together they have every page
async def test_no_page_has_a_fault(house, add_product, german, person, is_touch):  # noqa: F811, ARG001
    for name in ("Enamel mug with a lid and a spoon", "Hand-thrown stoneware serving bowl"):
        add_product(name, on_hand=4, price="12345.67")
    house.access.profile.change(language="de")
    await house.come()
    await house.enter(person)
    if is_touch:
        house.window.comforts.decide(touch=True)
    window, frame = house.window, house.window.frame
    while frame.pages.make_next():
        pass
    window.resize(1024, 768)
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        await laid_out(window, page)
        if table := getattr(page, "table", None):
            table.selectRow(0)
            await house.idle()
        window.grab()  # what is wider than its column is measured while it is drawn
        await asyncio.sleep(0.05)
        window.grab()
        QApplication.processEvents()
        assert said(window) == [], key
    house.leave()


@pytest.mark.parametrize(
    "kind", [one for one in KINDS if one is not SignIn], ids=lambda kind: kind.__name__
)
async def test_no_form_has_a_fault(stage, german, kind):  # noqa: F811, ARG001
    stage.window.resize(1024, 768)
    form = await stage.show(kind)
    if getattr(form, "fills_page", False):
        stage.panel_host.setGeometry(52, 0, 972, 700)
        form.spread(is_wide=True)
    elif isinstance(form, Panel):
        stage.panel_host.setGeometry(632, 0, 392, 768)
    try:
        await asyncio.sleep(0.05)
        assert said(form) == []
    finally:
        await stage.end()
