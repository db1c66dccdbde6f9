"""The journals of the histories against the books: nothing lost, nothing twice, nothing unasked."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import psycopg

STEPS = {
    "confirm": "confirmed",
    "ship": "shipped",
    "deliver": "delivered",
    "cancel": "cancelled",
    "collect": "delivered",
}
CHANGES = {"correct_tracking": "tracking", "change_address": "address", "take_back": "return"}
BY_HAND = {"adjust", "restock", "set"}
Note = dict[str, Any]


class Comparison:
    """What the journals tell, and what stands in the store's books."""

    def __init__(self, owner: psycopg.Connection, told: Iterable[Note]) -> None:
        self.owner = owner
        self.tried: dict[str, list[Note]] = defaultdict(list)
        self.done: dict[str, list[Note]] = defaultdict(list)
        for note in told:
            match note["what"]:
                case "try" | "again":
                    self.tried[note.get("action", "sale")].append(note)
                case "done":
                    self.done[note["action"]].append(note)
                case "paid":
                    self.done["sale"].append(note)

    def wrong(self) -> list[str]:
        """Return each way in which journals and books differ."""
        return [*self.orders(), *self.steps(), *self.returns(), *self.ledger(), *self.edits()]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.owner.execute(query).fetchall()

    def orders(self) -> Iterable[str]:
        """Every order that was acknowledged is there once, and none that nobody tried."""
        booked = {
            str(key): (number, str(total))
            for key, number, total in self.rows("SELECT id, order_number, total_amount FROM orders")
        }
        for note in self.done["sale"] + self.done["place"]:
            if booked.get(note["order"]) != (note["number"], note["total"]):
                yield f"acknowledged {note}, in the books {booked.get(note['order'])}"
        tried = {note["order"] for note in self.tried["sale"] + self.tried["place"]}
        yield from (f"nobody tried order {key}" for key in booked.keys() - tried)
        numbers = Counter(note["number"] for note in self.done["sale"] + self.done["place"])
        yield from (f"{number} was given {n} times" for number, n in numbers.items() if n > 1)

    def steps(self) -> Iterable[str]:
        """Every step that was acknowledged was taken, at that version; none that nobody tried."""
        query = "SELECT order_id, order_version, to_status FROM storedesk.order_status_history"
        taken = {(str(order), version, status) for order, version, status in self.rows(query)}
        query = "SELECT order_id, order_version, what FROM storedesk.order_changes"
        changed = {(str(order), version, what) for order, version, what in self.rows(query)}
        for action, status in STEPS.items():
            for note in self.done[action]:
                if (note["order"], note["version"], status) not in taken:
                    yield f"acknowledged {note}: there is no such step"
        for action, what in CHANGES.items():
            for note in self.done[action]:
                if (note["order"], note["version"], what) not in changed:
                    yield f"acknowledged {note}: there is no such change"
        tried = {
            (note["order"], STEPS.get(action) or CHANGES.get(action))
            for action in (*STEPS, *CHANGES)
            for note in self.tried[action]
        }
        sold = {note["order"] for note in self.tried["sale"]}
        paid_at_once = {note["order"] for note in self.tried["place"]}
        collected = {note["order"] for note in self.tried["collect"]}
        for order, version, what in taken | changed:
            is_asked = (order, what) in tried or order in sold or what == "pending"
            if what == "confirmed":
                is_asked |= order in paid_at_once or order in collected
            if not is_asked:
                yield f"nobody asked that {order} became {what} at version {version}"

    def returns(self) -> Iterable[str]:
        """Every return that was acknowledged is there with that refund; none that nobody tried."""
        query = "SELECT id, order_id, refund_amount FROM storedesk.order_returns"
        booked = {str(key): (str(order), str(refund)) for key, order, refund in self.rows(query)}
        for note in self.done["take_back"]:
            if booked.get(note["back"]) != (note["order"], note["refunded"]):
                yield f"acknowledged {note}, in the books {booked.get(note['back'])}"
        tried = {note["back"] for note in self.tried["take_back"]}
        yield from (f"nobody tried return {key}" for key in booked.keys() - tried)
        refunds = self.rows("""
            SELECT order_id, sum(amount) FROM storedesk.order_payments
            WHERE kind = 'refund' AND return_id IS NULL GROUP BY order_id
        """)
        back = {str(order): amount for order, amount in refunds}
        for note in self.done["cancel"]:
            if back.get(note["order"], Decimal()) != Decimal(note["refunded"]):
                yield f"acknowledged {note}, given back {back.get(note['order'])}"

    def ledger(self) -> Iterable[str]:
        """Every piece that was moved by hand was moved once, and none that nobody moved."""
        query = """
            SELECT reason, adjustment FROM inventory_audit_log
            WHERE reason ~ '^(other|delivered|counted): [0-9a-f-]{36}$'
        """
        moved: dict[str, list[int]] = defaultdict(list)
        for reason, adjustment in self.rows(query):
            moved[reason[-36:]].append(adjustment)
        tried = {note["note"] for action in BY_HAND for note in self.tried[action]}
        yield from (f"{note} moved {many}" for note, many in moved.items() if len(many) > 1)
        by_hand = {note for note in moved if note not in tried}
        yield from (f"nobody tried to move {note}" for note in by_hand)
        for action in BY_HAND:
            for note in self.done[action]:
                if moved.get(note["note"]) != [note["by"]]:
                    yield f"acknowledged {note}, in the ledger {moved.get(note['note'])}"

    def edits(self) -> Iterable[str]:
        """Every price, name, move and count that was acknowledged was kept."""
        query = """
            SELECT entity_id, (new ->> 'price')::numeric FROM storedesk.audit_event
            WHERE action = 'price' AND entity = 'product'
        """
        prices = {(str(product), price) for product, price in self.rows(query)}
        for note in self.done["price"]:
            if (note["product"], Decimal(note["price"])) not in prices:
                yield f"acknowledged {note}: nobody wrote it down"
        names = {name for (name,) in self.rows("SELECT last_name FROM customers")} | {
            name
            for (name,) in self.rows("""
                SELECT old ->> 'last_name' FROM storedesk.customer_history WHERE old ? 'last_name'
            """)
        }
        for note in self.done["customer"]:
            if note["name"] not in names:
                yield f"acknowledged {note}: she never was called that"
        query = "SELECT id, status FROM storedesk.stock_counts"
        counts = {str(key): status for key, status in self.rows(query)}
        for note in self.done["count"]:
            if counts.get(note["count"]) != "posted":
                yield f"acknowledged {note}, but it is {counts.get(note['count'])}"
        yield from (
            f"nobody tried count {key}"
            for key in counts.keys() - {note["count"] for note in self.tried["count"]}
        )
