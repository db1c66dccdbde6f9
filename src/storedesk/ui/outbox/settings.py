"""Show the mail server settings, to an admin who may not read e-mails."""

from storedesk import forms
from storedesk.domain.outbox import MailSettings, Security
from storedesk.domain.scans import unwrapped
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.banner import EmptyState
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.cards import Card, Facts, PageHeader, boxed, column
from storedesk.ui.outbox.setup import set_up_email
from storedesk.ui.outbox.state import EmailStateBanner


class EmailSettingsView(View):
    """Show how e-mails are sent, and open the dialog that changes it."""

    watches = frozenset({"store_settings"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.context = context
        self.state = EmailStateBanner(None)
        self.facts = Facts()
        self.card = Card(tr("How e-mails are sent"), gap=12)
        self.card.add(self.facts)
        self.card.setMaximumWidth(560)
        self.empty = EmptyState(
            tr("No mail server is set up"),
            tr("Press Ctrl+E to set one up. Waiting e-mails are kept until then."),
            icon="mail",
        )
        self.settings = primary(tr("Set up e-mail"), icon="settings")
        set_up = Action(
            name="outbox.set_up", text=tr("Set up e-mail"),
            run=lambda: self.start(self.set_up), group=tr("Outbox"), keys=("Ctrl+E",),
            icon="settings",
        )  # fmt: skip
        context.actions.bind(set_up, self.settings, self)
        header = PageHeader(tr("Outbox"), self.settings)
        self.lay_out(self.state, self.card, boxed(column(self.empty)), header=header)

    async def refresh(self) -> None:
        """Show how e-mails are sent."""
        settings = await self.desk.read(forms.mail_settings.settings)
        self.state.show_state(settings, "")
        self.settings.setEnabled(not settings.is_demo)
        self.card.setVisible(settings.is_set_up)
        self.empty.setVisible(not settings.is_set_up and not settings.is_demo)
        self.facts.show_facts(self._all_facts(settings))

    def scanned(self, raw: str) -> None:
        """Say that this page takes no scans."""
        code = unwrapped(raw)
        words = tr("Scanned {code}: there is nothing to scan on this page.")
        self.miss_scan(code, words.format(code=code))

    async def set_up(self) -> None:
        """Open the dialog that sets up e-mail."""
        await set_up_email(self, self.context)

    def _all_facts(self, settings: MailSettings) -> list[tuple[str, str]]:
        protection = {
            Security.STARTTLS: tr("STARTTLS"),
            Security.TLS: tr("TLS from the start"),
            Security.NONE: tr("None"),
        }[settings.security]
        facts = [
            (tr("Mail server"), f"{settings.host}:{settings.port}"),
            (tr("Encryption"), protection),
            (tr("User"), settings.user or tr("no sign-in")),
            (tr("Sender"), settings.sender),
        ]
        if settings.reply_to:
            facts.append((tr("Reply to"), settings.reply_to))
        return facts
