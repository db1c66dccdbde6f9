"""Pay baskets, bring them back in parts in any order, and hold the orders against the reckoning."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import uuid4

from tests.baskets.reckoning import Totals, totals
from tests.tills import cash, charged

SUMS = "SELECT subtotal_amount, tax_amount, total_amount FROM orders WHERE id = %s"
LINES = """
    SELECT l.id, l.product_id::text, l.quantity, l.unit_price_amount, t.name, t.rate,
           d.list_price_amount
    FROM order_line_items AS l
    LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
    LEFT JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
    WHERE l.order_id = %s ORDER BY l.created_at
"""
TAXES = "SELECT name, rate, base_amount, tax_amount FROM storedesk.order_tax_lines"
BACK = """
    SELECT l.name, l.rate, l.base_amount, l.tax_amount
    FROM storedesk.order_return_tax_lines AS l WHERE l.return_id = %s
"""
MONEY = """
    SELECT method, sum(amount), sum(amount + rounding_amount) FROM storedesk.order_payments
    WHERE order_id = %s AND kind = %s AND return_id IS NOT DISTINCT FROM %s GROUP BY method
"""
LEVEL = "SELECT stock_level FROM inventory WHERE product_id = %s"


@dataclass
class Piece:
    """A line of an order: how many of its pieces are still with the customer."""

    id: str
    product: str
    left: int
    price: Decimal
    tax: tuple[str, Decimal] | None


@dataclass
class Sold:
    """An order as it was paid: `paid` without roundings by method, what is left of it by line."""

    id: str
    worth: Totals
    pieces: list[Piece]
    paid: dict[str, Decimal]
    returned: Decimal = Decimal(0)
    taxed: dict = field(default_factory=lambda: defaultdict(lambda: (Decimal(0), Decimal(0))))

    def left(self, money):
        return totals(money, [(piece.left * piece.price, piece.tax) for piece in self.pieces])


def pay(player, refund=Decimal(0)):
    """Quote and pay a sale by random tenders, some of them taken in parts; return what was sold.

    `refund` of an exchange pays for as much of it as it can.
    """
    shop, money, chance = player.shop, player.money, player.chance
    player.quote()
    credited = min(refund, player.basket.totals().total)
    parts = taken_in_parts(player, credited) if chance.random() < 0.4 else []
    due = player.basket.totals().total - credited - sum(Decimal(one["amount"]) for one in parts)
    tenders = [*parts, *tenders_for(player, due)]
    told = shop.ask("pay", player.order, tenders, None, by=player.cashier)
    assert not isinstance(told, str), player._story(told)
    assert Decimal(told["total"]) == player.basket.totals().total
    sums = Counter()
    for one in tenders:
        sums[one["method"]] += Decimal(one["amount"])
    shop.drawer += money.in_coins(sums["cash"])
    if credited:
        sums["store_credit"] = credited
    return booked(player, {method: amount for method, amount in sums.items() if amount})


def tenders_for(player, due):
    chance, money = player.chance, player.money
    if due <= 0:
        return []
    way = chance.choice(["cash", "card", "both"])
    part = money.unit * chance.randint(1, int(due / money.unit))
    if way == "cash":
        return [cash(str(due))]
    if way == "card" or part == due:
        return [charged(str(due))]
    return [charged(str(part)), cash(str(due - part))]


def taken_in_parts(player, credited):
    """Take up to three parts, and change the sale between two of them; return what is kept."""
    shop, money, chance = player.shop, player.money, player.chance
    kept = []
    for _ in range(chance.randint(1, 3)):
        open_rest = (
            player.basket.totals().total
            - credited
            - sum((Decimal(one["amount"]) for one in kept), Decimal(0))
        )
        part = money.in_coins(open_rest * chance.randint(5, 60) / 100)
        if not 0 < part < open_rest:
            break
        tender = cash(str(part)) if chance.random() < 0.6 else charged(str(part))
        kept = shop.ask("take_tender", player.order, tender, by=player.cashier)
        assert not isinstance(kept, str), player._story(kept)
        held_in_sale(shop, kept)
        if chance.random() < 0.3 and not credited:
            player._compare(shop.ask("release_quote", player.order))
            player.scan()
            player.quote(may_change=False)
    return kept


def held_in_sale(shop, kept):
    """What was taken in cash for a sale that is not paid yet is in the drawer."""
    parts = sum((Decimal(one["amount"]) for one in kept if one["method"] == "cash"), Decimal(0))
    assert Decimal(shop.tills["bob"].expected(shop.shift)) == shop.drawer + parts


def booked(player, paid):
    """Hold the order that a sale has become against the reckoning."""
    shop, basket = player.shop, player.basket
    ours = basket.totals()
    assert shop.store.rows(SUMS, player.order) == [(ours.subtotal, ours.tax, ours.total)]
    lines = shop.store.rows(LINES, player.order)
    assert Counter(row[1:4] for row in lines) == Counter(
        (line.item.id, line.pieces, line.price) for line in basket.lines
    )
    given = sum((row[6] - row[3]) * row[2] for row in lines if row[6] is not None)
    assert given == sum(
        ((line.listed - line.price) * line.pieces for line in basket.lines if line.is_set),
        Decimal(0),
    )
    taxes = shop.store.rows(f"{TAXES} WHERE order_id = %s", player.order)
    assert {row[:2]: row[2:] for row in taxes} == ours.by_rate
    pieces = [Piece(str(r[0]), r[1], r[2], r[3], (r[4], r[5]) if r[4] else None) for r in lines]
    return Sold(player.order, ours, pieces, paid)


def some_back(player, sold, *, everything=False):
    """Choose pieces that come back, each line in one or two ways: [{line, quantity, restocked}]."""
    chance, back = player.chance, []
    there = [piece for piece in sold.pieces if piece.left]
    if not everything:
        there = chance.sample(there, chance.randint(1, len(there)))
    for piece in there:
        pieces = piece.left if everything else chance.randint(1, piece.left)
        good = chance.choice([pieces, pieces, 0, chance.randint(0, pieces)])
        for number, restocked in ((good, True), (pieces - good, False)):
            if number:
                back.append({"line": piece.id, "quantity": number, "restocked": restocked})
    return back


def reckon_back(player, sold, back):
    """Take pieces off what is left; return what goes back for them, and the tax in it by rate."""
    before = sold.left(player.money)
    for one in back:
        next(p for p in sold.pieces if p.id == one["line"]).left -= one["quantity"]
    after = sold.left(player.money)
    refund = before.total - after.total
    taxes = {}
    for rate, (base, tax) in before.by_rate.items():
        base_left, tax_left = after.by_rate.get(rate, (Decimal(0), Decimal(0)))
        if base != base_left:
            taxes[rate] = (base - base_left, tax - tax_left)
            was = sold.taxed[rate]
            sold.taxed[rate] = (was[0] + base - base_left, was[1] + tax - tax_left)
    sold.returned += refund
    return refund, taxes


def give_back(player, sold, refund):
    """Reckon how a sum goes back: as it was paid, cash last; {method: (amount, in coins)}."""
    money, parts = player.money, {}
    beside = sum(amount for method, amount in sold.paid.items() if method != "cash")
    cards = min(beside, refund)
    for method in ("credit_card", "store_credit"):
        if method in sold.paid and beside == sold.paid[method] and cards:
            parts[method] = (cards, cards)
    if refund > cards:
        had = sold.paid["cash"]
        left = had - (refund - cards)
        parts["cash"] = (refund - cards, money.in_coins(had) - money.in_coins(left))
        sold.paid["cash"] = left
        player.shop.drawer -= parts["cash"][1]
    return parts, cards


def take_back(player, sold, back):
    """Return pieces of an order by the command, and hold what was booked against the reckoning."""
    shop, return_id = player.shop, uuid4()
    seen = shop.store.sql("SELECT version FROM orders WHERE id = %s", sold.id)
    levels = {p.product: shop.store.sql(LEVEL, p.product) for p in sold.pieces}
    told = shop.ask(
        "return_order", return_id, sold.id, seen, back, "did not fit", shop.shift, by="cyd"
    )
    assert not isinstance(told, str), (told, sold)
    refund, taxes = reckon_back(player, sold, back)
    compare_back(player, sold, return_id, refund, taxes)
    parts, cards = give_back(player, sold, refund)
    compare_money(player, sold, return_id, parts, cards)
    take_off(sold, cards)
    restocked = defaultdict(int)
    for one in back:
        product = next(p.product for p in sold.pieces if p.id == one["line"])
        restocked[product] += one["quantity"] if one["restocked"] else 0
    for product, level in levels.items():
        assert shop.store.sql(LEVEL, product) == level + restocked[product]


def take_off(sold, cards):
    """Take what went back beside cash off what was paid so: in the order in which it came."""
    for method in ("credit_card", "store_credit"):
        part = min(sold.paid.get(method, Decimal(0)), cards)
        if part:
            sold.paid[method] -= part
            cards -= part


def compare_back(player, sold, return_id, refund, taxes):
    words = "SELECT refund_amount FROM storedesk.order_returns WHERE id = %s"
    assert player.shop.store.sql(words, return_id) == refund, sold
    told = player.shop.store.rows(BACK, return_id)
    assert {row[:2]: row[2:] for row in told} == taxes, sold


def compare_money(player, sold, return_id, parts, cards):
    told = {r[0]: r[1:] for r in player.shop.store.rows(MONEY, sold.id, "refund", return_id)}
    assert told.get("cash") == parts.get("cash"), (told, parts, sold)
    assert sum(amount for method, (amount, _) in told.items() if method != "cash") == cards


def all_is_back(player, sold):
    """Nothing is left of an order, and no cent over: neither of its sum nor of the tax by rate."""
    shop = player.shop
    assert not any(piece.left for piece in sold.pieces)
    assert sold.returned == sold.worth.total
    assert {rate: one for rate, one in sold.taxed.items() if one[0]} == {
        rate: one for rate, one in sold.worth.by_rate.items() if one[0]
    }
    assert (
        shop.store.sql(
            "SELECT coalesce(sum(CASE kind WHEN 'payment' THEN 1 ELSE -1 END * amount), 0)"
            " FROM storedesk.order_payments WHERE order_id = %s",
            sold.id,
        )
        == 0
    )
    seen = shop.store.sql("SELECT version FROM orders WHERE id = %s", sold.id)
    again = [{"line": sold.pieces[0].id, "quantity": 1, "restocked": True}]
    told = shop.ask(
        "return_order", uuid4(), sold.id, seen, again, "once more", shop.shift, by="cyd"
    )
    assert told == "return_too_many"
