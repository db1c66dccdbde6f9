"""The page context: what every page of the window is made from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from storedesk.adapters.links import open_link
from storedesk.adapters.mail.passwords import MailPasswords
from storedesk.documents.strip import Speech
from storedesk.domain.card_terminals import CardTerminal
from storedesk.domain.change_notices import EVERY_TABLE
from storedesk.domain.print_purposes import Purpose
from storedesk.domain.receipt_printers import COLUMNS, SYSTEM, ReceiptPrinter
from storedesk.domain.staff import Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.domain.values.money import Money
from storedesk.services.desk import Desk
from storedesk.services.workspace import Workspace
from storedesk.translations import language_of, translation
from storedesk.ui.approval import Approvers
from storedesk.ui.customer_display.display import CustomerDisplay
from storedesk.ui.fiscal_signing import FiscalSigning
from storedesk.ui.kit.base.actions import Actions
from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.scanner import ScannerGuard
from storedesk.ui.kit.lists.habits import Habits
from storedesk.ui.kit.paper.printing import A5, Page, Paper, page_for
from storedesk.ui.kit.paper.receipt_paper import ReceiptPaper

STORE_TABLES = frozenset({"store_settings", "tax_classes", "tax_rates", EVERY_TABLE})
"""The tables that the settings of the store are read from."""


class Navigation(Protocol):
    """Show another page, if this person has it: pages know each other by their keys only."""

    def __call__(
        self, page: str, record: UUID | None = None, *, words: str = "", tab: str = ""
    ) -> None:
        """Show `page`; there, one record, what `words` find, or a tab of its list by its key."""


def nowhere(page: str, record: UUID | None = None, *, words: str = "", tab: str = "") -> None:
    """Stay: there are no other pages."""
    del page, record, words, tab


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What whoever is signed in can do about their own login."""

    change_password: Callable[[str, str, str], Awaitable[None]]
    """Takes login, password and new password. Refused: password_short, wrong_password."""
    leave: Callable[[], object]
    """Signs out, and asks for the password."""


def speech_of(paper: Format, store: StoreSettings | None = None) -> Speech:
    """Return how documents are written in the language of a format, and with what of the store."""
    return Speech(
        translate=translation(language_of(paper.locale)).text,
        money=paper.money,
        moment=paper.on_paper,
        percent=paper.percent,
        weight=paper.kilograms,
        logo=store.logo if store else None,
        header=store.receipt_header if store else "",
        footer=store.receipt_footer if store else "",
    )


@dataclass(slots=True, kw_only=True)
class PageContext:
    """The store as the person who is signed in may see it, and what a page works with."""

    desk: Desk
    actions: Actions
    scanner: ScannerGuard
    format: Format
    """How this person reads money, numbers and dates."""
    paper: Format | None = None
    """How papers write them, where that is not the same."""
    store: StoreSettings
    """As it is now: read anew when an admin changes it."""
    me: Me
    register: Register | None = None
    """The register of this workstation; None where nobody may sell, or until one is chosen."""
    printer: str | None = ""
    """Where receipts are printed: a name, "" for the system's own printer, None for nowhere."""
    device: ReceiptPrinter = SYSTEM
    """The receipt printer that StoreDesk writes to itself; of the system's printers the roll."""
    prints_receipts: bool = True
    """Whether a receipt is printed as soon as it is paid."""
    page_printer: str = ""
    """Where whole pages such as reports are printed: a name, or "" for the system's own printer."""
    seen: set[UUID] = field(default_factory=set)
    """Orders that this program has shown as booked, whoever was signed in."""
    mail_passwords: MailPasswords = field(default_factory=MailPasswords)
    """The password of the mail server, where this computer knows it."""
    approvers: Approvers = field(default_factory=Approvers)
    """How a manager beside the screen is asked for approval, without signing in."""
    account: OwnAccount | None = None
    """None where nobody changes a password: the demo store shows them at sign-in."""
    set_pin: Callable[[str, str, str | None], Awaitable[None]] | None = None
    """Takes login, password and PIN, None for none. Refused: bad_pin, obvious_pin."""
    set_badge: Callable[[str, str, str | None], Awaitable[None]] | None = None
    """Takes login, password and a badge's secret, None for none."""
    habits: Habits = field(default_factory=Habits)
    """How this person arranges lists."""
    comfort: Comfort = field(default_factory=Comfort)
    """What this person chose for eyes, hands and ears."""
    display: CustomerDisplay = field(default_factory=CustomerDisplay)
    """What customers see of the sale on a second screen."""
    workspace: Callable[[], Awaitable[Workspace]] | None = None
    """Where the store is kept, for who looks after its server and its backups."""
    keeps_backups: bool = False
    """Whether this program backs the store up: one on this computer, but for the demo."""
    is_shared: bool = False
    """Whether the store is on a server, which others may work at too."""
    card_terminal: Callable[[], CardTerminal | None] = lambda: None
    """The card terminal of this computer, if one is chosen."""
    signing: FiscalSigning | None = None
    """Signs fiscal records at this register, where a signer can be chosen: in a demo store."""
    navigate: Navigation = nowhere
    """Shows another page, one of its records or what words find there."""
    open_link: Callable[[str], object] = open_link
    """Opens an address in the system's browser; may wait, so call it on a thread."""

    def money(self, money: Money) -> str:
        """Write money as this store does."""
        return self.format.money(money)

    def zero(self) -> Money:
        """Return no money, in the store's currency."""
        return Money.of(0, self.store.currency)

    def on_paper(self) -> Format:
        """Return how papers write money, numbers and dates."""
        return self.paper or self.format

    def speech(self) -> Speech:
        """Return how documents are written: in the store's language, whoever prints them."""
        return speech_of(self.on_paper(), self.store)

    def receipt_paper(self) -> ReceiptPaper:
        """Return where receipts and reports are printed."""
        return ReceiptPaper(self.printer or "", self.device)

    def credit_paper(self) -> ReceiptPaper:
        """Return where slips of gift cards and store credit are printed: as receipts, as a rule."""
        name = self.comfort.printer_for(Purpose.CREDIT)
        if not name:
            return self.receipt_paper()
        kept = self.comfort.paper_for(Purpose.CREDIT)
        roll = int(kept) if kept in map(str, COLUMNS) else SYSTEM.roll
        return ReceiptPaper(name, ReceiptPrinter(roll=roll, columns=COLUMNS[roll][0]))

    def slip_printer(self) -> str:
        """Return where packing slips and pick lists are printed: as pages, as a rule."""
        return self.comfort.printer_for(Purpose.SLIPS) or self.page_printer

    def slip_page(self) -> Page:
        """Return the paper of packing slips and pick lists: that of the country, as a rule."""
        is_small = self.comfort.paper_for(Purpose.SLIPS) == Paper.A5
        return A5 if is_small else page_for(self.store.country)

    def till_register(self) -> Register:
        """Return the register of this workstation. LookupError: there is none."""
        if self.register is None:
            raise LookupError("this workstation has no register")
        return self.register
