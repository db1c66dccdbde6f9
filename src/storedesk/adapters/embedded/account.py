"""Choose the account that the server runs as, and the folders that it can reach.

PostgreSQL refuses to run as root. A program run by root therefore lets an account without any
rights do it, and keeps what that account needs below /var/lib/storedesk.
"""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storedesk.domain.refusals.errors import Refused

if sys.platform != "win32":
    import pwd

STATE = Path("/var/lib/storedesk")
OWN = "storedesk"
SUBSTITUTES = ("postgres", "nobody")
LONGEST_SOCKET_FOLDER = 90
"""Bytes: a socket's whole path has to be shorter than 104 on macOS, and 108 on Linux."""


@dataclass(frozen=True, slots=True)
class Account:
    """The account of this computer that the server runs as."""

    name: str
    uid: int = -1
    gid: int = -1
    is_another: bool = False
    """Whether this process is root and switches to it."""

    def manners(self) -> dict[str, Any]:
        """Return the arguments of `subprocess` that run a program as this account."""
        if sys.platform == "win32":
            quiet = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
            return {"creationflags": quiet}
        manners: dict[str, Any] = {"umask": 0o077, "cwd": "/", "start_new_session": True}
        if self.is_another:
            manners |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return manners

    def names(self) -> tuple[str, ...]:
        """Name the accounts that may come in as the server's own: this one, and ours."""
        return ("root", self.name) if self.is_another else (self.name,)

    def can_reach(self, path: Path) -> bool:
        """Tell whether every folder down to `path`, and `path` itself, lets this account in."""
        if not self.is_another:
            return True
        whole = path.resolve()
        return all(self._may_enter(folder.stat()) for folder in (whole, *whole.parents))

    def _may_enter(self, status: os.stat_result) -> bool:
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)

    def make_private(self, folder: Path) -> None:
        """Make a folder that only this account may enter; refuse one that is someone else's."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_another:
            os.chown(folder, self.uid, self.gid)
        elif sys.platform != "win32" and folder.stat().st_uid != self.uid:
            raise Refused("server_wrong_owner", folder=folder)


def account_for(place: Path) -> Account:
    """Choose the current account; as root, the owner of `place`, or an account made for this."""
    if sys.platform == "win32":
        return Account(os.environ.get("USERNAME", "storedesk"))
    if os.geteuid() != 0:
        return _account(os.geteuid())
    owner = place.stat().st_uid if place.exists() else 0
    return _account(owner, is_another=True) if owner else _unprivileged()


def state_folder() -> Path:
    """Make the folder of whatever root's server needs; others may pass through it, not look."""
    STATE.mkdir(parents=True, exist_ok=True)
    STATE.chmod(0o711)
    return STATE


def socket_folder(account: Account, key: str) -> Path:
    """Make a private folder with a short name, the same one each time."""
    if account.is_another:
        folder = state_folder() / "sockets" / key
        folder.parent.mkdir(mode=0o711, exist_ok=True)
        account.make_private(folder)
        return folder
    for folder in _short_folders(account, key):
        with suppress(OSError):
            folder.mkdir(mode=0o700, exist_ok=True)
            if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER and _is_ours_alone(folder):
                return folder
    raise Refused("server_no_folder", folder=tempfile.gettempdir())


def _short_folders(account: Account, key: str) -> Iterator[Path]:
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(runtime) / f"storedesk-{key}"
    for folder in dict.fromkeys((tempfile.gettempdir(), "/tmp")):  # noqa: S108 - checked before use
        yield Path(folder) / f"storedesk-{account.uid}-{key}"


def _is_ours_alone(folder: Path) -> bool:
    status = folder.lstat()  # not stat: a link that someone else laid there is no folder of ours
    private = stat.S_ISDIR(status.st_mode) and not stat.S_IMODE(status.st_mode) & 0o077
    return private and status.st_uid == os.geteuid()


def _unprivileged() -> Account:
    if (add := shutil.which("useradd")) and not _exists(OWN):
        words = [add, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN]
        subprocess.run(words, capture_output=True, check=False)  # noqa: S603 - nothing from outside
    for name in (OWN, *SUBSTITUTES):
        if _exists(name):
            return _account(pwd.getpwnam(name).pw_uid, is_another=True)
    raise Refused("server_no_account")


def _exists(name: str) -> bool:
    try:
        return pwd.getpwnam(name).pw_uid != 0
    except KeyError:
        return False


def _account(uid: int, *, is_another: bool = False) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError as error:  # PostgreSQL asks for the name, and so does its way to let us in
        raise Refused("server_no_account") from error
    return Account(entry.pw_name, uid, entry.pw_gid, is_another)
