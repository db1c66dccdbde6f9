"""Every command that changes something leaves a row that names who did it, and to what."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.drawn import unique
from tests.orders import ADDRESS
from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010000000000"
    "3a7e9b550000000a49444154789c63600000000200014821bc330000000049454e44ae426082"
)
"""The smallest picture."""
NUMBER, OTHER = "1Z999AA10123456784", "1Z999AA10123456793"
VERIFIER = (
    "SCRAM-SHA-256$4096:"
    "W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
)
NOT_SET = False
READS = {
    "current_sale", "day_report", "find_items", "first_products", "health", "item_by_code",
    "parked_sales", "shift_report", "stock_item",
    "credit_balance",  # a wrong code is counted: test_credit
}  # fmt: skip
"""Volatile only because they have to see what the calling statement has done."""
PROGRAMS = {
    "claim_codes": "takes a lock for the form, whose rows are written down one by one",
    "begin_import": "takes a lock and writes nothing",
    "claim_mails": "the queue itself says what became of each mail",
    "settle_mail": "as claim_mails",
    "sweep_mails": "as claim_mails",
    "expire_orders": "tried with the system's login in test_order_steps",
    "purge": "clears away what has no author any more",
    "seal": "the seal itself says what it covers",
    "sum_days": "nothing of the store is changed: it adds up what is there",
    "range_products": "notes for searches what the products say",
    "look_at_clock": "the clock's own table says what was seen",
    "lift_pauses": "the pause itself names whom it was for",
    "end_blockers": "tried with real blockers in tests/hostile",
    "verify_email": "the customer's own link; the change stands in customer_history",
}
"""What programs do unasked, each with where it can be read instead."""
IN_HAND = {
    "scan": "a sale in hand: what is paid, parked or discarded is written down",
    "add_item": "as scan",
    "change_line": "as scan",
    "undo_change": "as scan",
    "note_line": "as scan",
    "attach_customer": "as scan",
    "park": "as scan; till_carts.staff_id says who has it",
    "recall": "as park",
    "quote": "as scan; who quoted stands beside the sale",
    "release_quote": "as scan",
    "begin_exchange": "as scan; till_exchanges.chosen_by says who has chosen it",
    "drop_exchange": "as scan; nothing of it was booked",
    "take_credit": "held for a sale in hand: what is spent is an entry that names who sold it",
    "give_credit_back": "as take_credit",
    "take_tender": "held for a sale in hand, with who took it; the payment names who booked it",
}


@dataclass
class Act:
    """A command that is about to be called: by whom, and what its row has to name."""

    person: str
    command: str
    arguments: list
    what: object
    request: object = field(default_factory=uuid4)


class Shop:
    """What scenarios need to have ready."""

    def __init__(self, store, goods, orders, till, add_variant):
        self.store, self.goods, self.orders, self.till = store, goods, orders, till
        self.add_variant = add_variant
        self.shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")

    def seen(self, order):
        return self.orders.column(order, "version")

    def product(self, code="MUG", **how):
        return self.goods(code, **how)

    def step(self, command, order, *more, by="cyd"):
        return Act(by, command, [order, self.seen(order), *more], order)

    def address(self):
        words = """
            INSERT INTO customer_shipping_addresses (customer_id, street, city, state, postal_code,
                country, recipient_name) VALUES (%s, %s, 'Town', '', '1', 'US', 'Ann') RETURNING id
        """
        return self.store.sql(words, self.orders.customer, f"{unique(6)} Street")

    def card(self):
        words = """
            INSERT INTO saved_payment_methods (customer_id, payment_type, token, last_four_digits,
                card_brand, expires_at)
            VALUES (%s, 'credit_card', 'tok', '4242', 'visa', '2090-01') RETURNING id
        """
        return self.store.sql(words, self.orders.customer)

    def category(self, name):
        return self.store.sql("INSERT INTO categories (name) VALUES (%s) RETURNING id", name)

    def count(self, *products):
        count = uuid4()
        words = "SELECT api.open_count(%s, %s, 'Shelf', %s)"
        self.store.sql(words, uuid4(), count, list(products), login="ada")
        return count

    def counted(self, product, quantity=9):
        count = self.count(product)
        self.orders.ask("count_item", uuid4(), count, product, "MUG", quantity, NOT_SET, by="ada")
        return count

    def failed_mail(self, status="failed"):
        self.orders.sent((self.product(), 1))
        words = """
            UPDATE email_queue SET status = %s, last_error = 'gone', retry_count = 6,
                sent_at = CASE %s WHEN 'sent' THEN core.now() END
            WHERE email_type = 'order_shipped' RETURNING id
        """
        return self.store.sql(words, status, status)


@pytest.fixture
def shop(store, goods, orders, till, add_variant):
    store.sql("UPDATE storedesk.store_settings SET web_address = 'https://shop.example.com'")
    return Shop(store, goods, orders, till, add_variant)


def stock(command, *arguments, by="ada"):
    """A command about the stock of one mug."""

    def act(shop):
        mug = shop.product()
        given = [mug if one is MUG else [mug] if one is MUGS else one for one in arguments]
        return Act(by, command, given, mug)

    return act


MUG, MUGS = object(), object()


def undo(shop):
    mug = shop.product()
    shop.orders.ask("adjust_stock", uuid4(), mug, None, -1, "broken", by="ada")
    newest = "SELECT id FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"
    return Act("ada", "undo_stock", [[shop.store.sql(newest)]], mug)


def sale(command, *more):
    """A command about the sale that lies on the counter."""

    def act(shop):
        shop.product()
        shop.till.scan("MUG")
        return Act("bob", command, [shop.till.order, *more], shop.till.order)

    return act


def pay(shop):
    shop.product()
    shop.till.scan("MUG")
    total = shop.till.sale()["total"]
    shop.till.quote()
    return Act("bob", "pay", [shop.till.order, [cash(total)]], shop.till.order)


def reprice(shop):
    shop.product()
    shop.till.scan("MUG")
    line = shop.till.sale()["lines"][0]["id"]
    return Act("cyd", "reprice_line", [shop.till.order, line, "2.00", "dented"], line)


def discount(shop):
    shop.product()
    shop.till.scan("MUG")
    line = shop.till.sale()["lines"][0]["id"]
    return Act("bob", "discount_sale", [shop.till.order, line, "10", None, "dented"], line)


def place(shop):
    mug, order = shop.product(), uuid4()
    lines = [shop.orders._line(mug, 1)]
    total = shop.orders.total(lines, "0")
    given = [order, shop.orders.customer, lines, ADDRESS, "0", total]
    return Act("bob", "place_order", given, order)


def printed(shop):
    order = shop.orders.paid((shop.product(), 1))
    register = shop.till.register
    shop.orders.ask("note_receipt_print", uuid4(), order, register, by="bob")
    return Act("bob", "note_receipt_print", [order, register], order)


def gift_receipt(shop):
    order = shop.orders.paid((shop.product(), 1))
    return Act("bob", "note_gift_receipt", [order, shop.till.register], order)


def terminal(command, *more):
    """A command about a payment at the card terminal, of a sale in a demo store."""

    def act(shop):
        with shop.store.connect() as owner:
            owner.execute("SET session_replication_role = replica")
            owner.execute("INSERT INTO storedesk.demo_marks DEFAULT VALUES")
        shop.product()
        shop.till.scan("MUG")
        total = shop.till.sale()["total"]
        shop.till.quote()
        given = [shop.till.order, shop.till.register, "simulator", total]
        if command == "ask_terminal":
            return Act("bob", command, given, shop.till.order)
        asked = shop.till.call("ask_terminal", *given)["id"]
        if command == "return_terminal_payment":
            shop.till.call("settle_terminal_payment", asked, {"state": "approved"})
        if command == "note_terminal_return":
            shop.till.call("settle_terminal_payment", asked, {"state": "cancelled"})
            shop.till.call("discard_sale", shop.till.order)
            shop.till.call("settle_terminal_payment", asked, {"state": "approved"})
            return Act("cyd", command, [asked, *more], asked)
        return Act("bob", command, [asked, *more], asked)

    return act


def sign(shop):
    """A signature of the first record of Bob's register, in a demo store."""
    with shop.store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("INSERT INTO storedesk.demo_marks DEFAULT VALUES")
    shop.product()
    shop.till.sell("MUG")
    digits = "SELECT encode(hash, 'hex') FROM storedesk.fiscal_records"
    given = [1, shop.store.sql(digits), "simulator", "SIM-1", "x", "2026-12-03"]
    return Act("bob", "sign_fiscal_record", [shop.till.register, *given], shop.till.register)


