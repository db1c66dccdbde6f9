"""Show a receipt and an e-mail as the store would send them with what is typed."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.documents import email_texts, receipts
from storedesk.documents.sample_receipt import sample_receipt
from storedesk.domain.outbox import EmailSender, MailSettings
from storedesk.domain.store import StoreSettings
from storedesk.translations import locale_of
from storedesk.ui.context import PageContext, speech_of
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.looks.cards import Card, boxed, column, row, scrolling
from storedesk.ui.kit.paper.printing import RECEIPT, Page, Paper, PrintPreview

RECEIPT_KIND, EMAIL_KIND = "receipt", "email"
EMAIL = Page(Paper.ROLL_80, 3.0)
"""An e-mail as it stands on a narrow screen."""


class StorePreview(Card):
    """A receipt or an e-mail, black on white in both color schemes."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("As it is printed and sent"), gap=10)
        self._context = context
        self._store = context.store
        kinds = ((RECEIPT_KIND, tr("Receipt")), (EMAIL_KIND, tr("E-mail")))
        self.kinds: Segments[str] = Segments(kinds, name=tr("Preview"))
        self.kinds.choose(RECEIPT_KIND)
        self.kinds.chosen.connect(self._show)
        self.paper = PrintPreview()
        sheet = row(None, self.paper, None)
        desk = boxed(sheet)
        sheet.setContentsMargins(0, 16, 0, 16)
        inset = QWidget()
        inset.setProperty("kit", "inset")
        inner = QVBoxLayout(inset)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(scrolling(boxed(column(desk, None))))
        self.add(self.kinds)
        self.add(inset, stretch=1)

    def show_store(self, store: StoreSettings) -> None:
        """Show the papers of this store."""
        self._store = store
        self._show()

    def _show(self) -> None:
        store, context = self._store, self._context
        paper = Format(locale_of(store.language, store.country), store.time_zone)
        if self.kinds.current() == EMAIL_KIND:
            self.paper.show_document(_email(store), EMAIL)
            return
        speech = speech_of(paper)
        register = context.register.name if context.register else tr("Till")
        sold = sample_receipt(
            store, speech, context.format.instant(), register=register, cashier=context.me.name
        )
        self.paper.show_document(receipts.html(sold, speech), RECEIPT)


def _email(store: StoreSettings) -> str:
    settings = MailSettings(
        letterhead=EmailSender(
            name=store.name, address=store.address_lines(), phone=store.phone or ""
        ),
        language=store.language, time_zone=store.time_zone,
    )  # fmt: skip
    return email_texts.trial_email(UUID(int=0), "", settings).html
