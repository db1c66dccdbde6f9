"""Define what a store writes in its e-mails to customers, with placeholders."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from storedesk.domain import placeholders

LONGEST_SUBJECT, LONGEST, MOST_LINES = 150, 2000, 30


class MailKind(StrEnum):
    """An e-mail with words of its own: a sale at a till is confirmed otherwise than an order."""

    RECEIPT = "receipt"
    CONFIRMATION = "confirmation"
    SHIPPED = "shipped"
    CANCELED = "canceled"
    VERIFICATION = "verification"
    PASSWORD = "password"  # noqa: S105 - the kind of an e-mail

    @property
    def subject_column(self) -> str:
        """The setting that holds its subject."""
        return f"{self}_mail_subject"

    @property
    def text_column(self) -> str:
        """The setting that holds its words."""
        return f"{self}_mail_text"


_ORDER = ("store", "customer", "order_number", "order_date", "total")
_LINK = ("store", "customer", "valid_until")
PLACEHOLDERS: Mapping[MailKind, tuple[str, ...]] = {
    MailKind.RECEIPT: _ORDER,
    MailKind.CONFIRMATION: _ORDER,
    MailKind.SHIPPED: (*_ORDER, "carrier", "tracking_number", "tracking_link"),
    MailKind.CANCELED: (*_ORDER, "paid"),
    MailKind.VERIFICATION: _LINK,
    MailKind.PASSWORD: _LINK,
}
COLUMNS = tuple(name for kind in MailKind for name in (kind.subject_column, kind.text_column))
"""The settings that hold them."""


@dataclass(frozen=True, slots=True)
class MailText:
    """What a store writes in e-mails of one kind; "" is StoreDesk's own."""

    subject: str = ""
    words: str = ""
    """What stands above the lines of the order or the button, with the greeting."""


def checked_subject(text: str, kind: MailKind) -> str:
    """Return a subject that an e-mail can have. Refused: placeholder_unknown, too_many_lines."""
    return placeholders.checked_text(text, PLACEHOLDERS[kind], most_lines=1)


def checked_words(text: str, kind: MailKind) -> str:
    """Return words that an e-mail can have. Refused: placeholder_unknown, too_many_lines."""
    return placeholders.checked_text(text, PLACEHOLDERS[kind], most_lines=MOST_LINES)


def filled_subject(text: str, kind: MailKind, values: Mapping[str, str]) -> str:
    """Return a subject with its placeholders filled, on one line.

    "" where this e-mail has nothing for one of them: it has StoreDesk's subject then.
    """
    lines = placeholders.filled_lines(text, values, PLACEHOLDERS[kind])
    return " ".join(" ".join(lines).split())


def filled_words(text: str, kind: MailKind, values: Mapping[str, str]) -> list[list[str]]:
    """Return the lines of each paragraph with their placeholders filled; [] where none is left."""
    paragraphs: list[list[str]] = [[]]
    for line in placeholders.filled_lines(text, values, PLACEHOLDERS[kind]):
        if line.strip():
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]