def given_back(shop):
    """A part of a sale that is given back."""
    shop.product()
    shop.till.scan("MUG")
    shop.till.quote()
    [part] = shop.till.call("take_tender", shop.till.order, cash("1.00"))
    return Act("bob", "give_tender_back", [shop.till.order, part["id"]], shop.till.order)


def give_code(shop):
    mug = shop.product()
    return Act("cyd", "give_code", [mug, None, "4006381333931"], mug)


def mailed(shop):
    order = shop.orders.paid((shop.product(), 1))
    return Act("bob", "mail_receipt", [order, "eve@example.com"], order)


def called_off(shop):
    order = shop.orders.paid((shop.product(), 1))
    sent = shop.orders.ask("mail_receipt", uuid4(), order, "eve@example.com", by="bob")
    return Act("bob", "call_off_receipt", [sent["mail"]], order)


def take_open_return(shop):
    mug, returned = shop.product(), uuid4()
    shop.orders.sent((mug, 1))
    line = {"product": str(mug), "variant": None, "quantity": 1, "restocked": True}
    shift = shop.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open' LIMIT 1")
    return Act("cyd", "take_open_return", [returned, shift, [line], "no receipt"], returned)


def take_back(shop):
    order = shop.orders.sent((shop.product(), 1))
    line = {"line": str(shop.orders.lines(order)[0]), "quantity": 1, "restocked": True}
    given = [uuid4(), order, shop.seen(order), [line], "did not fit"]
    return Act("cyd", "return_order", given, order)


