"""Put into effect what a person chooses for eyes, hands and ears: at once, and when they come."""

from collections.abc import Callable

from storedesk.ui.kit.base.comfort import Comfort, Value
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.store_access import StoreAccess

NEXT = {Scheme.SYSTEM: Scheme.LIGHT, Scheme.LIGHT: Scheme.DARK, Scheme.DARK: Scheme.SYSTEM}


class Comforts:
    """What is chosen at present, and for whom.

    Until somebody signs in the window is as who signed in last has it.
    """

    def __init__(
        self,
        access: StoreAccess,
        show_colors: Callable[[Scheme], object],
        speak: Callable[[str], object],
    ) -> None:
        """`show_colors` is told what is chosen; `speak` changes the language, and keeps it."""
        self._access, self._show_colors, self._speak = access, show_colors, speak
        self.comfort = self.of(access.preferences.login)

    def of(self, person: str) -> Comfort:
        """Return what that person chose, in effect from now on."""
        self.comfort = Comfort(self._access.profile.geometry, person)
        self.comfort.decide = self.decide
        SPEAKER.choose(is_on=self.comfort.sounds, volume=self.comfort.volume)
        if (colors := self.comfort.colors) and colors is not THEME.chosen:
            self._put_on(colors)
        return self.comfort

    def decide(self, **chosen: Value) -> None:
        """Put into effect what is chosen, and keep it."""
        if language := chosen.pop("language", ""):
            self._speak(str(language))
            return
        if "colors" in chosen:
            self._put_on(Scheme.named(str(chosen["colors"])))
        self.comfort.keep(**chosen)
        SPEAKER.choose(is_on=self.comfort.sounds, volume=self.comfort.volume)

    def change_colors(self) -> None:
        """Change between the system's colors, light and dark."""
        self.decide(colors=NEXT[THEME.chosen].value)

    def show(self) -> None:
        """Tell which colors are chosen."""
        self._show_colors(THEME.chosen)

    def _put_on(self, scheme: Scheme) -> None:
        THEME.choose(scheme)
        self._access.profile.change(scheme=scheme.value)
        self.show()
