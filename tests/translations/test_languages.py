"""Each language says all that English says: whole, with the same holes, in its own quotes."""

import re
from collections import Counter

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.schema.invariants import invariants
from storedesk.translations import (
    ENGLISH,
    file_of,
    language_of,
    languages,
    locale_of,
    name_of,
    plural_forms,
    translation,
)
from tests.translations.messages import messages, updated

OTHERS = languages()[1:]
HOLE = re.compile(r"{[^{}]*}|%(?:\(\w+\))?[rs]\b")
"""Ours, and those of argparse."""


def forms(language, message):
    """Return what a language says for a message."""
    known = translation(language)
    if message.is_plural:
        return known.plurals.get((message.source, message.comment), ())
    said = known.texts.get((message.source, message.comment))
    return () if said is None else (said,)


def test_the_program_speaks_english_and_german():
    assert languages() == (ENGLISH, "de")
    assert [name_of(one) for one in languages()] == ["English", "Deutsch"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_file_has_just_the_texts_of_today(language):
    file = file_of(language)
    assert file.read_text(encoding="utf-8") == updated(language, file), "run make translations"


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated(language):
    wanted = Counter({one: plural_forms(language) if one.is_plural else 1 for one in messages()})
    assert len(wanted) > 1700
    assert not [one for one in wanted if len(forms(language, one)) != wanted[one]]
    assert not [one for one in wanted if not all(text.strip() for text in forms(language, one))]


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_holes_of_the_english_text(language):
    for message in messages():
        known = set(HOLE.findall(message.source))
        if message.is_plural:
            known |= set(HOLE.findall(message.comment))
        for said in forms(language, message):
            found = set(HOLE.findall(said))
            assert found <= known, message
            assert message.is_plural or found == known, message


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_laid_out_as_the_english_text(language):
    for message in messages():
        for said in forms(language, message):
            assert said.count("\n") == message.source.count("\n"), message
            assert (said[0].isspace(), said[-1].isspace()) == (
                message.source[0].isspace(), message.source[-1].isspace(),
            ), message  # fmt: skip
            assert re.findall(r"</?\w+", said) == re.findall(r"</?\w+", message.source), message


def test_every_rule_of_the_store_has_a_german_title():
    german = translation("de")
    assert len(invariants()) > 100
    assert not [rule.name for rule in invariants() if german.text(rule.title) == rule.title]


def test_german_has_german_quotes_and_keys():
    for message in messages():
        for said in forms("de", message):
            assert "\u201d" not in said, message
            assert said.count("\u201e") == said.count("\u201c"), message
            assert not re.search(r"\b(Ctrl|Shift)\+", said), message


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de_AT", "de"), ("de-CH", "de"), ("DE", "de"), ("de_DE.UTF-8", "de"), ("en_GB", "en"),
     ("C", "en"), ("", "en"), ("fr_FR", "en"), ("xx", "en"), ("../de", "en")],
)  # fmt: skip
def test_a_locale_is_spoken_in_its_language_or_in_english(locale, language):
    assert language_of(locale) == language


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [("de", "AT", "de_AT"), ("en", "DE", "en_DE"), ("de", "US", "de"), ("en", "", "en")],
)
def test_a_language_is_written_as_in_its_country_where_it_is_at_home(language, country, locale):
    assert locale_of(language, country) == locale


@pytest.mark.parametrize(("language", "forms_wanted"), [("de", 2), ("ja", 1), ("pl", 3), ("ar", 6)])
def test_a_language_has_as_many_plurals_as_unicode_says(language, forms_wanted):
    assert plural_forms(language) == forms_wanted


def test_a_number_takes_its_form():
    german = translation("de")
    said = [german.plural("{count} product", "{count} products", n) for n in (0, 1, 2, 1_000_000)]
    assert said == ["{count} Artikel"] * 4
    days = [german.plural("{n} day", "{n} days", n) for n in (0, 1, 2)]
    assert len(set(days)) in {1, 2}


def test_what_is_not_translated_stays_english():
    german = translation("de")
    assert german.text("Nobody has said this yet") == "Nobody has said this yet"
    assert german.plural("1 zebra", "{n} zebras", 1) == "1 zebra"
    assert german.plural("1 zebra", "{n} zebras", 0) == "{n} zebras"


def test_a_refusal_is_said_in_german_with_its_state_and_without_what_is_empty():
    say = translation("de").text
    refusal = Refused("order_step", number="ORD-1", was="shipped", becomes="cancelled")
    assert "versendet" in refusal.sentence(say)
    assert "storniert" in refusal.sentence(say)
    for code in ("code_taken", "unknown_code"):
        assert "\0" not in Refused(code).sentence(say)
