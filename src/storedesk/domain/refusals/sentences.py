"""List the sentences of refusals by noun: `errors.SENTENCES` includes them."""

OF_PROFILES = {
    "profile_is_file": "{folder} is a file, and a profile is a folder. Give another one with"
    " --profile.",
    "profile_unwritable": "{folder} cannot be written: {why}. StoreDesk keeps its settings"
    " there: correct that, or give another folder with --profile.",
    "settings_unreadable": "{file} cannot be read: {why}. Correct that, then start StoreDesk"
    " again.",
    "settings_set_aside": "The settings of this computer could not be read and are kept as"
    " {file}. Choose again what you are asked here.",
    "demo_logins_set_aside": "The demo's logins could not be read. They are kept as {file}."
    " Choose “Use another store”, then the demo store: it is made again, with new logins.",
    "keeper_silent": "The password store of this computer does not answer. Type the password.",
    "link_not_opened": "No browser could be started here. The address is {address}",
    "system_refuses": "The computer refused this: {what}.",
    "window_silent": "StoreDesk is open with this profile already, and does not answer. Close it"
    " first (process {process}), or give another folder with --profile.",
}
"""About the profile folder."""

OF_BACKUPS = {
    "backup_passphrase": "This passphrase does not open {file}. Type it again.",
    "passphrase_missing": "{file} is encrypted: the passphrase with which it was made is needed.",
    "passphrase_short": "A passphrase has at least {least} letters.",
    "restore_canceled": "The restoring was canceled. Nothing is left of it, and the backup is as it"
    " was.",
    "no_backup_there": "There is no backup of StoreDesk in {folder}. Choose the folder that has it,"
    " or the file itself.",
    "folder_missing": "There is no folder {folder}. Choose another one, or plug the disk in.",
    "folder_not_whole": "Write the folder in full, such as /media/stick/backups.",
    "backup_canceled": "The backup was canceled, and nothing is left of it.",
    "rule_not_found": "StoreDesk was upgraded meanwhile. Check the rules again.",
    "backup_damaged": "{file} is damaged: it is not what was saved. Use another backup.",
    "backup_differs": "The backup was restored as a test, and {table} differs, so it was not"
    " kept. Back up again.",
    "backup_failed": "There is no new backup: {what}.",
    "backup_foreign": "{file} is no backup of a StoreDesk store.",
    "backup_incomplete": "{file} is missing. A backup is three files next to each other: the"
    " .dump, the .sha256 and the .roles.sql.",
    "backup_login_mighty": "{login} is a superuser of this server, and somebody else in the backup."
    " Nothing was restored. Restore it on another server.",
    "backup_logins_known": "These logins are on this server already, with other passwords:"
    " {logins}. Nothing was restored. Say with --logins whose passwords count: keep those of this"
    " server, or replace them by those of the backup.",
    "backup_other_name": "This is a backup of the store {name}, and is restored under that"
    " name. Give it in --dsn.",
    "backup_store_exists": "There is a store in {name} already. Nothing was overwritten.",
    "backup_too_new": "{file} was made by a newer PostgreSQL than the one here. Nothing was"
    " restored. Install that version, or a later one.",
    "backup_unreadable": "{file} cannot be read: {why}.",
    "backup_unvouched": "{file} holds no checksums, so it cannot be checked whether the backup"
    " is complete. Use another backup.",
    "clients_missing": "The programs of PostgreSQL {major} are not on this computer. Install them:"
    " on Debian, apt-get install postgresql-client-{major}.",
    "restore_failed": "Nothing was restored: {what}.",
}
"""About backups and restoring."""

