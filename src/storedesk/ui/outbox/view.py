"""Show the outbox: e-mails that wait, were sent or failed, and why."""

from collections.abc import Callable
from functools import partial
from typing import Any

from storedesk import api, forms, queries
from storedesk.domain.bounds import Bound
from storedesk.domain.outbox import MailLine, MailStatus
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Group
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action, Actions
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.kit.lists.list_page import ListPage
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import PageHeader, splitter
from storedesk.ui.kit.looks.filter_bar import FilterBar
from storedesk.ui.outbox.columns import columns
from storedesk.ui.outbox.detail import EmailDetail
from storedesk.ui.outbox.labels import emails_label, emptiness, status_label, subject_label
from storedesk.ui.outbox.setup import set_up_email
from storedesk.ui.outbox.state import EmailStateBanner

ALL = "all"
STATES = (MailStatus.PENDING, MailStatus.SENT, MailStatus.FAILED)


class OutboxView(ListPage[MailLine]):
    """List e-mails, retry or resend them, and go to their order or customer.

    Recipient, subject and error are shown to managers: others see types, states and times.
    """

    watches = frozenset({"email_queue", "store_settings"})
    row_menu = ("outbox.open", None, "outbox.retry", "outbox.resend")

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.is_manager = context.me.may("retry_mails")
        self._may_set_up = Group.ADMIN in context.me.groups
        self.state = EmailStateBanner(self._set_up if self._may_set_up else None)
        self.detail = EmailDetail(context.format, is_manager=self.is_manager)
        self.detail.retry_wanted.connect(lambda: self.start(self.retry))
        self.detail.resend_wanted.connect(lambda: self.start(self.resend))
        self.detail.visit_wanted.connect(self.visit)
        self._lay_out(context.actions)
        self.table.opened.connect(lambda _: self.visit())

    def narrowed(self) -> dict[str, Any]:
        """Return the filters of the list."""
        tab = self.tabs.current()
        return {
            "search": self.search.wanted(),
            "status": None if tab == ALL else tab,
            "is_whole": self.is_manager,
        }

    def widest(self) -> dict[str, Any]:
        """Return filters that leave nothing out."""
        return {"status": None, "is_whole": self.is_manager}

    def placed(self, record: MailLine) -> str:
        """Return the order and customer of an e-mail with its status."""
        return f"{subject_label(record)} ({status_label(record.status)})"

    def counted(self, count: int) -> str:
        """Return the number of e-mails in words."""
        return emails_label(count, self.context.format)

    def opens(self) -> str:
        """Return what Enter does with the chosen e-mail."""
        return tr("Open the order or customer")

    async def refresh(self) -> None:
        """Show the matching e-mails, the counts of each status, and why nothing is sent."""
        settings, trouble, counts = await self.desk.read(
            forms.mail_settings.outbox, with_trouble=self.is_manager
        )
        self.state.show_state(settings, trouble)
        self.settings.setVisible(self._may_set_up and settings.is_set_up and not settings.is_demo)
        for status in STATES:
            self.tabs.show_count(status.value, self.context.format.count(counts.get(status, 0)))
        self.try_all.setEnabled(bool(counts.get(MailStatus.FAILED)))
        await super().refresh()

    async def show_chosen(self) -> None:
        """Show the chosen e-mail beside the list."""
        self.detail.show_email(self.table.chosen_or_none())

    async def retry(self) -> None:
        """Retry the chosen e-mail."""
        line = self.table.chosen()
        await self.desk.do(api.outbox.retry_mails, [line.id])
        self.note.say(tr("The e-mail will be tried again."))
        self.reload()

    async def retry_all(self) -> None:
        """Retry all failed e-mails, as many as one command takes."""
        most = self.context.me.most(Bound.EMAILS)
        failed = await self.desk.read(queries.email_lists.failed_ids, limit=most)
        if not failed:
            raise Refused("mail_not_failed")
        tried = await self.desk.do(api.outbox.retry_mails, failed)
        words = tr("{emails} will be tried again.")
        self.note.say(words.format(emails=emails_label(tried, self.context.format)))
        self.reload()

    async def resend(self) -> None:
        """Send the chosen e-mail again."""
        line = self.table.chosen()
        key = await self.desk.do(api.outbox.resend_mail, line.id)
        self.note.say(tr("The e-mail is sent again."))
        self.show_record(key)

    def visit(self) -> None:
        """Go to the order or customer of the chosen e-mail."""
        line = self.table.chosen_or_none()
        if line:
            self.context.navigate("orders" if line.number else "customers", line.reference_id)

    async def set_up(self) -> None:
        """Open the dialog that sets up e-mail."""
        await set_up_email(self, self.context)

    def _set_up(self) -> None:
        self.start(self.set_up)

    def _list(self) -> ListSpec[MailLine]:
        return ListSpec(
            id="outbox",
            name=tr("E-mails"),
            hint=tr("Search e-mails"),
            tabs=[*((status.value, status_label(status)) for status in STATES), (ALL, tr("All"))],
            tabs_name=tr("Which e-mails"),
            columns=columns(self.context.format, is_manager=self.is_manager),
            sort=Sort("created", descending=True),
            keys=queries.email_lists.mail_keys,
            first=queries.email_lists.first_mails,
            records=partial(queries.email_lists.mail_lines, is_whole=self.is_manager),
            empty=emptiness(),
        )

    def _lay_out(self, actions: Actions) -> None:
        self.unchosen = self.detail.empty
        card = self.list_up(self._list(), self.context.habits)
        self.tabs.choose(ALL)
        self.try_all = secondary(tr("Retry all failed"), icon="refresh-cw")
        self.settings = secondary(tr("Set up e-mail"), icon="settings")
        for button, is_offered in (
            (self.try_all, self.is_manager), (self.settings, self._may_set_up),
        ):  # fmt: skip
            if not is_offered:  # showing one here would flash a window of its own
                button.hide()
        title = tr("Outbox")
        export = self.export_button(actions, self.context.format, name="outbox.export", title=title)
        self._register(actions)
        self.lay_out(
            self.state,
            FilterBar(self.tabs, self.count, self.search),
            splitter(card, self.detail, right_width=400),
            header=PageHeader(title, export, self.settings, self.try_all),
        )

    def _register(self, actions: Actions) -> None:
        self.search_action(actions, name="outbox.search", group=tr("Outbox"))
        is_any = self._is_chosen()
        words = tr("Open the order or customer")
        actions.add(
            self._action("open", words, self.visit, "Ctrl+O", "external-link", is_any), self
        )
        if self._may_set_up:
            words = tr("Set up e-mail")
            set_up = self._action("set_up", words, self._set_up, "Ctrl+E", "settings")
            actions.bind(set_up, self.settings, self)
        if self.is_manager:
            self._register_commands(actions)

    def _register_commands(self, actions: Actions) -> None:
        start, failed, sent = self.start, MailStatus.FAILED, MailStatus.SENT
        commands = (
            self._action(
                "retry", tr("Try the e-mail again"), lambda: start(self.retry),
                "Ctrl+R", "refresh-cw", self._is_chosen(failed),
            ),
            self._action(
                "resend", tr("Send the e-mail again"), lambda: start(self.resend),
                "Ctrl+Shift+R", "send", self._is_chosen(sent),
            ),
        )  # fmt: skip
        for command in commands:
            actions.add(command, self)
        words = tr("Retry all failed e-mails")
        every = self._action(
            "retry_all", words, lambda: start(self.retry_all), "Ctrl+Alt+R", "refresh-cw",
            self.try_all.isEnabled,
        )  # fmt: skip
        actions.bind(every, self.try_all, self)

    def _action(  # noqa: PLR0913, PLR0917 - what an action is made from
        self,
        name: str,
        text: str,
        run: Callable[[], object],
        key: str,
        icon: str,
        enabled: Callable[[], bool] = lambda: True,
    ) -> Action:
        return Action(
            name=f"outbox.{name}", text=text, run=run, group=tr("Outbox"), keys=(key,),
            icon=icon, enabled=enabled,
        )  # fmt: skip

    def _is_chosen(self, *states: MailStatus) -> Callable[[], bool]:
        """Return a check whether an e-mail in one of these states is chosen."""

        def is_chosen() -> bool:
            line = self.table.chosen_or_none()
            return line is not None and (not states or line.status in states)

        return is_chosen
