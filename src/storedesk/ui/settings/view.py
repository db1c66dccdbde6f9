"""The page of the store's settings: its sections, a form of one of them, and what it changes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from storedesk.domain.values.folding import finds, folded
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Always, Jump
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import (
    GAP,
    PAGE_MARGIN,
    Card,
    PageHeader,
    boxed,
    column,
    hairline,
    row,
)
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.settings import rules
from storedesk.ui.settings.carriers import CarrierSection
from storedesk.ui.settings.logo import LogoSection
from storedesk.ui.settings.mails import MailSection
from storedesk.ui.settings.receipt import ReceiptSection
from storedesk.ui.settings.registers import RegisterSection
from storedesk.ui.settings.scale_codes import ScaleCodeSection
from storedesk.ui.settings.section import SettingsSection
from storedesk.ui.settings.section_list import SectionList
from storedesk.ui.settings.servers import ServerSection
from storedesk.ui.settings.store import StoreSection
from storedesk.ui.settings.taxes import TaxSection
from storedesk.ui.settings.tenders import TenderSection

FORM, PREVIEW = 380, 400
"""Pixels of the form at least, and of the preview beside it."""
WIDEST = 720
"""Pixels of a form at most: what is typed stays near its name."""


class SettingsView(View):
    """The sections, the form of the chosen one, and where there is room what belongs beside it."""

    watches = frozenset({
        "store_settings", "tax_classes", "tax_rates", "category_tax", "product_tax", "registers",
    })  # fmt: skip

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        made: list[SettingsSection] = [
            StoreSection(context),
            LogoSection(context),
            ReceiptSection(context),
            MailSection(context),
            rules.selling(context),
            TenderSection(context),
            ScaleCodeSection(context),
            rules.orders(context),
            CarrierSection(context),
            rules.stock(context),
            *([rules.backups(context)] if context.keeps_backups else []),
            *([ServerSection(context)] if context.is_shared else []),
            TaxSection(context),
            RegisterSection(context),
        ]
        self.sections = {section.key: section for section in made}
        self.list = SectionList([(one.key, one.title, one.icon) for one in made])
        self.list.chosen.connect(self.show_section)
        self.save_button = primary(tr("Save"), icon="save")
        self.discard_button = secondary(tr("Discard"), icon="undo-2")
        self.unsaved_words = Label(size=12, ink="accent", wrap=True)
        self._forms, self._beside = QStackedWidget(), QStackedWidget()
        for section in made:
            section.edited.connect(self.show_unsaved)
            self._forms.addWidget(section)
            section.said.connect(self.note.say)
            section.wanted.connect(self.start)
            self._beside.addWidget(section.beside())
        self._lay_out()
        self._register(context)
        self.show_section(made[0].key)

    @property
    def section(self) -> SettingsSection:
        """The chosen section."""
        return self.sections[self.list.current()]

    async def refresh(self) -> None:
        """Show every section as it is now, but over nothing that is being typed."""
        for section in self.sections.values():
            await section.refresh()

    def unsaved(self) -> str:
        """Return the section in which something is typed and not saved, or ""."""
        return next((one.title for one in self.sections.values() if one.unsaved()), "")

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here."""
        return False

    async def jumps(self, words: str, limit: int) -> list[Jump]:
        """Find sections and settings by their names."""
        found = []
        for section in self.sections.values():
            places: dict[str, Callable[[], object]] = {
                section.title: section.take_keyboard,
                **section.words(),
            }
            found += [
                Jump(name, section.title, partial(self._go, section.key, go), section.icon)
                for name, go in places.items() if finds(words, name)
            ]  # fmt: skip
        found.sort(key=lambda one: not folded(one.text).startswith(folded(words)))
        return found[:limit]

    def show_section(self, key: str) -> None:
        """Show one section."""
        self.list.choose(key)
        section = self.section
        self.card.title.setText(section.title)
        self._forms.setCurrentWidget(section)
        self._foot.setVisible(section.is_form)
        self.show_unsaved()
        self._fit()

    def show_unsaved(self) -> None:
        """Say what is typed and not saved, here and in the list of sections."""
        for key, section in self.sections.items():
            self.list.mark(key, is_unsaved=bool(section.unsaved()))
        names = self.section.unsaved()
        words = tr("Not saved yet: {settings}").format(settings=", ".join(names))
        self.unsaved_words.setText(words if names else "")

    async def save(self) -> None:
        """Save what is typed in the chosen section."""
        if said := await self.section.save():
            self.note.say(said)

    def discard(self) -> None:
        """Forget what is typed in the chosen section."""
        self.section.discard()
        self.section.take_keyboard()

    def go(self, by: int) -> None:
        """Show the section that stands so many further down; stops at both ends."""
        keys = list(self.sections)
        place = min(max(keys.index(self.section.key) + by, 0), len(keys) - 1)
        self.show_section(keys[place])
        self.section.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the preview is there where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def _go(self, key: str, go: Callable[[], object]) -> None:
        self.show_section(key)
        go()

    def _fit(self) -> None:
        needed = self.list.width() + px(FORM) + px(PREVIEW) + 2 * (PAGE_MARGIN + GAP)
        has_room = self.width() >= needed
        for section in self.sections.values():
            section.spread(has_room=has_room)
        self._beside.setCurrentWidget(self.section.beside())
        self._beside.setVisible(has_room)
        self.card.setMaximumWidth(px(WIDEST))

    def _lay_out(self) -> None:
        self.card = Card(" ", gap=12)
        self.card.add(self._forms, stretch=1)
        foot = row(self.unsaved_words, self.discard_button, self.save_button, gap=8)
        foot.setStretch(0, 1)
        self._foot = boxed(column(hairline(), foot))
        self.card.add(self._foot)
        self._beside.setFixedWidth(px(PREVIEW))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.list)
        line.addWidget(self.card, 1)
        line.addWidget(self._beside)
        line.addStretch(0)
        self.lay_out(boxed(line), header=PageHeader(tr("Settings")))

    def _register(self, context: PageContext) -> None:
        actions, is_dirty = context.actions, lambda: bool(self.section.unsaved())
        save = self._action("save", tr("Save"), lambda: self.start(self.save), "Ctrl+S", "save",
                            is_of_use=is_dirty)  # fmt: skip
        actions.bind(save, self.save_button, self)
        discard = self._action("discard", tr("Discard what was typed"), self.discard, "", "undo-2",
                               enabled=is_dirty)  # fmt: skip
        actions.bind(discard, self.discard_button, self)
        for name, words, key, by in (
            ("previous", tr("Section before"), "Alt+Up", -1),
            ("next", tr("Next section"), "Alt+Down", 1),
        ):
            actions.add(self._action(name, words, partial(self.go, by), key), self)

    def _action(
        self, name: str, text: str, run: Callable[[], Any], key: str, icon: str = "", **manner: Any
    ) -> Action:
        given = {"enabled": Always, "is_of_use": Always, **manner}
        return Action(
            name=f"settings.{name}", text=text, run=run, group=tr("Settings"),
            keys=(key,) if key else (), icon=icon, **given,
        )  # fmt: skip