def count(command, *more, by="ada"):
    def act(shop):
        mug = shop.product()
        counted = shop.counted(mug)
        given = [mug if one is MUG else one for one in more]
        return Act(by, command, [counted, *given], counted)

    return act


def open_count(shop):
    mug, counted = shop.product(), uuid4()
    return Act("ada", "open_count", [counted, "Shelf", [mug]], counted)


def customer(command, part=None, by="bob"):
    def act(shop):
        parts = [getattr(shop, part)() for _ in range(2)] if part else []
        given = [shop.orders.customer, *parts[1:]]
        return Act(by, command, given, shop.orders.customer)

    return act


def product(command, *more):
    def act(shop):
        mug = shop.product()
        return Act("cyd", command, [mug, *more], mug)

    return act


def make_product(_shop):
    key = uuid4()
    none = Jsonb([])
    given = [key, "Cup", "", "2.50", None, "Kitchen", "active", None, ["CUP"], 5, none, none, []]
    return Act("cyd", "make_product", given, key)


def arrange(shop):
    mug = shop.product()
    return Act("cyd", "arrange_quick_keys", [None, [mug], []], mug)


def promote(shop):
    terms = ["Week", "percent", 20, "2026-01-01", "2199-01-01", [], [shop.product()], []]
    return Act("cyd", "make_promotion", terms, "Week")


def promoted(command):
    """Make a promotion, and then change or end it."""

    def act(shop):
        terms = promote(shop).arguments
        words = "SELECT api.make_promotion(%s, %s, %s, %s, %s, %s, %s, %s, %s) ->> 'promotion_id'"
        made = shop.store.sql(words, uuid4(), *terms, login="cyd")
        given = [made, 1, *(["Sales", *terms[1:]] if command == "change_promotion" else [])]
        return Act("cyd", command, given, made)

    return act


def sign_off(shop):
    order = shop.orders.sent((shop.product(), 1))
    shop.orders.step("correct_tracking", order, OTHER, by="ada")
    key = shop.store.sql("SELECT id FROM storedesk.exceptions WHERE kind = 'tracking'")
    return Act("cyd", "sign_off", [key, "seen"], key)


def note_sign_in(_shop):
    request = uuid4()
    given = ["sign_in", None, "till-7", None, "1.0"]
    return Act("bob", "note_sign_in", given, request, request)


