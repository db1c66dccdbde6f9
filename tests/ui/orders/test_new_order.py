"""A new order by telephone: taken by keys, told what stands in the way, nothing typed lost."""

import pytest
from PySide6.QtCore import Qt

from storedesk.domain.till import Method
from storedesk.ui.orders.payment import PayNow

pytestmark = pytest.mark.usefixtures("invariants")
KEY = Qt.Key
ORDER = """
    SELECT status || ' ' || total_amount || ' ' || payment_type || ' ' || shipping_street
    FROM orders
"""


@pytest.fixture
def ann(customer, store):
    key = customer()
    store.sql(
        "INSERT INTO customer_shipping_addresses (customer_id, street, city, state, postal_code,"
        " country, recipient_name, is_default)"
        " VALUES (%s, '1 Main Street', 'Town', 'NY', '10001', 'US', 'Ann Other', true)",
        key,
    )
    return key


@pytest.fixture
def taking(hands_of):
    async def taking(login="bob", **how):
        hands = await hands_of(login, **how)
        hands.begin("new")
        await hands.idle()
        hands.new = hands.page.new_order
        assert hands.new.isVisible()
        return hands

    return taking


async def find(hands, words):
    field = hands.new.customer_card.field
    field.setText(words)
    hands.new.customer_card.finder.want(words, now=True)
    await hands.idle()
    await hands.press(KEY.Key_Return, field)


def lines(hands):
    return [(line.item.name, line.quantity) for line in hands.new.draft.lines]


@pytest.mark.usefixtures("ann")
async def test_an_order_is_taken_by_keys_alone_and_waits_for_its_money(taking, goods, store, tax):
    tax("0.10")
    goods("MUG", price="5.00")
    goods("BOWL", name="Blue bowl", price="8.00")
    hands = await taking()
    await hands.enter("2*MUG", hands.new.entry)
    await hands.enter("blue", hands.new.entry)
    await hands.press(KEY.Key_Return, hands.new.entry)
    assert lines(hands) == [("Mug", 2), ("Blue bowl", 1)]
    await hands.press(KEY.Key_Up, hands.new.entry)
    await hands.press(KEY.Key_Plus, hands.new.entry)
    await find(hands, "ann oth")
    hands.new.shipping.input.setText("4.90")
    hands.new.shipping.input.textEdited.emit("4.90")
    await hands.idle()
    assert hands.new.context.money(hands.new.draft.placing.total) == "$30.20"  # 23, 10 %, 4.90

    hands.begin("place_new")
    await hands.idle()

    assert store.sql(ORDER) == "pending 30.20 credit_card 1 Main Street"
    assert hands.page.list.isVisible()
    number = store.sql("SELECT order_number FROM orders")
    assert hands.page.note.text() == f"{number} is placed, $30.20."
    assert hands.page.detail.number.text() == number
    assert lines(hands) == []


@pytest.mark.usefixtures("ann")
async def test_an_order_is_paid_in_cash_at_the_open_till(taking, goods, store, till):
    goods("MUG", price="5.00")
    hands = await taking(till=till)
    await hands.scan("MUG")
    await find(hands, "ann")
    hands.begin("pay_new")
    dialog = await hands.dialog(PayNow)
    dialog.pay.choose(Method.CASH)
    dialog.pay.given.show_value(20)
    await hands.agree(dialog)
    await hands.idle()

    assert store.sql(ORDER) == "confirmed 5.00 cash 1 Main Street"
    assert hands.page.note.text().endswith("$15.00 change.")


async def test_a_stranger_is_written_down_with_the_order(taking, goods, store):
    goods("MUG", price="5.00")
    hands = await taking()
    await hands.scan("MUG")
    buyer = hands.new.customer_card
    buyer.field.setText("Grace Hopper")
    hands.begin("stranger")
    hands.begin("place_new")
    await hands.idle()
    assert hands.new.problem.text().startswith("There is no way to reach the customer.")
    buyer.phone.show_value("555 0100")
    hands.begin("place_new")
    await hands.idle()
    assert buyer.address.street.problem.text()
    for field, value in ((buyer.address.street, "9 Navy Road"), (buyer.address.city, "Arlington"),
                         (buyer.address.postal_code, "22201")):  # fmt: skip
        field.show_value(value)
    hands.begin("place_new")
    await hands.idle()

    assert store.sql(ORDER) == "pending 5.00 credit_card 9 Navy Road"
    assert store.sql("SELECT first_name || last_name FROM customers WHERE last_name = 'Hopper'")
    assert store.sql("SELECT shipping_recipient_name FROM orders") == "Grace Hopper"
    assert store.sql("SELECT count(*) FROM customer_shipping_addresses") == 1


@pytest.mark.parametrize("is_known", [True, False])
async def test_somebody_who_may_be_known_is_asked_about_once(
    taking, goods, customer, store, is_known
):
    known = customer("Grace Hopper", "grace@sea.example")
    goods("MUG")
    hands = await taking()
    await hands.scan("MUG")
    buyer = hands.new.customer_card
    buyer.field.setText("Grace Hopper")
    hands.begin("stranger")
    buyer.email.show_value("grace@sea.example" if is_known else "hopper@navy.example")
    for field, value in ((buyer.address.street, "9 Navy Road"), (buyer.address.city, "Arlington"),
                         (buyer.address.postal_code, "22201")):  # fmt: skip
        field.show_value(value)
    hands.begin("place_new")
    await hands.idle()
    assert hands.new.problem.text().startswith("This customer may already exist")
    [twin] = buyer.duplicates.rows.records
    if is_known:
        buyer.duplicates.taken.emit(twin)
        await hands.idle()
    hands.begin("place_new")
    await hands.idle()

    assert (store.sql("SELECT customer_id FROM orders") == known) is is_known


