"""Make the logo of papers of a picture: in color for pages, in black and white for rolls."""

import io

from PIL import Image, ImageChops, ImageFilter

from storedesk.adapters.files.pictures import reading
from storedesk.domain.logo import (
    LONGEST,
    STRIP_TALLEST,
    STRIP_WIDEST,
    TALLEST,
    WIDEST,
    StoreLogo,
)
from storedesk.domain.refusals.errors import Refused

NEARLY_WHITE = 12
"""How much darker than white, of 255, something is that can be seen on paper."""
DARK, LIGHT = 64, 192
"""Lightnesses between which a dot is neither black nor white."""
SHADED = 0.04
"""The share of areas of such dots, of all that are not white, up to which a picture is a drawing.

The smooth edges of a drawing are no areas: each of their dots becomes black or white. A photograph
and a lighter color are made of dots.
"""
COLORS = 256
"""Of a picture with too many of them for LONGEST: with a byte for each dot it always fits."""


def logo_of(content: bytes) -> StoreLogo:
    """Make the logo of what a file holds, without the white around it, as large as fits.

    Refused as `pictures.reading` does, and a picture of which nothing can be seen on white paper:
    logo_blank.
    """
    with reading(content) as image:
        seen = _without_edges(_on_white(image))
    return StoreLogo(page=_page(seen), strip=_strip(seen))


def _on_white(image: Image.Image) -> Image.Image:
    """Lay a picture on white paper; nothing that came with it is kept."""
    colored = image.convert("RGBA")
    paper = Image.new("RGB", colored.size, "white")
    paper.paste(colored, mask=colored.getchannel("A"))
    return paper


def _without_edges(paper: Image.Image) -> Image.Image:
    white = Image.new("RGB", paper.size, "white")
    ink = ImageChops.difference(paper, white).convert("L").point(_is_ink)
    box = ink.getbbox()
    if box is None:
        raise Refused("logo_blank")
    return paper.crop(box)


def _page(seen: Image.Image) -> bytes:
    made = _contained(seen, WIDEST, TALLEST)
    content = _written(made)
    return content if len(content) <= LONGEST else _written(made.quantize(COLORS))


def _strip(seen: Image.Image) -> bytes:
    gray = _darkened(_contained(seen.convert("L"), STRIP_WIDEST, STRIP_TALLEST))
    between = gray.point(_is_between).filter(ImageFilter.MinFilter(3))
    shaded, ink = between.histogram()[255], sum(gray.histogram()[:LIGHT])
    is_drawing = shaded <= SHADED * ink
    dots = gray.point(_to_black_or_white, "1") if is_drawing else gray.convert("1")
    return _written(dots)


def _contained(image: Image.Image, widest: int, tallest: int) -> Image.Image:
    """Scale a picture to a box, at least a dot in each direction."""
    scale = min(widest / image.width, tallest / image.height)
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _darkened(gray: Image.Image) -> Image.Image:
    """Make the darkest dot black, and leave white as it is: yellow is printed too."""
    darkest = int(gray.getextrema()[0])  # type: ignore[arg-type]  # a pair, of one channel
    scale = 255 / max(1, 255 - darkest)
    return gray.point(lambda lightness: (lightness - darkest) * scale)


def _is_ink(difference: float) -> float:
    return 255 if difference >= NEARLY_WHITE else 0


def _is_between(lightness: float) -> float:
    return 255 if DARK <= lightness < LIGHT else 0


def _to_black_or_white(lightness: float) -> float:
    return 255 if lightness >= (DARK + LIGHT) // 2 else 0


def _written(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
