"""Show the papers and e-mails of the store as they are with what is typed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.documents import email_texts, packing_slips, receipts
from storedesk.documents.sample_order import sample_order
from storedesk.documents.sample_receipt import sample_receipt
from storedesk.domain.order_details import Order
from storedesk.domain.outbox import EmailSender, MailSettings
from storedesk.domain.store import StoreSettings
from storedesk.translations import locale_of
from storedesk.ui.context import PageContext, speech_of
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.looks.cards import Card, boxed, column, row, scrolling
from storedesk.ui.kit.paper.barcode import bars
from storedesk.ui.kit.paper.printing import (
    Page,
    Paper,
    Pictures,
    PrintPreview,
    page_for,
)

RECEIPT_KIND, EMAIL_KIND, SLIP_KIND = "receipt", "email", "slip"
SLIP_SCALE = 0.4
"""How much smaller a whole page is shown, so that all its width is seen."""
EMAIL = Page(Paper.ROLL_80, 3.0)
"""An e-mail as it stands on a narrow screen."""


class StorePreview(Card):
    """A receipt, an e-mail or a packing slip, black on white in both color schemes."""

    def __init__(
        self, context: PageContext, kinds: Sequence[str] = (RECEIPT_KIND, EMAIL_KIND)
    ) -> None:
        """Of several `kinds` the first is shown, until another one is chosen."""
        super().__init__(tr("As it is printed and sent"), gap=10)
        self._context = context
        self.store = context.store
        labels = {
            RECEIPT_KIND: tr("Receipt"), EMAIL_KIND: tr("E-mail"), SLIP_KIND: tr("Packing slip"),
        }  # fmt: skip
        choices = [(kind, labels[kind]) for kind in kinds]
        self.kinds: Segments[str] = Segments(choices, name=tr("Preview"))
        self.kinds.choose(kinds[0])
        if len(kinds) == 1:
            self.kinds.hide()
        self.kinds.chosen.connect(self._show)
        self.paper = PrintPreview()
        self.add(self.kinds)
        self.add(desk_of(self.paper), stretch=1)

    def show_store(self, store: StoreSettings) -> None:
        """Show the papers of this store."""
        self.store = store
        self._show()

    def _show(self) -> None:
        store, context = self.store, self._context
        paper = Format(locale_of(store.language, store.country), store.time_zone)
        if self.kinds.current() == EMAIL_KIND:
            self.paper.show_document(_email(store), EMAIL)
            return
        speech = speech_of(paper, store)
        if self.kinds.current() == SLIP_KIND:
            order = sample_order(store, speech, context.format.instant())
            slip, page = packing_slips.html([order], store, speech), page_for(store.country)
            self.paper.show_document(slip, page, pictures=_codes(order), scale=SLIP_SCALE)
            return
        register = context.register.name if context.register else tr("Till")
        sold = sample_receipt(
            store, speech, context.format.instant(), register=register, cashier=context.me.name
        )
        roll = context.receipt_paper()
        self.paper.show_document(roll.html(receipts.document(sold, speech)), roll.page)


def desk_of(paper: PrintPreview) -> QWidget:
    """Return the gray desk on which a paper lies."""
    sheet = row(None, paper, None)
    desk = boxed(sheet)
    sheet.setContentsMargins(0, 16, 0, 16)
    inset = QWidget()
    inset.setProperty("kit", "inset")
    inner = QVBoxLayout(inset)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.addWidget(scrolling(boxed(column(desk, None))))
    return inset


def _codes(order: Order) -> Pictures:
    """Return the barcodes on the packing slip of an order, by their names."""
    from storedesk.documents import barcodes  # noqa: PLC0415 rarely needed, and native

    return {
        code: bars(barcodes.code_128(code.removeprefix(packing_slips.BARCODE)))
        for code in packing_slips.codes([order])
    }


def _email(store: StoreSettings) -> str:
    settings = MailSettings(
        letterhead=EmailSender(
            name=store.name, address=store.address_lines(), phone=store.phone or ""
        ),
        language=store.language, time_zone=store.time_zone,
    )  # fmt: skip
    return email_texts.trial_email(UUID(int=0), "", settings).html
