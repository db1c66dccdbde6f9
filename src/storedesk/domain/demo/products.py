"""Make up the products of the demo store, in three levels of categories."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product as pairs
from random import Random
from uuid import UUID

from storedesk.domain.demo.store import made_id
from storedesk.domain.values.codes import ean13, make_sku

IN_STORE = 200_000_000_000
"""EAN-13 numbers from 20 on are a shop's own: no real product has one."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category of the lowest level, and what is sold in it."""

    path: tuple[str, str, str]
    shape: str
    """What its pictures show."""
    nouns: str
    styles: str
    low: float
    high: float
    options: str = ""
    """`sizes`, `colors`, `both` or none; see _OPTIONS."""
    tax: str = "Standard"
    season: int = 0
    """The month in which it sells best; nought: all year."""


LEAVES = (
    Leaf(("Home", "Kitchen", "Mugs"), "mug", "Stoneware Mug|Espresso Cup|Camp Mug",
         "Harbor|Fern|Midnight|Driftwood|Clay|Fog", 9, 24),
    Leaf(("Home", "Kitchen", "Glassware"), "glass", "Tumbler|Carafe|Wine Glass",
         "Ribbed|Smoke|Amber|Clear|Seafoam", 8, 38),
    Leaf(("Home", "Kitchen", "Boards"), "board", "Cutting Board|Serving Board|Cheese Board",
         "Maple|Walnut|Olive Wood|Cherry", 24, 68, "sizes"),
    Leaf(("Home", "Kitchen", "Tea Towels"), "towel", "Tea Towel|Apron",
         "Striped|Gingham|Botanical|Sardine|Lobster", 12, 36),
    Leaf(("Home", "Living", "Candles"), "candle", "Soy Candle|Pillar Candle",
         "Cedar|Sea Salt|Fig|Juniper|Wild Rose|Bay Leaf", 10, 34, "sizes", season=12),
    Leaf(("Home", "Living", "Cushions"), "cushion", "Linen Cushion|Wool Cushion",
         "Plain|Herringbone|Woven|Quilted", 28, 58, "colors"),
    Leaf(("Home", "Living", "Throws"), "towel", "Lambswool Throw|Cotton Throw",
         "Heather|Check|Waffle|Fringed", 48, 120, "colors", season=12),
    Leaf(("Home", "Living", "Vases"), "vase", "Bud Vase|Bottle Vase|Jug",
         "Chalk|Moss|Speckled|Rust|Indigo", 14, 52),
    Leaf(("Home", "Bath", "Soap"), "soap", "Bar Soap|Hand Wash",
         "Oat|Lavender|Seaweed|Lemon|Charcoal|Rosemary", 6, 18),
    Leaf(("Home", "Bath", "Bath Linen"), "towel", "Bath Towel|Hand Towel",
         "Waffle|Turkish|Organic", 14, 46, "colors"),
    Leaf(("Clothing", "Tops", "T-Shirts"), "shirt", "Pocket Tee|Graphic Tee",
         "Lighthouse|Gull|Anchor|Pine|Plain|Tide", 22, 34, "both", season=7),
    Leaf(("Clothing", "Tops", "Knitwear"), "sweater", "Crew Sweater|Cardigan",
         "Fisherman|Merino|Cable|Rib", 68, 148, "both", season=12),
    Leaf(("Clothing", "Tops", "Shirts"), "shirt", "Flannel Shirt|Oxford Shirt",
         "Brushed|Washed|Heavy", 44, 78, "both", season=10),
    Leaf(("Clothing", "Headwear", "Caps"), "hat", "Cap|Bucket Hat",
         "Canvas|Corduroy|Waxed", 20, 38, "colors", season=7),
    Leaf(("Clothing", "Headwear", "Beanies"), "hat", "Beanie|Watch Cap",
         "Merino|Fisherman|Bobble", 18, 36, "colors", season=1),
    Leaf(("Clothing", "Extras", "Socks"), "socks", "Wool Socks|Ankle Socks|Slipper Socks",
         "Striped|Ragg|Nordic|Speckled", 9, 26, "sizes"),
    Leaf(("Clothing", "Extras", "Scarves"), "towel", "Scarf|Snood",
         "Lambswool|Merino|Cotton", 24, 72, "colors", season=1),
    Leaf(("Clothing", "Extras", "Bags"), "bag", "Tote Bag|Market Bag|Backpack",
         "Canvas|Waxed|Striped|Jute", 18, 96),
    Leaf(("Pantry", "Drinks", "Coffee"), "packet", "Coffee Beans|Ground Coffee",
         "House|Lighthouse|Ethiopia|Decaf|Winter", 11, 19, "", "Groceries"),
    Leaf(("Pantry", "Drinks", "Tea"), "tin", "Loose Tea|Tea Bags",
         "Breakfast|Earl Grey|Mint|Chai|Green", 7, 16, "", "Groceries"),
    Leaf(("Pantry", "Drinks", "Syrups"), "bottle", "Syrup|Cordial",
         "Elderflower|Ginger|Maple|Blueberry", 9, 22, "", "Groceries"),
    Leaf(("Pantry", "Sweet", "Chocolate"), "bar", "Dark Chocolate|Milk Chocolate|Truffles",
         "Sea Salt|Orange|Hazelnut|Plain|Chili", 4, 16, "", "Groceries", 12),
    Leaf(("Pantry", "Sweet", "Preserves"), "jar", "Jam|Jelly|Fruit Spread",
         "Wild Blueberry|Strawberry|Orange|Clover|Plum", 6, 14, "", "Groceries"),
    Leaf(("Pantry", "Savory", "Oils"), "bottle", "Olive Oil|Vinegar",
         "Lemon|Garlic|Extra Virgin|Cider|Fig", 11, 29, "", "Groceries"),
    Leaf(("Pantry", "Savory", "Spices"), "tin", "Spice Rub|Sea Salt|Pepper",
         "Smoked|Herb|Citrus|Kelp", 5, 13, "", "Groceries"),
    Leaf(("Pantry", "Café", "Hot Drinks"), "mug", "Coffee to Go|Tea to Go|Hot Chocolate",
         "Small|Large", 2.5, 5.5, "", "Prepared food"),
    Leaf(("Pantry", "Café", "Bakes"), "jar", "Scone|Muffin|Cookie",
         "Blueberry|Lemon|Oat|Ginger", 2.75, 4.5, "", "Prepared food"),
    Leaf(("Paper", "Writing", "Notebooks"), "book", "Notebook|Journal|Sketchbook",
         "Lined|Dotted|Plain|Recycled", 7, 28, "colors"),
    Leaf(("Paper", "Writing", "Pens"), "pen", "Gel Pen|Fountain Pen|Pencil Set",
         "Navy|Forest|Brass|Black", 2, 42),
    Leaf(("Paper", "Cards", "Greeting Cards"), "card", "Birthday Card|Thank You Card|Blank Card",
         "Lupine|Whale|Puffin|Moose|Sailboat", 3.5, 6, season=12),
    Leaf(("Paper", "Cards", "Wrapping"), "card", "Gift Wrap|Ribbon|Gift Tags",
         "Pine|Kraft|Gold|Striped", 3, 12, season=12),
    Leaf(("Paper", "Prints", "Maps"), "card", "Chart Print|Map Poster",
         "Casco Bay|Acadia|Penobscot|Coast", 18, 64, "sizes"),
    Leaf(("Outdoors", "Garden", "Seeds"), "packet", "Seed Packet|Seed Tin|Seed Tape",
         "Lupine|Basil|Kale|Poppy|Sweet Pea", 3, 6, season=4),
    Leaf(("Outdoors", "Garden", "Pots"), "vase", "Plant Pot|Planter",
         "Terracotta|Glazed|Zinc|Basket", 9, 58, "sizes", season=5),
    Leaf(("Outdoors", "Garden", "Tools"), "tool", "Trowel|Secateurs|Watering Can",
         "Ash|Copper|Steel", 14, 62, season=5),
    Leaf(("Outdoors", "Camp", "Flasks"), "bottle", "Insulated Flask|Water Bottle",
         "Trail|Harbor|Summit", 19, 44, "colors", season=7),
    Leaf(("Outdoors", "Camp", "Lanterns"), "lantern", "Lantern|Head Torch",
         "Brass|Storm|Folding", 22, 74),
    Leaf(("Children", "Toys", "Soft Toys"), "toy", "Soft Toy|Rattle",
         "Puffin|Seal|Moose|Lobster|Otter", 12, 34, season=12),
    Leaf(("Children", "Toys", "Puzzles"), "box", "Puzzle|Memory Game",
         "Harbor|Forest|Alphabet|Whales", 11, 26, season=12),
    Leaf(("Children", "Reading", "Picture Books"), "book", "Picture Book|Activity Book",
         "Lighthouse|Bear|Tide Pool|Snow", 9, 21),
)  # fmt: skip

