"""Define what a badge reads: SDB, its owner's number and a secret, in letters alone.

They are those that the keyboards of most languages have in the same place, so that a scanner set to
another keyboard than the computer sends them all the same.
"""

import re
import secrets
from dataclasses import dataclass

LETTERS = "BCDEFGHIJKLNOPRSTUVX"
MARK = "SDB"
NUMBER_LETTERS, SECRET_LETTERS = 3, 16
_FORM = re.compile(rf"{MARK}([{LETTERS}]{{{NUMBER_LETTERS}}})([{LETTERS}]{{{SECRET_LETTERS}}})")


@dataclass(frozen=True, slots=True)
class StaffBadge:
    """Whose badge it is, and what only the badge knows."""

    number: int
    secret: str

    @property
    def code(self) -> str:
        """What its barcode reads."""
        rest, letters = self.number, ""
        for _ in range(NUMBER_LETTERS):
            rest, digit = divmod(rest, len(LETTERS))
            letters = LETTERS[digit] + letters
        return MARK + letters + self.secret

    def __repr__(self) -> str:
        """Name the number alone: no log has the secret."""
        return f"StaffBadge(number={self.number})"


def new_badge(number: int) -> StaffBadge:
    """Make a badge for somebody, with a secret of 69 random bits."""
    return StaffBadge(number, "".join(secrets.choice(LETTERS) for _ in range(SECRET_LETTERS)))


def begins_badge(text: str) -> bool:
    """Return whether a badge may begin with a text, or is one."""
    given = text.upper()
    mark, rest = given[: len(MARK)], given[len(MARK) :]
    is_short = len(rest) <= NUMBER_LETTERS + SECRET_LETTERS
    return MARK.startswith(mark) and is_short and all(letter in LETTERS for letter in rest)


def read_badge(scanned: str) -> StaffBadge | None:
    """Return the badge that was scanned; None where it is none. Caps Lock turns its case."""
    found = _FORM.fullmatch(scanned.strip().upper())
    if found is None:
        return None
    number = 0
    for letter in found[1]:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return StaffBadge(number, found[2])
