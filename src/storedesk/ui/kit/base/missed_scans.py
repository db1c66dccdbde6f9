"""Report scans that were not taken, all of them until somebody closes the message."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.tokens import Tone


@runtime_checkable
class TellsMissed(Protocol):
    """A dialog or panel over a page that reports itself that a scan was not taken."""

    def tell_missed(self, code: str, *, is_kept: bool) -> None:
        """Say that `code` was not taken; `is_kept`: it stands in the field it was typed into."""


def tell_missed(target: QWidget, code: str, *, is_kept: bool) -> None:
    """Let the innermost part around the keyboard that can do so report a missed scan."""
    around: QWidget | None = target
    while around is not None:
        if isinstance(around, TellsMissed):
            around.tell_missed(code, is_kept=is_kept)
            return
        around = around.parentWidget()


def missed_text(code: str, covering: str = "") -> str:
    """Return the message that a scan was not taken, and what covered the page."""
    if covering:
        text = tr("Scanned {code} while “{covering}” was open: not added. Scan it again.")
        return text.format(code=code, covering=covering)
    text = tr("Scanned {code}: not added. Scan it again.")
    return text.format(code=code)


def kept_text(code: str) -> str:
    """Return the message that a field may hold a scan."""
    text = tr("{code} came as fast as a scan. Press Enter again if it belongs in this field.")
    return text.format(code=code)


def covering_title() -> str:
    """Return the title of the dialog that covers the page now, if one does."""
    over = covering()
    return over.windowTitle().replace("[*]", "").strip() if over else ""


class MissedScans:
    """The scans that were not taken, listed in a banner until somebody closes it."""

    def __init__(self, banner: Banner) -> None:
        self._banner = banner
        self._codes: list[str] = []

    def say(self, code: str, text: str) -> None:
        """Report one scan, together with earlier ones that nobody has seen yet."""
        self._banner.say(self.text(code, text), Tone.BAD)

    def text(self, code: str, text: str) -> str:
        """Return the message for this scan and the earlier ones."""
        self._codes = [code] if self._banner.isHidden() else [*self._codes, code]
        if len(self._codes) > 1:
            count, codes = len(self._codes), ", ".join(self._codes)
            note = plural(
                "{count} scan was not added: {codes}. {text}",
                "{count} scans were not added: {codes}. {text}",
                count,
            )
            return note.format(count=count, codes=codes, text=text)
        return text if code in text else f"{code}: {text}"
