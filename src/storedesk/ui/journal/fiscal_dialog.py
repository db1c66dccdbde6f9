"""Verify the fiscal records of a register and a period, or export them."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from PySide6.QtWidgets import QProgressBar, QWidget

from storedesk import queries
from storedesk.documents import fiscal_words
from storedesk.domain.file_names import file_name
from storedesk.domain.fiscal import FiscalChain, FiscalCheck, FiscalScope
from storedesk.domain.periods import Period, days_of, instants
from storedesk.services.fiscal_file import FiscalFile, steps
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.dialogs.dialog import Dialog, choose_file
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.labels import Label, muted, name
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.period_labels import period_label

ALL = "all"


class FiscalDialog(Dialog):
    """Which records, a bar while they are read, and what was found."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, tr("Fiscal records"), width=560)
        self._context = context
        self._chains: list[FiscalChain] = []
        self._is_running = self._is_called_off = False
        self.register, self.period = Chooser(), Chooser()
        self.state, self.words = Chip(""), Label("", wrap=True)
        self.newest, self.bar = muted(wrap=True), QProgressBar()
        self.stop_button = secondary(tr("Cancel"), cap="Esc")
        self.verify_button = primary(tr("Verify"), icon="shield-check", cap="Ctrl+Return")
        self.export_button = secondary(tr("Export"), icon="download", cap="Ctrl+Shift+E")
        self.close_button = secondary(tr("Close"), cap="Esc")
        self._lay_out()
        self._offer()
        self._show(is_running=False)

    async def read(self) -> None:
        """Offer the registers that have records."""
        self._chains = await self._context.desk.read(queries.fiscal.chains)
        self._offer()

    def reject(self) -> None:
        """Answer Qt: Esc calls off what runs, and closes the dialog when nothing does."""
        if self._is_running:
            self._is_called_off = True
        else:
            super().reject()

    async def verify(self) -> None:
        """Compute the records again, some at a time, until one differs or all are done."""
        if self._is_running:
            return
        check: FiscalCheck | None = None
        scope = self.scope()
        self._begin()
        try:
            while not (check and check.is_done) and not self._is_called_off:
                check = await self._context.desk.read(
                    queries.fiscal.verified, scope=scope, after=check
                )
                self._show_far(check.rows, check.total_rows)
        finally:
            self._end()
        if check is None or self._is_called_off:
            self.words.setText(tr("Verifying was canceled."))
        else:
            self._show_outcome(check)

    async def export(self) -> None:
        """Ask for a file, and write the records into it: whole, or not at all."""
        if self._is_running:
            return
        title, form = tr("Fiscal records"), self._context.format
        path = await choose_file(
            self, tr("Export the fiscal records"), mode="save",
            name=file_name(f"{title} {form.now():%Y-%m-%d}", ".jsonl"),
            filters=(tr("JSON lines (*.jsonl)"),),
        )  # fmt: skip
        if path is None:
            return
        self._begin()
        try:
            file = await answered(lambda: FiscalFile(path))
            try:
                await self._write(file)
                if not self._is_called_off:
                    await answered(file.keep)
            finally:
                await answered(file.drop)
        finally:
            self._end()
        if self._is_called_off:
            self.words.setText(tr("The export was canceled. No file is left of it."))
            return
        words = plural(
            "{count} record is in {file}.", "{count} records are in {file}.", file.records
        )
        self.words.setText(words.format(count=form.count(file.records), file=path.name))

    def scope(self) -> FiscalScope:
        """Return which records are chosen."""
        register, period = _chosen(self.register), _chosen(self.period)
        since = until = None
        form = self._context.format
        if period in set(Period):
            since, until = instants(*days_of(Period(period), form.now().date()), form.zone)
        chain = UUID(register) if register not in {"", ALL} else None
        return FiscalScope(chain, since, until)

    async def _write(self, file: FiscalFile) -> None:
        desk, scope = self._context.desk, self.scope()
        doing = steps(self._chains, scope)
        with suppress(StopIteration):
            chain, after, done, of = next(doing)
            while not self._is_called_off:
                self._show_far(done, of)
                read = await desk.read(queries.fiscal.lines, chain=chain, after=after, scope=scope)
                await answered(lambda read=read: file.write(read))  # type: ignore[misc]
                chain, after, done, of = doing.send(read)

    def _begin(self) -> None:
        self._is_running, self._is_called_off = True, False
        self.problem.hide()
        self._show(is_running=True)
        self._show_far(0, 0)

    def _end(self) -> None:
        self._is_running = False
        with suppress(RuntimeError):  # the dialog is gone
            self._show(is_running=False)

    def _show_far(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        count = self._context.format.count
        words = tr("{done} of {all} records")
        self.words.setText(words.format(done=count(done), all=count(of)) if of else "")

    def _show_outcome(self, check: FiscalCheck) -> None:
        form = self._context.format
        if check.fault:
            self.state.show_text(tr("Not as written"), Tone.BAD)
            self.words.setText(
                fiscal_words.fault_words(check.fault, spoken, form.moment, form.count)
            )
        else:
            self.state.show_text(tr("As written"), Tone.OK)
            words = plural(
                "{count} record is as it was written.",
                "All {count} records are as they were written.",
                check.total_rows,
            )  # fmt: skip
            said = words.format(count=form.count(check.total_rows))
            self.words.setText(" ".join([said, *self._unsigned(check)]))
        heads = [
            fiscal_words.head_words(one, spoken, form.moment, form.count) for one in check.newest
        ]
        limits = tr(
            "Compare them with the receipts: whoever owns the server can forge all that was not"
            " printed."
        )
        self.newest.setText("\n".join([*heads, limits]))
        self.state.show()
        self.newest.show()

    def _unsigned(self, check: FiscalCheck) -> list[str]:
        """Return how many are not signed, where any is or could be."""
        signing = self._context.signing
        if not check.signed and not (signing and signing.is_set_up):
            return []
        return [unsigned_words(check, self._context.format.count)]

    def _show(self, *, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        self.close_button.setHidden(is_running)
        for part in (self.register, self.period, self.verify_button, self.export_button):
            part.setEnabled(not is_running)
        self.state.hide()
        self.newest.hide()

    def _offer(self) -> None:
        kept = _chosen(self.register)
        named = [
            Entry(str(one.id), one.register or tr("Office: without a shift"))
            for one in self._chains
        ]
        self.register.offer([Entry(ALL, tr("All registers")), *named])
        self.register.setCurrentIndex(max(0, self.register.findData(kept)))

    def _lay_out(self) -> None:
        name(self.register, tr("Register"))
        name(self.period, tr("When"))
        periods = [Entry(period, period_label(period)) for period in Period]
        self.period.offer([Entry(ALL, tr("Any day")), *periods])
        self.period.setCurrentIndex(0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        about = Label(
            tr("Each sale and refund has a record with the hash of the one before. Verify computes"
               " them again, and names the first that was changed or is gone."),
            wrap=True,
        )  # fmt: skip
        law = muted(tr("They are not claimed to meet the law of any country."), wrap=True)
        self.lay_out(
            about, law, row(self.register, self.period, gap=8), row(self.state, None), self.words,
            self.newest, self.bar,
        )  # fmt: skip
        self.on_key("Ctrl+Return", self.verify_button.click)
        self.on_key("Ctrl+Shift+E", self.export_button.click)
        self.verify_button.setDefault(True)
        self.verify_button.clicked.connect(lambda: self.start(self.verify))
        self.export_button.clicked.connect(lambda: self.start(self.export))
        self.stop_button.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.stop_button, self.close_button, self.export_button, self.verify_button)


def unsigned_words(check: FiscalCheck, count: Callable[[int], str]) -> str:
    """Return how many of the records have no signature yet."""
    if not check.unsigned:
        return tr("All are signed.")
    words = plural("{count} is not signed yet.", "{count} are not signed yet.", check.unsigned)
    return words.format(count=count(check.unsigned))


def _chosen(chooser: Chooser) -> str:
    at = chooser.currentIndex()
    return str(chooser.entries.all[at].key) if at >= 0 and chooser.entries.all else ""
