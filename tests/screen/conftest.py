"""Screens for proofs, and the program on them; where one is impossible, why."""

import pytest

from tests.screen.program import Program
from tests.screen.screen import Screen, lacking

SLOW = pytest.mark.skip(reason="takes minutes; `make accessibility` and `make drive` run them")


def pytest_collection_modifyitems(config, items):
    """Leave the long proofs to their own make targets, which ask for them."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "tests/screen" in item.nodeid:
                item.add_marker(SLOW)


@pytest.fixture(scope="module")
def manager(request):
    """The window manager of the screen; a test may name others."""
    return getattr(request, "param", "openbox")


@pytest.fixture(scope="module")
def screen(tmp_path_factory, manager):
    """A screen of its own, with somebody who hears it."""
    if lack := lacking(manager):
        pytest.skip(lack)
    with Screen(tmp_path_factory.mktemp("screen"), manager=manager) as screen:
        yield screen


@pytest.fixture(scope="module")
def open_program(screen, tmp_path_factory):
    """Start the program on a new profile, and end it."""
    opened = []

    def open_program(profile=None):
        opened.append(Program(screen, profile or tmp_path_factory.mktemp("profile")))
        return opened[-1].start()

    yield open_program
    for program in opened:
        program.close()
