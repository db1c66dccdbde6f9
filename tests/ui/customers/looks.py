"""The customers page, to be looked at: scenes of `tests.ui.looks`."""

from PySide6.QtWidgets import QApplication

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.customers.customer_form import EditCustomerDialog, NewCustomerDialog
from storedesk.ui.customers.view import CustomersView

RICH = """
    WITH customer AS (
        SELECT c.id FROM customers AS c
        WHERE (SELECT count(*) FROM orders AS o WHERE o.customer_id = c.id) > 5
        ORDER BY c.last_name, c.first_name LIMIT 1
    )
    SELECT id FROM customer
"""


def enrich(v):
    """Give one customer of the demo all that a customer may have."""
    customer = v.sql(RICH)[0][0]
    if v.sql("SELECT 1 FROM customer_shipping_addresses WHERE city = 'Paris'"):
        return customer
    v.sql(
        "INSERT INTO storedesk.customer_details (customer_id, phone, note) VALUES (%s, %s, %s)"
        " ON CONFLICT (customer_id) DO UPDATE SET phone = excluded.phone, note = excluded.note",
        customer, "+1 207 555 0142", "Rings twice. Prefers parcels at the back door, after 4 pm.",
    )  # fmt: skip
    v.sql(
        "INSERT INTO customer_shipping_addresses (customer_id, street, city, state, postal_code,"
        " country, recipient_name) VALUES (%s, 'Rue des Martyrs 41', 'Paris', '', '75009', 'FR',"
        " 'Galerie Hart-Dubois')",
        customer,
    )
    for kind, brand, last, email, until in (
        ("credit_card", "visa", "4242", None, "2031-08"),
        ("credit_card", "amex", "1005", None, "2026-03"),
        ("paypal", None, None, "customer@example.com", None),
    ):
        v.sql(
            "INSERT INTO saved_payment_methods (customer_id, payment_type, token, card_brand,"
            " last_four_digits, paypal_email, expires_at) VALUES (%s, %s, 'tok', %s, %s, %s, %s)",
            customer, kind, brand, last, email, until,
        )  # fmt: skip
    if v.sql("SELECT 1 FROM carts WHERE customer_id = %s", customer):
        return customer
    v.sql(
        "INSERT INTO carts (customer_id, total_price_amount, last_activity_date)"
        " VALUES (%s, 43.50, now() - interval '3 hours')",
        customer,
    )
    v.sql(
        "INSERT INTO cart_items (cart_id, product_id, product_name, unit_price_amount, quantity,"
        " subtotal_amount) SELECT c.id, p.id, p.name, 14.5, 3, 43.5 FROM carts AS c,"
        " (SELECT id, name FROM products WHERE status = 'active' LIMIT 1) AS p"
        " WHERE c.customer_id = %s",
        customer,
    )
    return customer


async def open_page(v, group="manager"):
    await v.sign_in(group)
    return await v.go("customers", CustomersView)


def dialog(kind):
    return next(w for w in QApplication.allWidgets() if isinstance(w, kind) and w.isVisible())


async def customers(v):
    customer = enrich(v)
    page = await open_page(v)
    await v.picture("customers")
    page.show_record(customer)
    await page.idle()
    await v.picture("customers-card")
    bar = page.card.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.card.addresses.table.setFocus()
    await v.picture("customers-card-below")
    await v.driver.press("Ctrl+F")
    await v.driver.write("har")
    await v.driver.pause(0.5)
    await v.driver.press("Down")
    await page.idle()
    await v.picture("customers-found")
    await v.driver.press("Ctrl+F")
    await v.driver.write("nobody like this")
    await v.driver.pause(0.5)
    await page.idle()
    await v.picture("customers-empty")
    page.widen()


async def customers_new(v):
    enrich(v)
    page = await open_page(v)
    await v.driver.press("Ctrl+N")
    await v.driver.until(
        lambda: any(isinstance(w, NewCustomerDialog) for w in QApplication.allWidgets()),
        "form",
    )
    form = dialog(NewCustomerDialog)
    await v.picture("customers-new")
    first, last, email = v.sql(
        "SELECT first_name, last_name, email FROM customers WHERE email LIKE '%%@example.com'"
        " ORDER BY last_name LIMIT 1"
    )[0]
    form.person["first_name"].editor.setFocus()
    await v.driver.write(first)
    await v.driver.press("Tab")
    await v.driver.write(last)
    await v.driver.pause(0.6)
    await v.picture("customers-twin")
    await v.driver.press("Tab")
    await v.driver.write("nobody@nowhere")
    form.address["street"].show_value("12 Elm Street")
    await v.driver.press("Return")
    await v.picture("customers-new-errors")
    form.person["email"].show_value(email)
    for name, value in (("postal_code", "04101"), ("city", "Portland"), ("state", "ME")):
        form.address[name].show_value(value)
    await v.driver.press("Ctrl+Return")
    await form.idle()
    await v.picture("customers-new-refused")
    form.reject()
    await page.idle()


async def customers_edit(v):
    customer = enrich(v)
    page = await open_page(v)
    page.show_record(customer)
    await page.idle()
    await v.driver.press("Ctrl+E")
    await v.driver.until(
        lambda: any(isinstance(w, EditCustomerDialog) for w in QApplication.allWidgets()),
        "form",
    )
    form = dialog(EditCustomerDialog)
    await v.picture("customers-edit")
    v.sql("UPDATE customers SET last_name = 'Hart-Dubois' WHERE id = %s", customer)
    v.sql(
        "UPDATE storedesk.customer_details SET note = 'Rings three times' WHERE customer_id = %s",
        customer,
    )
    form.person["last_name"].show_value("Hart Dubois")
    form.person["note"].show_value("Rings once, then waits")
    await v.driver.press("Ctrl+Return")
    await v.driver.pause(0.5)
    await v.picture("customers-conflict")
    for one in QApplication.allWidgets():
        if one is not form and one.isVisible() and hasattr(one, "answers"):
            one.reject()
    await form.idle()
    form.reject()
    await page.idle()
    await v.driver.press("Ctrl+Shift+A")
    await v.driver.pause(0.4)
    await v.picture("customers-address")
    for one in page.window().findChildren(type(form).__mro__[2]):
        one.reject()
    page.refuse(Unavailable("unavailable"))
    await v.picture("customers-error")


async def customers_cashier(v):
    customer = enrich(v)
    page = await open_page(v, "cashier")
    page.show_record(customer)
    await page.idle()
    await v.driver.press("Ctrl+E")
    await v.driver.pause(0.4)
    await v.picture("customers-edit-cashier")


SCENES = (customers, customers_new, customers_edit, customers_cashier)