def check_pin(shop):
    sign_in, request = uuid4(), uuid4()
    words = "SELECT api.note_sign_in(%s, 'sign_in', NULL, 'till-7', NULL, '1.0')"
    shop.store.sql("SELECT api.set_pin(%s, '4711')", uuid4(), login="bob")
    shop.store.sql(words, sign_in, login="bob")
    given = [sign_in, "4711", "switch", "till-7", None, "1.0"]
    return Act("bob", "check_pin", given, request, request)


def check_badge(shop):
    act = check_pin(shop)
    shop.store.sql("SELECT api.set_badge(%s, %s)", uuid4(), "BCDEFGHIJKLNOPRS", login="bob")
    given = [act.arguments[0], "BCDEFGHIJKLNOPRS", *act.arguments[2:]]
    return Act("bob", "check_badge", given, act.what, act.request)


def past(shop):
    request = uuid4()
    shop.store.sql("SELECT api.begin_past_import(%s, 'a.csv')", request, login="cyd")
    return request


def begin_past_import(_shop):
    request = uuid4()
    return Act("cyd", "begin_past_import", ["2010.csv"], request, request)


def add_past_sales(shop):
    line = {"number": "7", "sold_at": "2010-12-01T08:00:00", "code": "A", "quantity": 1, "price": 2}
    key = past(shop)
    return Act("cyd", "add_past_sales", [key, [line]], key)


def end_past_import(shop):
    key = past(shop)
    return Act("cyd", "end_past_import", [key], key)


def undo_past_import(shop):
    key = past(shop)
    return Act("cyd", "undo_past_import", [key], key)


def put_on_sale(shop):
    mug = shop.product(status="draft")
    return Act("cyd", "put_on_sale", ["MUG"], mug)


def first_stock(shop):
    mug = shop.product(on_hand=0)
    return Act("cyd", "import_opening_stock", [[mug], [12], "opening"], mug)


def stock_import(command=None, *more):
    """Begin to set stock; or do that, and then another step."""

    def act(shop):
        mug = shop.product(on_hand=3)
        request = uuid4()
        lists = ["goods.csv", [mug], [3], [12], "counted, imported"]
        if command is None:
            return Act("cyd", "begin_stock_import", lists, request, request)
        words = "SELECT api.begin_stock_import(%s, %s, %s, %s, %s, %s)"
        shop.store.sql(words, request, *lists, login="cyd")
        if command == "end_stock_import":
            shop.orders.ask("set_imported_stock", uuid4(), request, 500, by="cyd")
            return Act("cyd", command, [request], request)
        return Act("cyd", command, [request, *more], mug)

    return act


def give_up(shop):
    shop.orders.sent((shop.product(), 1))
    return Act("dee", "give_up_mails", [datetime(2100, 1, 1)], "give_up")  # noqa: DTZ001 as stored


def restore(shop):
    mug = shop.product()
    shop.orders.ask("delete_product", uuid4(), mug)
    return Act("cyd", "restore_product", [mug], mug)


def parts(shop):
    mug = shop.product()
    small = shop.add_variant(mug, "MUG-S", size="S")
    return Act("cyd", "remove_parts", [mug, [small], [], []], mug)


def measure(shop):
    thing = shop.product()
    return Act("cyd", "measure_product", [thing, "kilogram"], thing)


def tax(command, what):
    def act(shop):
        thing = shop.product() if what == "product" else shop.category("Food")
        kind = shop.store.sql(
            "INSERT INTO storedesk.tax_classes (name) VALUES ('Reduced') RETURNING id"
        )
        return Act("cyd", command, [thing, kind], thing)

    return act


def own_tax(command):
    """Prepare a change of the default class of tax, or of a rate that is to come."""

    def act(shop):
        key = shop.store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default")
        day = shop.store.sql("SELECT core.business_day(core.now()) + 30")
        if command == "rename_tax_class":
            return Act("dee", command, [key, "Standard", "Full"], key)
        if command == "make_tax_class_default":
            words = "INSERT INTO storedesk.tax_classes (name) VALUES ('Books') RETURNING id"
            books = shop.store.sql(words)
            return Act("dee", command, [books, key], books)
        if command != "add_tax_rate":
            words = "INSERT INTO storedesk.tax_rates VALUES (%s, %s, 'VAT', 0.19)"
            shop.store.sql(words, key, day)
        more = {"add_tax_rate": ["VAT", "0.2"], "take_back_tax_rate": ["VAT", "0.19"],
                "correct_tax_rate": ["VAT", "0.19", "VAT", "0.2"]}  # fmt: skip
        return Act("dee", command, [key, day, *more[command]], key)

    return act


