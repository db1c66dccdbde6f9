"""What a customer sees of the sale: its lines, what is to pay, gift cards, the change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from storedesk.documents import customer_display
from storedesk.domain.values.tax import TaxMode
from storedesk.ui.context import speech_of
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.base.format import Format
from storedesk.ui.till.checkout.pay_panel import PayPanel
from tests.ui.till.shop import usd

KEY = Qt.Key


@pytest.fixture
def shown(counter):
    """A counter with a customer display, and what is on it."""

    async def shown(**of_store):
        context = counter.context
        store = replace(context.store, **of_store)
        context.display.begin(context.desk, store, context.speech(), Comfort())
        await counter.come()
        return counter, context.display

    return shown


async def test_each_scan_is_seen_with_what_all_comes_to(shown):
    counter, display = await shown()
    assert not display.face.content.amount
    first, second = list(counter.shop.goods)[:2]
    await counter.scan(first, second, second)
    content = display.face.content
    sale = counter.sale
    assert [line.name for line in content.lines] == [line.name for line in sale.lines]
    assert "2 ×" in content.lines[1].remark
    assert content.lines[1].total == counter.context.money(sale.lines[1].subtotal)
    assert (content.word, content.amount) == ("Total", counter.context.money(sale.total))
    assert [one.word for one in content.sums] == ["Subtotal", "Tax 8.25%"]


async def test_the_change_is_seen_until_the_next_sale(shown):
    counter, display = await shown()
    await counter.scan(next(iter(counter.shop.goods)))
    total = counter.sale.total
    await counter.pay()
    assert display.face.content.word == "Total"
    await counter.enter("100")
    await counter.press(KEY.Key_Return)
    content = display.face.content
    assert (content.word, content.thanks) == ("Change", "Thank you!")
    assert content.amount == counter.context.money(usd("100") - total)
    assert len(content.lines) == 1
    counter.view.reload()
    await counter.view.idle()
    assert display.face.content == content, "news of others do not end it"
    await counter.scan(list(counter.shop.goods)[1])
    assert display.face.content.word == "Total"
    assert len(display.face.content.lines) == 1


async def test_exact_money_is_paid_and_nothing_is_given_back(shown):
    counter, display = await shown()
    await counter.scan(next(iter(counter.shop.goods)))
    total = counter.context.money(counter.sale.total)
    await counter.pay()
    await counter.press(KEY.Key_Return)
    content = display.face.content
    assert (content.word, content.amount, content.thanks) == ("Paid", total, "Thank you!")
    display.rest()
    assert (content := display.face.content).lines == ()
    assert content.thanks == "Welcome"


async def test_a_sale_that_is_discarded_is_not_seen_any_more(shown):
    counter, display = await shown()
    await counter.scan(next(iter(counter.shop.goods)))
    assert display.face.content.lines
    counter.view.selling.discard()
    await counter.view.idle()
    assert display.face.content.lines == ()


async def test_gift_cards_are_taken_off_what_is_to_pay(shown):
    counter, display = await shown()
    await counter.scan(*list(counter.shop.goods)[:3])
    total, code = counter.sale.total, "GC4E-PCNA-226L-FBZH-897N"
    await counter.pay()
    assert isinstance(counter.panel, PayPanel)
    counter.panel.scan(code)
    await counter.view.idle()
    content = display.face.content
    assert content.word == "Still to pay"
    assert content.sums[-1].word == "Gift card"
    assert content.amount == counter.context.money(total - usd("10.00"))
    await counter.press(KEY.Key_Escape)
    await counter.press(KEY.Key_Escape)
    assert display.face.content.amount == counter.context.money(total)


async def test_a_store_whose_prices_include_tax_says_so_in_its_language(shown):
    counter, _ = await shown()
    await counter.scan(next(iter(counter.shop.goods)))
    speech = speech_of(Format("de_DE"))
    assert customer_display.greeting(speech).thanks == "Willkommen"
    content = customer_display.of_sale(counter.sale, TaxMode.INCLUSIVE, speech)
    assert content.word == "Gesamt"
    assert content.sums[-1].word == "Tax 8,25\N{NO-BREAK SPACE}%, enthalten"


async def test_a_price_that_was_lowered_is_seen_with_the_usual_one(shown):
    counter, display = await shown()
    await counter.scan(next(iter(counter.shop.goods)))
    [line] = counter.sale.lines
    lowered = replace(line, list_price=line.unit_price + usd("1.00"), quantity=2)
    display.show_sale(replace(counter.sale, lines=(lowered,)))
    [seen] = display.face.content.lines
    assert seen.usual == counter.context.money((line.unit_price + usd("1.00")) * 2)
