"""Let a manager approve one thing over a short connection of their own."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from storedesk import api
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.persistence.engine.database import Database


def approve(dsn: str, approval: UUID, *, action: str, detail: Mapping[str, Any]) -> None:
    """Allow one action, once, within two minutes, as the login that `dsn` names.

    `action` and `detail` are what the database asked for when it refused, who asked among it: an
    approval of anything else is none. Not allowed: wrong_password, not_let_in, not_a_manager.
    """
    database = Database(dsn, pool_size=1)
    try:
        database.call(api.till.approve(approval, action=action, detail=detail))
    except NotAllowed as refusal:
        if refusal.code == "not_allowed":
            raise NotAllowed("not_a_manager") from refusal
        raise
    finally:
        database.close()
