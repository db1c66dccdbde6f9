"""Show the progress of long work, with a button to cancel it. Short work shows nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtWidgets import QProgressBar, QWidget

from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.labels import Label, muted

Report: TypeAlias = Callable[[int, int], None]
"""Tells how much is done, and of how much."""
PATIENCE = 0.4
"""Seconds that pass before a bar is shown."""


class ProgressDialog(Dialog):
    """Shows the progress of some work; Esc and the button cancel it."""

    def __init__(self, parent: QWidget, title: str, form: Format, *, text: str = "") -> None:
        """`text` says what is being done."""
        super().__init__(parent, title, width=420)
        self._form = form
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Progress"))
        self.far = muted()
        self.far.setMinimumWidth(1)
        cancel = secondary(tr("Cancel"), cap="Esc")
        cancel.clicked.connect(self.reject)
        self.lay_out(Label(text, wrap=True) if text else None, self.bar, self.far)
        self.buttons(cancel)

    def show_far(self, done: int, of: int) -> None:
        """Show how much is done."""
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)
        text = plural("{done} of {all} row", "{done} of {all} rows", of)
        self.far.setText(text.format(done=self._form.count(done), all=self._form.count(of)))


async def with_progress(
    parent: QWidget,
    title: str,
    form: Format,
    work: Callable[[Report], Awaitable[None]],
    *,
    text: str = "",
) -> bool:
    """Do `work`, showing how far it is if it takes long; False where a person called it off.

    Whatever it raises is raised. Called off, it is cancelled, and waited for: it has cleaned up.
    """
    latest: list[tuple[int, int]] = []
    shown: list[ProgressDialog] = []

    def report(done: int, of: int) -> None:
        latest[:] = [(done, of)]
        for progress in shown:
            progress.show_far(done, of)

    task = asyncio.ensure_future(work(report))
    try:
        await asyncio.wait({task}, timeout=PATIENCE)
        if not task.done():
            await _watch(task, ProgressDialog(parent, title, form, text=text), shown, latest)
    finally:
        task.cancel()
    await asyncio.wait({task})
    if task.cancelled():
        return False
    task.result()
    return True


async def _watch(
    task: "asyncio.Future[None]",
    progress: ProgressDialog,
    shown: list[ProgressDialog],
    latest: list[tuple[int, int]],
) -> None:
    shown.append(progress)
    for done, of in latest:
        progress.show_far(done, of)

    def close(_task: object) -> None:
        if shown:
            progress.accept()

    task.add_done_callback(close)
    try:
        await progress.shown()
    finally:
        shown.clear()
