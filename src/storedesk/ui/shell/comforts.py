"""Put into effect what a person chooses for eyes, hands and ears: at once, and when they come."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from storedesk.ui.kit.base.comfort import Comfort, Value
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.store_access import StoreAccess

NEXT = {Scheme.SYSTEM: Scheme.LIGHT, Scheme.LIGHT: Scheme.DARK, Scheme.DARK: Scheme.SYSTEM}

SIZED = frozenset({"text", "touch"})
"""What is chosen by these names gives everything another size."""


class Window(Protocol):
    """What is changed by what is chosen."""

    def choose_language(self, language: str) -> None:
        """Speak another language, and keep it."""

    def lets_go(self, go: Callable[[], object]) -> bool:
        """Return whether pages may be made anew; else ask, and `go` if they may."""

    def fit(self) -> None:
        """Make everything anew, in the sizes of now."""


class Comforts:
    """What is chosen at present, and for whom.

    Until somebody signs in the window is as who signed in last has it.
    """

    def __init__(self, access: StoreAccess, window: Window) -> None:
        self._access, self._window = access, window
        self._newest = ""
        self.comfort = self.of(access.preferences.login)

    def of(self, person: str) -> Comfort:
        """Return what that person chose, in effect from now on."""
        self.comfort = Comfort(self._access.profile.geometry, person)
        self.comfort.decide = self.decide
        self.comfort.newest, self._newest = self._newest, ""
        SPEAKER.choose(is_on=self.comfort.sounds, volume=self.comfort.volume)
        if (colors := self.comfort.colors) and colors is not THEME.chosen:
            self._put_on(colors)
        self._fit()
        return self.comfort

    def decide(self, **chosen: Value) -> None:
        """Put into effect what is chosen, and keep it."""
        if language := chosen.pop("language", ""):
            self._window.choose_language(str(language))
            return
        if chosen.keys() & SIZED and not self._window.lets_go(partial(self.decide, **chosen)):
            self.comfort.changed.emit()  # what was pressed shows what is still so
            return
        if "colors" in chosen:
            self._put_on(Scheme.named(str(chosen["colors"])))
        self.comfort.keep(**chosen)
        self._newest = next(iter(chosen.keys() & SIZED), "")
        SPEAKER.choose(is_on=self.comfort.sounds, volume=self.comfort.volume)
        self._fit()

    def change_colors(self) -> None:
        """Change between the system's colors, light and dark."""
        self.decide(colors=NEXT[THEME.chosen].value)

    def _put_on(self, scheme: Scheme) -> None:
        THEME.choose(scheme)
        self._access.profile.change(scheme=scheme.value)

    def _fit(self) -> None:
        if SIZES.choose(percent=self.comfort.text, is_touch=self.comfort.touch):
            self._window.fit()
