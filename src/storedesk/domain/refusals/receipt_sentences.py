"""List the sentences of what keeps a receipt from being sent by e-mail."""

OF_RECEIPTS = {
    "receipt_to_nobody": "There is no customer with an e-mail address in this sale. Type the"
    " address.",
    "receipt_not_due": "{number} is not paid, or was canceled, so it has no receipt to send.",
    "receipt_mail_waiting": "The receipt is on its way to {address} already.",
    "receipt_mails_many": "One person sends at most {most} receipts by e-mail in an hour. Print"
    " this one, or try again later.",
    "mail_on_its_way": "The e-mail is on its way already, and cannot be called off.",
}
