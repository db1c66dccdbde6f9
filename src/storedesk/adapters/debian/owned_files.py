"""Read and write files that belong to another account of this computer."""

import os
import pwd
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storedesk.whole_file import write_whole

SET_ASIDE = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Owner:
    """An account that files are written for, and as which its server is spoken to."""

    name: str
    uid: int
    gid: int

    def place(self, file: Path, content: bytes, *, mode: int) -> None:
        """Write a file whole or not at all; it is never open to others, not even for a moment."""
        write_whole(file, content, mode=mode, owner=(self.uid, self.gid))

    def make_folder(self, folder: Path) -> None:
        """Make a folder that only this account may enter."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._hand_over(folder)

    def hand_over(self, folder: Path) -> None:
        """Give it what root has written into a folder of its own, but nothing below that."""
        if os.geteuid() != 0 or self.uid == 0 or folder.is_symlink():
            return
        for path in folder.iterdir():
            with suppress(FileNotFoundError):
                if path.lstat().st_uid == 0:
                    self._hand_over(path)

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Be this account meanwhile, where we are root: a server looks who opens its socket."""
        if os.geteuid() == self.uid:
            yield
            return
        ours = os.geteuid()
        os.seteuid(self.uid)
        try:
            yield
        finally:
            os.seteuid(ours)

    def _hand_over(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def set_aside(file: Path, now: datetime) -> Path:
    """Keep a copy of a file that is about to be replaced, with its owner and mode."""
    kept = file.with_name(f"{file.name}.{now.strftime(SET_ASIDE)}.before-storedesk")
    shutil.copy2(file, kept)
    if os.geteuid() == 0:
        status = file.stat()
        os.chown(kept, status.st_uid, status.st_gid)
    return kept


def owner_of(path: Path) -> Owner:
    """Tell whose a file or folder is."""
    status = path.stat()
    return Owner(pwd.getpwuid(status.st_uid).pw_name, status.st_uid, status.st_gid)
