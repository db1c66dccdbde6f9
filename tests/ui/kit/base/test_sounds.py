import pytest
from PySide6.QtWidgets import QWidget

from storedesk.ui.kit.base import sounds
from storedesk.ui.kit.base.sounds import FLASH_MS, LONG_FLASH_MS, SPEAKER, Sounds, sound_file
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.tokens import Tone


class Player:
    """Notes what it is to play."""

    def __init__(self):
        self.played, self.is_silent, self.tried = [], False, 0

    def play(self, file, volume):
        self.played.append((file.stem, volume))

    def try_again(self):
        self.tried += 1
        self.is_silent = False


@pytest.fixture
def player():
    made = Player()
    SPEAKER.install(made)
    yield made
    SPEAKER.install(None)
    SPEAKER.choose(is_on=True, volume=100)


@pytest.fixture
def signals(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(200, 60)
    around.show()
    return Sounds(around)


def test_each_signal_has_a_sound_of_its_own(player, signals):
    for signal in (signals.good, signals.bad, signals.manager):
        signal()
    assert player.played == [("good", 100), ("bad", 100), ("manager", 100)]
    assert all(sound_file(tone).is_file() for tone in sounds.NAMES)


def test_off_is_off_and_the_volume_goes_along(player, signals):
    SPEAKER.choose(is_on=True, volume=25)
    signals.good()
    SPEAKER.choose(is_on=False, volume=25)
    signals.bad()
    assert player.played == [("good", 25)]
    assert signals.tone is Tone.BAD, "the sign is there all the same"


def test_where_nothing_is_heard_the_sign_is_stronger_and_stays_longer(player, signals):
    signals.bad()
    assert (signals.is_strong, signals._timer.interval()) == (False, FLASH_MS)
    assert wash(signals) == "nothing"
    player.is_silent = True
    signals.bad()
    assert (signals.is_strong, signals._timer.interval()) == (True, LONG_FLASH_MS)
    assert wash(signals) != "nothing"
    player.is_silent = False
    SPEAKER.choose(is_on=False, volume=100)
    signals.bad()
    assert signals.is_strong
    SPEAKER.install(None)
    SPEAKER.choose(is_on=True, volume=100)
    signals.bad()
    assert signals.is_strong


def test_a_sound_can_be_tried_while_sounds_are_off_and_nothing_played_before(player):
    SPEAKER.choose(is_on=False, volume=50)
    player.is_silent = True
    SPEAKER.try_out(Tone.WARN)
    assert player.played == [("manager", 50)]
    assert player.tried == 1
    assert not SPEAKER.is_silent


def wash(signals):
    """Tell what lies in the middle of the widget: nothing, or a little of the tone's color."""
    ground = signals._around.grab().toImage()
    seen = ground.pixelColor(100, 30)
    return "nothing" if seen == color("page") else seen.name()
