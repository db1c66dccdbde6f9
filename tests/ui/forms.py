"""Every dialog, panel and page that is a form, each made without a database.

A class that is not in FORMS is found by `missing`: a later form is held to the same rules.
"""

import importlib
import pkgutil
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import storedesk.ui
from storedesk import forms
from storedesk.api import open_returns
from storedesk.documents.strip import Middle, StripDocument
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.categories import CategoryForm, Tree
from storedesk.domain.credit import Credit
from storedesk.domain.customers import CustomerForm
from storedesk.domain.exchanges import Exchange, Refund, ReturnedItem
from storedesk.domain.fiscal import FiscalCheck
from storedesk.domain.journal import JournalKind
from storedesk.domain.open_returns import OpenReturnPreview, SaleOfItem, SoldItem
from storedesk.domain.orders import OrderStatus
from storedesk.domain.outbox import EmailSender, MailSettings
from storedesk.domain.past_orders import PastOrder, PastOrderLine
from storedesk.domain.product_forms import ProductForm
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.registers import RegisterLine
from storedesk.domain.shifts import Shift
from storedesk.domain.sign_ins import PersonHere
from storedesk.domain.staff import Group, Limit, Me, StaffLine
from storedesk.domain.taxes import TaxClassLine, TaxRate
from storedesk.domain.till import Method, PriceChange, Quote, Sale, SaleLine, Shortage
from storedesk.services import importing, past_sales
from storedesk.settings import Profile
from storedesk.ui.approval import Approval, ApprovalRequest, Approvers, KnownApprover
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.catalog.category_dialog import CategoriesDialog
from storedesk.ui.catalog.category_moves import CategoryMoveDialog
from storedesk.ui.catalog.promotions.form_dialog import PromotionDialog
from storedesk.ui.catalog.promotions.list_dialog import PromotionsDialog
from storedesk.ui.catalog.variants import VariantsDialog
from storedesk.ui.context import OwnAccount
from storedesk.ui.counts.new_count import NewCount
from storedesk.ui.customers.address_form import CustomerAddressDialog
from storedesk.ui.customers.customer_form import (
    CustomerDialog,
    EditCustomerDialog,
    NewCustomerDialog,
)
from storedesk.ui.customers.web_shop import WebShopDialog
from storedesk.ui.first_run.join_store import JoinStoreForm
from storedesk.ui.first_run.new_store import NewStoreForm
from storedesk.ui.first_run.restore import RestoreForm
from storedesk.ui.health.backup_dialog import BackupDialog
from storedesk.ui.importing.dialog import ImportDialog
from storedesk.ui.importing.file_import import FileImportDialog
from storedesk.ui.importing.past_import import PastImportDialog
from storedesk.ui.importing.past_sales import PastSalesDialog
from storedesk.ui.joining import JoinDialog, drawer_at
from storedesk.ui.journal.fiscal_dialog import FiscalDialog
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.dialogs.conflict import ConflictDialog, Contested
from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.dialogs.dialog import Choice, Dialog, Question
from storedesk.ui.kit.dialogs.handbook import Handbook
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.dialogs.progress import ProgressDialog
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet
from storedesk.ui.kit.forms.form_dialog import FormDialog
from storedesk.ui.kit.input.keyboard import FormPage
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper
from storedesk.ui.kit.paper.strip import Printable, Strip, StripDialog
from storedesk.ui.orders import dialogs
from storedesk.ui.orders.bulk_shipping import BulkShippingDialog
from storedesk.ui.orders.past_orders import PastOrderDialog
from storedesk.ui.orders.payment import PayDialog, PayNow
from storedesk.ui.orders.printing import PrintDialog
from storedesk.ui.orders.returns import ReturnDialog
from storedesk.ui.outbox.setup import EmailSetupDialog
from storedesk.ui.people.forms import (
    ChangePersonDialog,
    LimitsDialog,
    NewPasswordDialog,
    NewPersonDialog,
    PersonDialog,
)
from storedesk.ui.preferences.own_badge import OwnBadgeDialog
from storedesk.ui.preferences.own_password import OwnPasswordDialog
from storedesk.ui.preferences.own_pin import OwnPinDialog
from storedesk.ui.preferences.receipt_printer import ReceiptPrinterDialog
from storedesk.ui.receipt_mails import ReceiptAddressDialog
from storedesk.ui.report_dialog import ReportDialog
from storedesk.ui.settings.carrier_dialog import CarrierDialog
from storedesk.ui.settings.cash_dialog import CashDialog
from storedesk.ui.settings.register_dialog import RegisterDialog
from storedesk.ui.settings.scale_code_dialog import ScaleCodeDialog
from storedesk.ui.settings.tax_dialogs import (
    NewTaxClassDialog,
    RenameTaxClassDialog,
    TaxDialog,
    TaxRateDialog,
)
from storedesk.ui.sign_in.lock_page import LockPage
from storedesk.ui.sign_in.view import SignIn
from storedesk.ui.till.approvals import ApprovalPanel
from storedesk.ui.till.checkout.exchange_panel import ExchangePanel
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.checkout.quote_changes import QuoteChangesPanel
from storedesk.ui.till.checkout.sale_money import SaleMoney
from storedesk.ui.till.checkout.terminal_panel import TerminalPanel
from storedesk.ui.till.checkout.terminal_pay_panel import TerminalPayPanel
from storedesk.ui.till.collecting.find_order import FindOrderPanel
from storedesk.ui.till.collecting.order_panel import OrderPanel
from storedesk.ui.till.collecting.order_pay_panel import OrderPayPanel
from storedesk.ui.till.discounts.discount_panel import DiscountPanel, DiscountPart
from storedesk.ui.till.gift_cards.balance import GiftCardBalancePanel
from storedesk.ui.till.gift_cards.selling import SellGiftCardPanel
from storedesk.ui.till.new_code import NewCodePanel
from storedesk.ui.till.open_returns.draft import OpenReturnDraft
from storedesk.ui.till.open_returns.open_return_panel import OpenReturnPanel
from storedesk.ui.till.open_returns.sales_of_item import SalesOfItemPanel
from storedesk.ui.till.order_finder import OrderFinder
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.price_check import PricePanel
from storedesk.ui.till.quick_keys.arranging import ArrangePanel
from storedesk.ui.till.quick_keys.board import QuickKeys
from storedesk.ui.till.receipts.mail_panel import MailPanel
from storedesk.ui.till.receipts.print_panel import PrintPanel, ReceiptPanel
from storedesk.ui.till.receipts.unprinted import UnprintedPanel
from storedesk.ui.till.returns.find_receipt import FindReceiptPanel
from storedesk.ui.till.returns.given_back import GivenBackPanel
from storedesk.ui.till.returns.money_back_panel import MoneyBackPanel
from storedesk.ui.till.returns.return_panel import ReturnPanel
from storedesk.ui.till.sale.customer import CustomerPanel
from storedesk.ui.till.sale.empty_sale import EmptyPanel
from storedesk.ui.till.sale.new_customer import NewCustomerPanel
from storedesk.ui.till.sale.note_panel import NotePanel
from storedesk.ui.till.sale.parked import ParkPanel, RecallPanel
from storedesk.ui.till.sale.sale_controller import SaleController
from storedesk.ui.till.shifts.close_shift import CloseShiftPanel
from storedesk.ui.till.shifts.joining import JoinPanel
from storedesk.ui.till.shifts.move_cash import MoveCashPanel
from storedesk.ui.till.shifts.open_drawer import OpenDrawerPanel
from storedesk.ui.till.shifts.open_shift import OpenShiftPanel
from storedesk.ui.till.unsold import UnsoldPanel
from storedesk.ui.till.weight_panel import WeightPanel
from storedesk.ui.timeline.dialog import TimelineDialog
from tests.bounds import BOUNDS
from tests.documents.test_packing_slips import order
from tests.steps import STEPS
from tests.ui.store_access import StoreAccess
from tests.ui.till.shop import ANA, MAYA, NOON, Shop, stocked, till_context, usd

