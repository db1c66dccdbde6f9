"""Move the store of this computer to a server, after all checks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from storedesk import queries
from storedesk.adapters.debian.owned_files import owner_of
from storedesk.adapters.embedded.server import Server
from storedesk.adapters.transfer import moving
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.schema import migrations
from storedesk.services.administration import asked, is_current
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress, StoreKind


def is_to_move(folder: Path, new: ServerAddress, there: UUID | None) -> bool:
    """Tell whether the store of the profile in `folder` has yet to move to `new`.

    `there` is the identity of the store that is at `new` already, if any. Refused: store_not_here;
    store_moved, if it went elsewhere; store_other, if another one is there.
    """
    with _opened(folder) as dsn:
        whither, identity = moving.moved_to(dsn), asked(dsn, queries.store_settings.identity)
    if whither and (whither.database, whither.port) != (new.database, new.port):
        raise Refused(
            "store_moved", database=whither.database, host=whither.host, port=whither.port
        )
    if there and (not whither or there != identity):
        raise Refused("store_other", database=new.database)
    return there is None


def move(folder: Path, dsn: str, new: ServerAddress) -> None:
    """Move the store of the profile in `folder` to the database that `dsn` names, of a superuser.

    Afterwards the old one is closed and says where the store is. Whatever goes wrong, there is no
    store at `dsn`, and the old one is as it was. Refused: store_in_use, login_taken; unavailable:
    store_differs, move_failed.
    """
    with _opened(folder) as old_dsn, moving.explained():
        if not is_current(old_dsn):
            migrations.upgrade(old_dsn)
        with moving.old_store(old_dsn) as old, migrations.founding(dsn) as line:
            moving.copy(old, line)
            old.close_for_good(new)


@contextmanager
def _opened(folder: Path) -> Iterator[str]:
    """Run the server of a profile's store, and name its database for the superuser.

    Where we are root and the profile is someone's, what is written there stays theirs.
    """
    workspace = Workspace(Profile(folder))
    made = [kind for kind in (StoreKind.EMBEDDED, StoreKind.DEMO) if workspace.is_made(kind)]
    if not made:
        raise Refused("store_not_here", folder=folder)
    home = workspace.profile.folder / made[0].value
    server = Server(home)
    server.start()
    try:
        yield server.dsn(workspace.database_of(made[0]))
    finally:
        server.stop()
        for place in (home, home / "server"):
            owner_of(place).hand_over(place)
