"""Run a program to its end, or until somebody wants it to stop."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

from storedesk.domain.refusals.errors import Refused

LOOK = 0.2
"""Seconds between two looks whether it is to stop."""


def output_of(
    words: Sequence[str | Path], environment: Mapping[str, str], stop: Event | None = None
) -> str:
    """Run a program, and return what it printed; raises CalledProcessError.

    Where `stop` is set meanwhile, the program is ended. Refused: backup_canceled.
    """
    with subprocess.Popen(  # noqa: S603 - programs of ours, which were looked up
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        while True:
            try:
                said, wrong = process.communicate(timeout=LOOK if stop else None)
                break
            except subprocess.TimeoutExpired:
                if stop and stop.is_set():
                    process.kill()
            except BaseException:
                process.kill()
                raise
    if stop and stop.is_set():
        raise Refused("backup_canceled")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words, said, wrong)
    return said
