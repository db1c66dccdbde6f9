"""Orders by telephone that are paid by deposits, the rest when they are collected."""

from decimal import Decimal

from tests.baskets import returning
from tests.baskets.play import Player
from tests.orders import ADDRESS
from tests.tills import cash, charged

SEEN = "SELECT version FROM orders WHERE id = %s"


def order(shop):
    """Place an order, pay it in parts and hand it over; return who has played it, and what."""
    player = Player(shop)
    goods = [item for item in shop.items if item.measure is None]
    for item in shop.chance.sample(goods, shop.chance.randint(1, 4)):
        player.basket.scan(item, shop.chance.randint(1, 9))
    place(player)
    total = player.basket.totals().total
    paid = {"cash": Decimal(0), "credit_card": Decimal(0)}
    for _ in range(shop.chance.randint(1, 4)):
        deposit(player, total - sum(paid.values()), paid)
    rest = total - sum(paid.values())
    tender = (cash if shop.chance.random() < 0.6 else charged)(str(rest))
    paid[tender["method"]] += rest
    told = step(player, "collect_order", shop.shift, [tender])
    assert told["status"] == "delivered", told
    if tender["method"] == "cash":
        shop.drawer += player.money.in_coins(rest)
    return player, returning.booked(player, {way: sum_ for way, sum_ in paid.items() if sum_})


def place(player):
    lines = [
        {
            "product": line.item.id,
            "variant": None,
            "quantity": line.pieces,
            "price": str(line.price),
        }
        for line in player.basket.lines
    ]
    total = str(player.basket.totals().total)
    told = player.shop.ask(
        "place_order", player.order, player.shop.customer, lines, ADDRESS, "0", total, [], None,
        None,
    )  # fmt: skip
    assert told["is_placed"], player._story(told)


def deposit(player, still_open, paid):
    """Take a part of what is open, by card or in coins; what no coins come to is refused."""
    shop, money = player.shop, player.money
    units = int(still_open / money.unit)
    if units < 2:
        return
    part = money.unit * shop.chance.randint(1, min(units - 1, shop.chance.choice([9, 10**9])))
    in_cash = shop.chance.random() < 0.6
    tender = cash(str(part)) if in_cash else charged(str(part))
    told = step(player, "take_deposit", shop.shift, part, [tender])
    if in_cash and money.in_coins(part) != part:
        assert told == "cash_not_in_coins", told
        return
    assert told["status"] == "pending", told
    paid[tender["method"]] += part
    shop.drawer += part if in_cash else 0


def step(player, command, *arguments):
    seen = player.shop.store.sql(SEEN, player.order)
    return player.shop.ask(command, player.order, seen, *arguments)
