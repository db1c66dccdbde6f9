"""Saving a product's form, against the same statements by bare psycopg.

`product_save` is a product of six variants: its price, what one variant costs more, and a code that
comes and goes. `product_save_head` is the least that a form can save: a name and a price.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare
from bench.tills import LOW

from storedesk import api, forms
from storedesk.domain.product_forms import ProductForm, VariantForm
from storedesk.persistence.engine.database import SETTINGS, Database
from storedesk.services.desk import Desk

ROOT = """
    UPDATE public.products SET name = %s, price_amount = %s, version = version + 1
    WHERE id = %s AND version = %s
"""
VARIANT = "UPDATE public.product_variants SET price_adjustment_amount = %s WHERE id = %s"
CODE = (
    "INSERT INTO storedesk.product_barcodes (barcode, product_id, variant_id) VALUES (%s, %s, %s)"
)
CLAIM = "SELECT api.claim_codes(%s, %s)"
REMOVE = "SELECT api.remove_parts(%s, %s, %s, %s, %s)"
VERSION = "SELECT version FROM public.products WHERE id = %s"


class Forms:
    """A manager at the desk, and one at a bare line."""

    def __init__(self, store: BigStore) -> None:
        self.desk, self.runner = Desk(Database(store.dsn("boss"))), asyncio.Runner()
        self.line = psycopg.connect(store.dsn("boss"), autocommit=True, options=SETTINGS)

    def read(self, service: Callable[..., object], *args: object) -> object:
        return self.runner.get_loop().run_until_complete(self.desk.read(service, *args))

    def product(self, code: str) -> ProductForm:
        item = self.read(api.till.item_by_code, code)
        form = self.read(forms.products.product_form, item.product_id)
        assert isinstance(form, ProductForm)
        return form

    def save(self, base: ProductForm, form: ProductForm) -> None:
        """Save as the window does; the version is counted along, so that nothing is read again."""
        self.runner.get_loop().run_until_complete(
            self.desk.edit(forms.products.save_product, base, form)
        )

    def close(self) -> None:
        self.runner.close()
        self.desk.close()
        self.line.close()


def figures(store: BigStore, size: int, *, runs: int = 200) -> Iterator[Figure]:
    """Measure both kinds of saving."""
    bench = Forms(store)
    yield compare(
        "product_save_head",
        size=size,
        ours=_ours(bench, bench.product("P11")),
        bare=_by_hand(bench, bench.product("P12").id),
        bounds={"bare": at_most(1.5)},
        runs=runs,
    )
    yield compare(
        "product_save",
        size=size,
        ours=_ours_with_parts(bench, _with_variants(bench, f"P{LOW}")),  # no till scans these
        bare=_parts_by_hand(bench, _with_variants(bench, f"P{100 + LOW}")),
        bounds={"bare": at_most(1.5)},
        runs=runs,
    )
    bench.close()


def _ours(bench: Forms, form: ProductForm) -> Callable[[], None]:
    turns, at = count(1), [form]

    def save() -> None:
        turn = next(turns)
        wanted = replace(at[0], name=f"Ours {turn}", price=Decimal(1 + turn % 7))
        bench.save(at[0], wanted)
        at[0] = replace(wanted, version=at[0].version + 1)

    return save


def _by_hand(bench: Forms, product: UUID) -> Callable[[], None]:
    turns = count(1)
    version = [bench.line.execute(VERSION, [product]).fetchone()[0]]

    def save() -> None:
        turn = next(turns)
        with bench.line.transaction():
            values = [f"Hand {turn}", Decimal(1 + turn % 7), product, version[0]]
            assert bench.line.execute(ROOT, values).rowcount == 1
        version[0] += 1

    return save


def _with_variants(bench: Forms, code: str) -> ProductForm:
    base = bench.product(code)
    made = tuple(
        VariantForm(id=uuid4(), sku=f"{code}-{size}-{color}", size=size, color=color)
        for size in "SML"
        for color in ("Red", "Blue")
    )
    bench.save(base, replace(base, variants=made))
    form = bench.read(forms.products.product_form, base.id)
    assert isinstance(form, ProductForm)
    return form


def _ours_with_parts(bench: Forms, form: ProductForm) -> Callable[[], None]:
    turns, at = count(1), [form]

    def save() -> None:
        turn = next(turns)
        first, *others = at[0].variants
        codes = (f"O{turn}",) if turn % 2 else ()
        changed = replace(first, difference=Decimal(turn % 5), codes=codes)
        wanted = replace(at[0], price=Decimal(9 + turn % 7), variants=(changed, *others))
        bench.save(at[0], wanted)
        at[0] = replace(wanted, version=at[0].version + 3)  # the root, the variant and the code

    return save


def _parts_by_hand(bench: Forms, form: ProductForm) -> Callable[[], None]:
    turns, version, ask = count(1), [form.version], bench.line.execute
    variant = form.variants[0].id

    def save() -> None:
        turn = next(turns)
        with bench.line.transaction():
            if turn % 2:
                ask(CLAIM, [form.id, [f"H{turn}"]])
            assert ask(ROOT, [form.name, Decimal(9 + turn % 7), form.id, version[0]]).rowcount == 1
            if not turn % 2:
                ask(REMOVE, [uuid4(), form.id, [], [f"H{turn - 1}"], []])
            ask(VARIANT, [Decimal(turn % 5), variant])
            if turn % 2:
                ask(CODE, [f"H{turn}", form.id, variant])
        version[0] += 3

    return save
