"""Each way to pay has one letter: the one that was chosen, or one of its name that is free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.tender_letters import checked_letter, letters
from storedesk.domain.till import Method
from storedesk.translations import languages
from storedesk.ui.tender_labels import tender_letters

ENGLISH = {
    Method.CASH: "Cash", Method.CARD: "Card", Method.PAYPAL: "PayPal", Method.CREDIT: "Gift card",
}  # fmt: skip


def spelled(made):
    return "".join(made[method] for method in Method)


@pytest.mark.parametrize(("language", "usual"), [("en", "cdpg"), ("de", "bkpg"), ("xx", "cdpg")])
def test_what_nobody_chose_is_of_the_word_in_the_stores_language(language, usual):
    assert spelled(tender_letters(language, {})) == usual


@pytest.mark.parametrize(
    ("chosen", "all_of_them"),
    [
        ({Method.CASH: "g"}, "gcpd"),
        ({Method.CASH: "x"}, "xcpg"),
        ({Method.CARD: "c"}, "hcpg"),
        ({Method.CARD: "k", Method.PAYPAL: "c"}, "hkcg"),
        ({Method.CASH: "p", Method.CARD: "l"}, "plag"),
        ({Method.PAYPAL: "ö"}, "cdög"),
    ],
)
def test_what_was_chosen_is_kept_and_the_others_get_out_of_its_way(chosen, all_of_them):
    assert spelled(letters(ENGLISH, chosen)) == all_of_them


@given(
    st.dictionaries(st.sampled_from(Method), st.sampled_from("abcdefghijklmnopqrstuvwxyz")),
    st.lists(st.text(max_size=6), min_size=4, max_size=4),
)
def test_no_letter_is_given_twice_whatever_the_words_are(chosen, words):
    if len(set(chosen.values())) == len(chosen):
        made = letters(dict(zip(Method, words, strict=True)), chosen)
        assert len({letter.casefold() for letter in made.values()}) == len(Method)
        assert all(letter.isalpha() for letter in made.values())


def test_every_language_has_a_letter_for_each():
    for language in languages():
        assert len(set(tender_letters(language, {}).values())) == len(Method)


@pytest.mark.parametrize(
    ("typed", "kept"), [("k", "k"), (" K ", "k"), ("Ö", "ö"), ("", ""), (" ", "")]
)
def test_a_letter_is_kept_small(typed, kept):
    assert checked_letter(typed, others=["c", "", "p"]) == kept


@pytest.mark.parametrize(
    "typed", ["1", "²", "٣", ".", ",", "*", "=", "kk", "k1", "İ", "\u200b", "☺"]
)
def test_what_belongs_to_an_amount_is_no_letter(typed):
    with pytest.raises(Refused) as refused:
        checked_letter(typed, others=[])
    assert refused.value.code == "tender_letter_bad"


@pytest.mark.parametrize("typed", ["c", "C", " c"])
def test_a_letter_of_another_way_is_refused(typed):
    with pytest.raises(Refused) as refused:
        checked_letter(typed, others=["", "C "])
    assert refused.value.code == "tender_letter_taken"
