"""Show a person that the program has a bug, with a report to send."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Dialog
from storedesk.ui.kit.forms.inputs import TextInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.labels import muted


class CrashDialog(Dialog):
    """Shows the whole report and lets it be copied. Nothing is sent by itself."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent, tr("Something went wrong in the program"), width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = TextInput(report)
        self.report.setReadOnly(True)
        self.report.setFont(theme.font(12))
        self.report.setMinimumHeight(240)
        self.report.setAccessibleName(tr("Report"))
        self.lay_out(
            muted(
                tr(
                    "What was saved is safe, and you can continue. If it happens again, send this"
                    " report to whoever looks after the program."
                ),
                wrap=True,
            ),
            self.report,
        )
        copy = secondary(tr("Copy the report"), icon="copy")
        copy.clicked.connect(self.copy)
        close = primary(tr("Continue"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.buttons(copy, close)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