BASES = {
    FormDialog,
    Dialog,
    dialogs.OrderDialog,
    dialogs.ReasonDialog,
    CustomerDialog,
    MoneyBackPanel,
    OrderFinder,
    PersonDialog,
    SaveDialog,
    TaxDialog,
    FileImportDialog,
    CategoryMoveDialog,
    FormPage,
    Panel,
}
"""What others are made from; nobody ever sees one of these."""

KIM = StaffLine(
    id=uuid4(),
    login="kim",
    name="Kim",
    is_active=True,
    is_person=True,
    is_signed_in=False,
    groups=(Group.CASHIER,),
    since=NOON,
)


class Answers:
    """A desk that has nothing, and refuses every action as the test wants it."""

    def __init__(self):
        self.refusal = Refused("reason_missing")

    async def read(self, *_, **__):
        return ()

    async def do(self, *_, **__):
        raise self.refusal

    edit = do


class Catalog(Answers):
    """A desk that knows one category."""

    async def read(self, service, *_, **__):
        one = CategoryForm(id=uuid4(), name="Soap", version=1)
        return Tree((one,)) if service is forms.categories.tree else ()


class Worth(Answers):
    """A desk that says what goods without a receipt are worth."""

    async def read(self, service, *_, **__):
        if service is open_returns.open_return_preview:
            worth = usd("12.00")
            return OpenReturnPreview((), worth, usd("0.00"), worth, worth)
        return ()


