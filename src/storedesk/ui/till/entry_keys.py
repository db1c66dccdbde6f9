"""Declare the keys of the entry field, for tooltips and the sheet of shortcuts."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import QAbstractButton

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.till.labels import undone
from storedesk.ui.till.page import TillPage


def register_entry_keys(
    page: TillPage,
    actions: Actions,
    *,
    step: Callable[[int], object],
    remove: Callable[[], object],
    enabled: Callable[[], bool],
) -> None:
    """Register the signs, and have the buttons under the lines do what six of them do."""
    page.receipts.mailed.undo.clicked.connect(lambda: page.start(page.receipts.call_off))
    page.selling.undone.connect(lambda one: page.note.say(undone(one, page.context.format)))

    words, group = _words(), tr("Till")
    for name, keys, run, button in _signs(page, step, remove):
        is_able = partial(_may_undo, page, enabled) if name == "undo" else enabled
        action = Action(
            name=f"till.{name}", text=words[name], run=run, group=group, keys=keys,
            is_typed=name not in {"undo", "note"}, enabled=is_able,
        )  # fmt: skip
        if button is None:
            actions.add(action, page)
        else:
            actions.bind(action, button, page)


_Sign: TypeAlias = tuple[str, tuple[str, ...], Callable[[], object], QAbstractButton | None]
"""Name and keys, what they do, and the button that does it as well."""


def _signs(
    page: TillPage, step: Callable[[int], object], remove: Callable[[], object]
) -> Sequence[_Sign]:
    type_ = page.entry.setFocus

    def begin_quantity() -> None:
        page.entry.setText("*")
        type_()

    return (
        ("more", ("+",), lambda: step(1), page.plus),
        ("less", ("-",), lambda: step(-1), page.minus),
        ("quantity", ("*5",), begin_quantity, page.quantity),
        ("remove", ("Del",), remove, page.remove),
        ("undo", ("Ctrl+Z",), partial(_undo, page), page.undo),
        ("note", ("Ctrl+T",), page.commands.note_line, page.note_key),
        ("discount", ("/10%",), page.discounts.ask, page.discount),
        ("price_line", ("/=9.50",), page.discounts.ask_price, None),
        ("times", ("3*",), type_, None),
        ("line", ("Up", "Down"), type_, None),
        ("go", ("Enter", "="), type_, None),
        ("back", ("Esc",), type_, None),
    )


def _may_undo(page: TillPage, enabled: Callable[[], bool]) -> bool:
    return enabled() or (page.isVisible() and _is_mail_meant(page))


def _is_mail_meant(page: TillPage) -> bool:
    """Tell whether what was done last is an e-mail that waits: no sale was begun since."""
    return page.receipts.mailed.is_waiting and page.selling.is_empty


def _undo(page: TillPage) -> None:
    if _is_mail_meant(page):
        page.start(page.receipts.call_off)
    elif number := page.lines.paid_order:
        page.selling.refused.emit(Refused("paid_not_undone", number=number), "")
    else:
        page.selling.undo()


def _words() -> dict[str, str]:
    return {
        "more": tr("One more of the chosen line"),
        "less": tr("One fewer of it"),
        "quantity": tr("Set its quantity"),
        "remove": tr("Remove it"),
        "undo": tr("Undo the last change of the sale"),
        "note": tr("Note for the chosen line"),
        "discount": tr("Discount on the chosen line; // on the whole sale"),
        "price_line": tr("Price of the chosen line"),
        "times": tr("Quantity of the next item"),
        "line": tr("Choose another line"),
        "go": tr("Pay, from the empty field"),
        "back": tr("Close what is open"),
    }
