"""The customers page as a cashier and a manager use it: keys on the real widgets and windows."""

import asyncio
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from storedesk.ui.customers.address_form import CustomerAddressDialog
from storedesk.ui.customers.customer_form import EditCustomerDialog, NewCustomerDialog
from storedesk.ui.customers.view import CustomersView
from storedesk.ui.customers.web_shop import WebShopDialog
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.dialogs.conflict import ConflictDialog
from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from tests.ui.contexts import a_context
from tests.ui.shell.test_main_window import House, house

__all__ = ["house"]


KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CARD = "4111 1111 1111 1111"


@pytest.fixture
def add(store):
    """Write down a customer as Bob does."""

    def add(first="Ann", last="Lee", email="", street=None):
        customer = store.sql(
            "INSERT INTO customers (email, first_name, last_name) VALUES (%s, %s, %s) RETURNING id",
            email, first, last, login="bob",
        )  # fmt: skip
        if street:
            store.sql(
                "INSERT INTO customer_shipping_addresses (customer_id, street, city, state,"
                " postal_code, country, recipient_name) VALUES (%s, %s, 'Town', '', '12345', 'US',"
                " %s)",
                customer, street, f"{first} {last}", login="bob",
            )  # fmt: skip
        return customer

    return add


class Desk:
    """A person at the customers page of the real window, who has a keyboard and nothing else."""

    def __init__(self, house):
        self.house = house

    @property
    def page(self):
        page = self.house.window.frame.pages["customers"]
        assert isinstance(page, CustomersView)
        return page

    async def come(self, person):
        await self.house.come()
        await self.house.enter(person)
        self.house.window.frame.go("customers")
        await self.house.idle()

    def press(self, key, *modifiers):
        there = covering() or self.house.window
        QTest.keyClick(there.focusWidget() or there, key, *modifiers)

    def type(self, text, key=None):
        there = covering() or self.house.window
        QTest.keyClicks(there.focusWidget(), text)
        if key:
            self.press(key)

    async def dialog(self, kind):
        async with asyncio.timeout(5):
            while not isinstance(covering(), kind):
                await asyncio.sleep(0.01)
        dialog = covering()
        await dialog.idle()
        return dialog

    async def back(self):
        """Wait until no dialog is open and the page has come to rest."""
        async with asyncio.timeout(5):
            while covering():
                await asyncio.sleep(0.01)
        self.house.window.activateWindow()
        await self.house.idle()

    def names(self):
        rows = self.page.table.rows
        return [rows.record(row).name for row in range(rows.rowCount())]

    async def choose(self, words):
        self.press(KEY.Key_F, CTRL)
        self.type(words, KEY.Key_Return)
        await self.house.idle()
        self.press(KEY.Key_Down)
        await self.house.idle()


@pytest.fixture
def desk(house):
    return Desk(house)


async def test_three_letters_find_her_and_her_card_is_shown(desk, add, till, goods):
    ann = add("Ann", "Lindqvist", "ann@x.example", "1 Elm Street")
    add("Bo", "Ek")
    goods("MUG", price="2.50")
    till.scan("MUG", 2)
    till.call("attach_customer", till.register, till.order, ann)
    till.quote()
    number = till.pay()["order_number"]
    await desk.come("bob")

    await desk.choose("lin")

    assert desk.names() == ["Ann Lindqvist"]
    card = desk.page.card
    assert card.customer.id == ann
    assert card.name.text() == "Ann Lindqvist"
    assert [order.number for order in card.orders.table.records.records] == [number]
    assert card.addresses.table.records.records[0].street == "1 Elm Street"
    desk.house.leave()


async def test_an_order_of_hers_is_opened_on_its_own_page(desk, add, till, goods):
    ann = add("Ann", "Lee")
    goods("MUG", price="2.50")
    till.scan("MUG")
    till.call("attach_customer", till.register, till.order, ann)
    till.quote()
    till.pay()
    await desk.come("bob")
    await desk.choose("lee")

    desk.page.card.orders.table.setFocus()
    desk.press(KEY.Key_Return)
    await desk.house.idle()

    frame = desk.house.window.frame
    assert frame.stack.currentWidget() is frame.pages["orders"]
    assert frame.pages["orders"].detail.order.id == till.order
    desk.house.leave()