def register(command, *more):
    """Prepare a change of a register that is new and at rest."""

    def act(shop):
        words = "INSERT INTO storedesk.registers (code, name) VALUES ('T8', 'Till 8') RETURNING id"
        key = shop.store.sql(words)
        return Act("dee", command, [key, *more], key)

    return act


def move_category(shop):
    food, drinks = shop.category("Food"), shop.category("Drinks")
    return Act("cyd", "move_category", [drinks, food], drinks)


def move_products(shop):
    mug, food = shop.product(), shop.category("Food")
    things = shop.store.sql("SELECT category_id FROM products WHERE id = %s", mug)
    return Act("cyd", "move_products", [things, food], mug)


def staff(command, *more):
    def act(shop):
        login = shop.store.login("bob")
        return Act("dee", command, [login, *more], shop.store.staff_id("bob"))

    return act


def create_staff(shop):
    login = f"{shop.store.name}_zoe"
    return Act("dee", "create_staff", [login, "Zoe", ["cashier"], VERIFIER], "zoe")


def enable(shop):
    login = shop.store.login("bob")
    shop.orders.ask("disable_staff", uuid4(), login, by="dee")
    return Act("dee", "enable_staff", [login], shop.store.staff_id("bob"))


def mail(command, status="failed", *, many=True):
    def act(shop):
        queued = shop.failed_mail(status)
        return Act("cyd", command, [[queued] if many else queued], queued)

    return act


def close(shop):
    shop.till.call("count_shift", shop.shift, "100")
    return Act("bob", "close_shift", [shop.shift, "100"], shop.shift)


def top_up(shop):
    words = "SELECT api.issue_credit(%s, %s, 5.00, %s)"
    made = shop.store.sql(words, uuid4(), shop.shift, Jsonb([cash("5.00")]), login="cyd")
    return Act(
        "bob", "top_up_credit", [shop.shift, made["code"], "5.00", [cash("5.00")]], made["number"]
    )


