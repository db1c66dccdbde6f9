from uuid import uuid4

import pytest

from tests.conftest import Store


@pytest.fixture
def empty_store(built):
    """The name of a store that is not made yet, and goes with the test."""
    store = Store(built.server, f"pack_{uuid4().hex[:8]}")
    yield store
    store.demolish()
