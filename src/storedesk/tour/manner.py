"""Say how the tour looks at the window: in which language, colors and size."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize

from storedesk.ui.kit.looks.theme import Scheme
from storedesk.ui.shell.window_place import USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class TourManner:
    """Language, colors and size of the window; what was not asked for is as usual."""

    language: str = ""
    scheme: Scheme | None = None
    size: QSize | None = None
    checks_looks: bool = False
    """Whether what each picture shows is checked."""

    @property
    def is_usual(self) -> bool:
        """Whether nothing was asked for: then the tour shows both schemes and a large screen."""
        return not (self.language or self.scheme or self.size)

    @property
    def first_size(self) -> QSize:
        """The size in which the tour begins."""
        return self.size or USUAL

    def preferences(self) -> dict[str, Any]:
        """Return what the profile has to prefer: English, where no language was asked for."""
        wanted = {"language": self.language or "en"}
        return wanted | ({"scheme": self.scheme.value} if self.scheme else {})


def asked(
    language: str, scheme: str | None, size: tuple[int, int] | None, *, checks_looks: bool = False
) -> TourManner:
    """Return the manner that was asked for, "" or None as usual."""
    return TourManner(
        language=language,
        scheme=Scheme(scheme) if scheme else None,
        size=QSize(*size) if size else None,
        checks_looks=checks_looks,
    )