def kinds():
    """Return every class of form that the program has."""
    for module in pkgutil.walk_packages(storedesk.ui.__path__, "storedesk.ui."):
        importlib.import_module(module.name)
    found, left = set(), [FormDialog, FormPage, Panel]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("storedesk."):
            found.add(kind)
    return found - BASES


def missing():
    """Return the forms that nobody tries."""
    return sorted(kind.__name__ for kind in kinds() - FORMS.keys())


def me(*groups):
    return Me(
        MAYA.id, "maya", "Maya Okafor", frozenset(groups), frozenset(), bounds=BOUNDS, **STEPS
    )


def arrange_panel():
    context = till_context(Answers())
    quick = QuickKeys(context)
    quick._show_tabs(())
    return ArrangePanel(context, quick)


PAID = StripDocument("Receipt", (Middle("Paid"),))
LINE = SaleLine(
    id=uuid4(), product_id=uuid4(), variant_id=None, name="Mug", description=None,
    unit_price=usd("2.50"), list_price=usd("2.50"), quantity=1, subtotal=usd("2.50"), missing=0,
    is_sellable=True,
)  # fmt: skip


def manager_context(form):
    return till_context(Answers(), me=me(Group.MANAGER), format=form)


async def done(*_, **__):
    return order()


async def refused(*_, **__):
    raise Refused("reason_missing")


def shift(*people):
    people = people or (MAYA,)
    return Shift(uuid4(), uuid4(), people[0].name, NOON, usd(100), people[0].id, people)


def product():
    return ProductForm(
        id=uuid4(), version=1, currency="USD", name="Mug", description="", category_id=uuid4(),
        price=Decimal("5.00"), status=ProductStatus.DRAFT, tax_class_id=None, codes=(),
        variants=(), pictures=(),
    )  # fmt: skip


def person():
    fields = dict.fromkeys(("first_name", "last_name", "email", "phone", "note"), "")
    return CustomerForm(uuid4(), 1, fields, may_change_email=True)


def customer():
    return SimpleNamespace(id=uuid4(), version=1, name="Zoë Quay")


def approval(form):
    refusal = NotAllowed("approval_needed", action="refund", detail={})
    asked = ApprovalRequest("Pay back", [("Sold by", "Maya Okafor")], ("Total", "$5.00"))
    known = Approvers(done, [KnownApprover("Cyd", "cyd", "right")])
    return Approval(known, form, lambda _: asked, refused, refusal)


def drawer():
    return drawer_at(till_context(Answers(), me=me(Group.CASHIER)))


def imported(window, form, folder):
    path = folder / "goods.csv"
    path.write_text("Artikel,Name,Preis\nA1,Apple,1.50\n")
    return ImportDialog(window, Answers(), form, (path,), importing.look(None, (path,)), most=100)


def past_imported(window, form, folder):
    path = folder / "past.csv"
    path.write_text("Beleg,Ware,Stück\n1,A,2\n")
    return PastImportDialog(window, manager_context(form), path, past_sales.look(None, path))


def quote():
    shop = stocked(till_context().register)
    shop.scan(register_id=None, order_id=uuid4(), code="PEGS")
    short = Shortage(uuid4(), "Mug", 3, 1)
    changes = (PriceChange("Mug", usd(4), usd(5)),)
    return Quote(sale=shop.sale, is_held=False, changes=changes, shortages=(short,))


def empty_shop():
    shop = Shop(till_context().register)
    shop.shift = shift()
    return shop


def fiscal_records(window, *_):
    shop = empty_shop()
    shop.verified = lambda **_: FiscalCheck(
        None, 0, is_done=True, rows=0, total_rows=0, fault=None, newest=()
    )
    return FiscalDialog(window, till_context(shop))