_OPTIONS = {
    "": ((None,), (None,)),
    "sizes": (("Small", "Medium", "Large"), (None,)),
    "colors": ((None,), ("Navy", "Oat", "Moss", "Rust")),
    "both": (("S", "M", "L", "XL"), ("Navy", "Oat", "Moss")),
}
_PRAISE = (
    "{name}, from a small maker up the coast.",
    "{name}: one of the first things people look for among our {shelf}.",
    "{name}, made to be used every day and to last.",
    "{name}, chosen by our buyers for this season's {shelf}.",
)
_DEARER = {"Medium": "0.25", "Large": "0.60", "XL": "0.08"}
"""How much more than the smallest a size costs, as a share."""


@dataclass(frozen=True, slots=True)
class DemoVariant:
    """A size and color of a demo product, with its code."""

    id: UUID
    sku: str
    size: str | None
    color: str | None
    adjustment: Decimal
    barcode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProduct:
    """A product of the demo store."""

    id: UUID
    name: str
    description: str
    leaf: Leaf
    tint: int
    """Which colors its picture has, counted from 0."""
    price: Decimal
    sku: str
    barcode: str
    variants: tuple[DemoVariant, ...]
    popularity: float


def products(chance: Random, count: int) -> list[DemoProduct]:
    """Put so many products on the shelves, evenly over the categories."""
    stock: dict[Leaf, list[tuple[str, str, int]]] = {}
    for leaf in LEAVES:
        both = pairs(leaf.nouns.split("|"), enumerate(leaf.styles.split("|")))
        stock[leaf] = [(noun, style, tint) for noun, (tint, style) in both]
        chance.shuffle(stock[leaf])
    chosen: list[tuple[Leaf, str, str, int]] = []
    while len(chosen) < count and any(stock.values()):
        chosen += [(leaf, *left.pop()) for leaf, left in stock.items() if left]
    ranks = list(range(1, count + 1))
    chance.shuffle(ranks)
    made = zip(chosen[:count], ranks, strict=False)
    return [_product(chance, at, words, rank) for at, (words, rank) in enumerate(made, 1)]


