"""The whole week has a make target of its own."""

import pytest

SLOW = pytest.mark.skip(reason="takes minutes; `make week` plays it")


def pytest_collection_modifyitems(config, items):
    """Leave the whole week to its own make target, which asks for it."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "tests/week" in item.nodeid:
                item.add_marker(SLOW)
