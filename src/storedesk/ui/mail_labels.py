"""Label the e-mails to customers, and the settings of what stands in them."""

from storedesk.domain.mail_texts import MailKind
from storedesk.ui.kit.base.language import tr


def mail_names() -> dict[MailKind, str]:
    """Return what the e-mails to customers are called, by their kind."""
    return {
        MailKind.RECEIPT: tr("Receipt of a sale"),
        MailKind.CONFIRMATION: tr("Order paid"),
        MailKind.SHIPPED: tr("Order shipped"),
        MailKind.CANCELED: tr("Order canceled"),
        MailKind.VERIFICATION: tr("Confirm the address"),
        MailKind.PASSWORD: tr("Choose a new password"),
    }


def mail_setting_names() -> dict[str, str]:
    """Return what the settings of e-mails are called, by their column."""
    names = mail_names().items()
    subjects = {
        kind.subject_column: tr("Subject of “{mail}”").format(mail=name) for kind, name in names
    }
    return subjects | {
        kind.text_column: tr("Words of “{mail}”").format(mail=name) for kind, name in names
    }
