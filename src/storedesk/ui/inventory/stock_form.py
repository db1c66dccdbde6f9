"""Ask for a stock command: adjust, set, receive, or set the reorder point."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from storedesk.domain.bounds import Bound
from storedesk.domain.entry import times
from storedesk.domain.inventory import Reason, StockLine, check_sign, fitting
from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.domain.staff import Me
from storedesk.ui.inventory.labels import StockCommand, command_label, number_label, reason_label
from storedesk.ui.inventory.received_cost import ReceivedCost
from storedesk.ui.inventory.stock_entry import StockEntry, afterwards, bounds
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.form import ChoiceField, Field, QuantityField, TextField, is_field_good
from storedesk.ui.kit.input.keyboard import go_to, on_enter
from storedesk.ui.kit.input.scan_routes import be_typed_into
from storedesk.ui.kit.lists.tabs import SegmentedTabs
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.cards import Card, boxed, column, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.sizes import px


class StockForm(Card):
    """Ask for a number and a reason, and show the result. Hidden until `begin`."""

    edited = Signal()
    """The command or its number has changed."""
    left = Signal()
    """The form was left by Esc."""
    given_up = Signal()
    """What was scanned is not there: who had the keyboard in the form wants to scan again."""

    def __init__(self, form: Format, me: Me, apply: Callable[[], object]) -> None:
        super().__init__(gap=10)
        self._form, self._me, self._signs = form, me, me.reasons
        self._wanted: Reason | None = None
        self._lines: Sequence[StockLine] = ()
        self._seen: dict[UUID, int] = {}
        self._is_expecting = False
        self.commands = SegmentedTabs(
            [(command.value, command_label(command)) for command in StockCommand],
            name=tr("What to do"),
        )
        self.number = QuantityField(number_label(StockCommand.ADJUST), width=104)
        self.number.setFixedWidth(px(104))
        be_typed_into(self.number.input, is_so=False)  # "12*", and then a scan
        self.reason = ChoiceField(tr("Reason"), [])
        self.cost = ReceivedCost(form, me)
        self.remark = TextField(tr("Remark"), longest=200, optional=True)
        self.outcome = muted()
        self.apply = primary(tr("Apply"), icon="check", cap="Enter")
        self.apply.clicked.connect(apply)
        self.number.edited.connect(self._typed)
        self.reason.edited.connect(self._choose_reason)
        self.commands.chosen.connect(lambda command: self.begin(StockCommand(command)))
        self._lay_out()
        self._show_command()

    @property
    def command(self) -> StockCommand:
        """The chosen command."""
        return StockCommand(self.commands.current())

    def about(self, lines: Sequence[StockLine]) -> None:
        """Show these products; keep what was typed if they are the same ones."""
        are_others = {line.product_id for line in lines} != {
            line.product_id for line in self._lines
        }
        self._lines = lines
        if are_others and self._is_expecting:  # what was typed since the scan is about these
            self._see()
        elif are_others:
            self.clear()
        self.setEnabled(bool(lines))
        self.cost.ask_for(self.command, len(lines))
        self._show_result()

    def expect(self) -> None:
        """Empty the form for a product that is being looked up: what is typed now is about it."""
        self.clear()
        self._is_expecting = True
        self.setEnabled(True)
        self.begin(self.command)

    def begin(self, command: StockCommand, number: int | None = None) -> None:
        """Show the form for `command` and focus the number field, filled with `number` if given."""
        if command is not self.command:
            self.commands.choose(command.value)
        self._show_command()
        self.body.show()
        if number is not None:
            self.number.show_value(number)
            self._typed()
        self.number.input.setFocus()
        if not self._is_expecting:
            self.number.input.selectAll()

    def show_found(self, number: int | None) -> None:
        """Go on with the product that was looked up, `number` pieces of it if none were typed."""
        self._is_expecting = False
        if self.number.text().strip():
            self._show_result()
        else:
            self.begin(self.command, number)

    def give_up(self) -> None:
        """Fold the form: the product that was looked up is not there."""
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.fold()
        if had_keyboard:
            self.given_up.emit()

    def is_open(self) -> bool:
        """Tell whether the form is shown, and not folded."""
        return not self.body.isHidden()

    def is_begun(self) -> bool:
        """Tell whether a number is typed that is not applied yet."""
        typed = self.number.text().strip()
        return self.is_open() and bool(typed) and self._times(typed) == 1

    def times(self) -> int | None:
        """Return the quantity typed for the next scan ("12*"), else None."""
        typed = self.number.text().strip()
        return self._times(typed) if typed.endswith("*") else None

    def typed(self) -> int | None:
        """Return the typed number, or None where it cannot be read."""
        try:
            return self.number.value()
        except Refused:
            return None

    def seen(self, products: Sequence[UUID]) -> list[int]:
        """Return what was on hand of each product when the number was typed.

        Refused: nothing_chosen, where one of them is not shown yet.
        """
        shown = {line.product_id: line.stock.on_hand for line in self._lines}
        if not shown.keys() >= set(products):
            raise Refused("nothing_chosen")
        return [self._seen.get(product, shown[product]) for product in products]

    def forget_seen(self) -> None:
        """Forget the stock seen before: the person has been told that it changed."""
        self._seen.clear()

    def filled(self) -> StockEntry | None:
        """Return the content; None, with the wrong fields marked, where it cannot be used."""
        fields: tuple[Field[Any], ...] = (self.number, self.cost, self.remark)
        wrong = [field for field in fields if not is_field_good(field)]
        if wrong:
            go_to(wrong[0].editor)
            return None
        number = self.number.value()
        if number == 0 and self.command is StockCommand.ADJUST:
            self.number.mark(str(Refused("nothing_to_move")))
            return None
        if not self._fits(number):
            return None
        reason, cost = Reason(self.reason.value()), self.cost.value_or_none()
        return StockEntry(self.command, number, reason, self.remark.value(), cost)

    def clear(self) -> None:
        """Empty the form."""
        self.number.input.clear()
        self.cost.clear()
        self.remark.input.clear()
        self._seen.clear()
        self._wanted = None
        for field in (self.number, self.reason, self.remark):
            field.mark("")
        self._show_result()

    def fold(self) -> None:
        """Empty the form and hide it."""
        self._is_expecting = False
        self.clear()
        self.body.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Qt: Enter applies; Esc empties and hides the form."""
        if event.key() == Qt.Key.Key_Escape and not self.body.isHidden():
            self.fold()
            self.left.emit()
        elif not on_enter(self, event, self.apply.click):
            super().keyPressEvent(event)

    def _times(self, typed: str) -> int:
        return times(typed, most=self._me.most(Bound.MOVED_PIECES))

    def _see(self) -> None:
        self._seen = {line.product_id: line.stock.on_hand for line in self._lines}

    def _typed(self) -> None:
        if not self._seen:
            self._see()
        self.reason.mark("")
        self._show_result()

    def _choose_reason(self) -> None:
        """Keep the chosen reason, whatever number is typed afterwards."""
        self._wanted = Reason(self.reason.value())
        self._offer_reasons()

    def _offer_reasons(self) -> None:
        """Offer the reasons that fit the number; preselect the first if none is chosen."""
        fit = fitting(self._signs, self.typed() or 0)
        offered = [one for one in self._signs if one in fit or one is self._wanted]
        self.reason.show_choices([(one.value, reason_label(one)) for one in offered])
        if self._wanted is None and offered:
            self.reason.show_value(offered[0].value)

    def _fits(self, number: int) -> bool:
        """Tell whether the reason fits the sign of the number; mark the reason if not."""
        if self.command is not StockCommand.ADJUST:
            return True
        try:
            check_sign(self._signs, Reason(self.reason.value()), number, reason_label)
        except StoreError as refusal:
            self.reason.mark(refusal.sentence(spoken))
            self.number.input.setFocus()
            self.number.input.selectAll()
            return False
        return True

    def _show_command(self) -> None:
        command = self.command
        self.number.bounds(*bounds(command, self._me))
        self.number.name(number_label(command))
        self.number.input.setPlaceholderText("-3" if command is StockCommand.ADJUST else "")
        self.number.mark("")
        self.reason.setVisible(command is StockCommand.ADJUST)
        self.remark.setVisible(command is not StockCommand.REORDER_POINT)
        self.cost.ask_for(command, len(self._lines))
        self.apply.setAccessibleName(command_label(command))
        self._show_result()

    def _show_result(self) -> None:
        """Show the result of the typed number."""
        self._offer_reasons()
        words, number, count = "", self.typed(), self._form.count
        if self._is_expecting:
            words = tr("Looking up what was scanned.")
        elif self.times():
            words = tr("Now scan the product. Quantity: {n}").format(n=count(self.times() or 1))
        elif (
            number is not None
            and len(self._lines) == 1
            and self.command is not StockCommand.REORDER_POINT
        ):
            line = self._lines[0]
            words = tr("{now} on hand now, {then} afterwards").format(
                now=count(line.stock.on_hand), then=count(afterwards(line, self.command, number))
            )
        elif number is not None and len(self._lines) > 1:
            many = len(self._lines)
            words = plural("{n} product, all or none", "{n} products, all or none", many)
            words = words.format(n=count(many))
        self.outcome.setText(words)
        self.edited.emit()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        numbers = row(self.number, self.reason, self.cost, self.remark, gap=8)
        for field in (self.number, self.reason, self.cost, self.remark):
            numbers.setAlignment(field, top)
        numbers.setStretch(1, 2)
        numbers.setStretch(3, 3)
        self.body = boxed(column(numbers, row(self.outcome, None, self.apply), gap=10))
        self.body.hide()
        self.add(self.commands, self.body)
