"""Say why no window opens, on standard error or on the screen."""

import os
import stat
import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.base.view import spoken

UNSEEN = {"offscreen", "minimal"}
"""Platforms on which nobody would see a message."""


def refused(refusal: StoreError) -> QMessageBox | None:
    """Say it on standard error; where nobody reads that, return a message for the screen."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not LANGUAGE.is_chosen:  # it stands in the settings, which may be what cannot be read
        LANGUAGE.choose("")
    sentence = refusal.sentence(spoken)
    if sys.stderr:
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - there is no window to say it in
    if not isinstance(app, QApplication) or app.platformName() in UNSEEN or _is_read():
        return None
    message = QMessageBox(QMessageBox.Icon.Critical, "StoreDesk", sentence)
    message.finished.connect(app.quit)
    return message


def _is_read() -> bool:
    """Tell whether a terminal or another program reads standard error."""
    if not sys.stderr:
        return False
    try:
        kind = os.fstat(sys.stderr.fileno()).st_mode
    except OSError:
        return False
    return sys.stderr.isatty() or stat.S_ISFIFO(kind)