OF_ORDERS = {
    "address_fixed": "Order {number} is {was:state}: its address can no longer be changed.",
    "address_incomplete": "An address needs a name, street, town, postal code and country.",
    "address_too_long": "A line of the address is too long: at most {most} characters.",
    "already_ordered": "This order was already placed: it is {number}.",
    "already_returned": "This return was already completed.",
    "basket_differs": "The basket does not add up: {differs} is {found}, not {wanted}.",
    "setting_not_found": "This version has no setting {setting}.",
    "country_unknown": "A country is two capital letters, such as US, not {country}.",
    "customer_needed": "No customer is chosen. Choose whom this order is for.",
    "customer_twin": "This customer may already exist. Choose them below, or save again to add"
    " a new one.",
    "line_twice": "{name} appears twice in this return. Put it into one line.",
    "list_unreadable": "{file} cannot be read as a list. Save it as CSV.",
    "deposit_too_large": "Only {open:money} is open. A deposit is less than that; take the rest"
    " instead.",
    "order_beside_sale": "Pay or park the sale on the counter first, then take the order.",
    "order_left": "Order {number} is {was:state}: nothing of it is paid or collected any more.",
    "order_has_deposit": "A deposit was paid for order {number}: only StoreDesk takes the rest or"
    " cancels it.",
    "not_returnable": "Order {number} is {was:state}: only what was shipped or handed over can be"
    " returned.",
    "nothing_changed": "Nothing was changed.",
    "order_empty": "Nothing is ordered yet. Type a name, or scan a product.",
    "order_number_unknown": "There is no order {number}.",
    "order_short": "There is not enough of everything. See the lines that say so.",
    "paid_already": "Order {number} is already paid: take no money for it.",
    "payment_needs_shift": "Take this payment at a till with an open shift, or have a manager"
    " take it.",
    "reach_needed": "There is no way to reach the customer. Add an e-mail address or a"
    " telephone number.",
    "reference_needed": "Type the reference that the terminal or PayPal gave: at least five letters"
    " or digits, and not the last four of the card.",
    "reference_twice": "The reference {reference} appears here twice.",
    "reference_used": "The reference {reference} already paid order {number}.",
    "refund_too_large": "Only {left:money} can be refunded: no more was paid.",
    "return_damaged": "Refunding more than {most:money} a day for pieces that do not go back to"
    " the shelf needs a manager.",
    "return_day": "Refunding more than {most:money} a day needs a manager; {today:money} was"
    " refunded today.",
    "return_empty": "Nothing is chosen. Choose what comes back.",
    "return_large": "Refunding more than {most:money} at once needs a manager.",
    "return_late": "The {days} days for returns are over, so this needs a manager.",
    "return_of_shipping": "Refunding the shipping needs a manager.",
    "return_too_many": "Of {name}, only {left} can still come back.",
    "returned_whole": "All of order {number} has come back already.",
    "receipt_unknown": "No sale has {typed}. Type its number, the customer or an article.",
    "not_on_receipt": "{code} is not on this receipt. Take back what stands on it.",
    "return_without_shift": "Outside an open shift of yours, a return needs a manager.",
    "recall_twice": "Order {number} already waits to be shipped again.",
    "recall_fixed": "Order {number} is {was:state}: only a shipped order can be recalled.",
    "recall_late": "Order {number} was shipped on an earlier day, or its customer was already"
    " notified. Take it back as a return.",
    "recalled_to_shelf": "Order {number} was not shipped, so all of it goes back to the shelf.",
    "shipment_recalled": "Order {number} was not shipped. Ship it first.",
    "tracking_misread": "The check digit of this {carrier} number is wrong. Scan it again, or"
    " type it once more if the label says so.",
    "tracking_used": "{tracking} is already on the shipment of order {number}. Enter it again"
    " if both go in one package.",
    "tracking_fixed": "Order {number} is {was:state}: its tracking number can no longer be"
    " changed.",
}
"""About orders, shipments and returns."""

OF_MAIL = {
    "bad_outcome": "An e-mail is sent, delayed, failed or unsent.",
    "mail_demo": "This is a demo store. Its e-mails are kept and never sent.",
    "mail_line_bare": "The password would be sent unprotected to {host}. Choose STARTTLS or TLS.",
    "mail_not_failed": "Only an e-mail that failed and is still needed can be tried again.",
    "mail_not_found": "This e-mail does not exist.",
    "mail_not_sent": "Only an e-mail that was sent can be sent again.",
    "mail_not_set_up": "No mail server is set up yet. Set it up in Outbox, Set up e-mail.",
    "mail_nowhere": "This customer no longer has an e-mail address.",
    "mail_overtaken": "This e-mail is out of date: its order or its link is no longer valid.",
    "mail_refused": "The recipient's mail server refused the e-mail: {said}",
    "mail_address_not_taken": "The mail server cannot send to {address}: it accepts plain ASCII"
    " addresses only. Ask the customer for another one.",
    "mail_delayed": "The mail server did not accept the e-mail this time: {said}",
    "mail_server_away": "No mail server answers at {host}, port {port}: {said}",
    "mail_server_busy": "The mail server accepts no e-mail at the moment: {said}",
    "mail_server_certificate": "The mail server at {host} does not prove that it is {host}: {said}",
    "mail_server_no_sign_in": "The mail server at {host} does not let anybody sign in. Leave"
    " the user empty, or choose STARTTLS or TLS.",
    "mail_server_no_starttls": "The mail server at {host} offers no STARTTLS, so nothing was sent.",
    "mail_server_not_smtp": "What answers at {host}, port {port} is not a mail server, or needs"
    " another kind of protection.",
    "mail_server_password": "The mail server does not accept this user and password: {said}",
    "mail_server_sender": "The mail server does not let this store send as {sender}: {said}",
    "mail_unwritable": "This e-mail cannot be written: {what} is not what it should be.",
    "smtp_password_missing": "The password of the mail server is not known on this computer: set"
    " STOREDESK_SMTP_PASSWORD, or type it in Outbox, Set up e-mail.",
}

