"""The logins of the demo store, which everybody may know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """A login of the demo store, which its sign-in page shows."""

    login: str
    role: str
    name: str
    password: str


def shown(login: str) -> str:
    """Return a demo login without the store's name before it."""
    return login.partition("_")[2] or login
