"""Choose the screen that customers look at."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from storedesk.ui.context import PageContext
from storedesk.ui.customer_display.screens import (
    other_screens,
    screen_label,
    screen_name,
    screen_named,
)
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.qt_classes import beside
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.forms.chooser import Chooser
from storedesk.ui.kit.forms.entries import Entry
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.picture_sources import content_of

WIDTH = 230


def chosen_screen(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the choice of the screen; those on which the window itself is not are offered."""
    made = Chooser()
    made.setAccessibleName(tr("Customer display"))
    made.setFixedWidth(px(WIDTH))
    made.activated.connect(
        lambda _: context.comfort.choose(customer_screen=str(made.currentData() or ""))
    )

    def show() -> None:
        chosen = context.comfort.customer_screen
        offered = [Entry(screen_name(one), screen_label(one)) for one in other_screens(made)]
        if chosen and chosen not in {entry.key for entry in offered}:
            offered.append(Entry(chosen, chosen))
        made.offer((Entry("", tr("None")), *offered))
        made.setCurrentIndex(max(0, made.findData(chosen)))

    return made, show


def warning(context: PageContext) -> str:
    """Say why nothing is shown on the chosen screen; "" where something is, or none is chosen."""
    chosen = context.comfort.customer_screen
    if not chosen or context.display.window is not None:
        return ""
    if screen_named(chosen) is None:
        return tr("This screen is not connected. Once it is, customers see their sale on it.")
    return tr("StoreDesk itself is on this screen: move its window to the other one.")


class IdlePicture(QWidget):
    """Two buttons: choose the picture that customers see while nothing is sold, or have none."""

    def __init__(self) -> None:
        super().__init__()
        self.choose = secondary(tr("Choose a picture"), icon="image")
        self.remove = secondary(tr("Remove"), icon="trash-2")
        self.setLayout(row(self.choose, self.remove, gap=8))


def idle_picture(context: PageContext) -> tuple[QWidget, Callable[[], None]]:
    """Make the buttons of the picture; the page asks for the file."""
    made = IdlePicture()
    return made, lambda: made.remove.setEnabled(context.comfort.customer_picture is not None)


async def ask_picture(parent: QWidget, context: PageContext) -> None:
    """Let a person choose the picture. Refused: file_not_written, and what is no picture."""
    kinds = [tr("Pictures (*.png *.jpg *.jpeg *.webp)")]
    path = await choose_file(parent, tr("Choose a picture"), filters=kinds)
    if path is not None:
        context.comfort.keep_customer_picture(await beside(lambda: _made_anew(path)))


def _made_anew(path: Path) -> bytes:
    from storedesk.adapters.files import pictures  # noqa: PLC0415 - its library is rarely needed

    return pictures.checked(content_of(path)).content