OF_STOCK = {
    "already_stocked": "{count} of these products do not exist or already have stock.",
    "count_beyond": "Only a manager can post a count that differs by more than {pieces} pieces"
    " of a product, or by more than {amount:money} in all.",
    "count_empty": "Nothing is counted yet.",
    "count_lines_refused": "{count} of these products cannot be posted as counted: {names}.",
    "count_not_found": "This count does not exist.",
    "count_over": "The count {name} is over: it was {status:state}.",
    "found_of_day": "Selling more than {most} pieces a day past the shelf counts needs a manager.",
    "found_of_product": "Selling more than {most} pieces of {name} a day past its shelf count"
    " needs a manager.",
    "ledger_differs": "The stock of a product is not what its ledger says: {differs} differs.",
    "lists_differ": "Each product needs exactly one number.",
    "movement_not_found": "This movement does not exist.",
    "not_enough_of": "{name}: only {available} can be taken, {reserved} are reserved.",
    "not_enough_stock": "Only {available} can be taken: {reserved} are reserved.",
    "nothing_to_move": "Nothing would change. Type how many pieces to add or take away.",
    "nothing_to_undo": "There is nothing to undo here.",
    "reason_adds": "{name}: {reason} adds pieces, and here {count} would be gone. Choose another"
    " reason, such as {other}, or write {instead}.",
    "reason_takes": "{name}: {reason} takes pieces away, and here {count} would be added. Choose"
    " another reason, such as {other}, or write {instead}.",
    "still_reserved": "{name} cannot be deleted: {reserved} pieces are reserved for orders.",
    "stock_import_over": "This import of stock has ended. Start it again to see what is left.",
    "stock_import_unfinished": "{count:number} products of this import are still to be set.",
    "stock_moved": "{name}: {now} are on hand now, not {seen}. Check again.",
    "undo_not_by_hand": "{name}: only changes that were made by hand can be undone.",
    "undone_before": "{name}: this was already undone.",
    "undone_too_late": "{name}: the stock was counted or set since, so this can no longer be"
    " undone.",
}

