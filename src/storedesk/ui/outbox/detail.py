"""Show one e-mail: its recipient, subject, status and error."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.outbox import MailLine, MailStatus
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, card_title
from storedesk.ui.outbox.labels import TONES, reason_label, status_label, type_label


class EmailDetail(QWidget):
    """Show one e-mail, with the buttons of its commands."""

    retry_wanted = Signal()
    resend_wanted = Signal()
    visit_wanted = Signal()

    def __init__(self, form: Format, *, is_manager: bool) -> None:
        super().__init__()
        self._form, self._is_manager = form, is_manager
        self.title = card_title("")
        self.title.setWordWrap(True)
        self.status = Chip("")
        self.facts = Facts()
        self.reason = Card(tr("Why it was not sent"), gap=6)
        self.reason_words = Label(wrap=True, selectable=True)
        self.reason.add(self.reason_words)
        self.retry = primary(tr("Try again"), icon="refresh-cw", cap="Ctrl+R")
        self.resend = secondary(tr("Send again"), icon="send")
        self.open = secondary(tr("Open the order"), icon="external-link")
        self.retry.clicked.connect(self.retry_wanted)
        self.resend.clicked.connect(self.resend_wanted)
        self.open.clicked.connect(self.visit_wanted)
        self._lay_out()
        self.show_email(None)

    def show_email(self, mail: MailLine | None) -> None:
        """Show an e-mail; None shows that none is chosen."""
        self.body.setVisible(mail is not None)
        self.empty.setVisible(mail is None)
        if mail is None:
            return
        self.title.setText(mail.subject or type_label(mail.type))
        self.status.show_text(status_label(mail.status), TONES[mail.status])
        self.facts.show_facts(self._all_facts(mail))
        self.reason_words.setText(reason_label(mail.error))
        is_failed = mail.status is MailStatus.FAILED
        is_over = is_failed or mail.status is MailStatus.OVERTAKEN
        words = tr("Why it was not sent") if is_over else tr("What the server said")
        self.reason.title.setText(words)
        self.reason.setVisible(bool(mail.error))
        self.retry.setVisible(self._is_manager and is_failed)
        self.resend.setVisible(self._is_manager and mail.status is MailStatus.SENT)
        is_order = mail.reference_type == "order"
        self.open.setText(tr("Open the order") if is_order else tr("Open the customer"))

    def _all_facts(self, mail: MailLine) -> list[tuple[str, str]]:
        form = self._form
        facts = [(tr("E-mail"), type_label(mail.type))]
        if mail.recipient:
            facts.append((tr("To"), mail.recipient))
        if mail.number:
            facts.append((tr("Order"), mail.number))
        if mail.customer:
            facts.append((tr("Customer"), mail.customer))
        facts.append((tr("Queued"), form.moment(mail.created_at)))
        if mail.sent_at:
            facts.append((tr("Sent", "e-mail"), form.moment(mail.sent_at)))
        if mail.tries:
            facts.append((tr("Failed attempts"), form.count(mail.tries)))
            facts.append((tr("Last attempt"), form.moment(mail.updated_at)))
        return facts

    def _lay_out(self) -> None:
        head = Card(gap=12)
        head.add(self.title, row(self.status, None), self.facts)
        buttons = row(self.open, None, self.resend, self.retry)
        self.body = scrolling(boxed(column(head, self.reason, buttons, None)))
        self.empty = EmptyState(
            tr("No e-mail chosen"),
            tr("Choose an e-mail to see its recipient and status."),
            icon="mail",
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self.body)
