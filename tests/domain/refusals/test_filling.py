"""Sentences leave no holes, whatever is empty, and write amounts as money."""

import errno
import os
import pickle
import re
from decimal import Decimal
from itertools import product

import pytest

from storedesk.domain.refusals.bare_sentences import BARE
from storedesk.domain.refusals.errors import SENTENCES, Refused, Unavailable
from storedesk.domain.refusals.filling import SYSTEM, fill, holes
from storedesk.translations import translation

ODD = re.compile(
    r"\s[.,:;!?)](?!\w)|  |[“\"(]\s*[”\")]|None|\0|[{}]|[:,;]\s*[.:,;]|[.][.](?!\w)|\[\]"
    r"|^[^A-Z“\"0-9]"
)
"""What a sentence looks like whose hole was filled with nothing."""
LIKELY = {
    ("no_printer", "printer"), ("mail_server_away", "said"), ("mail_delayed", "said"),
    ("mail_refused", "said"), ("mail_server_password", "said"), ("backup_failed", "what"),
    ("restore_failed", "what"), ("move_failed", "what"), ("server_not_starting", "what"),
    ("file_not_written", "why"), ("import_unreadable", "why"), ("backup_unreadable", "why"),
    ("dsn_unreadable", "what"), ("product_not_sold", "status"), ("shift_of_others", "people"),
    ("shift_already_open", "by"), ("store_in_use", "people"), ("staff_not_found", "login"),
    ("code_taken", "name"), ("code_of_deleted", "name"), ("unknown_code", "code"),
    ("scan_misread", "code"), ("mail_unwritable", "what"), ("server_none_named", "names"),
    ("import_no_column", "columns"), ("import_map_missing", "columns"), ("no_address", "name"),
    ("register_has_shift", "register"), ("register_has_sale", "register"),
    ("already_recalled", "register"),
    ("sale_elsewhere", "register"), ("count_lines_refused", "names"),
}  # fmt: skip
AMOUNTS = {"total", "tendered", "paid", "price", "difference", "amount", "largest", "smallest"}
AS_TYPED = {
    ("money_not_exact", "amount"), ("amount_decimals", "amount"),
    ("quantity_bounds", "largest"), ("quantity_bounds", "smallest"),
}  # fmt: skip
"""What was typed stands there as it was typed; pieces are no money."""
EVERY_HOLE = [(code, hole) for code, words in SENTENCES.items() for hole in sorted(holes(words))]


class Speaker:
    """Translates nothing, and writes money in a way of its own."""

    def __call__(self, words):
        return words

    def money(self, amount, currency):
        return f"<{amount} {currency or 'of the store'}>"


@pytest.mark.parametrize("code", [code for code, words in SENTENCES.items() if holes(words)])
def test_an_empty_value_leaves_no_hole(code):
    known = dict.fromkeys(holes(SENTENCES[code]), "Xx")

    for hole, empty in product(sorted(known), ("", None, "  ", [], ())):
        said = Refused(code, **known | {hole: empty}).sentence()

        assert not ODD.search(said), (hole, empty, said)
        if (code, hole) in LIKELY:
            assert "not known" not in said, (hole, empty)


@pytest.mark.parametrize("code", [code for code, words in SENTENCES.items() if holes(words)])
def test_a_sentence_of_which_nothing_is_known_leaves_none(code):
    said = Refused(code, **dict.fromkeys(holes(SENTENCES[code]), "")).sentence()
    assert not ODD.search(said), said


def test_what_is_said_instead_belongs_to_a_sentence_and_fills_no_other_hole():
    for code, others in BARE.items():
        for words in others:
            assert holes(words) < holes(SENTENCES[code]), code


def test_nought_is_something():
    assert str(Refused("not_enough_stock", available=0, reserved=0)) == (
        "Only 0 can be taken: 0 are reserved."
    )


def test_a_printer_without_a_name_has_none():
    assert str(Refused("no_printer", printer="")) == "There is no printer on this computer."


@pytest.mark.parametrize(("code", "hole"), EVERY_HOLE)
def test_every_amount_is_declared_as_one(code, hole):
    if hole in AMOUNTS and (code, hole) not in AS_TYPED:
        assert f"{{{hole}:money}}" in SENTENCES[code]


@pytest.mark.parametrize("value", ["1736.00", Decimal("1736.00"), "-1736.00", 1736])
def test_an_amount_of_the_database_is_written_as_money(value):
    said = Refused("difference_needs_reason", difference=value).sentence(Speaker())
    assert said == f"The drawer differs by <{value} of the store>. Give a reason."


def test_an_amount_says_its_currency_where_it_is_told():
    told = {"pieces": 5, "amount": "50.00", "currency": "EUR"}
    assert "<50.00 EUR>" in Refused("count_beyond", **told).sentence(Speaker())
    assert "50.00 EUR in all" in Refused("count_beyond", **told).sentence()


def test_an_amount_that_is_written_already_stays():
    said = Refused("tender_too_large", total="$5.00").sentence(Speaker())
    assert said == "Only cash gives change: $5.00 is to pay."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("There is no printer {x}. Look.", "There is no printer (not known). Look."),
        ("It was refused: {x}", "It was refused."),
        ("It was refused: {x}. Look.", "It was refused. Look."),
        ("{x}: it is over.", "It is over."),
        ("{x} is over.", "This is over."),
        ("“{x}” is no date.", "This is no date."),
        ("It is called “{x}”.", "It is called (not known)."),
        ("Mug ({x}) is over.", "Mug is over."),
    ],
)
def test_the_words_around_a_gap_go_with_it(words, said):
    assert fill((words,), {"x": ""}, str) == said


@pytest.mark.parametrize(("stored", "written"), [("cancelled", "canceled"), ("shipped", "shipped")])
def test_a_stored_state_is_written_as_the_screen_spells_it(stored, written):
    refusal = Refused("order_step", number="ORD-1", was=stored, becomes="confirmed")
    assert refusal.sentence() == f"Order ORD-1 is {written} and cannot become confirmed."


def test_a_refusal_within_a_refusal_is_said_in_the_same_language():
    refusal = Unavailable("restore_failed", what=Unavailable("unavailable"))
    assert str(refusal) == "Nothing was restored: The store's database does not answer."
    german = translation("de").text
    inner = Unavailable("unavailable").sentence(german)
    assert refusal.sentence(german).endswith(inner)
    assert "answer" not in refusal.sentence(german)
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)  # noqa: S301 made just now


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("No space left on device", "Kein Speicherplatz mehr frei."),
        ("/srv/a: b.csv: Permission denied", "/srv/a: b.csv: Keine Berechtigung."),
        ("ein anderes Wort", "ein anderes Wort."),
    ],
)
def test_what_a_system_answers_is_said_in_the_same_language(why, said):
    refusal = Refused("system_refuses", what=why)
    assert refusal.sentence(translation("de").text).endswith(f": {said}")
    assert str(refusal) == f"The computer refused this: {why}."


def test_the_answers_of_this_system_are_known():
    likely = (errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS)
    assert {os.strerror(number) for number in likely} <= set(SYSTEM)
