"""Pictures that people bring."""

import io

import pytest
from PIL import Image

from storedesk.adapters.files.demo_pictures import draw
from storedesk.adapters.files.pictures import MOST_BYTES, checked
from storedesk.domain.demo.products import LEAVES
from storedesk.domain.refusals.errors import Refused


def written(kind, size=(40, 30), **options):
    content = io.BytesIO()
    Image.new("RGB", size, "#3E6C8A").save(content, kind, **options)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_made_anew(kind):
    picture = checked(written(kind))

    assert picture.media_type == "image/webp"
    assert picture.url == f"media/{picture.sha256}.webp"
    with Image.open(io.BytesIO(picture.content)) as image:
        assert image.size == (40, 30)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "EPS"])
def test_other_kinds_are_refused(kind):
    with pytest.raises(Refused) as refusal:
        checked(written(kind))

    assert refusal.value.code == "picture_unreadable"


def test_what_came_with_a_picture_is_left_behind():
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    picture = checked(written("JPEG", exif=exif))

    assert b"secret place" not in picture.content


def test_a_large_picture_is_made_smaller():
    with Image.open(io.BytesIO(checked(written("PNG", (4_000, 2_000))).content)) as image:
        assert image.size == (1_600, 800)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    with pytest.raises(Refused) as refusal:
        checked(written("PNG", (6_000, 5_000)))

    assert refusal.value.code == "picture_too_many_pixels"


def test_a_bomb_is_refused():
    content = bytearray(written("PNG", (10, 10)))
    content[16:24] = (60_000).to_bytes(4, "big") * 2

    with pytest.raises(Refused):
        checked(bytes(content))


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"x" * (MOST_BYTES + 1)])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(Refused):
        checked(content)


def test_half_a_picture_is_refused():
    with pytest.raises(Refused):
        checked(written("PNG", (400, 300))[:-200])


def test_every_demo_picture_can_be_drawn_and_is_small():
    pictures = [draw(leaf.shape, leaf.path[0], 1) for leaf in LEAVES]

    assert all(len(picture.content) < 20_000 for picture in pictures)
    assert draw("mug", "Home", 0) != draw("mug", "Home", 1)
