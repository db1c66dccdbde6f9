"""Draw the pictures of the demo store."""

from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageDraw

from storedesk.adapters.files.pictures import kept
from storedesk.domain.catalog import NewPicture

SIDE = 320
_FINER = 2
"""Drawn this many times larger, so that edges are smooth once it is made small."""

_WALLS = {
    "Home": "#EEF1EA",
    "Clothing": "#EAEEF5",
    "Pantry": "#F8EFE2",
    "Paper": "#F3EDF3",
    "Outdoors": "#E7F1EC",
    "Children": "#FBEFEA",
}
_PAINTS = (
    ("#3E6C8A", "#2C4F68", "#DCE8EF"),
    ("#6D8C5A", "#50693F", "#E6EEDD"),
    ("#C4683F", "#9A4C2B", "#F8E1D3"),
    ("#B98B3C", "#8C6728", "#F6E9CC"),
    ("#7C6A99", "#5B4D74", "#E8E2F0"),
    ("#5C6670", "#414A53", "#E2E6E9"),
)
"""A color, its shade and its light, for each tint."""

_Part = tuple[str, Sequence[float], int, float]
"""Figure, its points in hundredths, its paint (0, 1, 2; 3 is white), and how round or thick."""

_SHAPES: dict[str, tuple[_Part, ...]] = {
    "mug": (
        ("arc", (60, 38, 84, 66), 1, 5),
        ("box", (28, 30, 68, 76), 0, 7),
        ("box", (28, 30, 68, 38), 1, 4),
    ),
    "glass": (
        ("poly", (30, 24, 70, 24, 64, 78, 36, 78), 2, 0),
        ("poly", (32, 44, 68, 44, 64, 78, 36, 78), 0, 0),
    ),
    "board": (
        ("box", (32, 34, 68, 82), 0, 8),
        ("box", (44, 16, 56, 40), 0, 6),
        ("disc", (48, 20, 52, 24), 3, 0),
        ("line", (40, 42, 40, 74), 1, 1),
        ("line", (52, 42, 52, 74), 1, 1),
    ),
    "towel": (
        ("box", (24, 28, 76, 74), 0, 4),
        ("box", (24, 40, 76, 45), 2, 0),
        ("box", (24, 57, 76, 62), 2, 0),
        ("box", (24, 68, 76, 74), 1, 2),
    ),
    "candle": (
        ("poly", (50, 14, 55, 26, 50, 32, 45, 26), 2, 0),
        ("line", (50, 30, 50, 38), 1, 1),
        ("box", (32, 38, 68, 80), 0, 5),
        ("box", (38, 52, 62, 68), 3, 2),
    ),
    "cushion": (
        ("box", (22, 26, 78, 76), 0, 16),
        ("line", (32, 36, 68, 66), 2, 1),
        ("line", (68, 36, 32, 66), 2, 1),
        ("disc", (47, 48, 53, 54), 1, 0),
    ),
    "vase": (
        ("poly", (42, 22, 58, 22, 56, 40, 44, 40), 1, 0),
        ("disc", (28, 34, 72, 82), 0, 0),
        ("box", (40, 18, 60, 25), 1, 3),
        ("arc", (34, 44, 66, 72), 2, 1.4),
    ),
    "soap": (
        ("box", (22, 40, 78, 70), 0, 12),
        ("box", (34, 49, 66, 61), 2, 6),
        ("disc", (68, 24, 76, 32), 2, 0),
        ("disc", (58, 18, 63, 23), 2, 0),
    ),
    "shirt": (
        (
            "poly",
            (34, 24, 66, 24, 84, 40, 74, 50, 68, 45, 68, 80, 32, 80, 32, 45, 26, 50, 16, 40),
            0,
            0,
        ),
        ("pie", (41, 14, 59, 33), 2, 0),
        ("box", (55, 46, 63, 56), 1, 1),
    ),
    "sweater": (
        (
            "poly",
            (34, 24, 66, 24, 86, 66, 76, 71, 68, 52, 68, 80, 32, 80, 32, 52, 24, 71, 14, 66),
            0,
            0,
        ),
        ("pie", (40, 14, 60, 34), 1, 0),
        ("box", (32, 75, 68, 80), 1, 0),
        ("line", (32, 46, 68, 46), 2, 2),
        ("line", (32, 54, 68, 54), 2, 1),
    ),
    "hat": (
        ("half", (26, 26, 74, 88), 0, 0),
        ("box", (22, 54, 78, 66), 1, 5),
        ("disc", (45, 18, 55, 28), 2, 0),
    ),
    "socks": (
        ("box", (34, 18, 54, 62), 0, 4),
        ("box", (34, 54, 78, 74), 0, 10),
        ("box", (34, 18, 54, 28), 1, 3),
        ("box", (34, 36, 54, 40), 2, 0),
        ("box", (34, 45, 54, 49), 2, 0),
        ("box", (66, 56, 78, 74), 1, 9),
    ),
    "bag": (
        ("arc", (36, 16, 64, 56), 1, 3),
        ("poly", (26, 36, 74, 36, 78, 80, 22, 80), 0, 0),
        ("box", (40, 50, 60, 66), 2, 2),
    ),
    "packet": (
        ("box", (30, 20, 70, 82), 0, 3),
        ("box", (30, 20, 70, 29), 1, 2),
        ("box", (37, 42, 63, 66), 3, 3),
        ("disc", (44, 48, 56, 60), 0, 0),
    ),
    "tin": (
        ("box", (28, 30, 72, 80), 0, 5),
        ("box", (25, 22, 75, 35), 1, 4),
        ("box", (28, 48, 72, 66), 3, 0),
        ("line", (36, 54, 64, 54), 1, 1),
        ("line", (42, 60, 58, 60), 1, 1),
    ),
    "bottle": (
        ("box", (44, 12, 56, 24), 1, 2),
        ("poly", (45, 24, 55, 24, 64, 42, 36, 42), 0, 0),
        ("box", (36, 38, 64, 84), 0, 5),
        ("box", (36, 52, 64, 70), 3, 0),
        ("line", (42, 61, 58, 61), 1, 1),
    ),
    "bar": (
        ("box", (24, 32, 76, 70), 1, 3),
        ("box", (34, 28, 76, 74), 0, 3),
        ("box", (44, 42, 68, 60), 2, 2),
    ),
    "jar": (
        ("box", (30, 18, 70, 30), 1, 4),
        ("box", (27, 30, 73, 80), 0, 9),
        ("box", (27, 46, 73, 66), 3, 0),
        ("disc", (45, 51, 55, 61), 2, 0),
    ),
    "book": (
        ("box", (28, 20, 72, 80), 0, 3),
        ("box", (28, 20, 36, 80), 1, 3),
        ("box", (44, 32, 65, 44), 3, 1),
        ("line", (44, 72, 65, 72), 2, 1),
    ),
    "pen": (
        ("poly", (24, 68, 66, 26, 74, 34, 32, 76), 0, 0),
        ("poly", (24, 68, 32, 76, 20, 80), 1, 0),
        ("poly", (66, 26, 70, 22, 78, 30, 74, 34), 1, 0),
        ("line", (34, 64, 64, 34), 2, 1),
    ),
    "card": (
        ("box", (24, 26, 76, 76), 3, 2),
        ("box", (29, 31, 71, 71), 2, 1),
        ("poly", (29, 71, 44, 48, 56, 60, 62, 52, 71, 66, 71, 71), 0, 0),
        ("disc", (57, 36, 66, 45), 1, 0),
    ),
    "tool": (
        ("box", (46, 14, 54, 48), 1, 4),
        ("poly", (36, 46, 64, 46, 62, 68, 50, 84, 38, 68), 0, 0),
        ("line", (50, 52, 50, 76), 2, 1),
    ),
    "lantern": (
        ("arc", (38, 12, 62, 36), 1, 2),
        ("poly", (40, 24, 60, 24, 68, 34, 32, 34), 0, 0),
        ("box", (34, 34, 66, 72), 2, 2),
        ("poly", (50, 42, 57, 56, 50, 66, 43, 56), 0, 0),
        ("box", (28, 72, 72, 80), 1, 3),
    ),
    "toy": (
        ("disc", (28, 20, 42, 34), 1, 0),
        ("disc", (58, 20, 72, 34), 1, 0),
        ("disc", (28, 24, 72, 62), 0, 0),
        ("disc", (34, 54, 66, 84), 0, 0),
        ("disc", (41, 38, 46, 43), 3, 0),
        ("disc", (54, 38, 59, 43), 3, 0),
        ("disc", (44, 45, 56, 55), 2, 0),
    ),
    "box": (
        ("box", (24, 30, 76, 76), 0, 3),
        ("box", (24, 30, 76, 44), 1, 3),
        ("box", (34, 52, 47, 65), 2, 2),
        ("disc", (54, 52, 67, 65), 2, 0),
    ),
}


