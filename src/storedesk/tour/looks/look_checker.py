"""Check what the window shows, as often as it is told to, and keep what was found."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from storedesk.tour.looks.bare_tiles import FORMS, LISTS, bare_share
from storedesk.tour.looks.cut_texts import badly_shown
from storedesk.tour.looks.findings import Finding, FindingKind
from storedesk.tour.looks.outside import outside, too_large
from storedesk.tour.looks.overlaps import overlapping
from storedesk.tour.looks.places import widgets_in
from storedesk.tour.looks.targets import too_small
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.sizes import SIZES


class LookChecker:
    """Keeps what was found, once for each widget and words, under the picture that shows it."""

    def __init__(self) -> None:
        self.found: dict[Finding, str] = {}
        """What is wrong, and the name of the first picture on which it is to be seen."""
        self.bare: dict[str, float] = {}
        """The share of bare tiles by picture."""

    def check(self, window: QWidget, name: str, *, is_form: bool = False) -> None:
        """Check the topmost dialog of a window, else all of it, as the picture of that name."""
        for one in checked(window):
            self.found.setdefault(one, name)
        if covering() is None:
            share = bare_share(window.grab().toImage())
            self.bare[name] = share
            if share > (most := FORMS if is_form else LISTS):
                words = f"{share:.0%} of the picture is bare, and {most:.0%} is the most"
                self.found[Finding(FindingKind.BARE, name, words)] = name

    @property
    def faults(self) -> int:
        """How many of the findings are faults."""
        return sum(one.kind.is_fault for one in self.found)

    def write(self, file: Path) -> None:
        """Write a line for each finding, the faults first, and how bare each picture is."""
        by_kind = sorted(self.found.items(), key=lambda one: list(FindingKind).index(one[0].kind))
        lines = [f"{name}: {finding}" for finding, name in by_kind]
        lines += [
            "",
            "bare tiles:",
            *(f"{share:6.1%}  {name}" for name, share in self.bare.items()),
        ]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def checked(window: QWidget) -> Iterator[Finding]:
    """Yield what is wrong with what a window shows at present: in its topmost dialog, else in all.

    `window` may be a page or a form, too.
    """
    QApplication.sendPostedEvents()
    dialog = covering()
    top = dialog if dialog is not None and dialog.window() is window.window() else window
    yield from too_large(top) if top is dialog else ()
    shown = list(widgets_in(top))
    for one in shown:
        yield from badly_shown(one)
    yield from overlapping(shown)
    yield from outside(shown)
    if SIZES.is_touch:
        yield from too_small(shown)
