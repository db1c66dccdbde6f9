"""Make the dialogs that save what is typed: fields, Save and Cancel."""

from typing import Any

from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.form import Field, Form
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted


class SaveDialog(Dialog):
    """What such dialogs have; Ctrl+Enter saves."""

    def __init__(self, parent: QWidget, title: str, *, save: str) -> None:
        super().__init__(parent, title, width=480)
        self.save = primary(save, icon="save", cap="Ctrl+Enter")
        self.save.clicked.connect(self._submit)
        self.cancel = secondary(tr("Cancel"), cap="Esc")
        self.cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self.on_key(key, self._submit)

    async def submit(self) -> None:
        """Save what was typed, and close."""
        raise NotImplementedError

    def fill(self, *fields: Field[Any], remark: str = "") -> None:
        """Lay out the fields, and below them what is to be known of them."""
        self.form = Form(*fields)
        self.remark = muted(remark, wrap=True) if remark else None
        self.lay_out(self.form, self.remark)
        self.buttons(self.cancel, self.save)
        fields[0].editor.setFocus()

    def _submit(self) -> None:
        self.start(self.submit)
