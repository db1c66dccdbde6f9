"""The words of the outbox, in the language of the window."""

from storedesk.domain.outbox import MailLine, MailStatus, MailType
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone

TONES = {
    MailStatus.PENDING: Tone.INFO,
    MailStatus.PROCESSING: Tone.INFO,
    MailStatus.SENT: Tone.OK,
    MailStatus.FAILED: Tone.BAD,
    MailStatus.OVERTAKEN: Tone.MUTE,
}


def type_label(kind: MailType) -> str:
    """Return what a mail is called."""
    return {
        MailType.CONFIRMATION: tr("Order confirmation"),
        MailType.SHIPPED: tr("Order shipped"),
        MailType.CANCELLED: tr("Order cancelled"),
        MailType.VERIFICATION: tr("Confirm address"),
        MailType.PASSWORD_RESET: tr("New password"),
    }[kind]


def status_label(status: MailStatus) -> str:
    """Return how far a mail has come."""
    return {
        MailStatus.PENDING: tr("Waiting"),
        MailStatus.PROCESSING: tr("Sending"),
        MailStatus.SENT: tr("Sent"),
        MailStatus.FAILED: tr("Failed"),
        MailStatus.OVERTAKEN: tr("Not needed"),
    }[status]


def emptiness() -> Emptiness:
    """Return what the outbox says while nothing is in it."""
    return Emptiness(
        (
            tr("There are no e-mails yet"),
            tr("They come with orders, as they are paid, shipped or cancelled."),
        ),
        {
            MailStatus.PENDING.value: (
                tr("Nothing waits to be sent"),
                tr("What orders and customers cause stands here until it is sent."),
            ),
            MailStatus.SENT.value: (
                tr("Nothing was sent yet"),
                tr("What waits stands under Waiting, with the reason."),
            ),
            MailStatus.FAILED.value: (
                tr("Nothing has failed"),
                tr("What no server took would stand here, and why."),
            ),
        },
    )


def status_cell(status: MailStatus) -> Cell:
    """Return a status as a chip."""
    return Cell(status_label(status), tone=TONES[status])


def reason_label(error: str) -> str:
    """Say why a mail was not sent: the store's own reasons in words, a server's as it said them."""
    known = {
        "superseded": tr("Overtaken: its order was cancelled, or a newer link was made."),
        "held": tr("Held until its parcel is shipped again."),
        "recalled": tr("Its parcel did not leave."),
        "expired": tr("Its link is no longer good."),
        "lost": tr("Whoever was sending it stopped halfway. It may have arrived."),
        "given_up": tr("Given up: it had waited too long when e-mail was set up."),
        "unknown": tr("The mail server did not say why."),
    }
    return known.get(error, error)


def emails_label(count: int, form: Format) -> str:
    """Say how many mails a list has."""
    return plural("{count} mail", "{count} mails", count).format(count=form.count(count))


def subject_label(line: MailLine) -> str:
    """Name what a mail is about: the order and the customer."""
    return " · ".join(part for part in (line.number, line.customer) if part)
