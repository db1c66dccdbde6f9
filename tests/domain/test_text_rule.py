"""One rule for text in two languages: the table of examples, and letter by letter."""

import re
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.card_numbers import has_card_number
from storedesk.domain.values.email_addresses import email_address
from storedesk.domain.values.text import is_visible, line, note

TABLE = tomllib.loads((Path(__file__).parents[1] / "data/text.toml").read_text(encoding="utf-8"))
LONG = 200
CHUNK = 5_000
RULES = """
    SELECT w.word, storedesk.is_plain_line(w.word), storedesk.is_clean_line(w.word),
           storedesk.is_plain_text(w.word), storedesk.is_visible(w.word)
    FROM unnest(%s::text[]) WITH ORDINALITY AS w (word, place) ORDER BY w.place
"""


def named(example):
    return ascii(example["raw"])


def cleaned(raw, clean=line):
    """Return what is kept of a text, or the code by which it is refused, in angle brackets."""
    try:
        return clean(raw, longest=LONG)
    except Refused as refusal:
        return f"<{refusal.code}>"


@pytest.mark.parametrize("example", TABLE["example"], ids=named)
def test_python_keeps_or_refuses_a_line(example):
    wanted = f"<{example['refused']}>" if "refused" in example else example["kept"]
    assert cleaned(example["raw"]) == wanted


def test_the_database_says_the_same_of_the_table(built):
    raws = [one["raw"] for one in TABLE["example"]]
    found = built.rows(RULES, raws)
    for one, (_raw, plain, clean, text, visible) in zip(TABLE["example"], found, strict=True):
        told = {"line": plain, "clean": clean, "text": text}
        assert told == {name: one[name] for name in told}, named(one)
        assert visible is is_visible(one["raw"])


@pytest.mark.parametrize("frame", ["{0}", "a{0}b", "{0} {0}"], ids=ascii)
def test_whatever_python_keeps_the_database_takes(frame, built):
    letters = [chr(code) for code in (*range(1, 0x3400), *range(0xA000, 0xAC00),
                                      *range(0xF900, 0x1FFFF), *range(0xE0000, 0xE1100))
               if unicodedata.category(chr(code)) != "Cs"]  # fmt: skip
    raws = [frame.format(letter) for letter in letters]
    for first in range(0, len(raws), CHUNK):
        some = raws[first : first + CHUNK]
        lines = [cleaned(raw) for raw in some]
        notes = [cleaned(raw, note) for raw in some]
        judged = zip(
            some, lines, built.rows(RULES, lines), notes, built.rows(RULES, notes),
            built.rows(RULES, some), strict=True,
        )  # fmt: skip
        for raw, kept, of_line, whole, of_note, of_raw in judged:
            where = ascii((raw, kept, whole))
            assert of_line[1], where
            assert kept == "" or of_line[2], where
            assert of_note[3], where
            assert (kept, of_raw[1]) != (raw, False), where
            assert of_raw[4] is is_visible(raw), where


@pytest.mark.parametrize("example", TABLE["card"], ids=named)
def test_python_knows_a_card_number(example):
    assert has_card_number(example["raw"]) is example["card"]
    if example["card"]:
        assert cleaned(example["raw"]) == "<card_number>"
        assert cleaned(f"ring twice\n{example['raw']}\nthanks", note) == "<card_number>"


def test_the_database_knows_a_card_number(built):
    for one in TABLE["card"]:
        for text in (one["raw"], f"ring twice\n{one['raw']}\nthanks"):
            assert built.sql("SELECT storedesk.has_card_number(%s)", text) is one["card"], text


def test_the_database_knows_a_value_that_is_a_card_number(built):
    for one in TABLE["card"]:
        if re.fullmatch(r"[-0-9 ./_]*", one["raw"], re.ASCII):
            said = built.sql("SELECT storedesk.is_card_number(%s)", one["raw"])
            assert said is one.get("whole", one["card"]), one["raw"]


def test_digits_of_every_script_are_digits(built):
    for zero in range(0x80, 0x1E951):
        if unicodedata.decimal(chr(zero), None) == 0:
            text = "".join(chr(zero + int(digit)) for digit in "4111111111111111")
            assert has_card_number(text), hex(zero)
            assert built.sql("SELECT storedesk.has_card_number(%s)", text), hex(zero)


@pytest.mark.parametrize("example", TABLE["email"], ids=named)
def test_python_knows_an_address(example):
    try:
        kept = email_address(example["raw"])
    except Refused:
        kept = None
    wanted = example.get("kept", example["raw"]) if example["good"] else None
    assert kept == wanted


def test_the_database_knows_an_address(built):
    for one in TABLE["email"]:
        said = built.sql("SELECT storedesk.is_email(%s)", one["raw"])
        assert said is one.get("database", one["good"]), one["raw"]
        if one["good"]:
            assert built.sql("SELECT storedesk.is_email(%s)", email_address(one["raw"]))


def test_five_characters_that_are_no_letters_of_ours_are_as_few_as_thirteen_digits_can_be():
    """storedesk.has_digits leaves a text alone that has fewer."""
    for one in map(chr, range(1, sys.maxunicode + 1)):
        digits = sum(sign.isdecimal() for sign in unicodedata.normalize("NFKC", one))
        is_letter = re.fullmatch("[A-Za-z \u00c0-\u024f]", one)
        assert digits <= (0 if is_letter else 3), hex(ord(one))
