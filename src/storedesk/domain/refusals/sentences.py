"""What is said of one noun alone: sentences that `errors.SENTENCES` takes in."""

OF_PROFILES = {
    "profile_is_file": "{folder} is a file, and a profile is a folder. Give another one with"
    " --profile.",
    "profile_unwritable": "{folder} cannot be written: {why}. StoreDesk keeps its settings there:"
    " put that right, or give another folder with --profile.",
    "settings_unreadable": "{file} cannot be read: {why}. Put that right, then start StoreDesk"
    " again.",
    "settings_set_aside": "The settings of this computer could not be read, so what was chosen here"
    " is asked again. They are kept as {file}.",
    "demo_logins_set_aside": "The demo's logins could not be read. They are kept as {file}. Choose"
    " “Use another store”, then the demo store: it is made anew, with new logins.",
    "keeper_silent": "This computer's keeper of passwords does not answer: type the password.",
    "link_not_opened": "No browser could be started here. The address is {address}",
    "system_refuses": "This computer refuses it: {what}.",
    "window_silent": "StoreDesk is open with this profile already, and does not answer. Close it"
    " first (process {process}), or give another folder with --profile.",
}
"""Of the folder in which a computer keeps what is its own."""

OF_BACKUPS = {
    "backup_damaged": "{file} is not what was saved: it is damaged. Take another backup.",
    "backup_differs": "The backup was restored to try it, and {table} differs. It is not kept.",
    "backup_failed": "There is no new backup: {what}.",
    "backup_foreign": "{file} is no backup of a StoreDesk store.",
    "backup_incomplete": "{file} is missing. A backup is three files beside each other: bring the"
    " .dump, the .sha256 and the .roles.sql.",
    "backup_login_mighty": "{login} is a superuser of this server, and somebody else in the backup."
    " Nothing was restored. Restore it on another server.",
    "backup_logins_known": "These logins are on this server already, with other passwords:"
    " {logins}. Nothing was restored. Say with --logins whose passwords count: keep those of this"
    " server, or replace them by those of the backup.",
    "backup_other_name": "This is a backup of the store {name}, and it comes back under that name."
    " Give it in --dsn.",
    "backup_store_exists": "There is a store in {name} already. Nothing was written over.",
    "backup_too_new": "{file} was made by a newer PostgreSQL than the one here. Nothing was"
    " restored. Install that version, or a later one.",
    "backup_unreadable": "{file} cannot be read: {why}.",
    "backup_unvouched": "{file} holds no checksums, so nobody knows whether the backup is whole."
    " Take another backup.",
    "clients_missing": "The programs of PostgreSQL {major} are not on this computer. Install them:"
    " on Debian, apt-get install postgresql-client-{major}.",
    "restore_failed": "Nothing was restored: {what}.",
}
"""Of backups, and of stores that come back from them."""

OF_ORDERS = {
    "address_fixed": "Order {number} is {was}: its address stays as it is.",
    "address_incomplete": "An address needs a name, street, town, postal code and country.",
    "address_too_long": "A line of the address is too long: at most {most} characters.",
    "already_ordered": "This order is placed already: it is {number}.",
    "already_returned": "This return is booked already.",
    "basket_differs": "The basket does not add up: {differs} is {found}, not {wanted}.",
    "country_unknown": "A country is two capital letters, such as US, not {country}.",
    "customer_needed": "Choose the customer whom this order is for.",
    "customer_twin": "This may be somebody known: choose her below, or do it again for a new one.",
    "line_twice": "{name} stands twice in this return. Put it into one line.",
    "list_unreadable": "{file} is no list that can be read. Save it as CSV.",
    "not_returnable": "Order {number} is {was}: only what has left can come back.",
    "nothing_changed": "Nothing was changed.",
    "order_empty": "Nothing is ordered yet. Type a name, or scan an article.",
    "order_number_unknown": "There is no order {number}.",
    "order_short": "There is not enough of everything. See the lines that say so.",
    "paid_already": "Order {number} is paid already: take no money for it.",
    "payment_needs_shift": "Take this payment at a till with an open shift, or have a manager"
    " take it.",
    "reach_needed": "Note an e-mail address or a telephone number: how else is anybody reached?",
    "reference_needed": "Type the reference that the terminal or PayPal gave: at least five letters"
    " or digits, and not the last four of the card.",
    "reference_twice": "The reference {reference} stands here twice.",
    "reference_used": "The reference {reference} paid order {number} already.",
    "refund_too_large": "Only {left:money} can go back: no more was paid.",
    "return_damaged": "Paying back more than {most:money} a day for pieces that do not go back to"
    " the shelf needs a manager.",
    "return_day": "Paying back more than {most:money} a day needs a manager; {today:money} went"
    " back today.",
    "return_empty": "Say what comes back.",
    "return_large": "Paying back more than {most:money} at once needs a manager.",
    "return_late": "The {days} days for returns are over, so this needs a manager.",
    "return_of_shipping": "Paying back the shipping needs a manager.",
    "return_too_many": "Of {name}, only {left} can still come back.",
    "return_without_shift": "Outside an open shift of yours, a return needs a manager.",
    "recall_twice": "Order {number} waits to be shipped again already.",
    "recall_fixed": "Order {number} is {was}: only a shipped order can be called back.",
    "recall_late": "Order {number} was shipped on an earlier day, or its customer was told already."
    " Take it back as a return.",
    "recalled_to_shelf": "Order {number} has not left, so all of it goes back to the shelf.",
    "shipment_recalled": "Order {number} has not left: ship it first.",
    "tracking_misread": "The check digit of this {carrier} number is wrong: scan it again, or type"
    " it once more if the label says so.",
    "tracking_used": "{tracking} is on the parcel of order {number} already. Give it once more if"
    " both go in one parcel.",
    "tracking_fixed": "Order {number} is {was}: its tracking number stays as it is.",
}
"""Of orders that are placed for somebody, of their way, and of what comes back."""

