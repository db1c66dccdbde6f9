"""Thousands of baskets have a make target of their own."""

import pytest

SLOW = pytest.mark.skip(reason="takes some five minutes; `make baskets` plays it")


def pytest_collection_modifyitems(config, items):
    """Leave thousands of baskets to their own make target, which asks for them."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow") and "tests/baskets" in item.nodeid:
                item.add_marker(SLOW)
