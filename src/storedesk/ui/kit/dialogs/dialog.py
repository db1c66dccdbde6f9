"""Make dialogs that are awaited: no nested event loop, no dangerous default, no scans."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.missed_scans import MissedScans, kept_text, missed_text
from storedesk.ui.kit.base.sounds import Sounds
from storedesk.ui.kit.base.view import Job, Jobs, spoken
from storedesk.ui.kit.dialogs.folders import first_folder
from storedesk.ui.kit.dialogs.stage import Body, Stage
from storedesk.ui.kit.forms.form_dialog import FormDialog
from storedesk.ui.kit.input.covers import COVERS
from storedesk.ui.kit.input.keyboard import KEYBOARD, go_to
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.cards import put, row
from storedesk.ui.kit.looks.labels import Label, card_title
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.tokens import Tone


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question: its key, its label (translated) and its kind."""

    key: str
    label: str
    kind: Kind = Kind.SECONDARY
    cap: str = ""
    """The key that does the same, if it is not the default."""


class Dialog(FormDialog):
    """A dialog inside its window, over a scrim, with jobs of its own that end with it.

    It takes no scans, and reports those that were made meanwhile.
    """

    steps_aside: ClassVar[bool] = False
    """Whether it only shows something: then a scan closes it, and goes to the page."""

    def __init__(self, parent: QWidget, title: str, *, width: int = 440) -> None:
        self._stage = Stage(parent.window(), self._fit_again)
        super().__init__(self._stage, Qt.WindowType.SubWindow)  # where Tab stays inside
        COVERS.add(self)
        if parent is not parent.window():
            parent.destroyed.connect(self._stage.deleteLater)
        self.setWindowTitle(title.replace("[*]", "[*][*]"))
        self.setAccessibleName(title)
        self._usual = px(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.problem = Banner()
        self.about: dict[str, QWidget] = {}
        """Where a refusal is put right, by its code."""
        self.setProperty("kit", "sheet")
        self.finished.connect(self._uncover)
        self._missed, self._sounds = MissedScans(self.problem), Sounds(self)
        self._jobs = Jobs(self.refuse)
        self._body = Body()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 22, 24, 20)
        self._column.setSpacing(14)
        put(self._column, (card_title(title), self.problem))
        self._column.addWidget(self._body, 1)

    def lay_out(self, *parts: QWidget | QLayout | None) -> None:
        """Stack `parts` under the title; the buttons come last: see `buttons`."""
        put(self._body.column, parts)

    def buttons(self, *buttons: QWidget) -> None:
        """Put `buttons` at the foot, at the right."""
        self._column.addSpacing(4)
        self._column.addLayout(row(None, *buttons, gap=8))

    def start(self, job: Job) -> None:
        """Run `job` beside the GUI, once at a time; what the store refuses stands in the dialog."""
        if self._jobs.start(job):
            self.problem.hide()

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal in the dialog, and go to its field. What was typed stays."""
        self.problem.say(refusal.sentence(spoken), Tone.BAD)
        if editor := self.about.get(refusal.code):
            go_to(editor)

    def tell_missed(self, code: str, *, is_kept: bool) -> None:
        """Say that a scan was not taken, or may stand in a field by mistake."""
        if is_kept:
            self.problem.say(kept_text(code), Tone.WARN)
        else:
            title = self.windowTitle().replace("[*]", "").strip()
            self._missed.say(code, missed_text(code, title))
        self._sounds.bad()

    async def idle(self) -> None:
        """Wait until every job has ended."""
        await self._jobs.idle()

    async def shown(self) -> bool:
        """Open the dialog and wait until it is closed; True when it was accepted."""
        ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def end(code: int) -> None:
            if not ended.done():
                ended.set_result(code)

        self.finished.connect(end)
        self.open()
        try:
            return await ended == QDialog.DialogCode.Accepted.value
        except asyncio.CancelledError:
            if isValid(self):  # it may have been closed in the same moment
                self.reject()
            raise

    def event(self, event: QEvent) -> bool:
        """Answer Qt: grow where a sentence came under a field, shrink once it has gone."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Answer Qt: Tab stays inside, and so does the keyboard where nothing can have it."""
        if not super().focusNextPrevChild(forward):
            self.setFocus()
        return True

    def _fit_again(self) -> None:
        if self.isVisible():
            self._fit(anew=True)

    def _fit(self, *, anew: bool = False) -> None:
        """Be as wide as the buttons need and as high as the words, or as the window allows.

        What does not fit into the window scrolls between title and buttons.
        """
        column, room = self._column, self._stage.room()
        least = max(self._usual, self.minimumWidth(), column.totalMinimumSize().width())
        least = max(least, self._body.least_width() + _across(column))
        width = max(least, column.totalSizeHint().width() if anew else self.width())
        height = self._needed(min(width, room.width())) + self._body.bar() * (least > room.width())
        if height > room.height():
            width, height = width + self._body.bar(), room.height()
        self._stage.put(self, QSize(min(width, room.width()), height))

    def _needed(self, width: int) -> int:
        """Return how high it has to be, where it is that wide."""
        column = self._column
        if column.hasHeightForWidth():
            return column.totalHeightForWidth(width)
        return column.totalSizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a rounded card."""
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own
        """Answer Qt: cover the window, and have the keyboard, before it is shown itself."""
        if visible and not self.isVisible():
            COVERS.show(self)
            self._stage.cover()
            self._fit(anew=True)
        super().setVisible(visible)
        focused = self.window().focusWidget()
        if visible and not (focused is not None and self.isAncestorOf(focused)):
            (self.focusWidget() or self).setFocus()

    def done(self, code: int) -> None:
        """Answer Qt: the dialog goes, and its jobs with it."""
        self._jobs.cancel()
        super().done(code)

    def _uncover(self) -> None:
        """Have the keyboard where it was, before who waits for the end puts it elsewhere."""
        below = COVERS.take(self)
        if below is not None:
            KEYBOARD.give(below)
        self._stage.lift()


class Question(Dialog):
    """A sentence or two and some buttons."""

    def __init__(
        self, parent: QWidget, title: str, text: str, choices: Sequence[Choice], default: str
    ) -> None:
        super().__init__(parent, title)
        self.answer = ""
        self.lay_out(Label(text, ink="muted", wrap=True))
        made = {one.key: Button(one.label, kind=one.kind, cap=one.cap) for one in choices}
        for key, button in made.items():
            button.clicked.connect(lambda _=False, key=key: self._take(key))
        self.buttons(*made.values())
        if default in made:
            made[default].setDefault(True)
            made[default].setFocus()

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()


async def ask(
    parent: QWidget, title: str, text: str, choices: Sequence[Choice], *, default: str = ""
) -> str:
    """Ask, and return the key of the button; "" when it was closed. Esc closes.

    Enter presses `default`, so never give the dangerous one.
    """
    question = Question(parent, title, text, choices, default)
    await question.shown()
    return question.answer


async def confirm(  # noqa: PLR0913 - words and manner of one question
    parent: QWidget, title: str, text: str, *, yes: str, no: str = "", dangerous: bool = True
) -> bool:
    """Ask whether to go on; `yes` says what is done ("Cancel the order").

    Enter means no where it is dangerous.
    """
    kept = no or tr("Keep it")
    choices = (
        Choice("no", kept, cap="" if dangerous else "Esc"),
        Choice("yes", yes, Kind.DANGER if dangerous else Kind.PRIMARY),
    )
    return await ask(parent, title, text, choices, default="no" if dangerous else "yes") == "yes"


async def choose_file(
    parent: QWidget,
    title: str,
    *,
    mode: Literal["open", "save", "folder"] = "open",
    name: str = "",
    filters: Sequence[str] = (),
) -> Path | None:
    """Let a person choose a file; None when they cancel.

    It begins in a folder that answers: see `folders`.
    `filters` are Qt's, such as "CSV (*.csv)"; `name` is proposed when saving.
    """
    dialog = QFileDialog(parent, title, str(await first_folder()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if mode == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
        dialog.setDefaultSuffix(_ending(filters[0] if filters else ""))
    elif mode == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    ended: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(dialog.selectedFiles() if code else [])

    dialog.finished.connect(end)
    dialog.open()
    chosen = await ended
    return Path(chosen[0]) if chosen else None


def _across(column: QVBoxLayout) -> int:
    """Return how much wider a dialog is than what stands in it."""
    return column.contentsMargins().left() + column.contentsMargins().right()


def _ending(name_filter: str) -> str:
    """Return what a filter such as "CSV (*.csv)" gives names that have no ending: "csv"."""
    return name_filter.rpartition("(*.")[2].partition(")")[0].partition(" ")[0]
