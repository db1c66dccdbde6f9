"""What this workstation remembers: a profile folder, and the preferences in it."""

import os
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import platformdirs
import tomli_w

PORT = 5432
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?")
_DATABASE = re.compile(r"[a-z_][a-z0-9_]{0,39}")


class StoreKind(StrEnum):
    """Where the store is that this profile works with."""

    DEMO = "demo"
    EMBEDDED = "embedded"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a shared store's database is; `ca_file` is "" where the line needs no certificate."""

    host: str
    database: str
    port: int = PORT
    ca_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose here. `store` is None until the first run is over."""

    store: StoreKind | None = None
    address: Address | None = None
    """Of a shared store."""
    login: str = ""
    """Who signed in last."""
    register: UUID | None = None
    """The register that stands here, chosen once."""
    scheme: str = "system"
    language: str = ""
    """"" follows the system."""


class Profile:
    """A folder with everything that the program keeps on this computer."""

    def __init__(self, folder: Path | None = None) -> None:
        usual = platformdirs.user_data_path("storedesk", appauthor=False)
        self.folder = (folder or usual).absolute()

    def make(self) -> None:
        """Make the folder, for this account alone."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

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
        """The file in which the window keeps its place on the screen."""
        return self.folder / "window.ini"

    @property
    def backups(self) -> Path:
        """The folder of the backups of the store on this computer."""
        return self.folder / "backups"

    def keep_authority(self, certificate: str) -> Path:
        """Keep the certificate by which a server is known, and tell where."""
        name = sha256(certificate.encode()).hexdigest()[:16]
        file = self.folder / "authorities" / f"{name}.crt"
        write_whole(file, certificate.encode())
        return file

    def preferences(self) -> Preferences:
        """Read what was chosen; what cannot be read counts as not chosen."""
        return _preferences(read_toml(self.folder / "settings.toml"))

    def change(self, **changes: Any) -> Preferences:
        """Choose something else, and return all that is chosen now."""
        changed = replace(self.preferences(), **changes)
        write_toml(self.folder / "settings.toml", _as_table(changed))
        return changed


def read_toml(file: Path) -> dict[str, Any]:
    """Read a file; empty where there is none, or none that can be understood."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_toml(file: Path, table: dict[str, Any]) -> None:
    """Write a table whole or not at all, for this account alone."""
    write_whole(file, tomli_w.dumps(table).encode())


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, for this account alone."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


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


def address_of(table: object) -> Address | None:
    """Read host, port, database and CA file, and nothing else that a table says.

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
    return Address(host=host, port=port, database=database, ca_file=ca_file)


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