OF_MAIL = {
    "bad_outcome": "A mail is sent, delayed, failed or unsent.",
    "mail_demo": "This is a demo store. Its mails are kept, and never sent.",
    "mail_line_bare": "The password would travel unprotected to {host}. Choose STARTTLS or TLS.",
    "mail_not_failed": "Only a mail that failed, and is still of use, can be tried again.",
    "mail_not_found": "There is no such mail.",
    "mail_not_sent": "Only a mail that was sent can be sent once more.",
    "mail_not_set_up": "Nobody has said yet by which server mails are sent.",
    "mail_nowhere": "This customer has no e-mail address any more.",
    "mail_overtaken": "This mail has been overtaken: its order or its link is no longer valid.",
    "mail_refused": "The recipient's mail was refused: {said}",
    "mail_address_not_taken": "The mail server cannot take {address}: it knows addresses of plain"
    " letters only. Ask the customer for another one.",
    "mail_delayed": "The mail server did not take the mail this time: {said}",
    "mail_server_away": "No mail server answers at {host}, port {port}: {said}",
    "mail_server_busy": "The mail server takes no mail at the moment: {said}",
    "mail_server_certificate": "The mail server at {host} does not prove that it is {host}: {said}",
    "mail_server_no_sign_in": "The mail server at {host} lets nobody sign in. Leave the user empty,"
    " or choose STARTTLS or TLS.",
    "mail_server_no_starttls": "The mail server at {host} offers no STARTTLS, so nothing was sent.",
    "mail_server_not_smtp": "What answers at {host}, port {port} is no mail server, or wants"
    " another kind of protection.",
    "mail_server_password": "The mail server does not accept this user and password: {said}",
    "mail_server_sender": "The mail server does not let this store send as {sender}: {said}",
    "mail_unwritable": "This mail cannot be written: {what} is not what it should be.",
    "smtp_password_missing": "The password of the mail server is not known on this computer: set"
    " STOREDESK_SMTP_PASSWORD, or type it in Outbox, Set up e-mail.",
}

OF_STOCK = {
    "already_stocked": "{count} of these products are unknown or have been stocked before.",
    "count_beyond": "A count that differs by more than {pieces} pieces of a product, or by more"
    " than {amount:money} in all, is posted by a manager.",
    "count_empty": "Nothing is counted yet.",
    "count_lines_refused": "{count} of these products cannot be posted as counted: {names}.",
    "count_not_found": "There is no such count.",
    "count_over": "The count {name} is over: it was {status}.",
    "found_of_day": "Selling more than {most} pieces a day past the shelf counts needs a manager.",
    "found_of_product": "Selling more than {most} pieces of {name} a day past its shelf count"
    " needs a manager.",
    "ledger_differs": "The stock of a product is not what its ledger says: {differs} differs.",
    "lists_differ": "Each product needs exactly one number.",
    "movement_not_found": "There is no such movement.",
    "not_enough_of": "{name}: only {available} can be taken, {reserved} are reserved.",
    "not_enough_stock": "Only {available} can be taken: {reserved} are reserved.",
    "nothing_to_move": "Say how many to add or take.",
    "nothing_to_undo": "Nothing was done here that could be taken back.",
    "reason_adds": "{name}: {reason} adds pieces, and here {count} would be gone. Choose another"
    " reason, such as {other}, or write {instead}.",
    "reason_takes": "{name}: {reason} takes pieces away, and here {count} would be added. Choose"
    " another reason, such as {other}, or write {instead}.",
    "still_reserved": "{name} cannot be deleted: {reserved} are promised to customers.",
    "stock_moved": "{name}: {now} are on hand now, not {seen}. Look again.",
    "undo_not_by_hand": "{name}: only what was put right by hand is taken back.",
    "undone_before": "{name}: this was taken back before.",
    "undone_too_late": "{name}: it was counted or set since, so this is in the number already.",
}

