"""Ask what to do with an edited form before leaving it."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Choice, ask
from storedesk.ui.kit.looks.buttons import Kind


class Leaving(StrEnum):
    """What is done with edits that are not saved."""

    STAY = "stay"
    DISCARD = "discard"
    SAVE = "save"


async def ask_leaving(parent: QWidget, what: str) -> Leaving:
    """Ask what to do with the edits of `what`; Enter saves, Esc stays."""
    title = tr("Save {what} first?").format(what=what)
    choices = [
        Choice(Leaving.STAY, tr("Keep editing")),
        Choice(Leaving.DISCARD, tr("Discard"), Kind.DANGER),
        Choice(Leaving.SAVE, tr("Save"), Kind.PRIMARY),
    ]
    text = tr("What you typed is not saved yet.")
    answer = await ask(parent, title, text, choices, default=Leaving.SAVE)
    return Leaving(answer or Leaving.STAY)