@cache
def draw(shape: str, department: str, tint: int) -> NewPicture:
    """Draw what is sold, before the wall of its department; the same each time."""
    paints = (*_PAINTS[tint % len(_PAINTS)], "#FFFFFF")
    wall = _WALLS[department]
    image = Image.new("RGB", (SIDE * _FINER, SIDE * _FINER), wall)
    pen = ImageDraw.Draw(image)
    _put(pen, ("disc", (14, 14, 86, 86), 3, 0), (*paints[:3], _lighter(wall)))
    for part in _SHAPES[shape]:
        _put(pen, part, paints)
    return kept(image.resize((SIDE, SIDE), Image.Resampling.BOX), quality=88)


def _put(pen: ImageDraw.ImageDraw, part: _Part, paints: Sequence[str]) -> None:
    figure, points, paint, roundness = part
    color, unit = paints[paint], SIDE * _FINER / 100
    at = [round(point * unit) for point in points]
    thick = round(roundness * unit)
    match figure:
        case "box":
            pen.rounded_rectangle(at, radius=thick, fill=color)
        case "disc":
            pen.ellipse(at, fill=color)
        case "poly":
            pen.polygon(at, fill=color)
        case "line":
            pen.line(at, fill=color, width=thick)
        case "arc":
            pen.arc(at, 0, 360, fill=color, width=thick)
        case "half":
            pen.pieslice(at, 180, 360, fill=color)
        case "pie":
            pen.pieslice(at, 0, 180, fill=color)


def _lighter(color: str) -> str:
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{part + (255 - part) // 2:02x}" for part in parts)
