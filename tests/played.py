"""A store in which a day has been played, for rules that an empty one cannot break.

    python tests/played.py FILE

plays it on a server of its own and holds FILE's rules against it, as foreign_invariants.py does:
sales with one tender and several, returns, cancellations, counts, mails, two persons at tills, a
web shop.
"""

import sys
import tempfile
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent))

from storedesk.adapters.embedded.server import Server
from tests.conftest import Store
from tests.drawn import unique
from tests.foreign_invariants import main as hold_against
from tests.orders import Orders
from tests.tills import Till, cash, charged
from tests.webshop.shop import CARD, WebShop

NOT_SET = False
KINDS = {
    "sales": "SELECT count(*) FROM storedesk.pos_sales WHERE kind = 'sale'",
    "split sales": "SELECT count(*) FROM (SELECT FROM storedesk.order_payments"
    " WHERE kind = 'payment' GROUP BY order_id HAVING count(*) > 1) AS split",
    "persons who sold": "SELECT count(DISTINCT cashier_id) - 1 FROM storedesk.pos_sales",
    "returns": "SELECT count(*) FROM storedesk.order_returns",
    "cancellations": "SELECT count(*) FROM orders WHERE status = 'cancelled'",
    "shipped orders": "SELECT count(*) FROM orders WHERE status = 'shipped'",
    "parcels that did not leave": "SELECT count(*) FROM storedesk.shipment_recalls",
    "posted counts": "SELECT count(*) FROM storedesk.stock_counts WHERE status = 'posted'",
    "mails": "SELECT count(*) FROM email_queue",
    "web orders": "SELECT count(*) FROM storedesk.order_status_history AS h"
    " JOIN storedesk.staff AS s ON s.id = h.actor_id WHERE s.kind = 'service'",
    "closed shifts": "SELECT count(*) FROM storedesk.till_sessions WHERE status = 'closed'",
}
"""What the day has to hold; each asks for how many there are, at least one."""


def play(store: Store) -> dict[str, int]:
    """Play a day in a store that was just built; answer how much of each kind it holds."""
    mug, cup = (_stocked(store, code) for code in ("MUG", "CUP"))
    words = (
        "INSERT INTO customers (email, password_hash, first_name, last_name)"
        " VALUES ('ann@example.org', '!', 'Ann', 'Lee') RETURNING id"
    )
    orders = Orders(store, store.sql(words))
    _sell(store)
    _order(orders, mug, cup)
    _count(store, orders, mug)
    _trade(store, mug)
    orders.close()
    return {kind: store.sql(words) for kind, words in KINDS.items()}


def _stocked(store: Store, code: str) -> object:
    category = store.sql(
        "INSERT INTO categories (name) VALUES ('Things')"
        " ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id"
    )
    words = (
        "INSERT INTO products (name, price_amount, category_id, status)"
        " VALUES (%s, 2.50, %s, 'active') RETURNING id"
    )
    product = store.sql(words, code.title(), category)
    words = "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES (%s, %s)"
    store.sql(words, code, product)
    words = "SELECT core.move_stock(%s, NULL, 'set', 50, 'opening', NULL, core.now())"
    store.sql(words, product)
    return product


def _sell(store: Store) -> None:
    """Two persons sell at a till each: in cash, and by cash and card; then it is closed."""
    for person in ("bob", "cyd"):
        till = Till(store, "T1" if person == "bob" else "T2", person)
        shift = till.open()["id"]
        till.sell("MUG", "MUG", "CUP")
        till.order = uuid4()
        till.scan("MUG", 2)
        till.quote()
        till.pay(cash("2.00"), charged("3.00"))
        till.call("close_shift", shift, till.expected(shift))
        till.close()


def _order(orders: Orders, mug: object, cup: object) -> None:
    """Orders by telephone: shipped, returned in part, called back, cancelled, still unpaid."""
    returned = orders.sent((mug, 2), (cup, 1))
    orders.take_back(returned, (orders.lines(returned)[0], 1))
    recalled = orders.sent((cup, 1))
    orders.step("recall_shipment", recalled, "left in the corner", by="ada")
    for paid in (orders.placed((mug, 1)), orders.paid((cup, 1))):
        orders.step("cancel_order", paid, "no longer wanted")
    orders.placed((cup, 1))


def _count(store: Store, orders: Orders, mug: object) -> None:
    """A clerk counts one piece too few, and a manager posts it."""
    count = uuid4()
    words = "SELECT api.open_count(%s, %s, 'Shelf', %s)"
    store.sql(words, uuid4(), count, [mug], login="ada")
    level, _ = orders.stock(mug)
    orders.ask("count_item", uuid4(), count, mug, "MUG", level - 1, NOT_SET, by="ada")
    orders.ask("post_count", uuid4(), count, NOT_SET)


def _trade(store: Store, mug: object) -> None:
    """The web shop sells, once paid and once not, and one is taken back by its customer."""
    shop = WebShop(store.dsn("wes"))
    for payment in (None, CARD | {"transaction": f"tx-{uuid4()}"}):
        basket = shop.basket(customer=(customer := shop.guest(f"{unique()}@example.org")))
        shop.put(basket, mug, 2)
        order = shop.check_out(customer, basket, payment)
    shop.cancel(order)
    shop.close()


def main(rules: str) -> int:
    """Play, and hold the rules of a file against it; 1 if one is broken or the day lacks a kind."""
    with tempfile.TemporaryDirectory(prefix="storedesk-played-") as home:
        Path(home).chmod(0o711)
        server = Server(Path(home), settings={"fsync": "off"})
        server.start()
        try:
            store = Store(server.dsn(), "played")
            store.build()
            held = play(store)
            print(", ".join(f"{count} {kind}" for kind, count in held.items()))
            return hold_against(store.dsn(), rules) or int(not all(held.values()))
        finally:
            server.remove()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
