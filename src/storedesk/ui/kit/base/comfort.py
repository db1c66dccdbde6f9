"""Keep what a person chose for their eyes, and a computer's people for hands and ears."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QSettings, Signal

from storedesk.domain.card_terminals import TerminalKind
from storedesk.domain.fiscal_signers import SignerChoice
from storedesk.domain.print_purposes import Purpose
from storedesk.domain.receipt_printers import ReceiptPrinter, of_text
from storedesk.ui.kit.looks.theme import Scheme
from storedesk.whole_file import PRIVATE, write_whole

Value: TypeAlias = str | int | bool
TEXT_SIZES = (100, 110, 125, 150)
VOLUMES = (25, 50, 75, 100)
"""Percent."""
LOCK_MINUTES = (0, 2, 5, 15)
"""Minutes without a key, a click or a touch after which the window locks; 0 is never."""
CUSTOMER_PICTURE = "customer_picture.webp"
"""The file of the picture that customers see, beside that of what is chosen."""
_OF_A_PERSON = frozenset({"colors", "text"})
"""The others are the computer's: its screen can be touched by all, and is heard by all."""


class Comfort(QObject):
    """Colors and text size of one person; touch and sounds of this computer.

    They are kept in a file of the computer's profile, or nowhere. What cannot be understood there
    is as it was at first.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None, person: str = "") -> None:
        super().__init__()
        self._file = QSettings(str(file), QSettings.Format.IniFormat) if file else None
        self._picture = file.with_name(CUSTOMER_PICTURE) if file else None
        self._person = person
        self._here: dict[str, str] = {}
        self.decide: Callable[..., object] = self.keep
        """Gets what a person chooses: the window puts it into effect, and keeps it."""
        self.newest = ""
        """What was chosen last, if the pages were made anew for it: the keyboard belongs there."""

    @property
    def colors(self) -> Scheme | None:
        """The colors of this person; None: as this computer has had them last."""
        kept = self._read("colors")
        return Scheme.named(kept) if kept else None

    @property
    def text(self) -> int:
        """How large text is, in percent."""
        return self._one_of(TEXT_SIZES, "text", TEXT_SIZES[0])

    @property
    def touch(self) -> bool:
        """Whether this computer is worked with fingers."""
        return self._read("touch") == "on"

    @property
    def sounds(self) -> bool:
        """Whether signals are heard."""
        return self._read("sounds") != "off"

    @property
    def volume(self) -> int:
        """How loud they are, in percent."""
        return self._one_of(VOLUMES, "volume", VOLUMES[-1])

    @property
    def lock_minutes(self) -> int:
        """After how many minutes the window locks by itself; 0 is never."""
        return self._one_of(LOCK_MINUTES, "lock_minutes", LOCK_MINUTES[0])

    @property
    def receipt_printer(self) -> str:
        """The printer of receipts by its name; "" is the system's own."""
        return self._read("receipt_printer")

    @property
    def receipt_device(self) -> ReceiptPrinter:
        """The receipt printer that StoreDesk writes to, and the roll."""
        return of_text(self._read("receipt_device"))

    @property
    def card_terminal(self) -> TerminalKind:
        """Which card terminal stands at this computer."""
        kept = self._read("card_terminal")
        return TerminalKind(kept) if kept in set(TerminalKind) else TerminalKind.NONE

    @property
    def fiscal_signer(self) -> SignerChoice:
        """Which signer of fiscal records stands at this computer."""
        kept = self._read("fiscal_signer")
        return SignerChoice(kept) if kept in set(SignerChoice) else SignerChoice.NONE

    @property
    def page_printer(self) -> str:
        """The printer of whole pages, such as reports; "" is the system's own."""
        return self._read("page_printer")

    def printer_for(self, purpose: Purpose) -> str:
        """Return the printer of one kind of document by its name; "" where it has none."""
        return self._read(f"{purpose}_printer")

    def paper_for(self, purpose: Purpose) -> str:
        """Return the paper that was chosen for it, as it was kept; "" is the usual one."""
        return self._read(f"{purpose}_paper")

    def listed(self, name: str) -> list[str]:
        """Return the words that were kept under a name; none where there are none."""
        return self._read(name).split()

    def keep_list(self, name: str, words: list[str]) -> None:
        """Keep words without spaces under a name."""
        self.keep(**{name: " ".join(words)})

    def choose_for(self, purpose: Purpose, *, printer: str = "", paper: str = "") -> None:
        """Want another printer and paper for it."""
        self.choose(**{f"{purpose}_printer": printer, f"{purpose}_paper": paper})

    @property
    def prints_receipts(self) -> bool:
        """Whether a receipt is printed as soon as it is paid, or only when asked for."""
        return self._read("prints_receipts") != "off"

    @property
    def customer_screen(self) -> str:
        """The screen that customers look at, by its name; "" is none."""
        return self._read("customer_screen")

    @property
    def customer_picture(self) -> bytes | None:
        """The picture that customers see while nothing is sold; None is the store's name."""
        if self._picture is None:
            return None
        try:
            return self._picture.read_bytes()
        except OSError:
            return None

    def keep_customer_picture(self, content: bytes | None) -> None:
        """Keep another picture for customers, or none.

        Refused: file_not_written. Nothing is kept where there is no profile.
        """
        if self._picture is None:
            return
        if content is None:
            with suppress(OSError):
                self._picture.unlink()
        else:
            write_whole(self._picture, content, mode=PRIVATE)
        self.changed.emit()

    def choose(self, **chosen: Value) -> None:
        """Want something else, by the names above: it is for the window to decide."""
        self.decide(**chosen)

    def keep(self, **chosen: Value) -> None:
        """Keep what is chosen."""
        for name, value in chosen.items():
            self._write(
                name, {True: "on", False: "off"}[value] if isinstance(value, bool) else value
            )
        self.changed.emit()

    def _one_of(self, known: tuple[int, ...], name: str, otherwise: int) -> int:
        with suppress(ValueError):
            kept = int(self._read(name))
            return kept if kept in known else otherwise
        return otherwise

    def _key(self, name: str) -> str:
        return f"{self._person}/{name}" if name in _OF_A_PERSON else name

    def _read(self, name: str) -> str:
        if self._file is None:
            return self._here.get(name, "")
        return str(self._file.value(self._key(name), ""))

    def _write(self, name: str, value: str | int) -> None:
        self._here[name] = str(value)
        if self._file is not None:
            self._file.setValue(self._key(name), str(value))
