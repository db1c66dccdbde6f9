"""Register what can be done in the window whatever page is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from storedesk.translations import languages, name_of
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.theme import Scheme


def add_shortcuts(  # noqa: PLR0913 what the window can do
    actions: Actions,
    window: QWidget,
    *,
    title: Callable[[], str],
    page: Callable[[], QWidget | None],
    key: Callable[[], str],
    change: Callable[[], object],
    choose: Callable[[Scheme], object],
    speak: Callable[[str], object],
) -> list[QAction]:
    """Register palette, shortcuts, handbook, colors, languages and closing with their keys.

    `title`, `page` and `key` tell which page is shown; `change` and `choose` the colors, `speak`
    the language.
    Returns what was made, to be taken from the window before it is made in another language.
    """
    palette, sheet = _palette(actions, window, title), _sheet(actions, window, page)
    handbook = _handbook(window, key)
    light, dark = partial(choose, Scheme.LIGHT), partial(choose, Scheme.DARK)
    made = [
        Action(name=f"window.{name}", text=text, run=run, keys=(keys,), icon=icon,
               group=tr("Everywhere"))
        for name, text, run, keys, icon in (
            ("palette", tr("Do or find anything"), palette, "Ctrl+K", "command"),
            ("keys", tr("Show the shortcuts"), sheet, "F1", "keyboard"),
            ("handbook", tr("Open the handbook"), handbook, "Shift+F1", "circle-question-mark"),
            ("colors", tr("Change the colors"), change, "Ctrl+Shift+L", "sun"),
            ("light", tr("Light colors"), light, "Ctrl+Alt+L", "sun"),
            ("dark", tr("Dark colors"), dark, "Ctrl+Alt+D", "moon"),
            ("quit", tr("Close StoreDesk"), window.close, "Ctrl+Q", "x"),
        )
    ]  # fmt: skip
    return [actions.add(action, window) for action in (*made, *_languages(speak))]


def _languages(speak: Callable[[str], object]) -> list[Action]:
    return [
        Action(
            name=f"window.language.{code}",
            text=tr("Language: {name}").format(name=name_of(code)),
            run=partial(speak, code),
            group=tr("Everywhere"),
            icon="languages",
            enabled=partial(_is_another, code),
        )
        for code in languages()
    ]


def _is_another(language: str) -> bool:
    return language != LANGUAGE.language


def _palette(actions: Actions, window: QWidget, title: Callable[[], str]) -> Callable[[], None]:
    def show() -> None:
        from storedesk.ui.kit.dialogs.palette import Palette  # noqa: PLC0415 - when it is wanted

        if not covering():
            Palette(window, actions, first=title()).open()

    return show


def _sheet(
    actions: Actions, window: QWidget, page: Callable[[], QWidget | None]
) -> Callable[[], None]:
    def show() -> None:
        from storedesk.ui.kit.dialogs.shortcuts import ShortcutSheet  # noqa: PLC0415 - as above

        if not covering():
            ShortcutSheet(window, actions, page=page()).open()

    return show


def _handbook(window: QWidget, key: Callable[[], str]) -> Callable[[], None]:
    def show() -> None:
        from storedesk.ui.kit.dialogs.handbook import Handbook  # noqa: PLC0415 - as above

        if not covering():
            Handbook(window, page=key()).open()

    return show
