"""The benchmark: `make bench` [ARGS="--products 100000 --only search"]. Writes build/bench.json."""

import argparse
import sys
from pathlib import Path

import psycopg

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from bench import commands, customers, forms, gui, lists, mail, orders, start, steps  # noqa: E402
from bench.big_store import big_store  # noqa: E402
from bench.measure import Figure, write  # noqa: E402

SHOP = {"commands", "forms", "lists", "gui", "mail", "customers", "orders"}
"""What needs a store that is full of goods and people."""
STAFF = {"boss": "manager", **{f"till{n}": "cashier" for n in range(4)}}
REGISTERS = """
    INSERT INTO storedesk.registers (code, name)
    SELECT 'B' || n, 'Bench till ' || n FROM generate_series(1, 4) AS n RETURNING id
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--customers", type=int, default=200_000)
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--only", nargs="*", default=[*SHOP, "start"])
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    options = parser.parse_args()
    found: list[Figure] = []
    if "start" in options.only:
        found += start.figures()
    if not SHOP & set(options.only):
        write(found, options.out)
        return
    with big_store(options.products, STAFF) as store:
        with psycopg.connect(store.owner, autocommit=True) as owner:
            registers = [id_ for (id_,) in owner.execute(REGISTERS).fetchall()]
        if "commands" in options.only:
            found += commands.figures(store, registers, options.products)
            found += steps.figures(store, registers[0], options.products)
        if "forms" in options.only:
            found += forms.figures(store, options.products)
        if "lists" in options.only:
            found += lists.figures(store, options.products)
        if "gui" in options.only:
            found += gui.figures(store, registers[0], options.products)
        if "customers" in options.only:
            customers.fill(store, options.customers)
            found += customers.figures(store, options.customers)
        if "mail" in options.only:
            found += mail.figures(store)
        if "orders" in options.only:
            orders.fill(store, options.orders)
            found += orders.figures(store, options.orders)
        write(found, options.out)


if __name__ == "__main__":
    main()
