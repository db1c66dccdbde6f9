"""Why the store's database lets nobody in: the same words at sign-in and inside the open store."""

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken

DIFFERENT = "wrong_password"
"""What does not end by itself for somebody who was let in before: the password was changed."""


def away_words(failure: StoreError, since: str = "") -> str:
    """Say the reason, and what becomes of it; `since` when, inside an open store."""
    if not since:
        words = tr("{why} Trying again …")
    elif failure.code == DIFFERENT:
        words = tr(
            "{why} It has been so since {time}: the password was changed. What you see stays"
            " readable; sign in again to go on.",
        )
    else:
        words = tr(
            "{why} It has been so since {time}. What you see stays readable; StoreDesk comes back"
            " by itself.",
        )
    return words.format(why=failure.sentence(spoken), time=since)
