"""Read and write the profile folder of a workstation, with its preferences."""

import codecs
import logging
import os
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from uuid import UUID

import platformdirs
import tomli_w

from storedesk.domain.refusals.errors import Refused, StoreError
from storedesk.whole_file import PRIVATE, write_whole

log = logging.getLogger(__name__)
PORT = 5432
PROOF = 4096
"""Bytes that must fit into a profile before anything is made."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?")
_DATABASE = re.compile(r"[a-z_][a-z0-9_]{0,39}")


class StoreKind(StrEnum):
    """Where the store of this profile is."""

    DEMO = "demo"
    EMBEDDED = "embedded"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """Where a shared store's database is; `ca_file` is "" if no certificate is needed."""

    host: str
    database: str
    port: int = PORT
    ca_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose here. `store` is None until the first run is over."""

    store: StoreKind | None = None
    address: ServerAddress | None = None
    """Of a shared store."""
    login: str = ""
    """Who signed in last."""
    register: UUID | None = None
    """The register that stands here, chosen once."""
    scheme: str = "system"
    language: str = ""
    """"" follows the system."""


class Profile:
    """The folder with everything that the program keeps on this computer."""

    def __init__(self, folder: Path | None = None) -> None:
        usual = platformdirs.user_data_path("storedesk", appauthor=False)
        self.folder = (folder or usual).absolute()
        self.set_aside: Path | None = None
        """The settings that could not be understood, since this program was started."""
        self._unreported: list[Refused] = []
        self._unsaved: Preferences | None = None

    def make(self) -> None:
        """Make the folder, for this account alone, and check that it can be written.

        Refused: profile_is_file, profile_unwritable.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, prefix=".written-") as proof:
                proof.write(bytes(PROOF))
                proof.flush()
                os.fsync(proof.fileno())
        except (FileExistsError, NotADirectoryError) as error:
            raise Refused("profile_is_file", folder=self.folder) from error
        except OSError as error:
            why = error.strerror or str(error)
            raise Refused("profile_unwritable", folder=self.folder, why=why) from error

    @property
    def log(self) -> Path:
        """The file that the program writes its log into."""
        return self.folder / "storedesk.log"

    @property
    def demo(self) -> Path:
        """The file with the logins of the demo store."""
        return self.folder / "demo.toml"

    @property
    def geometry(self) -> Path:
        """The file with the window's place on the screen."""
        return self.folder / "window.ini"

    @property
    def backups(self) -> Path:
        """The folder of the backups of the store on this computer."""
        return self.folder / "backups"

    def keep_authority(self, certificate: str) -> Path:
        """Save the certificate that a server is checked by, and return its path."""
        name = sha256(certificate.encode()).hexdigest()[:16]
        file = self.folder / "authorities" / f"{name}.crt"
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, certificate.encode(), mode=PRIVATE)
        return file

    def move_aside(self, file: Path, code: str = "") -> Path:
        """Keep a file that cannot be understood under another name, and remember to report it.

        Refused: profile_unwritable.
        """
        kept = _name_aside(file)
        try:
            file.rename(kept)
        except OSError as error:
            why = error.strerror or str(error)
            raise Refused("profile_unwritable", folder=file.parent, why=why) from error
        log.warning("%s could not be understood, and is kept as %s", file, kept)
        if code:
            self._unreported.append(Refused(code, file=kept))
        return kept

    def take_unreported(self) -> list[Refused]:
        """Return the files that were set aside and not reported yet; each is returned once."""
        unreported, self._unreported = self._unreported, []
        return unreported

    def preferences(self) -> Preferences:
        """Read what was chosen. A file that cannot be understood is set aside: see `set_aside`.

        Refused: profile_is_file, settings_unreadable.
        """
        if self._unsaved:
            return self._unsaved
        return _preferences(self._table())

    def change(self, **changes: Any) -> Preferences:
        """Change preferences, and return all of them.

        Where the disk does not take it, it counts until the program ends, and the log says so.
        """
        changed = replace(self.preferences(), **changes)
        try:
            table = self._table() if self._unsaved is None else {}
            write_toml(self._settings, {**_foreign(table), **_as_table(changed)})
        except (StoreError, OSError) as failure:
            log.warning("the settings cannot be saved: %s", failure)
            self._unsaved = changed
        else:
            self._unsaved = None
        return changed

    @property
    def _settings(self) -> Path:
        return self.folder / "settings.toml"

    def _table(self) -> dict[str, Any]:
        file, table = self._settings, {}
        try:
            content = file.read_bytes()
        except FileNotFoundError:
            return {}
        except NotADirectoryError as error:
            raise Refused("profile_is_file", folder=self.folder) from error
        except OSError as error:
            why = error.strerror or str(error)
            raise Refused("settings_unreadable", file=file, why=why) from error
        with suppress(ValueError):
            table = tomllib.loads(_text(content))
            if _is_understood(table):
                return table
        self._set_aside(content, table)
        return table

    def _set_aside(self, content: bytes, table: dict[str, Any]) -> None:
        """Set aside a file that cannot be understood, and return what can be."""
        kept = _name_aside(self._settings)
        try:
            write_whole(kept, content, mode=PRIVATE)
            write_toml(self._settings, {**_foreign(table), **_as_table(_preferences(table))})
        except (StoreError, OSError) as failure:
            why = getattr(failure, "strerror", None) or failure
            raise Refused("profile_unwritable", folder=self.folder, why=why) from failure
        self.set_aside = kept
        self._unreported.append(Refused("settings_set_aside", file=kept))


