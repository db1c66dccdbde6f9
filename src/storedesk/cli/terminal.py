"""What the commands say on a terminal, and ask there."""

import os
import sys
from getpass import getpass

from storedesk.domain.errors import Refused


def say_share(words: str, share: float) -> None:
    """Say how far some work is, on a terminal only; whoever reads a file wants the result."""
    if sys.stderr.isatty():
        end = "\n" if share >= 1 else ""
        print(f"\r{words} {share:4.0%}", end=end, file=sys.stderr, flush=True)


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
