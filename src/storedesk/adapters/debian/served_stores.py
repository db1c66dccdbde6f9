"""Keep the options of each store of a server beside its certificates."""

import tomllib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import tomli_w

from storedesk.adapters.debian.owned_files import Owner
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.server_setup import Serving


class ServedStores:
    """The choices for the stores of one server."""

    def __init__(self, folder: Path, owner: Owner) -> None:
        self._folder, self._owner = folder, owner

    def all(self) -> list[Serving]:
        """Return what is kept, by the stores' names. Refused: server_choices_broken."""
        return [_read(file) for file in sorted(self._folder.glob("*.toml"))]

    def chosen(self, database: str, **choices: Any) -> Serving:
        """Return what was chosen for a store before, but for what is chosen now (not None)."""
        given = {name: choice for name, choice in choices.items() if choice is not None}
        known = next((one for one in self.all() if one.database == database), None)
        return replace(known or Serving(database=database, hosts=()), **given)

    def keep(self, serving: Serving) -> None:
        """Remember it."""
        table = {name: _plain(value) for name, value in asdict(serving).items()}
        file = self._folder / f"{serving.database}.toml"
        self._owner.place(file, tomli_w.dumps(table).encode(), mode=0o600)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _read(file: Path) -> Serving:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        whole: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in table.items()
        }
        return Serving(**whole)
    except (OSError, ValueError, TypeError) as error:
        raise Refused("server_choices_broken", file=file) from error
