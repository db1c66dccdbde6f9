"""List the sentences about taxes and registers, as the settings have them."""

OF_SETTINGS = {
    "cash_bounds_crossed": "The least cash cannot be more than the most.",
    "fixed_by_orders": "Currency, time zone and taxes cannot be changed once something has been"
    " sold.",
    "limit_not_found": "This limit does not exist.",
    "unknown_time_zone": "There is no time zone {time_zone}. Write it as Europe/Berlin.",
    "currency_thousandths": "Amounts of this currency have three decimals, and prices here have"
    " two. Choose another currency.",
    "unknown_currency": "There is no currency {currency}. Write three capital letters, such as"
    " USD.",
    "date_unreadable": "Type a day such as {example}.",
    "bad_rate": "Give a rate from 0 to under 100 percent, with at most three decimals.",
    "rate_day_taken": "Another rate begins on this day already. Correct that one.",
    "rate_in_use": "This rate holds already, so it stays as it was. Add another one from a later"
    " day on.",
    "rate_not_found": "This rate was taken back. Add a new one.",
    "rate_past": "A rate begins today or later: what was sold before keeps its tax.",
    "last_register": "This is the last register in use. Add another one first.",
    "register_code_taken": "Another register has this code already. Choose another code.",
    "register_has_sale": "A sale is in progress at {register}. Finish or park it first.",
    "register_unknown": "This register does not exist.",
    "tax_class_not_found": "This tax class does not exist.",
}
"""By the codes that commands refuse."""
