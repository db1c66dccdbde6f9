"""One basket from its first scan until everything is back: in parts, some by an exchange."""

from decimal import Decimal
from uuid import uuid4

from tests.baskets import returning
from tests.baskets.ordering import order
from tests.baskets.play import Player

ORDERED = 0.2
"""How many are ordered by telephone, and paid by deposits."""


def play(shop):
    """Sell a random basket, and bring it back in random parts; now and then exchange the rest."""
    if shop.chance.random() < ORDERED:
        player, sold = order(shop)
    else:
        player = Player(shop)
        player.fill()
        sold = returning.pay(player)
    for _ in range(shop.chance.randint(0, 3)):
        if any(piece.left for piece in sold.pieces):
            returning.take_back(player, sold, returning.some_back(player, sold))
    rest = any(piece.left for piece in sold.pieces)
    if rest and shop.chance.random() < 0.35:
        other, bought = exchange(shop, sold)
        bring_all(other, bought)
    elif rest:
        returning.take_back(player, sold, returning.some_back(player, sold, everything=True))
    returning.all_is_back(player, sold)


def bring_all(player, sold):
    while any(piece.left for piece in sold.pieces):
        everything = player.chance.random() < 0.3
        returning.take_back(player, sold, returning.some_back(player, sold, everything=everything))
    returning.all_is_back(player, sold)


def exchange(shop, sold):
    """Have the rest of an order pay for another basket; return who has played it, and what."""
    player, return_id = Player(shop, cashier="cyd"), uuid4()
    back = returning.some_back(player, sold, everything=True)
    seen = shop.store.sql("SELECT version FROM orders WHERE id = %s", sold.id)
    player.fill()
    told = shop.ask(
        "begin_exchange", shop.tills["bob"].register, player.order, return_id, sold.id, seen, back,
        "did not fit", by="cyd",
    )  # fmt: skip
    assert not isinstance(told, str), told
    refund, taxes = returning.reckon_back(player, sold, back)
    assert Decimal(told["exchange"]["refund"]) == refund
    bought = returning.pay(player, refund)
    credited = bought.paid.get("store_credit", Decimal(0))
    returning.compare_back(player, sold, return_id, refund, taxes)
    parts, cards = returning.give_back(player, sold, refund - credited)
    returning.compare_money(player, sold, return_id, parts, cards + credited)
    sold.paid["store_credit"] = sold.paid.get("store_credit", Decimal(0))
    return player, bought
