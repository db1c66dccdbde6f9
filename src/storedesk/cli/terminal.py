"""What the commands say on a terminal, and ask there."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from getpass import getpass
from pathlib import Path

from storedesk.domain.errors import Refused
from storedesk.whole_file import STANDARD_OUTPUT, is_standard_output

_COMMANDS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What moves a cursor, sets colors, or turns text around."""


def harmless(text: str) -> str:
    """Return a text of somebody else's as a terminal can be given it: none of it is a command."""
    return _COMMANDS.sub("\ufffd", text)


def output_file(typed: str) -> Path:
    """Return the file that was named to write to: "-" is standard output."""
    return STANDARD_OUTPUT if typed == "-" else Path(typed)


@contextmanager
def words_beside(file: Path | None) -> Iterator[None]:
    """Say everything on standard error meanwhile, where standard output is a file's."""
    if file and is_standard_output(file):
        with redirect_stdout(sys.stderr):
            yield
    else:
        yield


def ask_password(words: str, *variables: str) -> str:
    """Take a password from the environment, else ask for it. Refused: password_needed."""
    for variable in variables:
        if known := os.environ.get(variable):
            return known
    if not sys.stdin.isatty():
        raise Refused("password_needed", variables=" / ".join(variables))
    return getpass(f"{words}: ")


def ask_new_password(login: str) -> str:
    """Take a new password from STOREDESK_PASSWORD, else ask for it twice."""
    known = "STOREDESK_PASSWORD" in os.environ
    password = ask_password(f"Password for {login}", "STOREDESK_PASSWORD")
    if not known and getpass("Once more: ") != password:
        raise Refused("passwords_differ")
    return password


def counted(number: int, one: str, many: str) -> str:
    """Return a number and its noun."""
    return f"{number:,} {one if number == 1 else many}"
