import pytest

from tests.orders import Orders
from tests.webshop.shop import WebShop


@pytest.fixture
def web(store):
    """The web shop, with the login of one and nothing more."""
    shop = WebShop(store.dsn("wes"))
    yield shop
    shop.close()


@pytest.fixture
def staff(store):
    """Whoever works on orders; each call names who."""
    made = Orders(store, None)
    yield made
    made.close()
