"""Hold how a person wants a file to be read, and how it was read."""

from dataclasses import dataclass

from storedesk.domain.refusals.errors import Refused, Translate


@dataclass(frozen=True, slots=True)
class FileChoices:
    """What a person chose for a file; the rest is detected."""

    encoding: str = ""
    header_row: int | None = None
    """The line with the headings, counted from 1."""
    decimal_mark: str | None = None
    """What stands before the decimals of its numbers: a point or a comma."""
    date_first: str = ""
    """What comes first in its dates with slashes: "day" or "month"."""


@dataclass(frozen=True, slots=True)
class NumbersRead:
    """How the numbers of a column were read."""

    column: str
    mark: str | None
    """The mark before its decimals; None where some have one and some the other."""
    example: str
    """The first number that settles it; "" where it was said."""

    def sentence(self, translate: Translate = str) -> str:
        """Say how."""
        is_chosen = bool(self.mark) and not self.example
        codes = {
            ".": "read_with_points_as_said" if is_chosen else "read_with_points",
            ",": "read_with_commas_as_said" if is_chosen else "read_with_commas",
            None: "read_with_both",
        }
        return Refused(codes[self.mark], column=self.column, example=self.example).sentence(
            translate
        )


@dataclass(frozen=True, slots=True)
class FileReading:
    """How a file was read, so that a person can see it before anything is done."""

    file: str
    encoding: str
    is_guess: bool
    delimiter: str
    header_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Its first rows with the lines that they begin on, headings and what is above them too."""
    letters: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The first rows with other letters than ASCII's: there one sees what the encoding makes."""
    numbers: tuple[NumbersRead, ...] = ()
