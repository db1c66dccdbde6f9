"""A logo is made of whatever picture somebody brings, so that paper shows it."""

import io
import zlib
from itertools import pairwise
from struct import pack

import pytest
from PIL import Image, ImageDraw

from storedesk.adapters.files.logos import logo_of
from storedesk.domain.logo import (
    LONGEST,
    STRIP_LONGEST,
    STRIP_TALLEST,
    STRIP_WIDEST,
    TALLEST,
    WIDEST,
    size_of,
)
from storedesk.domain.refusals.errors import Refused


def written(image, kind="PNG"):
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def opened(content):
    return Image.open(io.BytesIO(content))


def drawing(ink="navy", ground="white"):
    """A picture with much white around a bar."""
    image = Image.new("RGB", (900, 600), ground)
    ImageDraw.Draw(image).rectangle((300, 250, 599, 349), fill=ink)
    return image


def bomb(width, height):
    """A PNG of a few bytes that says it is huge."""
    head = b"IHDR" + pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"")
    chunks = (pack(">I", len(c) - 4) + c + pack(">I", zlib.crc32(c)) for c in (head, data, b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_the_white_around_it_is_cut_off_and_it_is_as_large_as_fits():
    made = logo_of(written(drawing()))
    assert size_of(made.page) == opened(made.page).size == (640, 213)
    assert size_of(made.strip) == opened(made.strip).size == (384, 128)
    assert opened(made.page).getpixel((0, 0)) == (0, 0, 128)


@pytest.mark.parametrize("ink", ["navy", "yellow", "lightgray", "red"])
def test_on_a_roll_one_color_is_black_whatever_color_it_is(ink):
    strip = opened(logo_of(written(drawing(ink))).strip)
    assert strip.mode == "1"
    assert strip.histogram()[0] == strip.width * strip.height


def test_the_smooth_edges_of_a_drawing_are_not_dotted():
    image = Image.new("L", (1920, 800), 255)
    ImageDraw.Draw(image).ellipse((20, 20, 1900, 780), fill=0)
    strip = opened(logo_of(written(image)).strip).convert("L")
    row = strip.crop((0, 80, strip.width, 81)).tobytes()
    assert sum(one != other for one, other in pairwise(row)) <= 2


def test_a_photograph_is_dotted():
    strip = opened(logo_of(written(Image.linear_gradient("L").resize((800, 300)), "JPEG")).strip)
    black, white = strip.histogram()[0], strip.histogram()[255]
    assert 0.3 < black / (black + white) < 0.7


@pytest.mark.parametrize(("width", "height"), [(1000, 400), (5000, 2), (2, 4000), (1, 1), (30, 30)])
def test_it_never_takes_more_than_the_database_has_room_for(width, height):
    noise = Image.merge("RGB", [Image.effect_noise((width, height), 120) for _ in range(3)])
    made = logo_of(written(noise))
    assert len(made.page) <= LONGEST
    assert len(made.strip) <= STRIP_LONGEST
    assert size_of(made.page)[0] <= WIDEST
    assert size_of(made.page)[1] <= TALLEST
    assert size_of(made.strip)[0] <= STRIP_WIDEST
    assert size_of(made.strip)[1] <= STRIP_TALLEST


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_what_came_with_the_picture_is_gone(kind):
    image, file = drawing(), io.BytesIO()
    exif = image.getexif()
    exif[0x010E] = "taken at 12 Secret Street"
    image.save(file, kind, exif=exif, icc_profile=b"secret profile")
    made = logo_of(file.getvalue())
    assert b"ecret" not in made.page + made.strip


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGB", (50, 50), "white"),
        Image.new("RGBA", (50, 50), (0, 0, 0, 0)),
        drawing(ink=(250, 250, 250)),
    ],
)
def test_what_nobody_could_see_on_paper_is_refused(image):
    with pytest.raises(Refused, match="white paper"):
        logo_of(written(image))


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_unreadable"),
        (b"MZ" + bytes(200), "picture_unreadable"),
        (SVG, "picture_unreadable"),
        (written(drawing())[:200], "picture_unreadable"),
        (written(drawing(), "GIF"), "picture_unreadable"),
        (bomb(400, 400), "picture_unreadable"),
        (bomb(60_000, 60_000), "picture_too_many_pixels"),
        (bomb(6_000, 6_000), "picture_too_many_pixels"),
        (bytes(5 * 1024 * 1024 + 1), "picture_too_large"),
    ],
)
def test_what_is_broken_huge_or_something_else_is_refused(content, code):
    with pytest.raises(Refused) as refused:
        logo_of(content)
    assert refused.value.code == code
