"""A shop without a database: it answers as the services do, to drive the page alone."""

# ruff: noqa: ARG002 - its methods take what the services take

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from storedesk.domain.catalog import Category, ProductLine, ProductStatus
from storedesk.domain.credit import Credit, IssuedCredit, TakenCredit
from storedesk.domain.customers import CustomerLine, Duplicate, Why
from storedesk.domain.inventory import Stock
from storedesk.domain.orders import MailedReceipt, Payment, Receipt, ReceiptLine, UnprintedReceipt
from storedesk.domain.quick_keys import QuickBoard
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound, Refused
from storedesk.domain.shifts import (
    CashEvent,
    CashKind,
    DrawerCount,
    Shift,
    ShiftPerson,
    ShiftReport,
    ShiftTotals,
    TenderTotal,
)
from storedesk.domain.staff import Group, Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import (
    FoundItem,
    FoundProduct,
    Method,
    Paid,
    ParkedSale,
    PriceChange,
    Quote,
    Register,
    Sale,
    SaleLine,
    Shortage,
    SpentCredit,
    Tender,
    Undone,
)
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode
from storedesk.queries.till_page import AtTill
from storedesk.ui.kit.base.format import Format
from tests.bounds import BOUNDS
from tests.steps import STEPS
from tests.taxes import Rate, totals
from tests.ui.contexts import a_context

RATE = Rate("Tax", Decimal("0.08250"))
NOON = datetime.fromisoformat("2026-11-24T14:17")
HELD = datetime.fromisoformat("2026-11-24T14:32")
MAYA = ShiftPerson(uuid4(), "Maya Okafor", "maya")
ANA = ShiftPerson(uuid4(), "Ana Lima", "ana")


def usd(amount):
    return Money.of(amount, "USD")


def money_sum(moneys):
    return sum(moneys, usd(0))


