"""Keep the demo store's logins and passwords in the profile for the sign-in page."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict

from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.refusals.errors import Refused
from storedesk.settings import Profile, read_toml, write_toml


def keep_demo_logins(profile: Profile, people: Iterable[DemoLogin]) -> None:
    """Write them down, readable for this account alone. Refused: file_not_written."""
    write_toml(profile.demo, {"people": [asdict(person) for person in people]})


def demo_logins(profile: Profile) -> tuple[DemoLogin, ...]:
    """Read them back; none where the file is missing.

    One that names nobody, or cannot be read, is kept aside: see `Profile.take_unreported`.
    """
    if not profile.demo.exists():
        return ()
    try:
        people = tuple(DemoLogin(**person) for person in read_toml(profile.demo)["people"])
        if people and all(_is_plain(person) for person in people):
            return people
    except (TypeError, KeyError):
        pass
    with suppress(Refused):  # where it cannot even be moved, it is no more than not shown
        profile.move_aside(profile.demo, "demo_logins_set_aside")
    return ()


def _is_plain(person: DemoLogin) -> bool:
    return all(isinstance(word, str) for word in asdict(person).values())
