"""Know which printers the system has, without waiting for its print service."""

from PySide6.QtCore import QObject, Signal

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.paper.print_service import SERVICE


class PrinterList(QObject):
    """The names of the printers, as they were when they were last asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] | None = None
        """None until they are known, or while the print service does not answer."""

    async def look(self) -> None:
        """Ask for them anew."""
        try:
            names = await SERVICE.printers()
        except Unavailable:
            names = None
        if names != self.names:
            self.names = names
            self.changed.emit()

    def lacks(self, name: str) -> bool:
        """Tell whether a printer was chosen that is not there any more."""
        return bool(name) and self.names is not None and name not in self.names


PRINTERS = PrinterList()
"""Those of this computer."""
