"""Show what was restored, before its people sign in."""

from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain.backups import RestoredStore
from storedesk.translations import locale_of
from storedesk.ui.first_run import locales
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.cards import Card, Facts, row
from storedesk.ui.kit.looks.chips import IconTile
from storedesk.ui.kit.looks.labels import heading, muted


class RestoredPage(QWidget):
    """The name of the store and what it holds, to be compared with what one knows."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self.sign_in = primary(tr("Sign in"), icon="log-in")
        self.sign_in.setDefault(True)
        self.sign_in.clicked.connect(self.done)
        told = tr("Compare these figures with what you know. What was entered after the backup was"
                  " made is not in it.")  # fmt: skip
        card = Card(margin=28, gap=10)
        card.setFixedWidth(460)
        card.add(IconTile("store"))
        card.column.addSpacing(8)
        card.add(heading(tr("The store is restored")), muted(told, wrap=True))
        card.column.addSpacing(10)
        card.add(self.facts)
        card.column.addSpacing(10)
        card.add(row(None, self.sign_in))
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)

    def show_restored(self, restored: RestoredStore) -> None:
        """Show one store, in times of this computer's zone."""
        form = Format(locale_of(LANGUAGE.language, locales.here()), locales.zone_here())
        holds = restored.contents
        taken, newest = restored.taken_at, holds.newest_order_at
        facts = [
            (tr("Store"), holds.name),
            (tr("Backup of"), form.on_paper(taken.astimezone(UTC)) if taken else ""),
            (tr("People who may sign in"), form.count(restored.people)),
            (tr("Products"), form.count(holds.products)),
            (tr("Customers"), form.count(holds.customers)),
            (tr("Orders"), form.count(holds.orders)),
            (tr("Newest order"), form.on_paper(newest) if newest else ""),
        ]
        self.facts.show_facts((word, value) for word, value in facts if value)
        self.sign_in.setFocus()
