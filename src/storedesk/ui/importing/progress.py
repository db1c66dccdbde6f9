"""Show how far an import is, and stop it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QProgressBar, QWidget

from storedesk.domain.importing.progress import ImportProgress, Report
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.importing.labels import step_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import muted

STEPS = 1_000
"""Steps of the bar."""


class _Run:
    """One piece of work, which may be told to stop."""

    is_stopped = False


class ProgressPanel(QWidget):
    """Show the step that an import is at, its numbers, and a bar; hidden while nothing runs."""

    def __init__(self, form: Format) -> None:
        super().__init__()
        self._form = form
        self._run: _Run | None = None
        self.words = muted()
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.setLayout(column(self.words, self.bar, gap=4))
        self.hide()

    @contextmanager
    def running(self) -> Iterator[Report]:
        """Show some work: yields what it calls, from whatever thread.

        The call raises import_stopped once the work is to stop, or is not waited for any more.
        """
        loop, run = asyncio.get_running_loop(), _Run()
        self._run = run

        def report(far: ImportProgress) -> None:
            if run.is_stopped:
                raise Refused("import_stopped")
            loop.call_soon_threadsafe(self._show, run, far)

        try:
            yield report
        finally:
            run.is_stopped = True
            if self._run is run:
                self._run = None
                self.hide()

    @property
    def is_stopped(self) -> bool:
        """Whether what runs is to stop."""
        return self._run is not None and self._run.is_stopped

    def stop(self) -> None:
        """Have what runs end at its next call."""
        if self._run:
            self._run.is_stopped = True

    def show_progress(self, far: ImportProgress) -> None:
        """Show how far what runs is."""
        self.words.setText(step_label(far, self._form))
        self.bar.setValue(round(far.part * STEPS))
        self.show()

    def _show(self, run: _Run, far: ImportProgress) -> None:
        if run is self._run:
            self.show_progress(far)
