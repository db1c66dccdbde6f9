"""Files that are there whole or not at all: written beside their name, then given it."""

import os
import secrets
from pathlib import Path
from typing import BinaryIO

from storedesk.domain.errors import Refused


class WholeFile:
    """A file being written; until `keep` whatever had its name before is untouched.

    Its methods raise Refused("file_not_written") where the disk does not take it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._draft: Path | None = None
        try:
            goal = path.resolve()
            draft = goal.with_name(f".{secrets.token_hex(8)}.part")
            self.file: BinaryIO = draft.open("xb")
        except OSError as error:
            raise self.refusal(error) from error
        self._draft, self._goal = draft, goal

    def keep(self) -> None:
        """Give the file its name, in place of what had it before."""
        if self._draft is None:
            return
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            self._draft.replace(self._goal)
        except OSError as error:
            raise self.refusal(error) from error
        self._draft = None

    def drop(self) -> None:
        """Take away what was written, unless it was kept."""
        if self._draft is None:
            return
        draft, self._draft = self._draft, None
        try:
            self.file.close()
        finally:
            draft.unlink(missing_ok=True)

    def refusal(self, error: OSError) -> Refused:
        """Say why the file cannot be written."""
        return Refused("file_not_written", file=self.path.name, why=error.strerror or str(error))
