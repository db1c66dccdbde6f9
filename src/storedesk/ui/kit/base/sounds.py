"""Give the till's three signals: by a sound where one can be heard, and always on the screen.

Qt's sound module is not among the small Qt that the program ships, so the system's own player
plays them: see `adapters.sound_player`. A frame of color flashes round the widget as well; where
no sound is heard, it is stronger and stays longer.
"""

import atexit
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from storedesk.adapters.sound_player import FULL, SoundPlayer, system_players
from storedesk.resources import resources_folder
from storedesk.ui.kit.looks import paint
from storedesk.ui.kit.looks.theme import color
from storedesk.ui.kit.looks.tokens import Tone

FLASH_MS, LONG_FLASH_MS = 450, 900
THIN, THICK = 3, 6
"""Pixels of the frame where a sound is heard with it, and where none is."""
WASH = 0.12
"""How much of the color lies over the widget where no sound is heard."""
NAMES = {Tone.OK: "good", Tone.BAD: "bad", Tone.WARN: "manager"}


class Speaker(QObject):
    """Plays the sounds of this computer. There is one, as there is one pair of ears."""

    changed = Signal()
    """It was found that nothing plays, or what is chosen has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.is_on = True
        self.volume = FULL
        """Percent."""
        self._player: SoundPlayer | None = None

    def begin(self) -> None:
        """Look for what plays sounds on this computer."""
        player = SoundPlayer(system_players(), self.changed.emit)
        atexit.register(player.close)
        self.install(player)

    def install(self, player: SoundPlayer | None) -> None:
        """Play by `player` from now on."""
        self._player = player
        self.changed.emit()

    @property
    def is_silent(self) -> bool:
        """Whether nothing on this computer plays."""
        return self._player is None or self._player.is_silent

    @property
    def is_heard(self) -> bool:
        """Whether a signal can be heard."""
        return self.is_on and not self.is_silent

    def choose(self, *, is_on: bool, volume: int) -> None:
        """Play at `volume` percent, or nothing."""
        self.is_on, self.volume = is_on, volume
        self.changed.emit()

    def play(self, tone: Tone) -> None:
        """Play the sound of a tone, if sounds are on."""
        if self.is_on and self._player:
            self._player.play(sound_file(tone), self.volume)

    def try_out(self, tone: Tone) -> None:
        """Play it whether or not sounds are on, and by whatever may play by now."""
        if self._player:
            self._player.try_again()
            self.changed.emit()
            self._player.play(sound_file(tone), self.volume)


SPEAKER = Speaker()


def sound_file(tone: Tone) -> Path:
    """Return the WAV file of a tone: OK, BAD, or WARN where a manager is needed."""
    return resources_folder() / "sounds" / f"{NAMES[tone]}.wav"


class Sounds(QWidget):
    """Flashes a frame around a widget, and plays the sound that goes with it."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.tone: Tone | None = None
        self.is_strong = False
        """Whether the frame has to do without a sound."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def good(self) -> None:
        """Signal that a scan was taken."""
        self._signal(Tone.OK)

    def bad(self) -> None:
        """Signal that it was not taken."""
        self._signal(Tone.BAD)

    def manager(self) -> None:
        """Signal that a manager is needed."""
        self._signal(Tone.WARN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Answer Qt: a frame of the tone's color, and a wash of it where nothing is heard."""
        if not self.tone:
            return
        width = THICK if self.is_strong else THIN
        painter = QPainter(self)
        painter.setRenderHint(paint.ANTIALIASED)
        painter.setPen(QPen(color(self.tone.value), width))
        if self.is_strong:
            wash = QColor(color(self.tone.value))
            wash.setAlphaF(WASH)
            painter.setBrush(wash)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _signal(self, tone: Tone) -> None:
        self.tone, self.is_strong = tone, not SPEAKER.is_heard
        self.setGeometry(self._around.rect())
        self.raise_()
        self.show()
        self.update()
        self._timer.start(LONG_FLASH_MS if self.is_strong else FLASH_MS)
        SPEAKER.play(tone)

    def _end(self) -> None:
        self.tone = None
        self.hide()
