"""What a card of the page of health shows: a line for each figure, and what to do if it is bad."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks.tokens import Tone

MINUTE, HOUR, DAY = 60, 3600, 86_400
WRONG = frozenset({Tone.WARN, Tone.BAD})


@dataclass(frozen=True, slots=True)
class Way:
    """Where what is wrong can be mended: a page, and there one record or a tab of its list."""

    text: str
    page: str
    record: UUID | None = None
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure. With a tone it is shown as a chip; `advice` says what to do."""

    name: str
    value: str
    tone: Tone | None = None
    advice: str = ""
    detail: str = ""
    """Below it, more quietly."""
    way: Way | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether somebody should do something."""
        return self.tone in WRONG


def wrong_count(lines: Iterable[Line]) -> int:
    """Count the lines that ask for somebody's help."""
    return sum(line.is_wrong for line in lines)


def span_label(seconds: float, form: Format) -> str:
    """Return how long something takes or took, in the largest unit that says enough."""
    length = max(0, round(seconds))
    if length < 2 * MINUTE:
        words, count = plural("{count} second", "{count} seconds", length), length
    elif length < 2 * HOUR:
        count = length // MINUTE
        words = plural("{count} minute", "{count} minutes", count)
    elif length < 2 * DAY:
        count = length // HOUR
        words = plural("{count} hour", "{count} hours", count)
    else:
        count = length // DAY
        words = plural("{count} day", "{count} days", count)
    return words.format(count=form.count(count))


def ago_label(seconds: float, form: Format) -> str:
    """Return how long ago something was."""
    if seconds < MINUTE:
        return tr("just now")
    return tr("{span} ago").format(span=span_label(seconds, form))