async def test_somebody_new_is_written_down_by_keys(desk, store):
    await desk.come("bob")
    desk.press(KEY.Key_N, CTRL)
    await desk.dialog(NewCustomerDialog)
    desk.type("Ann", KEY.Key_Tab)
    desk.type("Lee", KEY.Key_Tab)
    desk.type("Ann@X.example", KEY.Key_Tab)
    desk.type("555-0199", KEY.Key_Tab)
    desk.type("rings twice", KEY.Key_Tab)
    desk.type("1 Elm Street", KEY.Key_Tab)
    desk.type("04101", KEY.Key_Tab)
    desk.type("Portland")
    desk.press(KEY.Key_Return, CTRL)
    await desk.back()

    assert desk.page.card.customer.name == "Ann Lee"
    assert desk.page.card.customer.note == "rings twice"
    assert store.rows("SELECT email, street, city, country, recipient_name FROM customers"
                      " JOIN customer_shipping_addresses ON customer_id = customers.id") == [
        ("ann@x.example", "1 Elm Street", "Portland", "US", "Ann Lee")
    ]  # fmt: skip
    desk.house.leave()


async def test_a_twin_is_warned_of_while_typing_and_opened_by_a_key(desk, add, store):
    ann = add("Ann", "Lindqvist", "ann@x.example")
    await desk.come("bob")
    desk.press(KEY.Key_N, CTRL)
    form = await desk.dialog(NewCustomerDialog)
    assert form.duplicates.isHidden()

    desk.type("Anne", KEY.Key_Tab)
    desk.type("Lindquist", KEY.Key_Tab)
    await asyncio.sleep(0.3)
    await form.idle()
    assert not form.duplicates.isHidden()
    (duplicate,) = form.duplicates.table.records.records
    assert (duplicate.line.id, duplicate.why) == (ann, "name")

    desk.type("ANN@x.example")
    await asyncio.sleep(0.3)
    await form.idle()
    (duplicate,) = form.duplicates.table.records.records
    assert duplicate.why == "email"

    desk.press(KEY.Key_Return, CTRL)
    await form.idle()
    assert form.problem.text() == "Another customer has this e-mail address already."
    assert form.person["last_name"].text() == "Lindquist"

    desk.press(KEY.Key_O, CTRL)
    await desk.back()
    assert desk.page.card.customer.id == ann
    assert store.sql("SELECT count(*) FROM customers") == 2  # with the walk-in customer
    desk.house.leave()


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(desk, store):
    await desk.come("bob")
    desk.press(KEY.Key_N, CTRL)
    form = await desk.dialog(NewCustomerDialog)
    wrong = {
        "email": ["ann", "a@x.de,b@x.de", "a@x.de\nBcc: evil@x.de", f"a@{'x' * 255}.de"],
        "first_name": ["", "ab\x00cd", "abc\u202etxt", CARD, "Z" + "\u0301" * 60, "x" * 101],
        "phone": ["12", "call me", CARD],
        "note": [f"her card is {CARD}", "\x1b[31m", "x" * 2_001],
    }
    good = {"first_name": "Ann", "last_name": "Lee", "email": "", "phone": "", "note": ""}
    for name, values in wrong.items():
        for value in values:
            for field, fine in good.items():
                form.person[field].show_value(fine)
            form.person[name].show_value(value)
            desk.press(KEY.Key_Return, CTRL)
            await form.idle()
            assert form.person[name].problem.text(), (name, value)
    assert store.sql("SELECT count(*) FROM customers") == 1
    form.address["street"].show_value("1 Elm Street")
    form.person["note"].show_value("")
    desk.press(KEY.Key_Return, CTRL)
    await form.idle()
    assert form.address["city"].problem.text() == "This is needed."
    desk.press(KEY.Key_Escape)
    await desk.back()
    desk.house.leave()


async def test_a_cashier_is_told_that_an_e_mail_is_a_managers_and_a_manager_changes_it(
    desk, add, store
):
    ann = add("Ann", "Lee", "ann@x.example")
    await desk.come("bob")
    await desk.choose("lee")
    desk.press(KEY.Key_E, CTRL)
    form = await desk.dialog(EditCustomerDialog)
    assert form.email_note.text() == (
        "An e-mail address is used to reset a password, so only a manager can change it."
    )
    form.person["email"].input.setFocus()
    desk.type("zzz")
    assert form.person["email"].text() == "ann@x.example"
    desk.press(KEY.Key_Escape)
    await desk.back()
    desk.house.leave()

    await desk.come("cyd")
    await desk.choose("lee")
    desk.press(KEY.Key_E, CTRL)
    form = await desk.dialog(EditCustomerDialog)
    form.person["email"].input.setFocus()
    form.person["email"].input.selectAll()
    desk.type("ann@y.example")
    assert form.email_note.text() == "The customer has to confirm the new e-mail address."
    desk.press(KEY.Key_Return)
    await desk.back()
    assert store.sql("SELECT email FROM customers WHERE id = %s", ann) == "ann@y.example"
    assert desk.page.card.customer.email == "ann@y.example"
    desk.house.leave()


