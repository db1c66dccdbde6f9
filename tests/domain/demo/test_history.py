from datetime import date
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from storedesk.domain.demo.history import Cast, History
from storedesk.domain.demo.people import customers
from storedesk.domain.demo.products import products
from storedesk.domain.demo.store import SEED, DemoSize, made_id


def test_a_store_that_is_nearly_sold_out_sells_no_piece_that_is_not_there():
    chance, size = Random(SEED), DemoSize(days=5, sales_a_day=200, parcels_a_day=60)
    cast = Cast(
        products=products(chance, 8),
        customers=customers(chance, 5, 2026),
        cashiers=[made_id(chance)],
        clerk=made_id(chance),
        manager=made_id(chance),
        registers=[made_id(chance)],
    )
    story = History(chance, cast, size, date(2026, 3, 9), ZoneInfo("America/New_York"))
    events = [event for day in story.days() for event in day]

    there, taken = {}, {}
    for event in events:
        match event["do"]:
            case "stocked":
                there = {UUID(key): level for key, level in event["levels"].items()}
            case "restock":
                there[event["product"]] += event["by"]
            case "sale" | "place":
                taken[event["order"]] = event["lines"]
                for line in event["lines"]:
                    there[line["product"]] -= line["quantity"]
            case "cancel":
                for line in taken[event["order"]]:
                    there[line["product"]] += line["quantity"]
        assert all(level >= 0 for level in there.values())
    asked = sum(event["do"] in {"sale", "place"} for event in events)
    assert 0 < asked < size.days * (size.sales_a_day + size.parcels_a_day) / 2
    assert all(event["lines"] for event in events if "lines" in event)
