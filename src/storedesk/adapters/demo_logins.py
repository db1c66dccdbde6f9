"""The demo store's logins and passwords, kept in the profile for its sign-in page to show."""

from collections.abc import Iterable
from dataclasses import asdict

from storedesk.domain.demo import DemoLogin
from storedesk.settings import Profile, read_toml, write_toml


def keep_demo_logins(profile: Profile, people: Iterable[DemoLogin]) -> None:
    """Write them down, readable for this account alone."""
    write_toml(profile.demo, {"people": [asdict(person) for person in people]})


def demo_logins(profile: Profile) -> tuple[DemoLogin, ...]:
    """Read them back; none where the file is missing or spoiled."""
    people = read_toml(profile.demo).get("people", [])
    try:
        return tuple(DemoLogin(**person) for person in people)
    except TypeError:
        return ()
