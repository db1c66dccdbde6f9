"""Codes of gift cards check themselves, here and in the database alike."""

import random

import pytest

from storedesk.domain.credit import SYMBOLS, bare_code, check_symbol, grouped, is_code


@pytest.fixture
def code():
    chance = random.Random(35)
    drawn = "GC" + "".join(chance.choices(SYMBOLS, k=17))
    return drawn + check_symbol(drawn)


def test_there_are_32_symbols_and_none_that_is_taken_for_another():
    assert len(set(SYMBOLS)) == 32
    assert not set("0O1I") & set(SYMBOLS)


def test_any_one_wrong_symbol_is_found(code):
    assert is_code(code)
    for at in range(2, len(code)):
        for other in set(SYMBOLS) - {code[at]}:
            assert not is_code(code[:at] + other + code[at + 1 :])


def test_any_two_neighbors_that_were_swapped_are_found(code):
    for at in range(2, len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert swapped == code or not is_code(swapped)


def test_it_is_read_in_groups_in_small_letters_and_with_spaces(code):
    shown = grouped(code)
    assert shown.count("-") == 4
    for written in (shown, shown.lower(), shown.replace("-", " "), f"  {code} "):
        assert is_code(written)
        assert bare_code(written) == code


@pytest.mark.parametrize("text", ["", "GC", "MUG", "4006381333931", "G" * 20, "GC" + "é" * 18])
def test_other_codes_are_none(text):
    assert not is_code(text)


def test_the_database_checks_as_the_program_does(built):
    chance = random.Random(62)
    drawn = ["GC" + "".join(chance.choices(SYMBOLS, k=17)) for _ in range(200)]
    words = "SELECT d.code, core.credit_check(d.code) FROM unnest(%s::text[]) AS d (code)"
    for code, symbol in built.rows(words, drawn):
        assert symbol == check_symbol(code)
