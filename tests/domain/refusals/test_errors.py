"""How the store says no."""

from copy import copy

from storedesk.domain.refusals.errors import Refused


def test_a_sentence_is_made_from_the_code_and_its_parameters():
    refusal = Refused("not_enough_stock", product="...", available=6, reserved=4)

    assert str(refusal) == "Only 6 can be taken: 4 are reserved."


def test_a_sentence_is_translated_before_it_is_filled_in():
    german = {"Choose a row first.": "Bitte zuerst eine Zeile wählen."}

    said = Refused("nothing_chosen").sentence(german.__getitem__)

    assert said == "Bitte zuerst eine Zeile wählen."


def test_a_newer_database_may_say_what_this_program_has_not_heard_of():
    assert str(Refused("moon_is_full", phase=3)) == "The store refuses this."


def test_a_hole_that_nobody_fills_stays_rather_than_failing():
    assert str(Refused("not_enough_stock", available=6)) == (
        "Only 6 can be taken: {reserved} are reserved."
    )


def test_a_refusal_can_be_carried_to_another_process():
    refusal = Refused("not_enough_stock", available=6, reserved=4)

    arrived = copy(refusal)  # by the road that pickle takes

    assert (type(arrived), arrived.code, arrived.parameters) == (
        Refused,
        "not_enough_stock",
        {"available": 6, "reserved": 4},
    )
