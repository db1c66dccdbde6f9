"""What the till's entry field understands by itself: for tooltips and the keys sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton

from storedesk.ui.kit.actions import Action, Actions
from storedesk.ui.till.page import TillPage


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that is typed into the field, and the button that does the same, if there is one."""

    name: str
    keys: tuple[str, ...]
    words: str
    run: Callable[[], object]
    button: QAbstractButton | None = None


def register_signs(
    page: TillPage,
    actions: Actions,
    *,
    step: Callable[[int], object],
    remove: Callable[[], object],
    enabled: Callable[[], bool],
) -> None:
    """Register the signs, and have the buttons under the lines do what four of them do."""
    group = QCoreApplication.translate("Till", "Till")
    for sign in (*_with_buttons(page, step, remove), *_typed_only(page)):
        action = Action(
            name=f"till.{sign.name}", text=sign.words, run=sign.run, group=group,
            keys=sign.keys, is_typed=True, enabled=enabled,
        )  # fmt: skip
        if sign.button is None:
            actions.add(action, page)
        else:
            actions.bind(action, sign.button, page)


def _with_buttons(
    page: TillPage, step: Callable[[int], object], remove: Callable[[], object]
) -> tuple[Sign, ...]:
    def begin_quantity() -> None:
        page.entry.setText("*")
        page.entry.setFocus()

    return (
        Sign("more", ("+",), QCoreApplication.translate("Till", "One more of the chosen line"), lambda: step(1), page.plus),
        Sign("less", ("-",), QCoreApplication.translate("Till", "One less of it"), lambda: step(-1), page.minus),
        Sign(
            "quantity", ("*5",), QCoreApplication.translate("Till", "Another quantity of it"), begin_quantity,
            page.quantity,
        ),
        Sign("remove", ("Del",), QCoreApplication.translate("Till", "Remove it"), remove, page.remove),
    )  # fmt: skip


def _typed_only(page: TillPage) -> tuple[Sign, ...]:
    focus = page.entry.setFocus
    return (
        Sign(
            "times",
            ("3*",),
            QCoreApplication.translate("Till", "So many of what comes next"),
            focus,
        ),
        Sign(
            "line", ("Up", "Down"), QCoreApplication.translate("Till", "Choose another line"), focus
        ),
        Sign(
            "go",
            ("Enter", "="),
            QCoreApplication.translate("Till", "Pay, from the empty field"),
            focus,
        ),
        Sign(
            "back", ("Esc",), QCoreApplication.translate("Till", "Close the innermost thing"), focus
        ),
    )
