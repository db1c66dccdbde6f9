"""Print to the terminal without control sequences, and ask for passwords."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from getpass import getpass
from pathlib import Path
from typing import Any, TextIO, cast

from storedesk.cli.language import tr
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.text import shown
from storedesk.whole_file import STANDARD_OUTPUT, is_standard_output


class _Harmless:
    """A stream that escapes control sequences in whatever is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write, with escapes as they are written in a program. Lines and their ends are ours."""
        parts = (part if part in _OURS else shown(part) for part in _PARTS.split(text))
        return self._stream.write("".join(parts))


_OURS = frozenset("\n\r\t")
_PARTS = re.compile("([\n\r\t])")


@contextmanager
def harmless_streams() -> Iterator[None]:
    """Escape control sequences in all that is printed meanwhile: names, headings, server texts."""
    out, err = (stream and cast("TextIO", _Harmless(stream)) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(err):  # there are none behind a window of Windows
        yield


def harmless(text: str) -> str:
    """Return a text as one line for a terminal, with control sequences escaped."""
    return shown(text)


def output_file(typed: str) -> Path:
    """Return the file that was named to write to: "-" is standard output."""
    return STANDARD_OUTPUT if typed == "-" else Path(typed)


@contextmanager
def words_beside(file: Path | None) -> Iterator[None]:
    """Print to standard error meanwhile, if standard output is the file."""
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
    return new_password(tr("Password for {login}").format(login=login), "STOREDESK_PASSWORD")


def new_password(words: str, variable: str) -> str:
    """Take something secret from an environment variable, else ask for it twice.

    Refused: password_needed, passwords_differ.
    """
    known = variable in os.environ
    password = ask_password(words, variable)
    if not known and getpass(tr("Once more: ")) != password:
        raise Refused("passwords_differ")
    return password
