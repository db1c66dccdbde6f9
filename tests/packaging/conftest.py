import pytest

from tests.conftest import Store
from tests.drawn import unique


@pytest.fixture
def empty_store(built):
    """The name of a store that is not made yet, and goes with the test."""
    store = Store(built.server, f"pack_{unique(8)}")
    yield store
    store.demolish()
