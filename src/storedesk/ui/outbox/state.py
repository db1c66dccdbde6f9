"""The line at the top of the outbox: why nothing is sent, and the way out of it."""

from collections.abc import Callable

from storedesk.domain.outbox import MailSettings
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.outbox.labels import reason_label


class EmailStateBanner(Banner):
    """Says that the store is a demo, has no mail server, or has one that takes nothing."""

    def __init__(self, set_up: Callable[[], object] | None) -> None:
        """Take what lets an admin say by which server mails are sent; None for all others."""
        super().__init__(Tone.WARN, closable=False)
        self.set_up = secondary(tr("Set up e-mail"), icon="settings")
        self._may_set_up = set_up is not None
        if set_up is not None:
            self.set_up.clicked.connect(set_up)
        self.add(self.set_up)

    def show_state(self, settings: MailSettings, trouble: str) -> None:
        """Say what is in the way, if anything is; `trouble` is what the server said last."""
        self.set_up.setVisible(self._may_set_up and not settings.is_demo)
        if settings.is_demo:
            self.say(
                tr("This is a demo store: its mails are kept, and never sent."),
                Tone.INFO,
            )
        elif not settings.is_set_up:
            self.say(
                tr(
                    "Mails are kept, not sent: nobody has said yet by which server they go.",
                ),
                Tone.WARN,
            )
        elif trouble:
            words = tr("Mails wait. {why}")
            self.say(words.format(why=reason_label(trouble)), Tone.BAD)
        else:
            self.hide()
