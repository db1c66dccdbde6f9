"""How text is folded: by a table of examples, and in both languages alike."""

import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import Text, column, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql.psycopg import dialect

from storedesk.domain.values.folding import finds, folded, letters, search_words, sort_key
from storedesk.persistence.engine.search import has_words, mentions, words_of

TABLE = Path(__file__).parents[2] / "data/found.toml"
FOUND = tomllib.loads(TABLE.read_text(encoding="utf-8"))["found"]
CHUNK = 5_000
HALF = "aé \u20191{0}2-b{0}C"
BOTH = """
    SELECT w.word, storedesk.letters(w.word), storedesk.folded(w.word),
           storedesk.search_words(w.word), storedesk.sort_key(w.word)
    FROM unnest(%s::text[]) AS w (word)
"""


@pytest.mark.parametrize("example", FOUND, ids=lambda one: one["name"])
def test_a_text_has_the_words_that_people_type_for_it(example):
    for typed in example["typed"]:
        assert finds(typed, example["name"]), typed
    for typed in example.get("not", ()):
        assert not finds(typed, example["name"]), typed


def test_both_languages_fold_every_letter_alike(built):
    known = [chr(code) for code in range(1, 0x1FFFF) if is_known(chr(code))]
    assert len(known) > 60_000
    texts = [HALF.format(letter) for letter in known] + ["", " ", "'", "- '"]

    differ = [
        (row[0], row[1:], ours)
        for first in range(0, len(texts), CHUNK)
        for row in built.rows(BOTH, texts[first : first + CHUNK])
        if row[1:]
        != (ours := (letters(row[0]), folded(row[0]), search_words(row[0]), sort_key(row[0])))
    ]
    assert differ == []


def test_the_quick_search_of_long_lists_finds_the_same(built):
    texts = [one["name"] for one in FOUND]
    texts += ["O'Malley & Sons", 'a "quoted" name', '{"price": "3.00"}', "330ml", "T-Shirt XL", "é"]
    typed = {word for one in FOUND for word in one["typed"]} | {
        "omalley", "o'malley", "tshirt", "t shirt", "3.00", "price", "330 ml", "30", "l", "xl", '"',
        "quoted", "%", "_", "3,00", "3_0", "s", "sons",
    }  # fmt: skip
    word = column("word", Text())
    every = select(word).select_from(func.unnest(literal(texts, ARRAY(Text()))).alias("word"))
    for search in sorted(typed):
        asked = [
            every.where(*conditions).compile(
                dialect=dialect(), compile_kwargs={"literal_binds": True}
            )
            for conditions in (mentions(search, word), has_words(words_of(word), search))
        ]
        quick, exact = (sorted(row[0] for row in built.rows(str(one))) for one in asked)
        assert quick == exact, search


def is_known(letter):
    """Leave out half letters, and those that only one of the two may know by now."""
    return unicodedata.category(letter) not in {"Cs", "Cn"}


def test_both_languages_fold_the_table_alike(built):
    texts = [text for one in FOUND for text in (one["name"], *one["typed"])]
    for row in built.rows(BOTH, texts):
        assert row[1:] == (letters(row[0]), folded(row[0]), search_words(row[0]), sort_key(row[0]))


def test_a_key_to_sort_by_is_short_enough_for_an_index():
    longest = chr(0xFDFA) * 200  # one letter that stands for eighteen
    assert len(sort_key(longest).encode()) <= 400
    assert len(letters(longest)) > 200


@pytest.mark.parametrize(
    "names", [("Apfel", "Äpfel", "Birnen"), ("Strasse", "Straße", "Strauss"), ("øl", "Olive")]
)
def test_lists_are_in_the_order_in_which_people_read_them(names):
    shuffled = sorted(names, key=lambda name: name[::-1])
    assert tuple(sorted(shuffled, key=lambda name: (sort_key(name), name))) == names


def test_this_python_knows_as_many_letters_as_the_oldest_server():
    assert tuple(map(int, unicodedata.unidata_version.split(".")[:1])) >= (14,), sys.version
