"""Show one exception: what, who, when and why, and the note with which it is signed off."""

from PySide6.QtCore import Signal

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.exceptions import ExceptionLine
from storedesk.ui.context import PageContext
from storedesk.ui.exceptions.card_money import CardMoney
from storedesk.ui.exceptions.labels import (
    advice,
    amount_label,
    kind_label,
    remark_label,
    remark_name,
    subject_label,
    who_label,
)
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, card_title
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.sign_off_detail import SignOffDetail


class ExceptionDetail(SignOffDetail):
    """One exception; managers sign it off."""

    sign_wanted = Signal()
    order_wanted = Signal()
    product_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.line: ExceptionLine | None = None
        self.title, self.subject = card_title(""), Label(wrap=True, weight=theme.MEDIUM)
        self.status, self.facts = Chip("", Tone.WARN), Facts()
        self.sign = primary(tr("Sign off"), icon="check", cap="Ctrl+Return")
        self.order = secondary(tr("Open the order"), icon="external-link")
        self.product = secondary(tr("Open the product"), icon="external-link")
        self.sign.clicked.connect(self.sign_wanted)
        self.card = CardMoney(context)
        self.order.clicked.connect(self.order_wanted)
        self.product.clicked.connect(self.product_wanted)
        self._lay_out()
        self.show_line(None)

    def show_line(self, line: ExceptionLine | None, payment: TerminalPayment | None = None) -> None:
        """Show an exception; None shows that none is chosen. A note that is typed goes with it.

        `payment` is the money on a card that it is about.
        """
        self.turn_to(line, former=self.line)
        self.line = line
        self.card.show_payment(payment, may_give=self._is_manager)
        if line is None:
            return
        self.title.setText(kind_label(line.kind))
        self.subject.setText(subject_label(line, self._context))
        self.status.show_text(
            tr("Signed off") if line.is_signed else tr("To sign off"),
            Tone.OK if line.is_signed else Tone.WARN,
        )
        self.facts.show_facts(self._all_facts(line))
        self.order.setVisible(line.order_id is not None)
        self.product.setVisible(line.product_id is not None)
        self.signing.setVisible(self._is_manager and not line.is_signed)

    def _all_facts(self, line: ExceptionLine) -> list[tuple[str, str]]:
        form = self._context.format
        facts = [
            (tr("When"), form.moment(line.at)),
            (tr("Who"), who_label(line)),
            (tr("Approved by"), line.approver),
            (tr("Register"), line.register),
            (tr("Order"), line.order),
            (remark_name(line), remark_label(line)),
            (tr("Amount"), amount_label(line, self._context)),
            (tr("What to do"), advice(line)),
        ]
        if line.signed_at is not None:
            signed = f"{line.signed_by}, {form.moment(line.signed_at)}"
            facts += [(tr("Signed off"), signed), (tr("Note"), line.note)]
        return [fact for fact in facts if fact[1]]

    def _lay_out(self) -> None:
        what = Card(gap=10).add(
            row(column(self.title, self.subject, gap=2), None, self.status),
            self.facts, self.card, row(self.order, self.product, None, gap=8),
        )  # fmt: skip
        self.signing = self.note_card(self.sign)
        empty = EmptyState(
            tr("Nothing is chosen"), tr("Choose a row to see what happened."), icon="eye"
        )
        self.lay_out(scrolling(boxed(column(what, self.signing, None))), empty)
