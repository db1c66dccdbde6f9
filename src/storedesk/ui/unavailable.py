"""Say why the store's database cannot be reached, at sign-in and inside the open store."""

from storedesk.domain.refusals.errors import StoreError
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken

DIFFERENT = "wrong_password"
"""The refusal that does not end by itself: the password was changed."""


def away_words(failure: StoreError, since: str = "") -> str:
    """Return the reason and what happens next; `since` is the time, inside an open store."""
    if not since:
        words = tr("{why} Trying again …")
    elif failure.code == DIFFERENT:
        words = tr(
            "{why} This began at {time}: the password was changed. What you see stays"
            " readable; sign in again to continue.",
        )
    else:
        words = tr(
            "{why} This began at {time}. What you see stays readable; StoreDesk reconnects"
            " by itself.",
        )
    return words.format(why=failure.sentence(spoken), time=since)
