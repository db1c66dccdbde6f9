"""What the till's entry field understands by itself: for tooltips and the keys sheet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.till.page import TillPage


def register_signs(
    page: TillPage,
    actions: Actions,
    *,
    step: Callable[[int], object],
    remove: Callable[[], object],
    enabled: Callable[[], bool],
) -> None:
    """Register the signs, and have the buttons under the lines do what four of them do."""

    def begin_quantity() -> None:
        page.entry.setText("*")
        page.entry.setFocus()

    words = _words()
    group, type_ = QCoreApplication.translate("Till", "Till"), page.entry.setFocus
    for name, keys, run, button in (
        ("more", ("+",), lambda: step(1), page.plus),
        ("less", ("-",), lambda: step(-1), page.minus),
        ("quantity", ("*5",), begin_quantity, page.quantity),
        ("remove", ("Del",), remove, page.remove),
        ("times", ("3*",), type_, None),
        ("line", ("Up", "Down"), type_, None),
        ("go", ("Enter", "="), type_, None),
        ("back", ("Esc",), type_, None),
    ):
        action = Action(
            name=f"till.{name}", text=words[name], run=run, group=group, keys=keys,
            is_typed=True, enabled=enabled,
        )  # fmt: skip
        if button is None:
            actions.add(action, page)
        else:
            actions.bind(action, button, page)


def _words() -> dict[str, str]:
    return {
        "more": QCoreApplication.translate("Till", "One more of the chosen line"),
        "less": QCoreApplication.translate("Till", "One less of it"),
        "quantity": QCoreApplication.translate("Till", "Another quantity of it"),
        "remove": QCoreApplication.translate("Till", "Remove it"),
        "times": QCoreApplication.translate("Till", "So many of what comes next"),
        "line": QCoreApplication.translate("Till", "Choose another line"),
        "go": QCoreApplication.translate("Till", "Pay, from the empty field"),
        "back": QCoreApplication.translate("Till", "Close the innermost thing"),
    }
