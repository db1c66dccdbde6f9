"""Verify the seals: how far it is, and what was found, in sentences."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from storedesk.domain.seals import FaultKind, SealCheck, SealedTable, SealFault
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import Card, row
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, muted
from storedesk.ui.kit.looks.tokens import Tone


class SealCard(Card):
    """What the seals say: a bar while they are verified, then the outcome."""

    cancel_wanted = Signal()

    def __init__(self, form: Format) -> None:
        super().__init__(tr("Seals"), gap=8)
        self._form = form
        self.state = Chip("")
        self.words = Label(
            tr("Journal, stock ledger and payments are sealed. Verify whether a row was changed,"
               " removed or inserted since."),
            wrap=True,
        )  # fmt: skip
        self.newest, self.limits = muted(wrap=True), muted(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.cancel.clicked.connect(self.cancel_wanted)
        self.add(row(self.state, None), self.words, self.newest, self.limits, self.bar,
                 row(None, self.cancel))  # fmt: skip
        self._show(is_running=False)

    def show_far(self, check: SealCheck | None) -> None:
        """Show how many rows are verified; None is for before the first answer."""
        done, of = (check.rows, check.total_rows) if check else (0, 0)
        words = tr("{done} of {all} rows are verified")
        if check:
            said = words.format(done=self._form.count(done), all=self._form.count(of))
            self.words.setText(said)
        self.bar.setRange(0, max(of, 1) if check else 0)
        self.bar.setValue(done)
        self._show(is_running=True)

    def show_outcome(self, check: SealCheck | None) -> None:
        """Show what was found; None where it was canceled."""
        self._show(is_running=False)
        if check is None:
            self.words.setText(tr("Verifying was canceled."))
            return
        self.state.show_text(*state_label(check))
        self.words.setText(outcome(check, self._form))
        newest = newest_label(check, self._form)
        self.newest.setText(newest)
        self.limits.setText(limits_label(check, self._form))
        self.state.show()
        self.limits.show()
        self.newest.setVisible(bool(newest))

    def _show(self, *, is_running: bool) -> None:
        """Show the bar, or none; the outcome of the last time goes."""
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.state.hide()
        self.newest.hide()
        self.limits.hide()


def state_label(check: SealCheck) -> tuple[str, Tone]:
    """Return in two words whether all is as it was sealed."""
    if check.fault:
        return tr("Not as sealed"), Tone.BAD
    return (tr("As sealed"), Tone.OK) if check.newest else (tr("Not sealed yet"), Tone.MUTE)


def outcome(check: SealCheck, form: Format) -> str:
    """Return what was found, in a sentence."""
    if check.fault:
        return fault_label(check.fault, form)
    if check.newest is None:
        return tr("There is no seal yet: the end of a shift writes the first one.")
    words = plural(
        "{count} row is as it was sealed.", "All {count} rows are as they were sealed.",
        check.total_rows,
    )  # fmt: skip
    return words.format(count=form.count(check.total_rows))


def fault_label(fault: SealFault, form: Format) -> str:
    """Return what is not as it was sealed, and which seal says so."""
    seal = form.count(fault.seal)
    if fault.kind is FaultKind.SEAL_GONE:
        return tr("Seal {seal} is gone.").format(seal=seal)
    at = form.moment(fault.sealed_at) if fault.sealed_at else ""
    if fault.kind is FaultKind.SEAL_CHANGED or fault.table is None or fault.number is None:
        return tr("Seal {seal} of {when} was changed.").format(seal=seal, when=at)
    words = {
        FaultKind.CHANGED: tr("{row} was changed after seal {seal} of {when}."),
        FaultKind.GONE: tr("{row} is gone. Seal {seal} of {when} has it."),
        FaultKind.ADDED: tr("{row} was inserted later. Seal {seal} of {when} does not have it."),
    }[fault.kind]
    return words.format(row=_row_label(fault.table, form.count(fault.number)), seal=seal, when=at)


def newest_label(check: SealCheck, form: Format) -> str:
    """Return the newest seal as the Z report has it, to be compared with paper."""
    if check.newest is None or check.newest.sealed_at is None:
        return ""
    words = tr("Newest seal {number}, {when}: {digits}. Compare the seals on your Z reports.")
    return words.format(
        number=form.count(check.newest.number), when=form.moment(check.newest.sealed_at),
        digits=check.newest.short,
    )  # fmt: skip


def limits_label(check: SealCheck, form: Format) -> str:
    """Return what this does not prove."""
    words = plural(
        "Not proved: {count} row written since the newest seal.",
        "Not proved: {count} rows written since the newest seal.",
        check.unsealed,
    )
    rest = tr("Whoever owns the server can forge all that was not printed.")
    return f"{words.format(count=form.count(check.unsealed))} {rest}"


def _row_label(table: SealedTable, number: str) -> str:
    return {
        SealedTable.JOURNAL: tr("Entry {number} of the journal"),
        SealedTable.LEDGER: tr("Movement {number} of the stock ledger"),
        SealedTable.PAYMENTS: tr("Payment {number}"),
    }[table].format(number=number)
