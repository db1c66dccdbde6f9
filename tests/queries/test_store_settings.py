"""Settings of the store that a page reads by themselves."""

import pytest

from storedesk import queries
from storedesk.domain.refusals.errors import Conflict
from storedesk.persistence.engine.database import Database


def test_a_web_address_is_kept_unless_somebody_was_first(store, ask):
    seen, address = ask(queries.store_settings.web_address)
    assert address == ""
    dee = Database(store.dsn("dee"), pool_size=1)
    try:
        with dee.editing() as session:
            queries.store_settings.set_web_address(session, "https://shop.example", seen=seen)
        with pytest.raises(Conflict) as conflict, dee.editing() as session:
            queries.store_settings.set_web_address(session, "https://late.example", seen=seen)
        now, kept = ask(queries.store_settings.web_address)
        assert (conflict.value.code, kept) == ("changed_meanwhile", "https://shop.example")
        with dee.editing() as session:
            queries.store_settings.set_web_address(session, "", seen=now)
    finally:
        dee.close()
    assert store.sql("SELECT web_address FROM storedesk.store_settings") is None


@pytest.mark.parametrize("is_at_once", [True, False])
def test_a_store_puts_new_products_on_sale_or_keeps_them_as_drafts(store, ask, is_at_once):
    store.sql("UPDATE storedesk.store_settings SET new_products_on_sale = %s", is_at_once)
    assert ask(queries.store_settings.on_sale_at_once) is is_at_once
