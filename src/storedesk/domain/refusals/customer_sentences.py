"""List the sentences about customers, their addresses and their accounts."""

OF_CUSTOMERS = {
    "address_not_found": "This address no longer exists. Choose another one.",
    "already_confirmed": "{name} has confirmed this e-mail address already.",
    "email_needs_manager": "An e-mail address is used to reset a password, so only a manager"
    " can change it.",
    "email_taken": "Another customer has this e-mail address already.",
    "email_unreadable": "This is not an e-mail address. Write it as name@example.com.",
    "key_not_valid": "This link was already used or is too old. Ask for a new one.",
    "letter_too_soon": "An e-mail was queued a moment ago. Try again in {seconds} seconds.",
    "method_not_found": "This way of paying no longer exists. Choose another one.",
    "no_address": "{name} has no e-mail address. Add one first.",
    "web_address_unreadable": "Write the web shop's address as https://shop.example.com.",
    "phone_unreadable": "This is not a telephone number. Type 3 to 15 digits, spaces and + ( )"
    " - / .",
    "no_web_address": "The web shop's address is not known, so no link can be sent."
    " An administrator sets it on the customers' page.",
}
"""By the codes that commands and forms refuse."""