async def test_two_windows_merge_what_differs_and_ask_about_the_same_field(
    qtbot, store, add, tmp_path
):
    ann = add("Ann", "Lee")
    both = [Desk(House(qtbot, store, tmp_path / name)) for name in ("one", "two")]
    one, two = both
    for desk, person in ((one, "bob"), (two, "cyd")):
        await desk.come(person)
        await desk.page.commands._page.idle()
    forms = []
    for desk in both:
        desk.page.show_record(ann)
        await desk.house.idle()
        desk.page.start(desk.page.commands.edit)
        async with asyncio.timeout(5):
            while not (found := desk.house.window.findChildren(EditCustomerDialog)):
                await asyncio.sleep(0.01)
        forms.append(found[0])
    mine, theirs = forms
    theirs.person["last_name"].show_value("Leeds")
    theirs.person["phone"].show_value("555-0199")
    theirs.start(theirs.submit)
    await theirs.idle()

    mine.person["last_name"].show_value("Lane")
    mine.person["note"].show_value("rings twice")
    mine.start(mine.submit)
    async with asyncio.timeout(5):
        while not (asked := mine.window().findChildren(ConflictDialog)):
            await asyncio.sleep(0.01)
    (question,) = asked
    assert list(question.fields) == ["last_name"]
    QTest.keyClick(question.fields["last_name"], KEY.Key_Left)
    question.accept()
    await mine.idle()
    for desk in both:
        await desk.house.idle()

    assert store.rows(
        "SELECT first_name, last_name, phone, note FROM customers"
        " JOIN storedesk.customer_details ON customer_id = id WHERE id = %s",
        ann,
    ) == [("Ann", "Lane", "555-0199", "rings twice")]
    for desk in both:
        desk.house.leave()


async def test_addresses_are_added_chosen_changed_and_removed_by_keys(desk, add):
    add("Ann", "Lee", street="1 Road")
    await desk.come("bob")
    await desk.choose("lee")
    desk.press(KEY.Key_A, CTRL | SHIFT)
    await desk.dialog(CustomerAddressDialog)
    desk.type("2 Road", KEY.Key_Tab)
    desk.type("12345", KEY.Key_Tab)
    desk.type("Town", KEY.Key_Return)
    await desk.back()
    assert [a.street for a in desk.page.card.customer.addresses] == ["1 Road", "2 Road"]

    desk.page.card.addresses.table.setFocus()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_D, CTRL)
    await desk.back()
    assert [a.street for a in desk.page.card.customer.addresses] == ["2 Road", "1 Road"]
    assert desk.page.note.text() == "2 Road is the default address now."

    desk.page.card.addresses.table.choose(desk.page.card.customer.addresses[0].id)
    desk.press(KEY.Key_Return)
    await desk.dialog(CustomerAddressDialog)
    covering().fields["street"].input.setFocus()
    covering().fields["street"].input.selectAll()
    desk.type("3 Road", KEY.Key_Return)
    await desk.back()
    assert [a.street for a in desk.page.card.customer.addresses] == ["3 Road", "1 Road"]

    desk.page.card.addresses.table.setFocus()
    desk.press(KEY.Key_Delete)
    await desk.dialog(Question)
    desk.press(KEY.Key_Return)  # Enter keeps it
    await desk.back()
    assert len(desk.page.card.customer.addresses) == 2
    desk.page.card.addresses.table.setFocus()
    desk.press(KEY.Key_Delete)
    question = await desk.dialog(Question)
    next(b for b in question.findChildren(QPushButton) if b.label == "Remove").click()
    await desk.back()
    assert [(a.street, a.is_default) for a in desk.page.card.customer.addresses] == [
        ("1 Road", True)
    ]
    desk.house.leave()


async def test_payment_methods_are_masked_chosen_and_removed_and_show_no_token(desk, add, store):
    ann = add("Ann", "Lee")
    for kind, brand, last, email, until in (
        ("credit_card", "visa", "4242", None, "2020-01"),
        ("paypal", None, None, "ann@x.example", None),
    ):
        store.sql(
            "INSERT INTO saved_payment_methods (customer_id, payment_type, token, card_brand,"
            " last_four_digits, paypal_email, expires_at) VALUES (%s, %s, 'tok_s3cret', %s, %s, %s,"
            " %s)",
            ann, kind, brand, last, email, until,
        )  # fmt: skip
    await desk.come("cyd")
    await desk.choose("lee")
    table = desk.page.card.methods.table
    shown = [
        [table.rows.data(table.rows.index(row, column)) for column in range(2)]
        for row in range(table.rows.rowCount())
    ]
    assert shown == [
        ["Visa •••• 4242\nExpired in 01/2020", "Expired"],
        ["PayPal account", ""],
    ]
    table.setFocus()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_D, CTRL)
    await desk.back()
    assert [m.kind for m in desk.page.card.customer.methods] == ["paypal", "credit_card"]
    table.setFocus()
    desk.press(KEY.Key_Delete)
    question = await desk.dialog(Question)
    next(b for b in question.findChildren(QPushButton) if b.label == "Remove").click()
    await desk.back()
    assert store.sql("SELECT count(*) FROM saved_payment_methods") == 1
    desk.house.leave()