@pytest.mark.usefixtures("ann")
async def test_a_price_that_rose_meanwhile_is_shown_before_it_is_placed(taking, goods, store):
    mug = goods("MUG", price="5.00")
    hands = await taking()
    await hands.scan("MUG")
    await find(hands, "ann")
    store.sql("UPDATE products SET price_amount = 6 WHERE id = %s", mug)
    hands.begin("place_new")
    await hands.idle()

    assert store.sql("SELECT count(*) FROM orders") == 0
    assert hands.new.problem.text().startswith("Prices have changed")
    [line] = hands.new.draft.lines
    assert (line.was.amount, line.price.amount) == (5, 6)
    assert hands.new._item_cell(line).note == "was $5.00"
    hands.begin("place_new")
    await hands.idle()
    assert store.sql("SELECT total_amount FROM orders") == 6


@pytest.mark.usefixtures("ann")
async def test_what_is_short_is_said_at_its_line_and_the_draft_stays(taking, goods, store):
    goods("MUG", on_hand=2)
    hands = await taking()
    await hands.enter("3*MUG", hands.new.entry)
    await find(hands, "ann")
    [line] = hands.new.draft.lines
    assert hands.new._item_cell(line).note == "Only 2 left"
    hands.begin("place_new")
    await hands.idle()
    assert hands.new.problem.text().startswith("There is not enough of everything.")
    assert store.sql("SELECT count(*) FROM orders") == 0

    await hands.enter("*2", hands.new.entry)
    hands.begin("place_new")
    await hands.idle()
    assert store.sql("SELECT status FROM orders") == "pending"


async def test_without_customer_or_lines_nothing_is_placed(taking, goods):
    goods("MUG")
    hands = await taking()
    hands.new.place_unpaid()
    assert hands.new.problem.text() == "Nothing is ordered yet. Type a name, or scan a product."
    await hands.scan("MUG")
    hands.begin("place_new")
    assert hands.new.problem.text() == "No customer is chosen. Choose whom this order is for."


async def test_a_product_with_variants_offers_them(taking, goods, variant):
    shirt = goods("SHIRT", name="Shirt")
    variant(shirt, "SHIRT-M", "M", "Blue")
    variant(shirt, "SHIRT-L", "L", "Blue", "1.00")
    hands = await taking()
    await hands.enter("2*SHIRT", hands.new.entry)
    assert lines(hands) == []
    assert hands.new.popup.is_open
    await hands.press(KEY.Key_Return, hands.new.entry)
    [line] = hands.new.draft.lines
    assert (line.item.variant_id is not None, line.quantity) == (True, 2)


async def test_the_draft_is_there_when_one_comes_back(taking, goods):
    goods("MUG")
    hands = await taking()
    await hands.scan("MUG")
    await hands.press(KEY.Key_Escape, hands.new.entry)
    assert hands.page.list.isVisible()
    hands.begin("new")
    await hands.idle()
    assert lines(hands) == [("Mug", 1)]


async def test_an_unknown_code_is_looked_for(taking, goods):
    goods("MUG")
    hands = await taking()
    await hands.scan("NOPE1")
    assert "NOPE1" in hands.new.problem.text()
    assert hands.new.popup.is_open


async def test_a_clerk_takes_no_orders(hands_of):
    hands = await hands_of("ada")
    assert hands.page.new_button.isHidden()


async def test_a_code_whose_check_digit_is_wrong_is_looked_up_before_it_is_misread(taking, goods):
    goods("790617348408", name="Mug")
    hands = await taking()
    await hands.scan("790617348408")
    assert lines(hands) == [("Mug", 1)]
    await hands.scan("790617348400")
    assert "it was misread" in hands.new.problem.text()
    assert not hands.new.popup.is_open


@pytest.mark.parametrize(
    ("login", "status", "words"),
    [
        ("bob", "inactive", "Mug is not sold any more. Ask a manager."),
        ("bob", "draft", "Nothing has the code MUG. Look for it by its name, or ask a manager."),
        (
            "cyd",
            "draft",
            "Mug is a draft. Put it on sale on the Products page, or scan it at a till.",
        ),
        (
            "cyd",
            "inactive",
            "Mug is not sold any more. Put it on sale on the Products page, or scan it at a till.",
        ),
    ],
)
async def test_what_is_not_on_sale_is_said_as_each_can_act_on_it(
    taking, goods, login, status, words
):
    goods("MUG", status=status)
    hands = await taking(login)
    await hands.scan("MUG")
    assert hands.new.problem.text().endswith(words)
    assert lines(hands) == []


async def test_how_many_are_left_of_all_variants_together_is_said_once(taking, goods, variant):
    shirt = goods("SHIRT", name="Shirt", on_hand=7)
    for size in ("S", "M"):
        variant(shirt, f"SHIRT-{size}", size=size)
    goods("MUG", on_hand=7)
    hands = await taking()

    for code in ("5*SHIRT-S", "4*SHIRT-M", "8*MUG"):
        await hands.enter(code, hands.new.entry)

    notes = [hands.new._item_cell(line).note for line in hands.new.draft.lines]
    assert notes == ["Only 7 left, all variants together", "Not enough left", "Only 7 left"]
