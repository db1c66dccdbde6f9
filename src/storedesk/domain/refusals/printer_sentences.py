"""List the sentences of what keeps a receipt or a page from being printed."""

OF_PRINTERS = {
    "no_printer": "There is no printer called {printer} on this computer.",
    "no_system_printer": "This computer has no printer.",
    "printer_silent": "The printer does not answer.",
    "printer_host": "Type the printer's address, such as 192.168.1.50.",
    "printer_port": "The port is a number from 1 to 65535. Printers usually have 9100.",
    "printer_device": "Choose the printer. It has to be plugged in and switched on.",
    "printer_unknown": "Choose the roll, the model and the speed from the lists.",
    "printer_unnamed": "Nothing on the network is called {printer}. Check the address.",
    "printer_no_route": "{printer} cannot be reached. Check that the printer is on and connected.",
    "printer_refused": "{printer} takes no receipts. Check the address and the port.",
    "printer_stalled": "The printer at {printer} takes the connection and does not answer. Switch"
    " it off and on.",
    "printer_closed": "The printer at {printer} hung up. Look whether the receipt is whole.",
    "printer_paper_out": "The receipt printer is out of paper.",
    "printer_cover_open": "The cover of the receipt printer is open.",
    "printer_offline": "The receipt printer is offline. Check its lamp.",
    "printer_nonsense": "What answers at {printer} is no receipt printer. Check the address.",
    "printer_absent": "The receipt printer {printer} is not plugged in, or is off.",
    "receipt_uncounted": "The receipt was printed, but this could not be written down. It is"
    " still listed as not printed.",
    "gift_receipt_unnoted": "The gift receipt was printed, but this could not be written down: the"
    " history of the order does not show it.",
    "printer_barred": "This computer does not let StoreDesk use {printer}. Ask who looks after it.",
}
