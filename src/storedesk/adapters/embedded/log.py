"""Keep the log of the server small, and read it when the server does not start."""

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storedesk.domain.refusals.errors import Refused, StoreError, Unavailable

LARGEST = 5 * 2**20
"""Bytes; one older file of that size is kept beside it."""

SAID: dict[str, str] = {
    r"has wrong ownership": "server_wrong_owner",
    r"has invalid permissions|has group or world access": "server_wrong_mode",
    r"incompatible with server|not compatible with this version": "server_other_data",
    r"No space left on device": "disk_full",
    r"administrative permissions|run as root|.root. execution": "server_needs_plain_account",
    r"lock file .+ (?:already exists|is empty)|shared memory block": "server_in_the_way",
    r"bogus data in lock file": "server_in_the_way",
    r"is not a valid data directory": "server_data_broken",
}
"""What PostgreSQL says when it gives up, and which sentence of ours that is; the first counts."""


@dataclass(frozen=True, slots=True)
class ServerLog:
    """The file that the server's output is appended to."""

    file: Path

    def opened(self) -> BinaryIO:
        """Open it for the server to write in."""
        self.file.touch(mode=0o600)
        return self.file.open("ab")

    def size(self) -> int:
        """Tell its length in bytes."""
        return self.file.stat().st_size if self.file.exists() else 0

    def since(self, begin: int) -> str:
        """Read what was written after the first `begin` bytes."""
        with self.file.open("rb") as file:
            file.seek(begin)
            return file.read(2**16).decode(errors="replace")

    def rotate(self) -> None:
        """Set a long log aside; a server that is writing goes on at the beginning."""
        if self.size() > LARGEST:
            with suppress(OSError):
                shutil.copyfile(self.file, self.file.with_suffix(".old.log"))
                os.truncate(self.file, 0)

    def refusal(self, said: str) -> StoreError:
        """Turn what PostgreSQL said before it stopped into a refusal."""
        for words, code in SAID.items():
            if re.search(words, said):
                return Refused(code, folder=self.file.parent / "data", what="PG_VERSION")
        fatal = re.findall(r"(?:FATAL|PANIC|error): +(.+)", said)
        return Unavailable("server_not_starting", what=fatal[-1] if fatal else "?", log=self.file)
