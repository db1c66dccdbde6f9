"""What scanners send, from the bars to the product: through the services, in one round trip."""

from uuid import uuid4

import pytest

from storedesk import api
from storedesk.domain.refusals.errors import NotFound, Refused, StoreError
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")

GTIN = "09506000134376"
SENT = {
    "042100005264": ["04252614", "0042100005264", "00042100005264", "]E00042100005264",
                     "]C10100042100005264", "(01)00042100005264(10)A7"],
    "04252614": ["042100005264", "0042100005264", "]d20100042100005264"],
    "96385074": ["00000096385074", "]C1010000009638507410A7", "0000096385074"],
    "00000096385074": ["96385074", "]E496385074"],
    "9506000134376": [GTIN, f"01{GTIN}10A7\x1d17301231", f"https://id.gs1.org/01/{GTIN}/10/A7"],
    GTIN: ["9506000134376", f"]Q301{GTIN}"],
    "9780201379624": ["978020137962451299", "9780201379624 51299", "]E3978020137962451299"],
    "99506000134379": ["]C101995060001343793103001250"],
}  # fmt: skip
"""Codes as stores keep them, and what scanners make of the same article."""


class Asking:
    """A person's database, asked in one round trip each."""

    def __init__(self, store, login):
        self.database = Database(store.dsn(login), pool_size=1)

    def ask(self, question, *said, **more):
        with self.database.reading() as session:
            return question(session, *said, **more)

    def do(self, action, *said, **named):
        return self.database.call(action(uuid4(), *said, **named))


@pytest.fixture
def asking(store):
    made = {}
    yield lambda login: made.setdefault(login, Asking(store, login))
    for one in made.values():
        one.database.close()


@pytest.mark.parametrize("kept", SENT)
def test_an_article_is_found_in_whatever_form_it_is_kept_and_sent(asking, goods, kept):
    product = goods(kept, name="Cup")
    goods("OTHER")
    bob = asking("bob")
    for sent in [kept, *SENT[kept]]:
        assert bob.ask(api.till.item_by_code, sent).product_id == product, sent
        assert bob.ask(api.inventory.stock_item, sent) == product, sent
        [found] = bob.ask(api.till.find_items, sent)
        assert found.item.product_id == product, sent


def test_a_stores_own_code_comes_before_what_can_be_read_into_it(asking, goods):
    upc, own = goods("042100005264"), goods("04252614")
    boxed, article = goods(f"(01){GTIN}"), goods(GTIN[1:])
    bob = asking("bob")
    assert bob.ask(api.inventory.stock_item, "04252614") == own
    assert bob.ask(api.inventory.stock_item, "0042100005264") == upc
    assert bob.ask(api.inventory.stock_item, f"(01){GTIN}") == boxed
    assert bob.ask(api.inventory.stock_item, f"]C101{GTIN}") == article


def test_what_is_no_code_of_gs1_finds_what_has_it_and_nothing_else(asking, goods):
    goods("042100005264"), goods("9506000134376")
    bob = asking("bob")
    for sent in (
        "04252613",
        "0425261",
        "425261",
        f"01{GTIN[:-1]}7",
        f"02{GTIN}3712",
        f"1{GTIN[1:]}",
    ):
        assert bob.ask(api.inventory.stock_item, sent) is None, sent
        assert bob.ask(api.till.item_by_code, sent) is None, sent


def test_a_sale_and_a_count_take_what_the_scanner_sent(store, asking, goods):
    product = goods("042100005264", name="Cup", price="2.50")
    bob, ada = asking("bob"), asking("ada")
    register = store.sql("SELECT id FROM storedesk.registers LIMIT 1")
    sale = {"register_id": register, "order_id": uuid4()}
    for sent in ("04252614", "]C1010004210000526410A7"):
        shown = bob.do(api.till.scan, code=sent, **sale)
    assert [(line.product_id, line.quantity) for line in shown.lines] == [(product, 2)]
    with pytest.raises(NotFound) as told:
        bob.do(api.till.scan, code=f"]C101{GTIN}", **sale)
    assert told.value.parameters["code"] == GTIN[1:]

    count = uuid4()
    ada.do(api.counts.open_count, count=count, name="Shelf")
    for sent in ("04252614", "]C1010004210000526410A7"):
        tally = ada.do(api.counts.count_item, count, code=sent)
    assert (tally.product_id, tally.counted) == (product, 2)
    aside = ada.do(api.counts.count_item, count, code=f"]C101{GTIN}10A7")
    assert (aside.product_id, aside.code) == (None, GTIN[1:])


def test_what_is_not_sold_is_put_on_sale_by_what_was_scanned(store, asking, goods):
    product = goods("042100005264", status="inactive")
    assert asking("cyd").do(api.till.put_on_sale, code="04252614") == product
    assert store.sql("SELECT status FROM products WHERE id = %s", product) == "active"


def test_a_manager_gives_a_code_that_nothing_has_to_a_variant(store, asking, goods, variant):
    shirt = goods("SHIRT", name="Linen shirt")
    small, old = variant(shirt, "SH-S", size="S"), goods("042100005264", name="Cup")
    bob, cyd = asking("bob"), asking("cyd")

    def give(person, code, product=shirt, of=small):
        person.do(api.products.give_code, product_id=product, variant_id=of, code=code)

    give(cyd, GTIN[1:])
    told = "SELECT login, entity_id, new FROM storedesk.audit_event WHERE action = 'give_code'"
    assert store.rows(told) == [(store.login("cyd"), shirt, GTIN[1:])]
    assert bob.ask(api.till.item_by_code, f"]C101{GTIN}").variant_id == small
    with pytest.raises(Refused, match="in use already, by Cup"):
        give(cyd, "0042100005264")
    with pytest.raises(NotFound):
        give(cyd, "0036000291452", product=old)
    with pytest.raises(StoreError):
        give(bob, "0036000291452")
    assert bob.ask(api.till.item_by_code, "0036000291452") is None
