"""Show whether the store is in order: its rules, server, backups, e-mails, clock and versions."""

import asyncio
from contextlib import suppress

from PySide6.QtGui import QResizeEvent

from storedesk import api, queries
from storedesk.documents.support_figures import figures_text
from storedesk.domain.health import BrokenRule, Health
from storedesk.services import own_store
from storedesk.services.checking import Ticket, check_rules
from storedesk.services.own_store import OwnFigures
from storedesk.ui.context import PageContext
from storedesk.ui.health.backups_card import BackupsCard
from storedesk.ui.health.columns import CardColumns
from storedesk.ui.health.fact_card import FactCard
from storedesk.ui.health.lines import Way, wrong_count
from storedesk.ui.health.report import save_support_report
from storedesk.ui.health.rules_card import RulesCard
from storedesk.ui.health.saving import BackupMaking
from storedesk.ui.health.server_lines import holder_lines, server_lines
from storedesk.ui.health.store_lines import backup_lines, mail_lines, version_lines
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import primary, secondary
from storedesk.ui.kit.looks.cards import PageHeader, scrolling
from storedesk.ui.kit.looks.chips import Chip
from storedesk.ui.kit.looks.tokens import Tone


class HealthView(View):
    """The figures of the store, read anew each minute; the rules when somebody asks."""

    watches = frozenset({"email_queue"})
    read_again_ms = 60_000

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.health: Health | None = None
        self.own: OwnFigures | None = None
        self._ticket: Ticket | None = None
        self.rules = RulesCard(context.format)
        self.server = FactCard(tr("Database"))
        self.holders = FactCard(
            tr("Who keeps a change open"), nothing=tr("Nobody for longer than five seconds.")
        )
        self.backups = BackupsCard(context.format)
        self.saving = BackupMaking(context, self.backups)
        self.mails = FactCard(tr("Outbox")) if context.me.reads_mails else None
        self.versions = FactCard(tr("Clock and versions"))
        for card in self._cards():
            card.way_wanted.connect(self.go)
        self._lay_out()

    async def refresh(self) -> None:
        """Read the figures, and show them."""
        self.health = await self.desk.read(
            queries.health.health, with_mails=self.context.me.reads_mails
        )
        if self.context.workspace is not None:
            workspace = await self.context.workspace()
            self.own = await answered(lambda: own_store.own_figures(workspace))
        self.show_health()

    def show_health(self) -> None:
        """Show what was read last."""
        health, own, form = self.health, self.own, self.context.format
        if health is None:
            return
        figures, here = health.figures, form.instant()
        self.rules.show_health(health)
        self.server.show_lines(server_lines(figures, own.free_bytes if own else None, form))
        self.holders.show_lines(holder_lines(health, form))
        self.backups.show_lines(
            [*backup_lines(figures, own, here, form), *self.backups.listed(own)]
        )
        if not self.saving.is_running:
            self.backups.end(can_save=self.may_save())
        self.versions.show_lines(version_lines(figures, here, form))
        if self.mails and health.mails:
            sends = not self.context.store.is_demo
            lines = mail_lines(health.mails, figures.now, form, sends=sends)
            self.mails.show_lines(lines)
        self._show_sum()

    async def check(self) -> None:
        """Check every rule, and have it written down where this person may."""
        if self.health is None:
            await self.refresh()
        health = self.health
        if health is None:
            return
        ticket = self._ticket = Ticket()
        try:
            found = await self._found(health, ticket)
        finally:
            ticket.cancel()
            self._ticket = None
            self.rules.end()
        if found is None:
            self.note.say(tr("The check was canceled."), Tone.INFO)
            return
        if self.context.me.may("note_check"):
            broken = [one.rule.name for one in found]
            await self.desk.do(api.health.note_check, broken=broken)
        self.rules.show_found(found)
        await self.refresh()
        self.note.say(self._outcome(len(found)), Tone.WARN if found else Tone.OK)

    async def save_report(self) -> None:
        """Save one file for whoever helps from outside."""
        if self.context.workspace is None:
            return
        workspace = await self.context.workspace()
        await self.refresh()
        if self.health is None:
            return
        free = self.own.free_bytes if self.own else None
        here = self.context.format.instant()
        figures = figures_text(self.health, self.rules.found, here, free)
        path = await save_support_report(self, self.context, workspace, figures)
        if path:
            words = tr("Saved as {file}. It names no customer, no person and no password.")
            self.note.say(words.format(file=path.name), Tone.OK)

    def may_save(self) -> bool:
        """Tell whether a backup can be made here, by whoever is signed in."""
        is_own = self.own is not None and self.own.can_be_saved
        return is_own and self.context.me.may("note_backup")

    def may_ask_to_save(self) -> bool:
        """Tell whether a backup can be made, or, before the page was read, whether one may be."""
        if self.own or self.context.workspace is None:
            return self.may_save()
        return self.context.me.may("note_backup")

    async def save_store(self) -> None:
        """Back the store up into a folder."""
        if self.own is None:
            await self.refresh()
        if self.context.workspace is None or not self.may_save():
            return
        try:
            said = await self.saving.make(await self.context.workspace())
        finally:
            self.backups.end(can_save=self.may_save())
        if said:
            self.note.say(said)
            await self.refresh()

    def cancel_check(self) -> None:
        """Stop the check that runs; the database drops the rule that it is at."""
        if self._ticket:
            self._ticket.cancel()

    def go(self, way: Way) -> None:
        """Show the page on which something can be mended."""
        if way.tab:
            self.context.navigate(way.page, tab=way.tab)
        else:
            self.context.navigate(way.page, way.record)

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: as many columns as there is room for."""
        super().resizeEvent(event)
        self.columns.fit(self.width())

    def stop(self) -> None:
        """End all that would read the page once more."""
        self.cancel_check()
        self.saving.cancel()
        super().stop()

    async def _found(self, health: Health, ticket: Ticket) -> list[BrokenRule] | None:
        """Return the rules that do not hold; None where the check was canceled."""
        loop, rules, dsn = asyncio.get_running_loop(), health.figures.rules, self.desk.database.dsn

        def report(done: int) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody looks any more
                loop.call_soon_threadsafe(self._show_far, ticket, done, len(rules))

        self._show_far(ticket, 0, len(rules))
        found = await answered(lambda: check_rules(dsn, rules, report, ticket))
        return None if ticket.is_cancelled else found

    def _show_far(self, ticket: Ticket, done: int, of: int) -> None:
        if ticket is self._ticket:
            self.rules.show_far(done, of)

    def _outcome(self, broken: int) -> str:
        if not broken:
            return tr("Every rule holds.")
        words = plural("{count} rule does not hold.", "{count} rules do not hold.", broken)
        return words.format(count=self.context.format.count(broken))

    def _show_sum(self) -> None:
        wrong = sum(wrong_count(card.shown) for card in self._cards())
        words = plural("{count} thing needs a look", "{count} things need a look", wrong)
        if wrong:
            self.sum.show_text(words.format(count=self.context.format.count(wrong)), Tone.WARN)
        else:
            self.sum.show_text(tr("All is in order"), Tone.OK)
        self.sum.show()

    def _cards(self) -> list[FactCard]:
        cards = [self.rules, self.server, self.holders, self.backups, self.versions]
        return [*cards, self.mails] if self.mails else cards

    def _lay_out(self) -> None:
        title = tr("Health")
        self.sum = Chip(" ", Tone.MUTE)
        self.sum.hide()
        self.check_button = primary(tr("Check every rule"), icon="shield-check")
        self.report_button = secondary(tr("Report for support"), icon="file-text")
        self._bind(title)
        self.backups.running.cancel.clicked.connect(self.saving.cancel)
        right = [self.backups, *([self.mails] if self.mails else []), self.versions]
        self.columns = CardColumns([[self.rules], [self.server, self.holders], right])
        header = PageHeader(title, self.report_button, self.check_button, remark=self.sum)
        self.lay_out(scrolling(self.columns), header=header)

    def _bind(self, title: str) -> None:
        for action, button in (
            (
                Action(
                    name="health.check", text=tr("Check every rule"),
                    run=lambda: self.start(self.check), keys=("Ctrl+Return", "Ctrl+Enter"),
                    group=title, icon="shield-check",
                ),
                self.check_button,
            ),
            (
                Action(
                    name="health.cancel", text=tr("Cancel the check"), run=self.cancel_check,
                    group=title, keys=("Esc",), enabled=lambda: self._ticket is not None,
                ),
                self.rules.cancel,
            ),
            (
                Action(
                    name="health.report", text=tr("Save a report for support"), keys=("Ctrl+S",),
                    run=lambda: self.start(self.save_report), group=title, icon="file-text",
                    enabled=lambda: self.context.workspace is not None,
                ),
                self.report_button,
            ),
            (
                Action(
                    name="health.save", text=tr("Back up now"), keys=("Ctrl+B",),
                    run=lambda: self.start(self.save_store), group=title, icon="save",
                    enabled=self.may_ask_to_save,
                ),
                self.backups.save,
            ),
        ):  # fmt: skip
            self.context.actions.bind(action, button, self)
