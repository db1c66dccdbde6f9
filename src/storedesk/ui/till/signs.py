"""What the till's entry field understands by itself: for tooltips and the keys sheet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from storedesk.ui.kit.actions import Action, Actions
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
    translate = QCoreApplication.translate

    def begin_quantity() -> None:
        page.entry.setText("*")
        page.entry.setFocus()

    for name, keys, words, run, button in (
        (
            "more",
            ("+",),
            translate("Till", "One more of the chosen line"),
            lambda: step(1),
            page.plus,
        ),
        ("less", ("-",), translate("Till", "One less of it"), lambda: step(-1), page.minus),
        (
            "quantity",
            ("*5",),
            translate("Till", "Another quantity of it"),
            begin_quantity,
            page.quantity,
        ),
        ("remove", ("Del",), translate("Till", "Remove it"), remove, page.remove),
        (
            "times",
            ("3*",),
            translate("Till", "So many of what comes next"),
            page.entry.setFocus,
            None,
        ),
        (
            "line",
            ("Up", "Down"),
            translate("Till", "Choose another line"),
            page.entry.setFocus,
            None,
        ),
        (
            "go",
            ("Enter", "="),
            translate("Till", "Pay, from the empty field"),
            page.entry.setFocus,
            None,
        ),
        (
            "back",
            ("Esc",),
            translate("Till", "Close the innermost thing"),
            page.entry.setFocus,
            None,
        ),
    ):
        action = Action(
            name=f"till.{name}", text=words, run=run, group=translate("Till", "Till"),
            keys=keys, is_typed=True, enabled=enabled,
        )  # fmt: skip
        if button is None:
            actions.add(action, page)
        else:
            actions.bind(action, button, page)