def _name_aside(file: Path) -> Path:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    return file.with_name(f"{file.name}.{now}.bad")


def _text(content: bytes) -> str:
    """Decode a file that an editor saved as UTF-8 or UTF-16, with or without a byte order mark."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_wide else "utf-8-sig")


def read_toml(file: Path) -> dict[str, Any]:
    """Read a TOML file; return an empty table if it is missing or cannot be understood."""
    try:
        return tomllib.loads(_text(file.read_bytes()))
    except (OSError, ValueError):
        return {}


def write_toml(file: Path, table: dict[str, Any]) -> None:
    """Write a table whole or not at all, for this account alone."""
    content = tomli_w.dumps(table).encode()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(file, content, mode=PRIVATE)


def _preferences(table: dict[str, Any]) -> Preferences:
    register, kind = None, None
    with suppress(ValueError):
        register = UUID(str(table.get("register")))
    with suppress(ValueError):
        kind = StoreKind(str(table.get("store")))
    address = address_of(table.get("address"))
    if kind is StoreKind.SHARED and address is None:
        kind = None
    return Preferences(
        store=kind,
        address=address,
        login=str(table.get("login", "")),
        register=register,
        scheme=str(table.get("scheme", "system")),
        language=str(table.get("language", "")),
    )


def address_of(table: object) -> ServerAddress | None:
    """Read host, port, database and CA file from a table, and ignore the rest.

    None where one of them is missing or is not what its name says: a host is never a path.
    """
    if not isinstance(table, dict):
        return None
    host, database = table.get("host"), table.get("database")
    port, ca_file = table.get("port", PORT), table.get("ca_file", "")
    if not (isinstance(host, str) and isinstance(database, str) and isinstance(ca_file, str)):
        return None
    known = _HOST.fullmatch(host) and _DATABASE.fullmatch(database)
    if not known or type(port) is not int or not 0 < port < 2**16:
        return None
    return ServerAddress(host=host, port=port, database=database, ca_file=ca_file)


def _is_understood(table: dict[str, Any]) -> bool:
    """Tell whether each known setting has a possible value; "" is nothing chosen."""
    read = _as_table(_preferences(table))
    chosen = all(name in read for name in _CHOICES if table.get(name, "") != "")
    return chosen and all(isinstance(table.get(name, ""), str) for name in _WORDS)


def _foreign(table: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of another version of the program, which are kept."""
    return {name: value for name, value in table.items() if name not in _KNOWN}


_CHOICES, _WORDS = ("store", "address", "register"), ("login", "scheme", "language")
_KNOWN = {*_CHOICES, *_WORDS}


def _as_table(chosen: Preferences) -> dict[str, Any]:
    table: dict[str, Any] = {
        "login": chosen.login,
        "scheme": chosen.scheme,
        "language": chosen.language,
    }
    if chosen.store:
        table["store"] = chosen.store.value
    if chosen.register:
        table["register"] = str(chosen.register)
    if chosen.address:
        table["address"] = {
            "host": chosen.address.host,
            "port": chosen.address.port,
            "database": chosen.address.database,
            "ca_file": chosen.address.ca_file,
        }
    return table
