"""Show an e-mail of the store as it is with what is typed."""

from storedesk.documents.sample_mail import sample_email
from storedesk.domain.mail_texts import MailKind, MailText
from storedesk.translations import locale_of
from storedesk.ui.context import PageContext, speech_of
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.cards import Card
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.paper.printing import PrintPreview
from storedesk.ui.settings.preview import EMAIL, desk_of


class MailPreview(Card):
    """The subject, and under it the e-mail as it stands on a narrow screen."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("As it is sent"), gap=10)
        self._context = context
        self.subject = Label(weight=theme.DEMIBOLD, wrap=True, selectable=True)
        self.paper = PrintPreview()
        self.add(self.subject)
        self.add(desk_of(self.paper), stretch=1)

    def show_mail(self, kind: MailKind, text: MailText) -> None:
        """Show an e-mail of a kind, with what the store writes in it."""
        context, store = self._context, self._context.store
        paper = Format(locale_of(store.language, store.country), store.time_zone)
        speech = speech_of(paper, store)
        email = sample_email(kind, text, store, speech, context.format.instant())
        self.subject.setText(email.subject)
        self.paper.show_document(email.html, EMAIL)
