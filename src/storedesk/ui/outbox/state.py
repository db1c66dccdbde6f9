"""Show at the top of the outbox why nothing is sent."""

from collections.abc import Callable

from storedesk.domain.outbox import MailSettings
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.outbox.labels import reason_label


class EmailStateBanner(Banner):
    """Say that the store is a demo, has no mail server, or that the server refuses e-mails."""

    def __init__(self, set_up: Callable[[], object] | None) -> None:
        """Make the banner; `set_up` opens the dialog for an admin, None for all others."""
        super().__init__(Tone.WARN, closable=False)
        self.set_up = secondary(tr("Set up e-mail"), icon="settings")
        self._may_set_up = set_up is not None
        if set_up is not None:
            self.set_up.clicked.connect(set_up)
        self.add(self.set_up)

    def show_state(self, settings: MailSettings, trouble: str) -> None:
        """Show why nothing is sent, or hide; `trouble` is the last answer of the server."""
        self.set_up.setVisible(self._may_set_up and not settings.is_demo)
        if settings.is_demo:
            self.say(
                tr("This is a demo store. Its e-mails are kept, but never sent."),
                Tone.INFO,
            )
        elif not settings.is_set_up:
            self.say(
                tr(
                    "E-mails are kept, but not sent, because no mail server is set up. An admin"
                    " can set one up.",
                ),
                Tone.WARN,
            )
        elif trouble:
            words = tr("E-mails are waiting. {why}")
            self.say(words.format(why=reason_label(trouble)), Tone.BAD)
        else:
            self.hide()
