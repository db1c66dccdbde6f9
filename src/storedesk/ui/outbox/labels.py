"""Label e-mails in the language of the window."""

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
    """Return the label of an e-mail's type."""
    return {
        MailType.CONFIRMATION: tr("Order confirmation"),
        MailType.SHIPPED: tr("Order shipped"),
        MailType.CANCELLED: tr("Order canceled"),
        MailType.VERIFICATION: tr("Confirm address"),
        MailType.PASSWORD_RESET: tr("New password"),
    }[kind]


def status_label(status: MailStatus) -> str:
    """Return the label of an e-mail's status."""
    return {
        MailStatus.PENDING: tr("Waiting"),
        MailStatus.PROCESSING: tr("Sending"),
        MailStatus.SENT: tr("Sent", "e-mail"),
        MailStatus.FAILED: tr("Failed"),
        MailStatus.OVERTAKEN: tr("Not needed"),
    }[status]


def emptiness() -> Emptiness:
    """Return the texts of the empty outbox."""
    return Emptiness(
        (
            tr("There are no e-mails yet"),
            tr("E-mails are created when orders are paid, shipped or canceled."),
        ),
        {
            MailStatus.PENDING.value: (
                tr("No e-mails are waiting"),
                tr("New e-mails are listed here until they are sent."),
            ),
            MailStatus.SENT.value: (
                tr("No e-mails have been sent yet"),
                tr("E-mails that are not sent yet are listed under Waiting."),
            ),
            MailStatus.FAILED.value: (
                tr("No e-mails have failed"),
                tr("E-mails that could not be sent are listed here, with the reason."),
            ),
        },
    )


def status_cell(status: MailStatus) -> Cell:
    """Return a status as a chip."""
    return Cell(status_label(status), tone=TONES[status], is_usual=status is MailStatus.SENT)


def reason_label(error: str) -> str:
    """Return why an e-mail was not sent: a known reason in words, a server's answer as it is."""
    known = {
        "superseded": tr(
            "Not needed any more: its order was canceled, or a newer link was created."
        ),
        "held": tr("On hold until the order is shipped again."),
        "called_off": tr("Called off by whoever sent it."),
        "recalled": tr("Its shipment was recalled."),
        "expired": tr("Its link has expired."),
        "lost": tr("Sending was interrupted. The e-mail may have arrived."),
        "given_up": tr("Marked as failed: it had waited too long when e-mail was set up."),
        "unknown": tr("The mail server did not say why."),
    }
    return known.get(error, error)


def emails_label(count: int, form: Format) -> str:
    """Return the number of e-mails in words."""
    return plural("{count} e-mail", "{count} e-mails", count).format(count=form.count(count))


def subject_label(line: MailLine) -> str:
    """Return the order and the customer of an e-mail."""
    return " · ".join(part for part in (line.number, line.customer) if part)
