"""Letters on the screen: they type into whatever field has the keyboard, where only fingers are."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.number_pad import BACK, ENTER, PadKey, type_key

GAP = 5
"""Pixels between two keys: eleven in a row are 44 wide at 1024."""
DIGITS = "1234567890"
ROWS = {
    QLocale.Language.German: ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß-."),
    QLocale.Language.English: ("qwertyuiop", "asdfghjkl", "zxcvbnm'-."),
}
"""The letters as keyboards of a language have them; other languages have the English ones."""
SIGNS = ("@#%&/+*=_~", "()[]{}<>|", '!?,;:"^$\\')
"""What stands in their place while signs are wanted."""
TO_LETTERS, TO_SIGNS = "ABC", "?#"


class TextPad(QWidget):
    """Digits, letters, capitals, signs, a blank and a key that takes back."""

    digits_wanted = Signal()
    """The number pad is to be there again."""

    def __init__(self, locale: QLocale, *, has_digits_key: bool = True) -> None:
        """Lay the letters out as in the language of `locale`."""
        super().__init__()
        self.setAccessibleName(tr("Keyboard"))
        self.rows = ROWS.get(locale.language(), ROWS[QLocale.Language.English])
        self.keys: dict[str, PadKey] = {}
        """The keys of letters and digits by what they type, and the others by their names."""
        self.is_capital = self.is_signs = False
        self._letters: list[tuple[PadKey, str, str]] = []
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._lay_out(has_digits_key=has_digits_key)

    def _lay_out(self, *, has_digits_key: bool) -> None:
        top = self._row()
        for digit in DIGITS:
            self._put(top, digit, PadKey(digit)).clicked.connect(
                lambda _=False, digit=digit: type_key(digit)
            )
        for letters, signs in zip(self.rows, SIGNS, strict=True):
            self._add_row(letters, signs)
        foot = self._row()
        if has_digits_key:
            digits = self._put(foot, "digits", PadKey("123", is_quiet=True), 3)
            digits.clicked.connect(self.digits_wanted)
        capital = PadKey(tr("Capital letter"), icon="arrow-up", is_quiet=True)
        self._put(foot, "capital", capital, 3).clicked.connect(self._turn_capital)
        other = self._put(foot, "signs", PadKey(TO_SIGNS, is_quiet=True), 3)
        other.clicked.connect(self._turn_signs)
        blank = self._put(foot, " ", PadKey(tr("Space", "between words")), 6)
        blank.clicked.connect(lambda: type_key(" "))
        back = PadKey(tr("Delete a letter"), icon="delete", is_quiet=True)
        self._put(foot, "back", back, 3).clicked.connect(lambda: type_key(BACK))
        enter = PadKey(tr("Enter"), icon="corner-down-left", is_quiet=True)
        self._put(foot, "enter", enter, 3).clicked.connect(lambda: type_key(ENTER))

    def _add_row(self, letters: str, signs: str) -> None:
        line = self._row()
        for at, letter in enumerate(letters):
            key = self._put(line, letter, PadKey(letter))
            self._letters.append((key, letter, signs[at] if at < len(signs) else ""))
            key.clicked.connect(lambda _=False, key=key: self._type(key))

    def _row(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        self._whole.addLayout(line)
        return line

    def _put(self, line: QHBoxLayout, name: str, key: PadKey, wide: int = 1) -> PadKey:
        line.addWidget(key, wide)
        self.keys[name] = key
        return key

    def _type(self, key: PadKey) -> None:
        """Type a letter; after a capital one small ones follow."""
        type_key(key.text())
        if self.is_capital:
            self._turn_capital()

    def _turn_capital(self) -> None:
        self.is_capital = not self.is_capital
        self._name()

    def _turn_signs(self) -> None:
        self.is_signs = not self.is_signs
        self._name()

    def _name(self) -> None:
        for key, letter, sign in self._letters:
            shown = sign if self.is_signs else letter
            if self.is_capital and letter != "ß" and not self.is_signs:
                shown = letter.upper()
            key.setText(shown)
            key.setAccessibleName(shown)
            key.setEnabled(bool(shown))
            key.update()
        self.keys["signs"].setText(TO_LETTERS if self.is_signs else TO_SIGNS)
        self.keys["capital"].be_down(is_so=self.is_capital)
        self.keys["capital"].setEnabled(not self.is_signs)
        self.keys["signs"].setAccessibleName(self.keys["signs"].text())
        self.keys["signs"].update()