def picture_of(color):
    """Return a picture that is all of one color, named as its sha256 would be."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    kept = QBuffer()
    image.save(kept, "PNG")
    return kept.data().data()


ALL_OF_IT = uuid4()
"""The category of all goods."""


@dataclass
class Item:
    code: str
    name: str
    description: str | None
    price: Money
    on_shelf: int = 100
    is_sellable: bool = True
    status: str = "inactive"
    """What it is while it is not sold."""
    id: UUID = field(default_factory=uuid4)
    variants: tuple = ()
    """Of each its id, its description, and how much more it costs."""
    picture: str | None = None


def till_context(desk=None, **changes):
    """Return what the till of these tests is made from."""
    values = {
        "register": Register(uuid4(), "T1", "Till 1"),
        "store": StoreSettings(name="Harbour & Home", currency="USD"),
        "me": Me(
            MAYA.id,
            "maya",
            "Maya Okafor",
            frozenset({Group.CASHIER}),
            frozenset(),
            bounds=BOUNDS,
            **STEPS,
        ),
        "format": Format("en_US"),
        "printer": None,
    }
    return a_context(desk, **(values | changes))


class Shop:
    """Keeps goods and one sale a register in memory. Also the desk: it has read and do."""

    def __init__(self, register):
        self.register = register
        self.goods = {}
        self.people = []
        self.sale = None
        self.before = []
        """The sale before each of its changes."""
        self.boards = {}
        self.parked = {}
        self.orders = {}
        self.mails, self.gone = {}, set()
        self.gift_receipts = []
        """The receipts that went out by e-mail, and those that are on their way."""
        self.parts = []
        """What was taken for parts of the sale."""
        self.shift = None
        self.counts = ()
        self.openings, self.most_openings = [], 5
        self.cash_level = None
        self.cash_moved = []
        self.approvals = {}
        self.asked = []
        self.added = []
        """What was added from lists, and which variant of it."""
        self.fails = {}
        self.gate = None
        self.price_changes = ()

    # the desk

    async def read(self, service, *args, **kwargs):
        return await self._call(service, *args, **kwargs)

    async def do(self, service, *args, **kwargs):
        assert not args, "the parameters of an action have names"
        return await self._call(service, **kwargs)

    async def edit(self, service, *args, **kwargs):
        return await self._call(service, *args, **kwargs)

    async def _call(self, service, *args, **kwargs):
        name = {"add": "add_customer"}.get(service.__name__, service.__name__)
        self.asked.append(name)
        if self.gate:
            await self.gate.wait()
        await asyncio.sleep(0)
        if failures := self.fails.get(name):
            failure = failures.pop(0)
            if failure is not None:
                raise failure
        return getattr(self, name)(*args, **kwargs)

    # the catalogue

    def add(self, code, name, description, price, **more):
        self.goods[code] = made = Item(code, name, description, usd(price), **more)
        return made

    def find_items(self, text, limit=30):
        words = text.casefold().split()
        found = [
            self._found(goods)
            for goods in self.goods.values()
            if goods.is_sellable
            and all(w in f"{goods.name} {goods.description} {goods.code}".casefold() for w in words)
        ]
        return tuple(found[:limit])

    def _found(self, goods):
        item = self._item(goods)
        variants = tuple(
            replace(item, variant_id=key, description=words, code=f"{goods.code}-{words}",
                    price=goods.price + usd(more), of_variants=True)
            for key, words, more in goods.variants
        )  # fmt: skip
        return FoundProduct(
            replace(item, of_variants=bool(variants)), "Home", goods.picture, variants
        )

    def categories(self):
        return [Category(ALL_OF_IT, "Home", None, 1, len(self.goods))]

    def board(self, category_id=None, limit=24):
        lines = self.product_lines([goods.id for goods in self.goods.values()])
        if arranged := self.boards.get(category_id):
            on_sale = {goods.id for goods in self.goods.values() if goods.is_sellable}
            resting = tuple(key for key in arranged if key not in on_sale)
            sold = self.product_lines([key for key in arranged if key in on_sale])
            return QuickBoard(tuple(sold), tuple(arranged), resting)
        return QuickBoard(tuple(lines[:limit]))

    def arrange_quick_keys(self, *, board, products, seen):
        if list(self.boards.get(board, ())) != list(seen):
            raise Conflict("changed_meanwhile")
        self.boards[board] = tuple(products)

    def product_lines(self, ids):
        known = {goods.id: goods for goods in self.goods.values()}
        return [
            ProductLine(
                id=goods.id, name=goods.name, category="Home", status=ProductStatus.ACTIVE,
                price=goods.price, variants=0, code=goods.code,
                stock=Stock(goods.on_shelf, 0, 0), picture=goods.picture,
            )
            for goods in map(known.get, ids)
        ]  # fmt: skip

    def first_products(self, *, search, status, limit):
        found = [one.item.product_id for one in self.find_items(search)]
        return self.product_lines(found[:limit])

    def picture(self, sha256):
        return picture_of(sha256)

    def item_by_code(self, code):
        if code not in self.goods:
            return None
        goods = self.goods[code]
        if not goods.is_sellable:
            raise Refused("product_not_sold", name=goods.name, status=goods.status)
        return self._item(goods)

    def give_code(self, *, product_id, variant_id, code):
        [goods] = [one for one in self.goods.values() if one.id == product_id]
        self.goods[code] = goods

    def put_on_sale(self, *, code):
        self.goods[code].is_sellable = True
        return self.goods[code].id

    def _item(self, goods):
        return FoundItem(
            goods.id, None, goods.name, goods.description, goods.code, goods.price, goods.on_shelf
        )

    # the sale

    def scan(self, *, register_id, order_id, code, quantity=1):
        if code not in self.goods:
            raise Refused("unknown_code", code=code)
        goods = self.goods[code]
        if not goods.is_sellable:
            raise Refused("product_not_sold", name=goods.name, status=goods.status)
        return self._sell(goods, order_id, quantity)

    def add_item(self, *, register_id, order_id, product_id, variant_id, quantity):
        [goods] = [g for g in self.goods.values() if g.id == product_id]
        variant = next((words for key, words, _ in goods.variants if key == variant_id), None)
        self.added.append((goods.name, variant))
        return self._sell(goods, order_id, quantity)

    def _sell(self, goods, order_id, quantity):
        lines = list(self._lines(order_id))
        for at, line in enumerate(lines):
            if line.product_id == goods.id:
                lines[at] = self._line(goods, line.quantity + quantity, line.id)
                return self._keep(order_id, lines, lines[at].id)
        lines.append(self._line(goods, quantity, uuid4()))
        return self._keep(order_id, lines, lines[-1].id)

    def _lines(self, order_id):
        if self.sale is None:
            return ()
        if self.sale.order_id != order_id:
            raise Refused("register_busy")
        return self.sale.lines

    def _line(self, goods, quantity, line_id):
        missing = max(0, quantity - goods.on_shelf)
        price = goods.price
        return SaleLine(
            line_id, goods.id, None, goods.name, goods.description, price, price, quantity,
            price * quantity, missing, goods.is_sellable, goods.picture,
        )  # fmt: skip

    def _keep(self, order_id, lines, touched=None, **changes):
        sums = totals([(line.subtotal.amount, RATE) for line in lines], TaxMode.EXCLUSIVE)
        old = self.sale or Sale(
            order_id, self.register.id, 0, (), None, None, usd(0), usd(0), usd(0), (), None
        )
        made = {
            "version": old.version + 1,
            "lines": tuple(lines),
            "subtotal": usd(sums.subtotal),
            "tax": usd(sums.tax),
            "total": usd(sums.total),
            "tax_lines": sums.tax_lines,
            "quote_expires_at": None,
            "touched": touched,
        }
        self.before.append(self.sale)
        self.sale = replace(old, **(made | changes))
        return self.sale

    def note_line(self, *, order_id, line_id, note):
        lines = [
            replace(line, note=note or None) if line.id == line_id else line
            for line in self.sale.lines
        ]
        return self._keep(order_id, lines, line_id)

    def undo_change(self, *, order_id):
        if not self.before:
            raise Refused("nothing_to_undo")
        now, then = self.sale, self.before.pop()
        self.sale = then = replace(then or now, lines=then.lines if then else (), touched=None)
        if then.customer != now.customer:
            name = then.customer.name if then.customer else None
            return Undone(then, None, None, 0, 0, None, name)
        before = {one.id: one.note for one in then.lines}
        if noted := [one for one in now.lines if before.get(one.id, one.note) != one.note]:
            return Undone(then, noted[0].name, None, 1, 1, usd(1), None, is_priced=False)
        counts = [{line.name: line.quantity for line in one.lines} for one in (now, then)]
        [name] = [n for n in counts[0] | counts[1] if counts[0].get(n) != counts[1].get(n)]
        was, pieces = (each.get(name, 0) for each in counts)
        return Undone(then, name, None, was, pieces, usd(1), None)

    def current_sale(self, register_id):
        return replace(self.sale, touched=None) if self.sale else None

    def change_line(self, *, order_id, line_id, quantity):
        by_id = {g.id: g for g in self.goods.values()}
        lines = [
            self._line(by_id[line.product_id], quantity, line.id) if line.id == line_id else line
            for line in self.sale.lines
        ]
        return self._keep(order_id, [line for line in lines if line.quantity], line_id)

    def attach_customer(self, *, register_id, order_id, customer_id):
        known = {person.id: person for person in self.people}
        lines = self.sale.lines if self.sale else ()
        return self._keep(order_id, lines, customer=known.get(customer_id))

    def park(self, *, order_id, label):
        self.parked[order_id] = replace(self.sale, label=label)
        self.sale = None
        return {}

    def recall(self, *, order_id, register_id):
        if self.sale:
            raise Refused("register_busy")
        self.sale = self.parked.pop(order_id)
        return self.sale

    def discard_sale(self, *, order_id):
        self.sale = None
        return {}

    def parked_sales(self):
        return tuple(
            ParkedSale(s.order_id, s.label, len(s.lines), s.total, "Till 1", NOON)
            for s in reversed(self.parked.values())
        )

    def duplicates(self, known):
        return tuple(
            Duplicate(one, Why.EMAIL if one.email == known["email"] else Why.SAME)
            for one in self.people
            if one.email == known["email"]
            or one.name == f"{known['first_name']} {known['last_name']}"
        )

    def add_customer(self, fields):
        if fields["email"] in {one.email for one in self.people if one.email}:
            raise Refused("email_taken")
        name = f"{fields['first_name']} {fields['last_name']}"
        made = CustomerLine(uuid4(), name, fields["email"] or None, 0, phone=fields["phone"])
        self.people.append(made)
        return made.id

    def find(self, text, limit=30):
        return tuple(p for p in self.people if text.casefold() in p.name.casefold())[:limit]

    # money

    def quote(self, *, order_id, shown_total, found=(), approval=None):
        if self.shift is None:
            raise Refused("shift_not_open")
        self._check_in_shift()
        changes, self.price_changes = self.price_changes, ()
        known = {one.product_id for one in found}
        short = tuple(
            Shortage(line.product_id, line.name, line.quantity, line.quantity - line.missing)
            for line in self.sale.lines
            if line.missing and line.product_id not in known
        )
        held = not changes and not short and shown_total == self.sale.total
        sale = self._keep(order_id, self.sale.lines, quote_expires_at=HELD if held else None)
        return Quote(sale, held, tuple(PriceChange(*change) for change in changes), short,
                     taken=tuple(self.parts))  # fmt: skip

    def release_quote(self, *, order_id):
        return self._keep(order_id, self.sale.lines)

    def pay(self, *, order_id, tenders, shift_id=None):
        if order_id in self.orders:
            raise Refused("already_paid", number=self.orders[order_id].order_number)
        parts, self.parts = {one.id for one in self.parts}, []
        *cards, tender = tenders
        cards = [one for one in cards if one.id not in parts]
        change = (tender.tendered or tender.amount) - tender.amount
        number = f"ORD-2026-{len(self.orders) + 1:06}"
        sale, self.sale = self.sale, None
        self.orders[order_id] = self._receipt(sale, number, tender, change)
        spent = tuple(SpentCredit(one.reference, one.amount, usd(0)) for one in cards)
        return Paid(order_id, number, sale.total, change, (), self.cash_level, spent)

    def take_tender(self, *, order_id, tender):
        self.parts.append(replace(tender, id=uuid4()))
        return tuple(self.parts)

    def give_tender_back(self, *, order_id, tender_id):
        self.parts = [one for one in self.parts if one.id != tender_id]
        return tuple(self.parts)

    # gift cards: of any code there are 10.00 on a card

    def take_credit(self, *, order_id, code, most=None):
        amount = min(most or usd("10.00"), usd("10.00"), key=lambda one: one.amount)
        number = f"SC-{code[-6:]}"
        tender = Tender(uuid4(), Method.CREDIT, amount, reference=number)
        return TakenCredit(number, tender, usd("10.00") - amount)

    def give_credit_back(self, *, order_id, tender):
        return {}

    def credit_balance(self, *, code):
        return Credit("SC-000042", usd("10.00"), usd("0.00"))

    def issue_credit(self, *, shift_id, amount, tenders, approval=None):
        self._check_in_shift()
        [tender] = tenders
        change = (tender.tendered or amount) - amount
        code = "GC4E-PCNA-226L-FBZH-897N"
        return IssuedCredit(uuid4(), "SC-000043", amount, amount, change, NOON, code)

    def _receipt(self, sale, number, tender, change):
        return Receipt(
            order_id=sale.order_id,
            order_number=number,
            sold_at=NOON,
            time_zone="UTC",
            register=self.register.name,
            cashier="Maya Okafor",
            customer=sale.customer.name if sale.customer else None,
            store_name="Harbour & Home",
            store_address=("1 Quay Street", "Portland, ME 04101"),
            store_tax_id=None,
            lines=tuple(
                ReceiptLine(x.name, x.description, x.quantity, x.unit_price, x.subtotal)
                for x in sale.lines
            ),
            subtotal=sale.subtotal,
            shipping=usd(0),
            tax=sale.tax,
            total=sale.total,
            tax_mode=TaxMode.EXCLUSIVE,
            tax_lines=sale.tax_lines,
            payments=(Payment(tender.method, tender.amount, tender.tendered, change, None),),
        )

    def receipt(self, order_id):
        if order_id not in self.orders:
            raise NotFound("order_not_found")
        return self.orders[order_id]

    def note_receipt_print(self, *, order_id, register_id):
        receipt = self.receipt(order_id)
        self.orders[order_id] = replace(receipt, prints=receipt.prints + 1)
        return {"number": receipt.prints + 1}

    def note_gift_receipt(self, *, order_id, register_id):
        self.receipt(order_id)
        self.gift_receipts.append(order_id)
        return {"number": self.gift_receipts.count(order_id)}

    def mail_receipt(self, *, order_id, recipient):
        receipt = self.receipt(order_id)
        known = {one.name: one.email for one in self.people}
        address = recipient or known.get(receipt.customer)
        if not address:
            raise Refused("receipt_to_nobody")
        if (order_id, address) in self.mails.values():
            raise Conflict("receipt_mail_waiting", address=address)
        self.mails[key := uuid4()] = (order_id, address)
        return MailedReceipt(key, address, receipt.order_number)

    def call_off_receipt(self, *, mail):
        if mail in self.gone:
            raise Conflict("mail_on_its_way")
        del self.mails[mail]
        return {}

    def unprinted_receipts(self, register_id):
        return tuple(
            UnprintedReceipt(one.order_id, one.order_number, one.sold_at, one.total)
            for one in reversed(self.orders.values()) if not one.prints
        )  # fmt: skip

    def last_receipt(self, register_id):
        return next(reversed(self.orders.values()), None)

    # shifts

    def at_till(self, register_id, *, with_receipt):
        receipt = self.last_receipt(register_id) if with_receipt else None
        return AtTill(self.parked_sales(), self.shift, receipt)

    def open_shift_at(self, register_id):
        return self.shift

    def open_shift(self, *, register_id, opening_float):
        if self.shift:
            raise Refused("shift_already_open", by=self.shift.opened_by)
        self.shift = Shift(
            uuid4(), register_id, "Maya Okafor", NOON, opening_float, MAYA.id, (MAYA,)
        )
        return self.shift

    def shift_of(self, *people):
        """Have the open shift be that of others."""
        self.shift = Shift(
            uuid4(), self.register.id, people[0].name, NOON, usd(100), people[0].id, people
        )

    def leave(self, person):
        """Have somebody leave the shift."""
        people = tuple(one for one in self.shift.people if one != person)
        self.shift = replace(self.shift, people=people)

    async def approve(self, login, password, approval, *, action, detail):
        """Take the word of whoever is in the shift, or of a manager."""
        self.asked.append("approve")
        if password != "right":
            raise NotAllowed("wrong_password")
        if login != "boss" and login not in {person.login for person in self.shift.people}:
            raise NotAllowed("not_of_shift")
        self.approvals[approval] = (action, detail)

    def join_shift(self, *, shift_id, approval=None):
        wanted = ("join_shift", {"shift_id": str(shift_id), "requested_by": str(MAYA.id)})
        if approval is not None and self.approvals.pop(approval, None) != wanted:
            raise Refused("approval_not_valid")
        self.shift = replace(self.shift, people=(*self.shift.people, MAYA))
        return self.shift

    def _check_in_shift(self):
        if not self.shift.has(MAYA.id):
            people = ", ".join(person.name for person in self.shift.people)
            detail = {"shift_id": str(self.shift.id), "requested_by": str(MAYA.id)}
            raise NotAllowed("shift_of_others", action="join_shift", detail=detail, people=people)

    def _totals(self, cash):
        gross, numbers = (
            money_sum(one.total for one in self.orders.values()),
            [one.order_number for one in self.orders.values()],
        )
        return ShiftTotals(
            sales=len(self.orders), gross=gross, returns=0, returned=usd(0), net=gross, taxes=(),
            tenders=(TenderTotal(Method.CASH, money_sum(cash), usd(0), len(cash)),),
            discounts=0, discounted=usd(0), paid_in=usd(0), paid_out=usd(0),
            first_order=min(numbers, default=None), last_order=max(numbers, default=None),
        )  # fmt: skip

    def shift_report(self, shift_id, **changes):
        cash = [r.total for r in self.orders.values() if r.payments[0].method is Method.CASH]
        values = {
            "shift": self.shift,
            "store": "Harbour & Home",
            "register": "Till 1",
            "z_number": None,
            "closed_at": None,
            "closed_by": None,
            "totals": self._totals(cash),
            "expected": None,
            "counted": None,
            "difference": None,
            "difference_reason": None,
            "counts": self.counts,
        }
        expected = self.shift.opening_float + money_sum(cash)
        if self.counts and self.counts[-1].expected == expected:
            counted = self.counts[-1].counted
            values |= {"expected": expected, "counted": counted, "difference": counted - expected}
        return ShiftReport(**(values | changes))

    def move_cash(self, *, shift_id, amount, reason, is_in):
        self._check_in_shift()
        self.cash_moved.append((str(amount.amount), reason, is_in))

    def open_drawer(self, *, shift_id, reason, approval=None):
        self._check_in_shift()
        detail = {"shift_id": str(shift_id), "reason": reason, "requested_by": str(MAYA.id)}
        asked = {"action": "open_drawer", "detail": detail}
        if len(self.openings) >= self.most_openings:
            if approval is None:
                raise NotAllowed("openings_of_shift", most=self.most_openings, **asked)
            if self.approvals.pop(approval, None) != ("open_drawer", detail):
                raise Refused("approval_not_valid")
        self.openings.append(reason)

    def cash_event_keys(self, *, shift_id, sort, descending):
        del sort, descending
        return b"".join(one.id.bytes for one in self._events(shift_id))

    def first_cash_events(self, *, shift_id, sort, descending, limit):
        del sort, descending
        return self._events(shift_id)[:limit]

    def cash_events(self, ids, *, shift_id):
        return [one for one in self._events(shift_id) if one.id in ids]

    def _events(self, shift_id):
        one = self.shift.opening_float
        begun = CashEvent(
            shift_id, CashKind.FLOAT, NOON, self.shift.opened_by, None, "", "", one, None, one
        )
        return [begun]

    def count_shift(self, *, shift_id, counted):
        self._check_in_shift()
        cash = [r.total for r in self.orders.values() if r.payments[0].method is Method.CASH]
        expected = self.shift.opening_float + money_sum(cash)
        before = self.counts[-1] if self.counts else None
        if before is None or (before.counted, before.expected) != (counted, expected):
            is_correction = before is not None and before.expected == expected
            made = DrawerCount(counted, expected, "Maya Okafor", NOON, is_correction)
            self.counts = (*self.counts, made)
        return self.shift_report(shift_id)

    def close_shift(self, *, shift_id, counted, reason):
        told = self.shift_report(shift_id)
        if told.counted is None and self.counts and self.counts[-1].counted == counted:
            raise Conflict("drawer_moved")
        told = self.count_shift(shift_id=shift_id, counted=counted)
        if told.difference and not reason:
            raise Refused("difference_needs_reason", difference=str(told.difference.amount))
        made = self.shift_report(
            shift_id, z_number=1, closed_at=NOON, closed_by="Maya Okafor", difference_reason=reason
        )
        self.shift, self.counts = None, ()
        return made


EVIL = "<img src=/dev/zero>"
SHELF = (
    ("5901234123457", "Harbour Blend coffee", "Whole bean, 250 g", "8.90", 40),
    ("4006381333931", "Paper coffee filters", "Size 2", "2.45", 60),
    ("MUG-SAGE", "Enamel mug", "Sage", "5.50", 1),
    ("036000291452", "Linen tea towel", "Natural, 50 × 70 cm", "6.75", 12),
    ("CANDLE", "Beeswax candle", "Honey, 12 cm", "4.60", 9),
    ("SOAP-OAT", "Oat soap", "Unscented, 120 g", "2.85", 30),
    ("BRUSH", "Dish brush", "Beech", "3.40", 14),
    ("PEGS", "Clothes pegs", "Beech, pack of 24", "2.30", 25),
    ("CARD-BLUE", "Greeting card", "Blue, A6", "1.95", 80),
    (
        "QUILT",
        "Hand-quilted patchwork bedspread in reclaimed cotton, reversible, with scalloped edge",
        "Indigo and oatmeal, 220 × 240 cm, machine washable at 30 degrees",
        "1234.56",
        3,
    ),
    ("EVIL", EVIL, EVIL, "1.00", 5),
)


def stocked(register):
    """Return a shop with a few goods, people and an open shift."""
    shop = Shop(register)
    for code, name, description, price, on_shelf in SHELF:
        shop.add(code, name, description, price, on_shelf=on_shelf)
    shop.people = [
        CustomerLine(uuid4(), "Amelia Hart", "amelia@example.com", 12, "04101 Portland"),
        CustomerLine(uuid4(), "Amir Haddad", None, 1, "04103 Portland"),
        CustomerLine(uuid4(), EVIL, None, 0, None),
    ]
    shop.shift = Shift(uuid4(), register.id, "Maya Okafor", NOON, usd(100), MAYA.id, (MAYA,))
    return shop
