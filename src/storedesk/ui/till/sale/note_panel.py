"""Note what is special about a line of the sale."""

from PySide6.QtCore import Signal

from storedesk.domain.till import SaleLine
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.inputs import LineInput
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.till.keys import pay_button
from storedesk.ui.till.panels import Panel, typed

LONGEST = 200


class NotePanel(Panel):
    """Asks for the note of a line; Enter saves it, and with nothing typed removes it."""

    noted = Signal(object, str)
    """The id of the line, and its note or nothing."""

    def __init__(self, line: SaleLine) -> None:
        super().__init__(tr("Note for a line"))
        self._line = line
        what = ", ".join(part for part in (line.name, line.description) if part)
        self.field = LineInput(line.note or "")
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("For example: gift wrapped"))
        self.field.setMaxLength(LONGEST)
        self.field.setFont(theme.font(16))
        self.go = pay_button(tr("Save the note"))
        self.go.clicked.connect(self.press)
        about = Label(tr("It is printed on the receipt and stays with the order."), ink="muted")
        about.setWordWrap(True)
        name = Label(what, size=16, weight=theme.DEMIBOLD, wrap=True)
        self.lay_out(self.title, name, self.problem, self.field, about, None)
        self.end_with(self.go)

    def begin(self) -> None:
        """Take the keyboard, what is noted ready to be typed over."""
        self.field.setFocus()
        self.field.selectAll()

    def enter(self) -> None:
        """Save it."""
        self.noted.emit(self._line.id, typed(self.field))