def closing(_window, _form, _folder):
    shop = empty_shop()
    return CloseShiftPanel(till_context(shop), shop.shift)


def moving_cash(_window, _form, _folder):
    shop = empty_shop()
    return MoveCashPanel(till_context(shop), shop.shift)


def opening_drawer(_window, _form, _folder):
    shop = empty_shop()
    return OpenDrawerPanel(till_context(shop), shop.shift, None)


def giving_discount(_window, _form, _folder):
    context = till_context(empty_shop())
    selling = SaleController(context.desk, context.till_register().id)
    return DiscountPanel(context, selling, None, LINE, DiscountPart.LINE)


def selling_card(_window, _form, _folder):
    shop = empty_shop()
    return SellGiftCardPanel(till_context(shop), shop.shift, None)


def returning(_window, form, _folder):
    context = till_context(Answers(), format=form)
    return ReturnPanel(context, order(), shift(), None, uuid4)


def exchanging(_window, form, _folder):
    context = till_context(Answers(), format=form)
    nothing, back = usd("0.00"), usd("12.00")
    line = ReturnedItem("Mug", "Blue", 2, restocked=True, refund=back)
    refund = Refund(Method.CASH, usd("7.00"), nothing, None)
    made = Exchange(uuid4(), "ORD-1", "Wrong size", (line,), back, usd("5.00"), (refund,))
    total = usd("5.00")
    sale = Sale(
        uuid4(), uuid4(), 1, (), None, None, total, nothing, total, (), None, exchange=made
    )  # fmt: skip
    return ExchangePanel(context, sale, made)


def order_at_till(_window, form, _folder):
    pending = order("ORD-1", status=OrderStatus.PENDING)
    return OrderPanel(till_context(Answers(), format=form), pending)


def given_back(*_):
    nothing, method = usd("0.00"), Method.CASH
    refund = Refund(method, usd("5.00"), nothing, None)
    return GivenBackPanel(till_context(Answers()), "ORD-1", (refund,), has_slip=False)


def without_receipt(_window, form, _folder):
    context, draft = till_context(Worth(), format=form), OpenReturnDraft()
    draft.add(SoldItem(uuid4(), None, "Mug", "Blue", usd("12.00")))
    return OpenReturnPanel(context, shift(), draft, None)


def sales_of_item(_window, form, _folder):
    item = SoldItem(uuid4(), None, "Mug", "Blue", usd("12.00"))
    moment = datetime(2026, 9, 1, 12)  # noqa: DTZ001 - UTC without zone
    sale = SaleOfItem(uuid4(), "ORD-1", moment, "Ann", usd("24.00"), 2, usd("12.00"))
    return SalesOfItemPanel(till_context(Answers(), format=form), item, (sale,))


def card_balance(_window, _form, _folder):
    return GiftCardBalancePanel(till_context(), Credit("SC-000042", usd("8.00"), usd("0.00")))


def ordered(kind):
    return lambda window, form, _: kind(window, manager_context(form), order(), refused, done)


def past_order():
    line = PastOrderLine("85123A", "White heart", 6, Decimal("2.5500"))
    return PastOrder("536365", NOON.replace(tzinfo=None), "17850", "United Kingdom", (line,))


class TwoHere:
    """Two people who have signed in here and rest."""

    def people(self):
        return (PersonHere("bob", "Bob"), PersonHere("cyd", "Cyd", is_manager=True))

    def said(self):
        return []

    async def wake(self, login):
        del login


def locked(*_):
    page = LockPage(TwoHere())
    page.begin()
    page.choose(TwoHere().people()[0])
    return page


TAXES = TaxClassLine(
    uuid4(), "Mug", is_default=False, categories=(), products=0,
    rates=(TaxRate(NOON.date(), "VAT", Decimal("0.07")),),
)  # fmt: skip


