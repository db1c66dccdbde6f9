"""Know what may be the passphrase of an encrypted backup."""

from storedesk.domain.refusals.errors import Refused

LEAST_LETTERS = 8
MOST_LETTERS = 1000


def checked_passphrase(passphrase: str) -> str:
    """Return a passphrase that is long enough. Refused: passphrase_short."""
    if len(passphrase) < LEAST_LETTERS:
        raise Refused("passphrase_short", least=LEAST_LETTERS)
    return passphrase
