"""Answers to pay that never arrive: nothing is sold twice, and the till ends in the right state."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("invariants")]
ALWAYS = 99


@pytest.fixture
def quoted(at_till, goods):
    """Bob's till with a mug that is quoted."""
    mug = goods("MUG-1", name="Mug")
    window, cable = at_till()
    window.scan("MUG-1")
    window.lies(("Mug", 1))
    window.quote()
    return window, cable, mug


@pytest.mark.parametrize("times", [1, 3])
def test_an_answer_that_is_lost_is_asked_for_again(shop, quoted, times):
    window, cable, mug = quoted
    trap = cable.trap("api.pay", "lose answer", times)
    window.press("Return")
    for _ in range(times):
        trap.wait()

    assert shop.orders() == [window.sold()]
    assert shop.stock(mug) == (9, 0)
    assert shop.payments_asked() == 1


def test_when_no_answer_ever_comes_the_till_says_so_and_finds_the_order(shop, quoted):
    window, cable, mug = quoted
    trap = cable.trap("api.pay", "lose answer", ALWAYS)
    window.press("Return")
    trap.wait()

    seen = window.until(lambda seen: seen["panel_problem"], "what the till knows")
    print(f"\nno answer ever: “{seen['panel_problem']}”")
    assert seen["panel_problem"].startswith("The database does not answer. Checking whether")
    number = window.sold()
    assert shop.orders() == [number]
    assert shop.stock(mug) == (9, 0)
    assert shop.payments_asked() == 1


def test_when_no_request_ever_arrives_the_till_says_that_nothing_was_booked(shop, quoted):
    window, cable, mug = quoted
    cable.trap("api.pay", "lose request", ALWAYS)
    window.press("Return")

    seen = window.until(lambda seen: "not completed" in seen["panel_problem"], "the truth")
    print(f"\nno request ever: “{seen['panel_problem']}”")
    assert shop.orders() == []
    assert seen["panel"] == "PayPanel"
    cable.trap("nothing", "lose request", 0)
    assert [window.pay()] == shop.orders()
    assert shop.stock(mug) == (9, 0)


def test_a_scan_whose_answer_is_lost_adds_once(at_till, goods):
    goods("MUG-1", name="Mug")
    window, cable = at_till()
    trap = cable.trap("api.scan", "lose answer", 2)
    window.scan("MUG-1")
    trap.wait()
    window.scan("MUG-1")
    window.lies(("Mug", 2))