OF_SERVERS = {
    "replica_unreadable": "Write the replica as host or host:port, such as"
    " replica.example.com:5432.",
    "replica_behind": "This server does not have all changes of the store's server. It may be"
    " behind, or be no replica of it.",
    "replica_of_another": "This server is no replica of the store's server: it has another store.",
    # said by the store's own server
    "server_data_broken": "The store's data in {folder} is damaged: {what} cannot be read. Leave it"
    " as it is, and restore a backup in another profile folder.",
    "server_in_the_way": "A server of another store is in the way. Restart the computer.",
    "server_in_use": "Other windows still use this store. Close them first.",
    "server_missing": "PostgreSQL is not on this computer. Install storedesk[embedded].",
    "server_needs_plain_account": "PostgreSQL does not run as an administrator. Start StoreDesk"
    " from an ordinary account.",
    "server_no_account": "There is no account on this computer that the server could run as.",
    "server_no_folder": "{folder} cannot be created or written. Choose another folder.",
    "server_no_keyring": "This computer has no password store, so the server cannot be protected.",
    "server_not_safe": "The server's settings put the store's data at risk: {what} is off. Turn"
    " it on.",
    "server_not_starting": "The store's server does not start: {what}. See {log}.",
    "server_not_stopping": "The store's server does not stop. See {log}.",
    "server_other_data": "The data in {folder} was made by another version of PostgreSQL.",
    "server_other_version": "The store's data was made by PostgreSQL {made}; this is {here}."
    " Install PostgreSQL {made} and start StoreDesk once more: it moves the data. Or restore a"
    " backup in a new profile folder.",
    "server_out_of_reach": "The server's account cannot reach PostgreSQL in {folder}.",
    "server_trusts": "{file} lets people in without a password (trust). Remove that line.",
    "server_wrong_mode": "Others on this computer can open {folder}. Make it private (mode 0700).",
    "server_wrong_owner": "{folder} belongs to another account of this computer. Use that one.",
    # said of the clock of the store's server
    "clock_behind": "The store's clock says {now}, but order {number} is of {at}. Set the clock"
    " before you sell: receipts and order numbers carry its date.",
    "clock_here_differs": "The store's clock says {now}, and this computer's {here}. One of them is"
    " wrong: set it before you sell.",
    "clock_jumped": "The store's clock says {now}, and was last seen at {before}. If that is"
    " wrong, set it before you sell: receipts and order numbers carry its date.",
    "clock_doubted": "Nothing was cleared and no order was canceled: the store's clock has"
    " jumped. It is trusted again after three days without a jump.",
    # said where a store is put on a server
    "move_failed": "Nothing was moved, and the store is where it was: {what}.",
    "server_choices_broken": "The options of a store of this server are kept in {file}, which"
    " cannot be read. Restore that file from a backup, or delete it and give every option"
    " again.",
    "server_authority_broken": "The certificates in {folder} are incomplete. Restore them from"
    " a backup, or move the folder away to make new ones: then every till has to join again.",
    "server_host_missing": "The name or address at which the tills reach this server is"
    " missing. Give --host.",
    "server_listen_elsewhere": "{address} is not an address of this computer. Give one that it"
    " has.",
    "server_listen_wrong": "{address} is not an address. Give --listen an address of this"
    " computer, such as 192.168.1.5, or * for all.",
    "pooler_parameter": "A connection pooler in front of the server refuses StoreDesk's"
    " settings. Let it ignore them: ignore_startup_parameters = options.",
    "pooler_transactions": "A connection pooler in front of the server changes the connection"
    " with each transaction, so notices of changes would be lost. Set its pool_mode = session.",
    "server_read_only": "This server is a read-only copy. Sign in at the primary server.",
    "server_says": "The server does not let StoreDesk in: {what}.",
    "store_closed": "The server does not let anybody into the store's database right now. Ask"
    " an administrator.",
    "host_unknown": "No server of that name is known on this network. Check the name and the"
    " network cable.",
    "server_host_wrong": "{host} is neither a name nor an address of a server.",
    "server_needs_root": "Do this as root, or as {account}.",
    "server_none_named": "There is no server {label} on this computer. There are: {names}.",
    "server_not_answering": "PostgreSQL {server} does not let its owner in: {what}.",
    "server_not_debian": "Debian's PostgreSQL is not on this computer. As root: apt-get install"
    " postgresql.",
    "server_not_obeying": "PostgreSQL {server} did not do what was asked: {what}.",
    "server_owner_missing": "The first person of the new store is missing. Give --owner.",
    "server_range_wrong": "{network} is not a range of private addresses. Write it as"
    " 192.168.1.0/24, or samenet.",
    "server_rules_wrong": "PostgreSQL does not understand line {line} of {file}: {what}. The file"
    " is as it was.",
    "server_setting_overruled": "{name} is set again in {file}. Remove that line.",
    "server_too_old": "PostgreSQL {server} is too old: it has to be {oldest} or newer.",
    "server_unproven": "The server is set up, but cannot prove that it is {host}: {what}",
    "server_which": "There are several servers on this computer: {names}. Choose with --cluster.",
    "server_letters": "This server does not support the locale C.UTF-8. Install PostgreSQL 17"
    " or newer, which does.",
    "store_letters": "The database {name} has the locale {locale}, and a store needs C.UTF-8."
    " Give a name that is not in use: StoreDesk then creates the database as needed.",
    "store_differs": "The store was copied, and {table} differs. Nothing was moved.",
    "store_has_more": "The table {table} is not StoreDesk's and would stay behind. Save it, and"
    " remove it from the store first.",
    "store_in_use": "The store is in use by {people}. Close their windows first.",
    "store_moved": "This store was moved to {database} at {host}, port {port}. Join it there.",
    "store_moving": "This store is being moved to a server. Wait until that is done.",
    "store_other": "Another store is in {database} on this server already. Choose another name with"
    " --database.",
    "store_not_here": "There is no store in {folder}.",
}

OF_TILL = {
    "discount_limit": "A discount of more than {most}% needs a manager.",
    "discount_percent": "A discount is 0.01% to 100%, with two digits after the point at most.",
    "discount_range": "A discount is at least a cent, and at most what there is to pay:"
    " {amount:money}.",
    "amount_is_code": "{code} looks like a barcode, not like money. Scan it to add it to the sale.",
    "amount_not_understood": "Type the amount in digits, such as 20 or 20.50.",
    "card_digits": "Type the last four digits of the card, or nothing.",
    "no_sale_yet": "Nothing was sold at this till yet.",
    "openings_of_shift": "Opening the drawer more than {most} times in a shift without a sale needs"
    " a manager.",
    "not_booked": "The sale was not completed and nothing was paid. Take the payment again.",
    "paypal_needs_proof": "Type PayPal's reference, or the e-mail address of the payer.",
    "quantity_is_code": "{code} looks like a barcode, not like a quantity. Scan it to add it.",
    "scan_keyboard": "The scanner types for another keyboard. Set it to this computer's layout.",
    "scan_misread": "Nothing has the code {code}, and its check digit is wrong: it was misread."
    " Scan it again.",
    "scan_no_code": "This is not the code of a product.",
    "scan_unreadable": "The scanner sent nothing that can be read. Scan it again.",
    "tender_too_small": "{tendered:money} is less than the {total:money} to pay.",
    "tender_too_large": "Only cash gives change: {total:money} is to pay.",
}
"""What is said at the till before anything is asked of the database."""
