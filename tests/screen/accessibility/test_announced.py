"""What happens at the till is announced on the accessibility bus, as screen readers hear it."""

from tests.screen.rules import faults

NO_SUCH = "99999999"


def test_scans_matches_refusals_and_payments_are_announced(at_till, products):
    till = at_till()
    till.open_shift()
    assert faults(till.see()) == []
    mug, listener = products[0], till.bus.listen()
    till.scan(mug.code)
    hears(listener, f"1 × {mug.name}, ${mug.price}")
    till.scan(mug.code)
    hears(listener, f"2 × {mug.name}, ${2 * mug.price}")
    till.scan(NO_SUCH)
    hears(listener, f"Nothing has the code {NO_SUCH}")
    till.press("ctrl+a")
    till.write("tea")
    hears(listener, "1 product: Teapot")
    till.press("ctrl+a")
    till.write("qqq")
    hears(listener, "Nothing matches")
    till.press("ctrl+a", "BackSpace")
    number = till.pay()
    hears(listener, number)
    listener.close()


def hears(listener, words):
    """Wait until a screen reader would have said something with these words."""
    listener.wait(lambda event: event.kind == "Announcement" and words in str(event.value), words)
