"""Choose where the money of a return goes, and say what goes where before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.credit import Credit, WrongCode, bare_code, is_code
from storedesk.domain.fulfillment import ReturnPreview
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import TextField
from storedesk.ui.kit.input.keyboard import be_one_stop, go_to
from storedesk.ui.kit.looks.cards import Card, Facts, boxed, column, row
from storedesk.ui.returns.way_button import WayButton
from storedesk.ui.tender_labels import method_name, refund_fact

CODE_REFUSALS = frozenset({"credit_code_typo", "credit_code_wrong", "credit_codes_blocked"})
"""Refusals that are put right in the field of the code."""


class RefundChoice(QWidget):
    """The tenders that the money came from, or store credit: on a card that one has, or a new one.

    At a till it may pay for the sale in progress as well: an exchange.
    `show_preview` has it say what goes where.
    """

    edited = Signal()
    """Another way was chosen, or another code typed: what goes where is to be said again."""

    def __init__(
        self,
        context: PageContext,
        *,
        is_narrow: bool = False,
        has_exchange: bool = False,
        other: WayButton | None = None,
    ) -> None:
        """`is_narrow`: one way below the other, and none of them takes the keyboard.

        `other`: the way beside store credit, which comes first then; None: as it was paid.
        """
        super().__init__()
        self._context = context
        self._preview: ReturnPreview | None = None
        self._is_narrow = is_narrow
        self._looked_at: tuple[str, Credit | WrongCode] | None = None
        """The code that was looked for last, and what came of it."""
        self.as_paid = other or WayButton(tr("As it was paid"), "undo-2")
        self.credit = WayButton(tr("Store credit"), "gift")
        self.exchange = WayButton(tr("Exchange"), "refresh-cw")
        self.exchange.say(tr("Pays for what is taken instead"))
        self.ways = (self.as_paid, self.credit, *((self.exchange,) if has_exchange else ()))
        if other:
            self.ways = (self.credit, other)
        self.code = TextField(tr("Code of their gift card"), longest=100, optional=True)
        self.facts = Facts()
        self.ways[0].setChecked(True)
        if is_narrow:
            for way in self.ways:
                way.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for way in self.ways:
            way.toggled.connect(self._turn)
        self.code.edited.connect(self.edited)
        card = Card(margin=14, gap=6)
        card.add(self.facts)
        line = column(*self.ways, gap=8) if is_narrow else row(*self.ways, gap=8)
        self.setLayout(column(boxed(line), self.code, card, gap=10))
        self._turn(True)  # noqa: FBT003

    @property
    def is_credit(self) -> bool:
        """Whether it becomes store credit."""
        return self.credit.isChecked()

    @property
    def is_exchange(self) -> bool:
        """Whether it pays for the sale in progress."""
        return self.exchange.isChecked()

    def step(self, by: int) -> None:
        """Choose the way below, or the one above."""
        chosen = [way.isChecked() for way in self.ways].index(True)
        self.ways[min(max(chosen + by, 0), len(self.ways) - 1)].setChecked(True)

    def choose(self, *, is_credit: bool) -> None:
        """Have it go there."""
        (self.credit if is_credit else self.as_paid).setChecked(True)

    def worth(self) -> Money:
        """Return what changes hands: cash is rounded to the smallest coin."""
        zero = self._context.zero()
        if self._preview and self.as_paid.isChecked():
            return sum((one.given for one in self._preview.refunds), zero)
        return self._preview.refund if self._preview else zero

    def go_words(self) -> str:
        """Say what is done with the {amount}."""
        return tr("Exchange · {amount}") if self.is_exchange else tr("Give back {amount}")

    def take_code(self, code: str) -> None:
        """Have it go to the gift card with this code."""
        self.code.show_value(code)
        self.choose(is_credit=True)
        self.edited.emit()

    def credit_code(self) -> str | None:
        """Return the code of the card that gets it, None for a new one or none.

        Refused, with the keyboard in its field: credit_code_typo.
        """
        code = self.code.value() if self.is_credit else ""
        if code and not is_code(code):
            go_to(self.code.input)
            raise Refused("credit_code_typo")
        return code or None

    def blame(self, refusal: StoreError) -> None:
        """Go to the code, if that is what a refusal is about."""
        if refusal.code in CODE_REFUSALS:
            go_to(self.code.input)

    async def look(self) -> None:
        """Ask what is on the card whose code is complete. Refused: as the store refuses the code.

        A wrong code is counted, so each is asked for once.
        """
        code = bare_code(self.code.text()) if self.is_credit else ""
        if not is_code(code):
            return
        if self._looked_at is None or self._looked_at[0] != code:
            answer = await self._context.desk.do(api.credit.credit_balance, code=code)
            self._looked_at = (code, answer)
        found = self._looked_at[1]
        if isinstance(found, WrongCode):
            raise found.refusal
        self._say()

    def show_preview(self, preview: ReturnPreview | None) -> None:
        """Say what goes where; None while nothing comes back."""
        self._preview = preview
        self._say()

    def _turn(self, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's
        if is_chosen:
            self.code.setVisible(self.is_credit)
            if not self._is_narrow:
                be_one_stop(self.ways)
            self._say()
            self.edited.emit()

    def _card(self) -> Credit | None:
        """Return what is on the card whose code stands in the field, as far as that is known."""
        if self._looked_at and self._looked_at[0] == bare_code(self.code.text()):
            return self._looked_at[1] if isinstance(self._looked_at[1], Credit) else None
        return None

    def _say(self) -> None:
        context, preview = self._context, self._preview
        self.as_paid.say(self._as_paid_remark())
        card, is_new = self._card(), not self.code.text().strip()
        words = tr("{number} gets it").format(number=card.number) if card else tr("By its code")
        self.credit.say(tr("A new gift card, printed") if is_new else words)
        refund = preview.refund if preview else context.zero()
        facts = self._as_paid_facts()
        if self.is_credit and preview:
            name = tr("New gift card") if is_new else method_name(Method.CREDIT)
            facts = [(f"{name} {card.number}" if card else name, context.money(refund))]
            if card:
                facts.append((tr("Then on it"), context.money(card.balance + refund)))
        total = tr("Goes back")
        if self.is_exchange:
            facts, total = [], tr("Pays for the sale")
        self.facts.show_facts(facts, total=(total, context.money(refund)))

    def _as_paid_remark(self) -> str:
        refunds = self._preview.refunds if self._preview else ()
        return ", ".join(dict.fromkeys(method_name(one.method) for one in refunds))

    def _as_paid_facts(self) -> list[tuple[str, str]]:
        refunds = self._preview.refunds if self._preview else ()
        return [refund_fact(self._context, one) for one in refunds]
