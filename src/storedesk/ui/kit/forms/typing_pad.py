"""Digits or letters on the screen, one in place of the other."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.ui.kit.forms.number_pad import NumberPad
from storedesk.ui.kit.forms.text_pad import TextPad

LETTERS = "letters"


class TypingPad(QWidget):
    """A number pad with a key that shows letters, which have a key that shows digits."""

    def __init__(self, decimal: str, locale: QLocale) -> None:
        """`decimal` is the sign of this store; letters lie as in the language of `locale`."""
        super().__init__()
        self.digits = NumberPad(decimal, [(LETTERS, "ABC")])
        self.letters = TextPad(locale)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.digits)
        whole.addWidget(self.letters)
        self.digits.pressed_extra.connect(lambda _: self.show_letters(is_so=True))
        self.letters.digits_wanted.connect(lambda: self.show_letters(is_so=False))
        self.show_letters(is_so=False)

    def show_letters(self, *, is_so: bool) -> None:
        """Show letters, or digits."""
        self.digits.setVisible(not is_so)
        self.letters.setVisible(is_so)
