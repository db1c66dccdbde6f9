"""Managers for tests: their passwords are the tests' own, their word is given on a real line."""

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.services import approving
from storedesk.ui.approval import Approvers
from tests.conftest import PASSWORD


def managers_of(store, known=()):
    """Take the word of whoever works in the store and types the password."""

    async def approve(login, password, approval, *, action, detail):
        if password != PASSWORD:
            raise NotAllowed("wrong_password")
        person = login.removeprefix(f"{store.name}_")
        approving.approve(store.dsn(person), approval, action=action, detail=detail)

    return Approvers(approve, known)