RECEIPT = SimpleNamespace(order_number="ORD-1")
FORMS = {
    CarrierDialog: lambda window, *_: CarrierDialog(window, None, (), lambda _: None),
    ScaleCodeDialog: lambda window, form, _: ScaleCodeDialog(
        window, manager_context(form), None, (), lambda _: None
    ),
    CashDialog: lambda window, form, _: CashDialog(
        window,
        manager_context(form),
        RegisterLine(uuid4(), "T1", "Till 1", True, None),  # noqa: FBT003
    ),
    RegisterDialog: lambda window, *_: RegisterDialog(window, Answers(), None, ()),
    NewTaxClassDialog: lambda window, form, _: NewTaxClassDialog(window, manager_context(form)),
    RenameTaxClassDialog: lambda window, form, _: RenameTaxClassDialog(
        window, manager_context(form), TAXES
    ),
    TaxRateDialog: lambda window, form, _: TaxRateDialog(
        window, manager_context(form), TAXES, None, NOON.date()
    ),
    ApprovalDialog: lambda window, form, _: ApprovalDialog(window, approval(form)),
    BulkShippingDialog: lambda window, form, _: BulkShippingDialog(window, manager_context(form)),
    CategoriesDialog: lambda window, form, _: CategoriesDialog(window, Catalog(), form),
    ChangePersonDialog: lambda window, *_: ChangePersonDialog(window, Answers(), KIM),
    LimitsDialog: lambda window, form, _: LimitsDialog(
        window, Answers(), form, dict.fromkeys(Limit, Decimal(5))
    ),
    NewPasswordDialog: lambda window, *_: NewPasswordDialog(window, Answers(), KIM),
    OwnPasswordDialog: lambda window, *_: OwnPasswordDialog(
        window, OwnAccount(Answers().do, lambda: None), "maya"
    ),
    OwnBadgeDialog: lambda window, *_: OwnBadgeDialog(window, till_context(empty_shop()), done),
    OwnPinDialog: lambda window, *_: OwnPinDialog(window, done, "maya", has_pin=True),
    LockPage: locked,
    PromotionsDialog: lambda window, form, _: PromotionsDialog(window, manager_context(form)),
    PromotionDialog: lambda window, form, _: PromotionDialog(
        window, manager_context(form), None, categories=(), today=date(2026, 12, 2)
    ),
    PastOrderDialog: lambda window, form, _: PastOrderDialog(
        window, manager_context(form), past_order()
    ),
    TimelineDialog: lambda window, form, _: TimelineDialog(
        window, manager_context(form), JournalKind.PRODUCT, uuid4()
    ),
    NewPersonDialog: lambda window, *_: NewPersonDialog(window, Answers()),
    ConflictDialog: lambda window, *_: ConflictDialog(
        window, "Mug", [("name", Contested("Name", "Mug", "Cup"))]
    ),
    CrashDialog: lambda window, *_: CrashDialog(window, "Traceback"),
    EditCustomerDialog: lambda window, *_: EditCustomerDialog(window, Answers(), person()),
    ImportDialog: imported,
    PastImportDialog: past_imported,
    PastSalesDialog: lambda window, form, _: PastSalesDialog(window, manager_context(form)),
    JoinDialog: lambda window, *_: JoinDialog(window, drawer(), shift(ANA)),
    Handbook: lambda window, *_: Handbook(window),
    ShortcutSheet: lambda window, *_: ShortcutSheet(window, Actions()),
    EmailSetupDialog: lambda window, form, _: EmailSetupDialog(
        window, manager_context(form), MailSettings(letterhead=EmailSender(name="The Shop"))
    ),
    NewCount: lambda window, *_: NewCount(window, Answers(), "Monday", (), most=5_000),
    NewCustomerDialog: lambda window, *_: NewCustomerDialog(window, Answers(), country="US"),
    Palette: lambda window, *_: Palette(window, Actions()),
    ReportDialog: lambda window, *_: ReportDialog(window, "Low stock", "<p>None</p>", "low-stock"),
    PayDialog: lambda window, form, _: PayDialog(
        window, manager_context(form), order(), refused, done, shift()
    ),
    PayNow: lambda window, form, _: PayNow(window, manager_context(form), usd(5), shift(), refused),
    CustomerAddressDialog: lambda window, *_: CustomerAddressDialog(
        window, Answers(), customer(), None, country="US"
    ),
    PrintDialog: lambda window, form, _: PrintDialog(window, manager_context(form), [uuid4()]),
    ProgressDialog: lambda window, form, _: ProgressDialog(window, "Export", form),
    Question: lambda window, *_: Question(window, "Go?", "Now.", [Choice("yes", "Go")], "yes"),
    ReturnDialog: lambda window, form, _: ReturnDialog(
        window, manager_context(form), order(), refused, done, refused, shift()
    ),
    ReceiptPrinterDialog: lambda window, form, _: ReceiptPrinterDialog(
        window, manager_context(form)
    ),
    StripDialog: lambda window, *_: StripDialog(
        window, "Receipt", Strip(PAID, "receipt", ReceiptPaper())
    ),
    VariantsDialog: lambda window, form, _: VariantsDialog(
        window, Answers(), form, product(), most=250
    ),
    WebShopDialog: lambda window, *_: WebShopDialog(window, Answers(), 1, ""),
    dialogs.AddressDialog: ordered(dialogs.AddressDialog),
    dialogs.CancelDialog: ordered(dialogs.CancelDialog),
    dialogs.RecallDialog: ordered(dialogs.RecallDialog),
    dialogs.TrackingDialog: ordered(dialogs.TrackingDialog),
    ApprovalPanel: lambda _window, form, _: ApprovalPanel(approval(form)),
    CloseShiftPanel: closing,
    FindOrderPanel: lambda *_: FindOrderPanel(till_context(Answers())),
    OrderPanel: order_at_till,
    OrderPayPanel: lambda _window, form, _: OrderPayPanel(
        till_context(format=form), usd(5), is_deposit=True
    ),
    FindReceiptPanel: lambda *_: FindReceiptPanel(till_context(Answers())),
    GivenBackPanel: given_back,
    OpenReturnPanel: without_receipt,
    SalesOfItemPanel: sales_of_item,
    ReturnPanel: returning,
    MoveCashPanel: moving_cash,
    OpenDrawerPanel: opening_drawer,
    SellGiftCardPanel: selling_card,
    GiftCardBalancePanel: card_balance,
    EmptyPanel: lambda *_: EmptyPanel(),
    CustomerPanel: lambda *_: CustomerPanel(empty_shop(), None),
    QuoteChangesPanel: lambda *_: QuoteChangesPanel(till_context(), quote()),
    JoinPanel: lambda *_: JoinPanel(drawer(), shift(ANA)),
    OpenShiftPanel: lambda *_: OpenShiftPanel(till_context(empty_shop())),
    PrintPanel: lambda *_: PrintPanel(Printable("Receipt", PAID, "receipt", ReceiptPaper())),
    ArrangePanel: lambda *_: arrange_panel(),
    ReceiptPanel: lambda *_: ReceiptPanel(RECEIPT, PAID, ReceiptPaper(), refused),
    UnprintedPanel: lambda *_: UnprintedPanel(till_context(), (), refused),
    NewCustomerPanel: lambda *_: NewCustomerPanel(Answers(), "Ann"),
    NotePanel: lambda *_: NotePanel(LINE),
    DiscountPanel: giving_discount,
    ParkPanel: lambda *_: ParkPanel("12:30"),
    ExchangePanel: exchanging,
    PayPanel: lambda *_: PayPanel(till_context(), SaleMoney(usd("8.92")), None),
    TerminalPayPanel: lambda *_: TerminalPayPanel(
        till_context(), SaleMoney(usd("8.92")), None, has_terminal=True
    ),
    TerminalPanel: lambda *_: TerminalPanel(till_context(), can_ask=True),
    MailPanel: lambda *_: MailPanel("ORD-1", refused),
    ReceiptAddressDialog: lambda window, *_: ReceiptAddressDialog(window, "ORD-1", refused),
    PricePanel: lambda *_: PricePanel(till_context(empty_shop())),
    RecallPanel: lambda *_: RecallPanel(till_context(), ()),
    NewCodePanel: lambda *_: NewCodePanel(till_context(empty_shop()), "9506000134376"),
    WeightPanel: lambda *_: WeightPanel(
        till_context(empty_shop()),
        None,
        None,
        Refused("weight_needed", name="Mug", price="12.99", currency="USD"),
    ),
    UnsoldPanel: lambda *_: UnsoldPanel(
        Answers(), Refused("product_not_sold", name="Mug", status="draft"), "MUG"
    ),
    JoinStoreForm: lambda _window, _form, folder: JoinStoreForm(lambda _: folder / "ca.crt"),
    NewStoreForm: lambda *_: NewStoreForm(),
    RestoreForm: lambda _window, _form, folder: RestoreForm(StoreAccess(Profile(folder))),
    BackupDialog: lambda window, _form, folder: BackupDialog(window, folder),
    FiscalDialog: fiscal_records,
    SignIn: lambda _window, _form, folder: SignIn(StoreAccess(Profile(folder))),
}