ACTS = {
    "adjust_stock": stock("adjust_stock", MUG, None, -1, "broken"),
    "adjust_stocks": stock("adjust_stocks", MUGS, [-1], "broken"),
    "set_stock": stock("set_stock", MUG, None, 10, 9, "counted"),
    "set_stocks": stock("set_stocks", MUGS, [10], [9], "counted"),
    "restock": stock("restock", MUGS, [3], "delivery"),
    "set_threshold": stock("set_threshold", MUG, 3),
    "set_thresholds": stock("set_thresholds", MUGS, [3]),
    "set_cost": stock("set_cost", MUG, None, "1.20", by="cyd"),
    "import_costs": stock("import_costs", MUGS, [None], ["1.20"], by="cyd"),
    "undo_stock": undo,
    "open_count": open_count,
    "count_item": count("count_item", MUG, "MUG", 1, False),
    "take_back_count": count("take_back_count"),
    "recount_item": count("recount_item", MUG, "MUG"),
    "post_count": count("post_count", False),
    "cancel_count": count("cancel_count"),
    "discard_sale": sale("discard_sale"),
    "reprice_line": reprice,
    "discount_sale": discount,
    "pay": pay,
    "place_order": place,
    "confirm_order": lambda shop: shop.step(
        "confirm_order", shop.orders.placed((shop.product(), 1)), [charged("2.50")]
    ),
    "take_deposit": lambda shop: shop.step(
        "take_deposit",
        shop.orders.placed((shop.product(), 1)),
        shop.shift,
        "1.00",
        [cash("1.00")],
        by="bob",
    ),
    "collect_order": lambda shop: shop.step(
        "collect_order", shop.orders.paid((shop.product(), 1)), shop.shift, by="bob"
    ),
    "cancel_order": lambda shop: shop.step(
        "cancel_order", shop.orders.placed((shop.product(), 1)), "no longer wanted"
    ),
    "ship_order": lambda shop: shop.step(
        "ship_order", shop.orders.paid((shop.product(), 1)), NUMBER, by="ada"
    ),
    "correct_tracking": lambda shop: shop.step(
        "correct_tracking", shop.orders.sent((shop.product(), 1)), OTHER, by="ada"
    ),
    "recall_shipment": lambda shop: shop.step(
        "recall_shipment", shop.orders.sent((shop.product(), 1)), "still here", by="ada"
    ),
    "deliver_order": lambda shop: shop.step(
        "deliver_order", shop.orders.sent((shop.product(), 1)), by="ada"
    ),
    "change_order_address": lambda shop: shop.step(
        "change_order_address",
        shop.orders.placed((shop.product(), 1)),
        ADDRESS | {"street": "2 Other Street"},
        by="ada",
    ),
    "return_order": take_back,
    "take_open_return": take_open_return,
    "open_shift": lambda shop: Act(
        "cyd",
        "open_shift",
        [
            shop.store.sql(
                "INSERT INTO storedesk.registers (code, name) VALUES ('T2', 'Till 2') RETURNING id"
            ),
            "50",
        ],
        "50.00",
    ),
    "count_shift": lambda shop: Act("bob", "count_shift", [shop.shift, "100"], shop.shift),
    "close_shift": close,
    "join_shift": lambda shop: Act("cyd", "join_shift", [shop.shift], shop.shift),
    "move_cash": lambda shop: Act(
        "bob", "move_cash", [shop.shift, "paid_in", "5", "coins"], shop.shift
    ),
    "issue_credit": lambda shop: Act(
        "bob", "issue_credit", [shop.shift, "5.00", [cash("5.00")]], shop.shift
    ),
    "top_up_credit": top_up,
    "note_receipt_print": printed,
    "give_tender_back": given_back,
    "note_gift_receipt": gift_receipt,
    "sign_fiscal_record": sign,
    "ask_terminal": terminal("ask_terminal"),
    "settle_terminal_payment": terminal("settle_terminal_payment", {"state": "declined"}),
    "return_terminal_payment": terminal("return_terminal_payment"),
    "note_terminal_return": terminal("note_terminal_return", "approved", "SLIP-4711"),
    "give_code": give_code,
    "mail_receipt": mailed,
    "call_off_receipt": called_off,
    "open_drawer": lambda shop: Act("bob", "open_drawer", [shop.shift, "change"], shop.shift),
    "approve": lambda shop: Act("cyd", "approve", ["cancel_order", {"order_id": "x"}], "x"),
    "set_limits": lambda shop: Act(
        "dee", "set_limits", ["cashier", ["refund_amount"], ["60"]], "60"
    ),
    "change_settings": lambda shop: Act(
        "dee",
        "change_settings",
        [shop.store.sql("SELECT version FROM storedesk.store_settings"), {"phone": "555 0199"}],
        "555 0199",
    ),
    "set_logo": lambda shop: Act("dee", "set_logo", [None, DOT, DOT], sha256(DOT * 2).hexdigest()),
    "add_register": lambda shop: Act("dee", "add_register", ["T8", "Till 8", None], "Till 8"),
    "change_register": register(
        "change_register", {"code": "T8", "name": "Till 8", "drawer_of": None}, "T8", "Bar", None
    ),
    "bound_cash": register("bound_cash", {"least": None, "most": None}, "50", "500"),
    "use_register": register("use_register", False),  # noqa: FBT003 - an argument of the command
    "add_tax_class": lambda shop: Act("dee", "add_tax_class", ["Books", "VAT", "0.07"], "Books"),
    "rename_tax_class": own_tax("rename_tax_class"),
    "make_tax_class_default": own_tax("make_tax_class_default"),
    "add_tax_rate": own_tax("add_tax_rate"),
    "correct_tax_rate": own_tax("correct_tax_rate"),
    "take_back_tax_rate": own_tax("take_back_tax_rate"),
    "arrange_quick_keys": arrange,
    "make_promotion": promote,
    "change_promotion": promoted("change_promotion"),
    "end_promotion": promoted("end_promotion"),
    "sign_off": sign_off,
    "note_sign_in": note_sign_in,
    "check_pin": check_pin,
    "check_badge": check_badge,
    "withdraw_badge": lambda shop: Act(
        "dee", "withdraw_badge", [shop.store.login("bob")], shop.store.staff_id("bob")
    ),
    "set_badge": lambda shop: Act(
        "bob", "set_badge", ["BCDEFGHIJKLNOPRS"], shop.store.staff_id("bob")
    ),
    "set_pin": lambda shop: Act("bob", "set_pin", ["4711"], shop.store.staff_id("bob")),
    "begin_past_import": begin_past_import,
    "add_past_sales": add_past_sales,
    "end_past_import": end_past_import,
    "undo_past_import": undo_past_import,
    "note_check": lambda shop: Act("cyd", "note_check", [["S04"]], "S04"),
    "note_backup": lambda shop: Act("dee", "note_backup", [4711, True], 4711),
    "make_product": make_product,
    "put_on_sale": put_on_sale,
    "delete_product": product("delete_product"),
    "restore_product": restore,
    "remove_parts": parts,
    "tax_product": tax("tax_product", "product"),
    "measure_product": measure,
    "tax_category": tax("tax_category", "category"),
    "move_category": move_category,
    "move_products": move_products,
    "import_opening_stock": first_stock,
    "begin_stock_import": stock_import(),
    "set_imported_stock": stock_import("set_imported_stock", 500),
    "end_stock_import": stock_import("end_stock_import"),
    "set_default_address": customer("set_default_address", "address"),
    "remove_address": customer("remove_address", "address"),
    "set_default_payment_method": customer("set_default_payment_method", "card"),
    "remove_payment_method": customer("remove_payment_method", "card"),
    "send_verification": customer("send_verification"),
    "send_password_reset": customer("send_password_reset", by="cyd"),
    "create_staff": create_staff,
    "change_staff": staff("change_staff", "Bob B.", ["cashier"]),
    "disable_staff": staff("disable_staff"),
    "enable_staff": enable,
    "set_password": staff("set_password", VERIFIER),
    "own_password": lambda shop: Act("bob", "own_password", [VERIFIER], shop.store.staff_id("bob")),
    "retry_mails": mail("retry_mails"),
    "resend_mail": mail("resend_mail", "sent", many=False),
    "give_up_mails": give_up,
}
EXCUSED = READS | PROGRAMS.keys() | IN_HAND.keys()


