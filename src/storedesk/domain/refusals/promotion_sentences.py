"""List the sentences about promotions."""

OF_PROMOTIONS = {
    "promotion_changed": "Somebody else has changed or ended this promotion meanwhile. Close this,"
    " and open it again.",
    "promotion_days": "A promotion cannot end before it begins.",
    "promotion_empty": "Choose what the promotion is for: a category, a product or a variant.",
    "promotion_nameless": "Give the promotion a name, such as “Candle week”.",
    "promotion_not_found": "This promotion does not exist.",
    "promotion_over": "This promotion is over. Make a new one.",
    "promotion_value": "Take off more than 0 and less than 100 percent, or name an amount above"
    " zero.",
}
"""By the codes that commands and the form refuse."""