OF_SERVERS = {
    # said by the store's own server
    "server_data_broken": "The store's data in {folder} is damaged: {what} cannot be read. Leave it"
    " as it is, and restore a backup in another profile folder.",
    "server_in_the_way": "A server that is not this store's is in the way. Restart the computer.",
    "server_in_use": "Other windows still use this store. Close them first.",
    "server_missing": "PostgreSQL is not on this computer. Install storedesk[embedded].",
    "server_needs_plain_account": "PostgreSQL does not run for an administrator. Start StoreDesk"
    " from an ordinary account.",
    "server_no_account": "There is no account on this computer that the server could run as.",
    "server_no_folder": "{folder} cannot be made or written. Choose another folder.",
    "server_no_keyring": "This computer keeps no passwords, so that the server cannot be guarded.",
    "server_not_safe": "The server was told to risk the store's data: {what} is off. Turn it on.",
    "server_not_starting": "The store's server does not start: {what}. See {log}.",
    "server_not_stopping": "The store's server does not stop. See {log}.",
    "server_other_data": "The data in {folder} was made by another version of PostgreSQL.",
    "server_other_version": "The store's data was made by PostgreSQL {made}; here is {here}."
    " Install PostgreSQL {made}.",
    "server_out_of_reach": "The server's account cannot reach PostgreSQL in {folder}.",
    "server_trusts": "{file} lets people in without a password (trust). Take that line out.",
    "server_wrong_mode": "Others on this computer may enter {folder}. Make it private (mode 0700).",
    "server_wrong_owner": "{folder} belongs to another account of this computer. Use that one.",
    # said of the clock of the store's server
    "clock_behind": "The store's clock says {now}, but order {number} is of {at}. Set the clock"
    " before you sell: receipts and order numbers bear its date.",
    "clock_here_differs": "The store's clock says {now}, and this computer's {here}. One of them is"
    " wrong: set it before you sell.",
    "clock_jumped": "The store's clock says {now}, and was last seen at {before}. If that is wrong,"
    " set it before you sell: receipts and order numbers bear its date.",
    "clock_doubted": "Nothing was cleared away and no order was canceled: the store's clock has"
    " jumped. It is believed again once it has gone on for three days.",
    # said where a store is put on a server
    "move_failed": "The store is where it was, and nothing was moved: {what}.",
    "server_choices_broken": "What was chosen for a store of this server stands in {file}, which"
    " cannot be read. Bring that file back from a backup, or take it away and give every option"
    " anew.",
    "server_authority_broken": "The certificates in {folder} are not whole. Bring them back from a"
    " backup, or move the folder away to begin anew: then every till has to join again.",
    "server_host_missing": "By which name or address will the tills call this server? Give --host.",
    "server_listen_elsewhere": "{address} is no address of this computer. Give one that it has.",
    "server_listen_wrong": "{address} is no address. Give --listen an address of this computer,"
    " such as 192.168.1.5, or * for all.",
    "pooler_parameter": "A connection pooler stands before the server and refuses StoreDesk's"
    " settings. Let it ignore them: ignore_startup_parameters = options.",
    "pooler_transactions": "A connection pooler stands before the server and changes the connection"
    " with each transaction, so news would be lost. Set its pool_mode = session.",
    "server_read_only": "This server is a copy that takes no changes. Sign in at the real one.",
    "server_says": "The server does not let StoreDesk in: {what}.",
    "store_closed": "The server lets nobody into the store's database at the moment. Ask whoever"
    " looks after it.",
    "host_unknown": "This network knows no server of that name. Look at name and cable.",
    "server_host_wrong": "{host} is no name and no address of a server.",
    "server_needs_root": "Do this as root, or as {account}.",
    "server_none_named": "There is no server {label} on this computer. There are: {names}.",
    "server_not_answering": "PostgreSQL {server} does not let its owner in: {what}.",
    "server_not_debian": "Debian's PostgreSQL is not on this computer. As root: apt-get install"
    " postgresql.",
    "server_not_obeying": "PostgreSQL {server} did not do as it was told: {what}.",
    "server_owner_missing": "Who is the first person of the new store? Give --owner.",
    "server_range_wrong": "{network} is no range of addresses of your own. Write it as"
    " 192.168.1.0/24, or samenet.",
    "server_rules_wrong": "PostgreSQL does not understand line {line} of {file}: {what}. The file"
    " is as it was.",
    "server_setting_overruled": "{name} is set again in {file}. Take that line out.",
    "server_too_old": "PostgreSQL {server} is too old: it has to be {oldest} or newer.",
    "server_unproven": "The server is set up, but it does not prove itself as {host}: {what}",
    "server_which": "There are several servers on this computer: {names}. Choose with --cluster.",
    "server_letters": "This server does not know the letters of C.UTF-8. Install PostgreSQL 17 or"
    " newer, which does.",
    "store_letters": "The database {name} knows the letters of {locale}, and a store needs C.UTF-8."
    " Give a name that is not in use: StoreDesk then makes the database as it has to be.",
    "store_differs": "The store was copied, and {table} differs. Nothing was moved.",
    "store_has_more": "The table {table} is not StoreDesk's and would stay behind. Save it, and"
    " take it out of the store first.",
    "store_in_use": "The store is still used by {people}. Close their windows first.",
    "store_moved": "This store was moved to {database} at {host}, port {port}. Join it there.",
    "store_moving": "This store is just being moved to a server. Wait until that is done.",
    "store_other": "Another store is in {database} on this server already. Choose another name with"
    " --database.",
    "store_not_here": "There is no store in {folder}.",
}