async def test_letters_are_sent_by_key_and_refused_with_a_sentence(desk, add, store):
    add("Ann", "Lee", "ann@x.example")
    await desk.come("cyd")
    await desk.choose("lee")
    desk.press(KEY.Key_P, CTRL | SHIFT)
    await desk.back()
    assert desk.page.problem.text() == (
        "The web shop's address is not known, so no link can be sent. An administrator sets it"
        " on the customers' page."
    )
    store.sql("UPDATE storedesk.store_settings SET web_address = 'shop.example.com'")
    desk.press(KEY.Key_P, CTRL | SHIFT)
    await desk.back()
    assert desk.page.note.text() == "An e-mail to ann@x.example is in the outbox."
    desk.press(KEY.Key_M, CTRL | SHIFT)
    await desk.back()
    assert [mail.kind for mail in desk.page.card.customer.mails] == [
        "verification", "password_reset",
    ]  # fmt: skip
    desk.press(KEY.Key_M, CTRL | SHIFT)
    await desk.back()
    assert "Try again in" in desk.page.problem.text()
    desk.house.leave()


async def test_an_administrator_says_where_the_web_shop_is(desk, store):
    await desk.come("dee")
    desk.page.table.setFocus()
    desk.press(KEY.Key_W, CTRL | SHIFT)
    form = await desk.dialog(WebShopDialog)
    desk.type("not an address", KEY.Key_Return)
    await form.idle()
    assert form.field.problem.text() == "Write the web shop's address as https://shop.example.com."
    form.field.input.selectAll()
    desk.type("shop.example.com/", KEY.Key_Return)
    await desk.back()
    said = "SELECT web_address FROM storedesk.store_settings"
    assert store.sql(said) == "https://shop.example.com"
    desk.house.leave()


async def test_another_tills_change_is_seen_and_nothing_moves(desk, add, store):
    for name in ("Ann", "Bo", "Cy"):
        add(name, "Lee")
    await desk.come("bob")
    await desk.choose("bo")
    store.sql("UPDATE customers SET last_name = 'Lane' WHERE first_name = 'Bo'", login="cyd")
    desk.page.changed()
    await desk.house.idle()
    assert desk.page.card.name.text() == "Bo Lane"
    desk.house.leave()


# ---------- what others of the staff see


@pytest.fixture
def open_page(qtbot, signed_in, us, act):
    def open_page(login, form=us):
        desk, me = signed_in(login)
        page = CustomersView(a_context(desk, me, form))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        return page

    return open_page


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2027-01-01T04:59", ["Visa •••• 4242\nValid until 12/2026", "Default"]),
        ("2027-01-01T05:00", ["Visa •••• 4242\nExpired in 12/2026", "Expired"]),
    ],
)
def test_a_payment_card_is_good_as_long_as_its_last_month_lasts_in_the_store(
    open_page, add, act, store, now, shown
):
    store.sql(
        "INSERT INTO saved_payment_methods (customer_id, payment_type, token, card_brand,"
        " last_four_digits, expires_at, is_default)"
        " VALUES (%s, 'credit_card', 't', 'visa', '4242', '2026-12', true)",
        add("Ann", "Lee"),
    )
    form = Format(zone="America/New_York", now=lambda: datetime.fromisoformat(now))
    page = open_page("cyd", form)
    act(page, lambda: page.table.selectRow(0))
    rows = page.card.methods.table.rows
    assert [rows.data(rows.index(0, column)) for column in range(2)] == shown


@pytest.mark.parametrize("person", ["ada", "dee", "eve"])
def test_who_may_not_edit_sees_no_button_for_it(open_page, add, act, person):
    add("Ann", "Lee", "ann@x.example", "1 Road")
    page = open_page(person)
    act(page, lambda: page.table.selectRow(0))

    assert page.card.name.text() == "Ann Lee"
    words = {button.label for button in page.findChildren(QPushButton) if not button.isHidden()}
    assert not words & {"Edit", "New customer", "Send confirmation", "Send password reset"}
    assert page.card.addresses.buttons == ()


def test_an_empty_list_says_what_to_do(open_page):
    page = open_page("bob")
    assert page.table.empty.title.text() == "There are no customers yet"
    assert not page.table.empty.isHidden()
    assert page.card.empty.title.text() == "No customer chosen"


def test_a_name_that_looks_like_markup_is_shown_as_it_is(open_page, add, act):
    add("<img src=/dev/zero>", "Tom &amp; Jerry")
    page = open_page("bob")
    act(page, lambda: page.table.selectRow(0))
    assert page.card.name.text() == "<img src=/dev/zero> Tom &amp; Jerry"
    assert page.card.name.textFormat() == Qt.TextFormat.PlainText
