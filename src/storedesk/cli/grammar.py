"""Let argparse speak: its own words in the language of the terminal, and no colors."""

import argparse
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar

from storedesk.cli.language import spoken
from storedesk.translations import ENGLISH

T = TypeVar("T", bound=StrEnum)

WORDS = (
    "usage: ", "positional arguments", "options",
    "show this help message and exit",
    "%(prog)s: error: %(message)s\n", "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s", "unrecognized arguments: %s",
    "not allowed with argument %s", "expected one argument", "expected at least one argument",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
    "ambiguous option: %(option)s could match %(matches)s", "ignored explicit argument %r",
)  # fmt: skip
"""What argparse says to a person, for the translator, as Python 3.11 to 3.14 spell it."""


class Grammar(ArgumentParser):
    """The grammar of the command line, or of one command."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.color = False
        """Python 3.14 would color the help; what we print never commands a terminal."""


@contextmanager
def translated() -> Iterator[None]:
    """Let argparse say its words in the language of the terminal meanwhile.

    It asks gettext, by a name of its own, which is replaced for as long.
    """
    if spoken.words.language == ENGLISH:
        yield
        return
    names = vars(argparse)
    gettext = names["_"]
    names["_"] = spoken
    try:
        yield
    finally:
        names["_"] = gettext


def one_of(kind: type[T]) -> Callable[[str], T | str]:
    """Return what reads a member of `kind`; argparse refuses others, by the option's choices."""

    def read(typed: str) -> T | str:
        return kind(typed) if typed in set(kind) else typed

    return read
