"""List shorter sentences for refusals some of whose parameters are empty."""

BARE: dict[str, tuple[str, ...]] = {
    "setting_not_found": ("This version does not have this setting.",),
    "already_confirmed": ("This customer has confirmed the e-mail address already.",),
    "already_recalled": ("Somebody went on with this sale already.",),
    "signed_already": ("Somebody has signed this off already.",),
    "ca_file_unreadable": ("There is no such file.",),
    "code_of_deleted": (
        (
            "The code {code} belongs to a product that was deleted. Restore that one, or use"
            " another code."
        ),
        "This code belongs to a product that was deleted. Restore that one, or use another code.",
    ),
    "code_taken": (
        "The code {code} is in use already.",
        "This code is in use already.",
    ),
    "country_unknown": ("A country is two capital letters, such as US.",),
    "count_over": ("This count is over.",),
    "database_name": ("Name the store's database with up to 40 of a-z, 0-9 and _.",),
    "encoding_unknown": (
        (
            "There is no such encoding. Common ones are utf-8, cp1252, cp1250, cp1251, cp850,"
            " mac-roman, gbk and utf-16."
        ),
    ),
    "groups_kept": (
        "This login was put into a group by hand. The administrator of the server can take it out.",
    ),
    "import_empty": ("There is nothing in this file.",),
    "import_map_missing": ("Say which columns hold {fields}.", "Say what the columns hold."),
    "import_no_column": (
        "{file} has no column {column}.",
        "This file has no column {column}.",
        "This file does not have the column that was named.",
    ),
    "import_too_many_lines": (
        (
            "These files have {count:number} lines; at most {most:number} can be imported at a"
            " time. Import them one after the other."
        ),
    ),
    "import_too_many_products": (
        (
            "These files have {count:number} products; at most {most:number} can be imported at a"
            " time. Import them one after the other."
        ),
    ),
    "list_unreadable": ("This list cannot be read. Save it as CSV.",),
    "mail_line_bare": ("The password would be sent unprotected. Choose STARTTLS or TLS.",),
    "mail_server_away": (
        "No mail server answers at {host}, port {port}.",
        "The mail server does not answer: {said}",
        "The mail server does not answer.",
    ),
    "mail_server_certificate": (
        "The mail server at {host} does not prove that it is {host}.",
        "The mail server does not prove that it is the right one: {said}",
        "The mail server does not prove that it is the right one.",
    ),
    "mail_server_no_sign_in": (
        (
            "The mail server does not let anybody sign in. Leave the user empty, or choose"
            " STARTTLS or TLS."
        ),
    ),
    "mail_server_no_starttls": ("The mail server offers no STARTTLS, so nothing was sent.",),
    "mail_server_sender": (
        "The mail server does not let this store send as {sender}.",
        "The mail server does not take this store as a sender: {said}",
        "The mail server does not take this store as a sender.",
    ),
    "mail_unwritable": ("This e-mail cannot be written.",),
    "no_address": ("This customer has no e-mail address. Add one first.",),
    "no_printer": ("There is no printer on this computer.",),
    "order_number_unknown": ("There is no order of this number.",),
    "product_not_sold": (
        "{name} is no longer sold. Ask a manager.",
        "This is no longer sold. Ask a manager.",
    ),
    "reason_adds": (
        (
            "{name}: {reason} adds pieces, and here {count} would be gone. Choose another reason,"
            " such as {other}."
        ),
        "{reason} adds pieces. Choose another reason, such as {other}, or write {instead}.",
        "{name}: {reason} adds pieces, and here {count} would be gone. Choose another reason.",
        "{reason} adds pieces. Choose another reason, such as {other}.",
        "{reason} adds pieces. Choose another reason.",
        "This reason adds pieces, and here some would be gone. Choose another reason.",
    ),
    "reason_takes": (
        (
            "{name}: {reason} takes pieces away, and here {count} would be added. Choose another"
            " reason, such as {other}."
        ),
        "{reason} takes pieces away. Choose another reason, such as {other}, or write {instead}.",
        (
            "{name}: {reason} takes pieces away, and here {count} would be added. Choose another"
            " reason."
        ),
        "{reason} takes pieces away. Choose another reason, such as {other}.",
        "{reason} takes pieces away. Choose another reason.",
        "This reason takes pieces away, and here some would be added. Choose another reason.",
    ),
    "reference_used": (
        "The reference {reference} already paid another order.",
        "This reference already paid another order.",
    ),
    "register_busy": ("This till is busy with another sale. Park that one first.",),
    "register_has_sale": ("A sale is in progress at this till. Finish or park it first.",),
    "register_has_shift": ("A shift is open at this till. Close it first.",),
    "sale_elsewhere": ("This sale is at another till or parked. Recall it first.",),
    "scan_misread": (
        "Nothing has this code, and its check digit is wrong: it was misread. Scan it again.",
    ),
    "server_needs_root": ("Do this as root.",),
    "server_none_named": (
        "There is no server {label} on this computer.",
        "There is no server of this name on this computer.",
    ),
    "server_which": ("There are several servers on this computer. Choose with --cluster.",),
    "shift_already_open": ("Somebody has a shift open at this till already.",),
    "shift_of_others": (
        "You are not in this shift. One of its people, or a manager, can let you in.",
    ),
    "staff_not_found": ("No staff member has this login.",),
    "store_in_use": ("The store is in use. Close the other windows first.",),
    "tracking_misread": (
        (
            "The check digit of this number is wrong. Scan it again, or type it once more if the"
            " label says so."
        ),
    ),
    "tracking_used": (
        "This number is already on another shipment. Enter it again if both go in one package.",
    ),
    "unknown_currency": ("Write the currency as three capital letters, such as USD.",),
    "unknown_time_zone": ("There is no such time zone. Write it as Europe/Berlin.",),
    "variant_free": ("A variant would have a price of zero or less. Choose another price.",),
    "unknown_code": ("Nothing has this code. Look for it by its name, or ask a manager.",),
}
"""The alternatives of each code: the first whose own holes can all be filled is used."""