def _product(
    chance: Random, number: int, words: tuple[Leaf, str, str, int], rank: int
) -> DemoProduct:
    leaf, noun, style, tint = words
    name = f"{style} {noun}"
    price = _price(chance.triangular(leaf.low, leaf.high, leaf.low + (leaf.high - leaf.low) / 3))
    sku = make_sku(leaf.path[2][:3], style[:3], f"{number:03}")
    return DemoProduct(
        id=made_id(chance),
        name=name,
        description=chance.choice(_PRAISE).format(name=name, shelf=leaf.path[2].lower()),
        leaf=leaf,
        tint=tint,
        price=price,
        sku=sku,
        barcode=ean13(IN_STORE + number * 100),
        variants=_variants(chance, number, sku, price, leaf.options),
        popularity=(20 / float(price)) ** 0.6 / (rank + 6) ** 0.8,
    )


def _variants(
    chance: Random, number: int, sku: str, price: Decimal, options: str
) -> tuple[DemoVariant, ...]:
    if not options:
        return ()
    sizes, colors = _OPTIONS[options]
    return tuple(
        DemoVariant(
            made_id(chance),
            make_sku(sku, size or "", color or ""),
            size,
            color,
            _rounded(price * Decimal(_DEARER.get(size or "", "0"))),
            ean13(IN_STORE + number * 100 + at),
        )
        for at, (size, color) in enumerate(pairs(sizes, colors), 1)
    )


def _price(wanted: float) -> Decimal:
    """Round to what price tags say: quarters below ten, whole and a half above."""
    step = Decimal("0.25") if wanted < 10 else Decimal("0.50") if wanted < 30 else Decimal(1)  # noqa: PLR2004
    return ((Decimal(str(wanted)) / step).quantize(Decimal(1)) * step).quantize(Decimal("0.01"))


def _rounded(more: Decimal) -> Decimal:
    return more.quantize(Decimal(1)) * Decimal("1.00")