def rows_of(store, person):
    """Count the rows that name a person, table by table, as JSON."""
    columns = store.rows("""
        SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns AS c
        JOIN information_schema.tables AS t USING (table_schema, table_name)
        WHERE c.table_schema IN ('public', 'storedesk') AND t.table_type = 'BASE TABLE'
          AND c.table_name NOT IN ('requests', 'staff', 'till_carts')
          AND (c.data_type = 'uuid' OR c.column_name = 'login')
    """)
    who = {str(store.staff_id(person)), store.login(person)}
    words = " UNION ALL ".join(
        f"SELECT '{table}', to_jsonb(t)::text FROM {schema}.{table} AS t"
        f" WHERE {column}::text = ANY (%(who)s)"
        for schema, table, column in columns
    )
    with psycopg.connect(store.dsn(), autocommit=True) as connection:
        return Counter(connection.execute(words, {"who": list(who)}).fetchall())


def is_document(argument):
    """Tell a document from an array."""
    first = argument[0] if isinstance(argument, list) and argument else argument
    return isinstance(first, dict)


def test_every_command_that_changes_something_is_tried_here(store):
    known = store.rows("""
        SELECT proname FROM pg_proc
        WHERE pronamespace = 'api'::regnamespace AND provolatile = 'v'
    """)
    assert {name for (name,) in known} == ACTS.keys() | EXCUSED


@pytest.mark.parametrize("command", ACTS)
def test_a_command_leaves_a_row_that_names_who_and_what(store, shop, command):
    act = ACTS[command](shop)
    before = rows_of(store, act.person)
    given = [act.request, *act.arguments]
    given = [Jsonb(a) if is_document(a) else a for a in given]
    holes = ", ".join(["%s"] * len(given))
    store.sql(f"SELECT api.{act.command}({holes})", *given, login=act.person)
    new = rows_of(store, act.person) - before

    assert new, f"{command} leaves no row that names {act.person}"
    assert [row for row in new if str(act.what) in row[1]], f"none of {list(new)} names it"
