"""The section of the logo on receipts, reports and packing slips, beside papers with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from storedesk import api, queries
from storedesk.domain.logo import StoreLogo
from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.domain.store_form import SettingChange
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.qt_classes import beside
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.dialogs.dialog import choose_file
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.picture_sources import content_of
from storedesk.ui.settings.changes import ShownChange
from storedesk.ui.settings.logo_box import LogoBox
from storedesk.ui.settings.preview import RECEIPT_KIND, SLIP_KIND, StorePreview
from storedesk.ui.settings.section import SettingsSection


class LogoSection(SettingsSection):
    """A picture that is chosen, dropped or pasted, seen on papers, and then saved."""

    is_form = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "logo", tr("Logo"), "image")
        self.base: StoreLogo | None = None
        """The logo that was read, over which is saved."""
        self.logo: StoreLogo | None = None
        """The one that is shown."""
        self.preview: StorePreview = StorePreview(context, (RECEIPT_KIND, SLIP_KIND))
        self.box = LogoBox()
        self.problem = Banner(Tone.BAD)
        self.choose = self.button(tr("Choose a picture"), "image", self.ask_file)
        self.remove = secondary(tr("Remove"), icon="trash-2")
        self.remove.clicked.connect(self.take_off)
        self.box.choosing.connect(lambda: self.wanted.emit(self.ask_file))
        self.box.removing.connect(self.take_off)
        self.box.source_given.connect(lambda source: self.wanted.emit(partial(self.take, source)))
        self.stack(
            muted(
                tr("It stands above the name of the store on receipts, X and Z reports and packing"
                   " slips. Printers of receipts print black and white alone: the preview shows"
                   " what becomes of it."), wrap=True
            ),
            self.box,
            self.problem,
            row(self.choose, self.remove, None, gap=8),
            muted(tr("PNG, JPEG or WebP, at most 5 MB. White around it is cut off."), wrap=True),
        )  # fmt: skip
        self._show()

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be found here."""
        return {tr("Logo on receipts"): self.take_keyboard}

    def unsaved(self) -> list[str]:
        """Return the logo's name where another one is shown than was read."""
        return [] if self.logo == self.base else [tr("Logo")]

    async def refresh(self) -> None:
        """Show the logo as it is now, but over none that waits to be saved."""
        await self._read(is_over=not self.unsaved())

    async def save(self) -> str:
        """Save the logo that is shown. Conflict: changed_meanwhile, and the next one is saved."""
        if not self.unsaved():
            return tr("There is nothing to save.")
        seen = self.base.sha256 if self.base else None
        page, strip = (self.logo.page, self.logo.strip) if self.logo else (None, None)
        try:
            await self.context.desk.do(api.store.set_logo, seen=seen, page=page, strip=strip)
        except Conflict:
            await self._read(is_over=False)
            raise
        await self._read(is_over=True)
        return tr("{section} is saved.").format(section=self.title)

    def discard(self) -> None:
        """Show the logo that was read again."""
        self.logo = self.base
        self._show()

    def take_keyboard(self) -> None:
        """Give the keyboard to the logo."""
        go_to(self.box)

    async def ask_file(self) -> None:
        """Let a person choose a file."""
        kinds = [tr("Pictures (*.png *.jpg *.jpeg *.webp)")]
        path = await choose_file(self, tr("Choose a picture"), filters=kinds)
        if path is not None:
            await self.take(path)

    async def take(self, source: object) -> None:
        """Show a file (Path) or a picture (QImage) as the logo, or why it cannot be one."""
        self.problem.hide()
        try:
            self.logo = await beside(lambda: _logo_of(source))
        except Refused as refusal:
            self.problem.say(refusal.sentence(spoken))
        self._show()

    def take_off(self) -> None:
        """Show papers without a logo."""
        self.logo = None
        self._show()

    async def _read(self, *, is_over: bool) -> None:
        self.base, changes = await self.context.desk.read(queries.settings_page.logo)
        if is_over:
            self.logo = self.base
        self.changes.show_changes(map(_shown, changes))
        self._show()

    def _show(self) -> None:
        self.box.show_png(self.logo.page if self.logo else None)
        self.remove.setEnabled(self.logo is not None)
        self.preview.show_store(replace(self.context.store, logo=self.logo))
        self.edited.emit()


def _logo_of(source: object) -> StoreLogo:
    from storedesk.adapters.files import logos  # noqa: PLC0415 - its library is rarely needed

    return logos.logo_of(content_of(source))


def _shown(change: SettingChange) -> ShownChange:
    """Put a change into words: pictures have no names."""
    old = tr("a picture") if change.old else ""
    new = "" if not change.new else tr("another picture") if old else tr("a picture")
    return ShownChange(change.when, change.who, tr("Logo"), old, new)
