import asyncio

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.serial import Serial


class Notes:
    """Writes down what happened, in the order in which it did."""

    def __init__(self):
        self.seen = []
        self.refused = []
        self.waiting = []
        self.serial = Serial(
            lambda refusal, about: self.refused.append((refusal.code, about)),
            lambda: self.waiting.append(self.serial.waiting),
        )

    def step(self, name, pause=0.0, failure=None):
        async def step():
            await asyncio.sleep(pause)
            if failure:
                raise failure
            self.seen.append(name)

        return step


async def test_a_slow_step_is_not_overtaken():
    notes = Notes()
    notes.serial.add(notes.step("slow", 0.01))
    notes.serial.add(notes.step("quick"))
    await notes.serial.idle()
    assert notes.seen == ["slow", "quick"]
    assert notes.waiting == [1, 2, 1, 0]


async def test_what_is_refused_is_told_and_the_next_one_goes_on():
    notes = Notes()
    notes.serial.add(notes.step("bad", failure=Refused("unknown_code", code="7")), "7")
    notes.serial.add(notes.step("good"))
    await notes.serial.idle()
    assert notes.refused == [("unknown_code", "7")]
    assert notes.seen == ["good"]


async def test_a_bug_goes_to_the_crash_reporter_and_the_next_one_goes_on(qtbot):
    notes = Notes()
    with qtbot.capture_exceptions() as caught:
        notes.serial.add(notes.step("bug", failure=ZeroDivisionError()))
        notes.serial.add(notes.step("good"))
        await notes.serial.idle()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert notes.seen == ["good"]


async def test_what_has_not_begun_never_does_once_the_page_goes():
    notes = Notes()
    notes.serial.add(notes.step("first", 10))
    notes.serial.add(notes.step("second"))
    await asyncio.sleep(0)
    notes.serial.cancel()
    await notes.serial.idle()
    assert notes.seen == []
    assert notes.serial.waiting == 0
