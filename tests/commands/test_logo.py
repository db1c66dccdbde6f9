"""The logo of papers is set by an admin, over the one that was seen, and is never a bomb."""

import zlib
from hashlib import sha256
from struct import pack
from uuid import uuid4

import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")
SET = "SELECT api.set_logo(%s, %s, %s, %s)"
HELD = "SELECT logo_sha256 FROM storedesk.store_settings"


def png(width=3, height=2, *, shade=0, more=0):
    """A gray picture, with so many bytes of no meaning behind it."""
    rows = (b"\0" + bytes([shade]) * width) * min(height, 1000)
    head = b"IHDR" + pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = (head, b"IDAT" + zlib.compress(rows), b"IEND")
    packed = (pack(">I", len(c) - 4) + c + pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed) + bytes(more)


def name_of(page, strip):
    return sha256(page + strip).hexdigest()


@pytest.fixture
def set_logo(store):
    def set_logo(page, strip, seen=None, by="dee", request=None):
        return store.sql(SET, request or uuid4(), seen, page, strip, login=by)

    return set_logo


def test_it_is_set_once_and_the_trail_names_who(store, set_logo):
    page, strip, request = png(), png(shade=255), uuid4()
    for _ in range(2):
        assert set_logo(page, strip, request=request) == {"logo": name_of(page, strip)}
    assert store.sql(HELD) == name_of(page, strip)
    assert store.rows("SELECT page, strip FROM storedesk.store_logos") == [(page, strip)]
    rows = "SELECT login, old, new FROM storedesk.audit_event WHERE entity = 'store'"
    assert store.rows(rows) == [
        (store.login("dee"), {"logo_sha256": None}, {"logo_sha256": name_of(page, strip)})
    ]


def test_another_one_takes_its_place_and_it_is_removed_again(store, set_logo):
    first = set_logo(png(), png())["logo"]
    second = set_logo(png(shade=9), png(), seen=first)["logo"]
    assert store.rows("SELECT sha256 FROM storedesk.store_logos") == [(second,)]
    assert set_logo(None, None, seen=second) == {"logo": None}
    assert store.sql(HELD) is None
    assert store.sql("SELECT count(*) FROM storedesk.store_logos") == 0
    assert set_logo(None, None) == {"logo": None}
    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE entity = 'store'") == 3


def test_the_same_one_again_is_no_change(store, set_logo):
    first = set_logo(png(), png())["logo"]
    assert set_logo(png(), png(), seen=first) == {"logo": first}
    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE entity = 'store'") == 1


def test_over_another_one_than_was_seen_nothing_is_changed(store, set_logo, refused):
    first = set_logo(png(), png())["logo"]
    for seen in (None, "", "0" * 64):
        with refused("changed_meanwhile"):
            set_logo(png(shade=9), png(), seen=seen)
        with refused("changed_meanwhile"):
            set_logo(None, None, seen=seen)
    assert store.sql(HELD) == first


@pytest.mark.parametrize(
    ("page", "strip"),
    [
        (png(), None),
        (None, png()),
        (b"", png()),
        (b"<svg/>", png()),
        (b"\xff\xd8\xff" + bytes(100), png()),
        (png()[:40], png()),
        (png().replace(b"IHDR", b"IDAT"), png()),
        (png(641, 240), png()),
        (png(640, 241), png()),
        (png(60_000, 60_000), png()),
        (png(65_536 + 1, 1), png()),
        (png(0, 2), png()),
        (png(more=163_840), png()),
        (png(), png(385, 160)),
        (png(), png(384, 161)),
        (png(), png(more=16_384)),
        (png(), bytes(60)),
    ],
)
def test_what_is_no_png_or_says_it_is_too_large_is_refused(store, set_logo, refused, page, strip):
    with refused("picture_unreadable"):
        set_logo(page, strip)
    assert store.sql(HELD) is None


def test_the_largest_of_each_is_taken(store, set_logo):
    page, strip = png(640, 240), png(384, 160)
    page += bytes(163_840 - len(page))
    strip += bytes(16_384 - len(strip))
    assert store.sql(HELD) is None
    assert set_logo(page, strip)["logo"] == store.sql(HELD)


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "eve", "wes", "max"])
def test_nobody_but_an_admin_sets_it(set_logo, person):
    with pytest.raises(InsufficientPrivilege):
        set_logo(png(), png(), by=person)


@pytest.mark.parametrize("person", ["ada", "bob", "cyd", "dee", "eve", "wes"])
def test_nobody_writes_it_past_the_command(store, set_logo, person):
    set_logo(png(), png())
    for words in (
        "UPDATE storedesk.store_settings SET logo_sha256 = NULL",
        "UPDATE storedesk.store_logos SET strip = page",
        "INSERT INTO storedesk.store_logos (sha256, page, strip) VALUES ('a', 'b', 'c')",
        "DELETE FROM storedesk.store_logos",
    ):
        with pytest.raises(InsufficientPrivilege):
            store.sql(words, login=person)


def test_the_table_itself_takes_no_other_picture(store, set_logo):
    set_logo(png(), png())
    for column, content in (
        ("page", png(641, 1)),
        ("strip", b"GIF89a" + bytes(99)),
        ("page", png()),
    ):
        name = name_of(content, png()) if column == "page" else name_of(png(), content)
        given = "0" * 64 if content == png() else name
        with pytest.raises(CheckViolation):
            store.sql(
                f"UPDATE storedesk.store_logos SET {column} = %s, sha256 = %s", content, given
            )
