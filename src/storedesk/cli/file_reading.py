"""Read the files of an import: the options for how they are written, and how far it is."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from storedesk.cli.language import number, tr
from storedesk.cli.progress import TerminalProgress
from storedesk.documents.encodings import known
from storedesk.domain.importing.options import FileChoices, FileReading
from storedesk.domain.importing.progress import ImportProgress, ImportStep, Report
from storedesk.domain.refusals.errors import Refused


def step_words(step: ImportStep) -> str:
    """Return what is being done, for a line that changes."""
    return {
        ImportStep.READING: tr("Reading lines of the files"),
        ImportStep.CHECKING: tr("Comparing products with the store"),
        ImportStep.WRITING: tr("Writing rows"),
        ImportStep.OPENING: tr("Writing the stock of new products"),
        ImportStep.SETTING: tr("Setting the stock of known products"),
        ImportStep.ADDING: tr("Writing lines of past sales"),
    }[step]


def add_file_choices(parser: ArgumentParser) -> None:
    """Add the options for how the files are written."""
    parser.add_argument(
        "--encoding",
        default="",
        metavar=tr("NAME"),
        help=tr("encoding of the files, such as cp1252 or gbk"),
    )
    parser.add_argument(
        "--header-row", type=_row, metavar="N", help=tr("the line with the headings")
    )
    parser.add_argument(
        "--decimal-mark", choices=[".", ","], help=tr("the mark before the decimals of numbers")
    )
    parser.add_argument(
        "--date-first",
        choices=["day", "month"],
        default="",
        help=tr("which comes first in dates such as 1/2/2026"),
    )
    parser.add_argument(
        "--currency",
        metavar=tr("CURRENCY"),
        help=tr("currency of the prices; refused if it is not the store's"),
    )


def file_choices(arguments: Namespace) -> FileChoices:
    """Return what these options say."""
    return FileChoices(
        known(arguments.encoding) if arguments.encoding else "",
        arguments.header_row,
        arguments.decimal_mark,
        arguments.date_first,
    )


def report_to(progress: TerminalProgress) -> Report:
    """Return what shows how far an import is: each step by its name, with its numbers."""

    def tell(far: ImportProgress) -> None:
        numbers = number(far.done)
        if far.of is not None:
            numbers = tr("{done} of {of}").format(done=numbers, of=number(far.of))
        progress.tell(far.part, f"{step_words(far.step)}: {numbers}")

    return tell


def reading_progress() -> TerminalProgress:
    """Show in the terminal how far reading is, and what comes after it."""
    return TerminalProgress(step_words(ImportStep.READING))


def refuse_guesses(readings: tuple[FileReading, ...]) -> None:
    """Refuse what was read in an encoding that nobody has named: encoding_guessed."""
    for reading in readings:
        if reading.is_guess:
            raise Refused("encoding_guessed", file=reading.file, encoding=reading.encoding)


def _row(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not int(typed):
        raise ArgumentTypeError(tr("{typed} is no line of a file").format(typed=repr(typed)))
    return int(typed)
