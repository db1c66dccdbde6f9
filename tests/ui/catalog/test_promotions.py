"""Promotions: made with a preview, changed, ended, and seen by all who sell."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from storedesk import api, queries
from storedesk.domain.promotions import PromotionKind, PromotionState
from storedesk.ui.catalog.promotions.form_dialog import PromotionDialog
from storedesk.ui.catalog.promotions.list_dialog import PromotionsDialog
from tests.ui.contexts import a_context

TODAY = dt.datetime.now(dt.UTC).date()


@pytest.fixture
def opened(qtbot, desk_of, us):
    """Open the promotions as somebody."""
    made = []

    async def opened(login="cyd"):
        desk = desk_of(login)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1024, 768)
        window.show()
        context = a_context(desk, await desk.read(api.staff.me), us)
        dialog = PromotionsDialog(window, context)
        dialog.open()
        await dialog.idle()
        made.append(window)
        return dialog

    return opened


def a_form(dialog, was=None, categories=()):
    return PromotionDialog(dialog, dialog.context, was, categories=categories, today=TODAY)


async def test_a_manager_makes_one_and_sees_what_comes_of_it(opened, add_product):
    add_product("Candle", price="10.00")
    dialog = await opened()
    categories = await dialog.context.desk.read(queries.catalog_lists.categories)
    form = a_form(dialog, categories=categories)
    form.name.show_value("Candle week")
    form.value.show_value(Decimal(20))
    form.last.show_value(TODAY + dt.timedelta(days=3))
    form.items.category.setCurrentIndex(1)
    form.items._take_category()
    await form.idle()
    assert "1 of 1" in form.seen.text()
    assert "$10.00 → $8.00" in form.seen.text()
    await form.submit()
    await dialog.refresh()
    [made] = dialog.known
    assert (made.name, made.kind, made.state) == (
        "Candle week", PromotionKind.PERCENT, PromotionState.RUNNING,
    )  # fmt: skip
    assert [one.name for one in dialog.table.records.records] == ["Candle week"]


async def test_a_field_that_is_wrong_says_so_and_nothing_is_lost(opened):
    dialog = await opened()
    form = a_form(dialog)
    form.name.show_value("Nothing")
    form.value.show_value(Decimal(20))
    form.last.show_value(TODAY)
    form.start(form.submit)
    await form.idle()
    assert "Choose what the promotion is for" in form.problem.text()
    assert form.name.value() == "Nothing"


async def test_who_changes_one_that_was_changed_meanwhile_is_told(opened, add_product, store):
    mug = add_product("Mug", price="10.00")
    words = """
        SELECT api.make_promotion(%s, 'Week', 'percent', 20, current_date, current_date, '{}', %s, '{}')
            ->> 'promotion_id'
    """  # noqa: E501 one statement
    made = store.sql(words, uuid4(), [mug], login="cyd")
    dialog = await opened()
    form = a_form(dialog, dialog.known[0])
    store.sql("SELECT api.end_promotion(%s, %s, 1)", uuid4(), made, login="cyd")
    form.start(form.submit)
    await form.idle()
    assert "Somebody else has changed or ended this promotion" in form.problem.text()


async def test_enter_adds_the_product_that_is_typed_and_saves_nothing(
    opened, qtbot, add_product, store
):
    mug = add_product("Mug", price="10.00")
    dialog = await opened()
    form = a_form(dialog)
    form.open()
    form.items.product.setText("mug")
    form.items.product.setFocus()
    qtbot.keyClick(form.items.product, Qt.Key.Key_Return)
    await form.items._jobs.idle()
    assert [one.id for one in form.items.chosen()] == [mug]
    assert form.items.product.text() == ""
    assert store.sql("SELECT count(*) FROM storedesk.promotions") == 0


@pytest.mark.parametrize("login", ["bob", "ada", "eve"])
async def test_who_is_no_manager_sees_them_and_changes_nothing(opened, login):
    dialog = await opened(login)
    assert not hasattr(dialog, "new_button")


async def test_the_first_one_is_chosen_and_the_buttons_are_for_it(opened, add_product, store):
    words = """
        SELECT api.make_promotion(%s, 'Week', 'percent', 20, current_date, current_date, '{}', %s, '{}')
    """  # noqa: E501 one statement
    store.sql(words, uuid4(), [add_product("Mug", price="10.00")], login="cyd")
    dialog = await opened()
    assert dialog.focusWidget() is dialog.table
    assert dialog.table.chosen_or_none().name == "Week"
    assert dialog.edit_button.isEnabled()
    assert dialog.end_button.isEnabled()
