"""Put into sentences what the till refuses beside selling: undoing, arranging, notes."""

OF_THE_TILL = {
    "cash_in_sale": "A sale at {register} is paid in part: {amount:money} of this drawer are for"
    " it. Finish that sale, or give the money back, then close the shift.",
    "cash_not_in_coins": "Nobody can hand over {amount:money} in cash here: the smallest coin is"
    " {coin:money}.",
    "money_in_sale": "{amount:money} were taken for this sale already. Finish it, or open Pay and"
    " give the money back first.",
    "part_too_large": "{typed} pays all that is left, so nothing is left for the rest that"
    " you typed.",
    "part_unknown": "The database does not answer, so it is not known whether this part was kept."
    " Press Pay: it shows what was taken.",
    "tender_money_exceeds": "More was taken than the sale costs by now. Give one of the parts"
    " back.",
    "tender_left_out": "Something else was taken for this sale meanwhile. Go back to the sale and"
    " open Pay again.",
    "exchange_changed": "What comes back of {number} is worth {now} by now, not {was}. Drop the"
    " exchange and choose it again.",
    "exchange_twice": "Something comes back for this sale already. Pay it first, or drop what"
    " comes back.",
    "order_in_exchange": "{number} is being exchanged at {register}. Try again when that is paid.",
    "board_arranged_meanwhile": "Somebody else has arranged this board meanwhile. Press Enter to"
    " keep yours, or Esc twice for theirs.",
    "bad_measure": "This is no way to sell a product. Sell it by the piece, by weight, or at"
    " a price that is asked.",
    "bad_weight": "Give the weight in kilograms, above 0 and up to {most}, with three decimals at"
    " most.",
    "costs_nothing": "{name} would cost nothing. Weigh it again, or give its price.",
    "label_currency": "The price on the label of {name} is in {currency}. Weigh it, and type the"
    " weight.",
    "label_misread": "The label {code} could not be read. Scan it again, or type the weight.",
    "label_price_odd": "{price:money} on the label of {name} is no price of what a scale weighs: at"
    " the usual price it would be less than {grams} g or more than {kilograms} kg. Weigh it, and"
    " type the weight.",
    "label_unknown": "Nothing has the number {item} of this label. Find it by its name, or ask a"
    " manager.",
    "not_by_weight": "{name} is sold by the piece, so the weight or the price on the label does not"
    " count. A manager can change that on the product's page.",
    "notes_too_long": "Two lines of {name} become one, and their notes together are longer than"
    " {longest} characters. Shorten one of the notes, then try again.",
    "open_price_beyond": "{name} is sold from {least} to {most} without a manager.",
    "paid_not_undone": "Order {number} is paid, so nothing of it can be undone. Take it back as a"
    " return.",
    "price_needed": "Type the price of {name}.",
    "quick_keys_full": "A board has {most} keys at most. Remove one first.",
    "sale_in_hand": "Finish this sale first, or park it.",
    "scale_code_bad": "This is no rule for labels of scales. Choose one from the list.",
    "scale_code_twice": "Labels that begin with {prefix} have two rules. Keep one.",
    "sale_quoted": "This sale waits for its payment. Open Pay, go back to the sale, then undo.",
    "sold_at_till": "{name} is weighed or priced at the till. Only a till can sell it.",
    "sold_otherwise": "{name} is in this sale from before it was sold in another way. Remove it,"
    " then add it again.",
    "weight_unreadable": "Type the weight in kilograms, such as 0.350.",
    "weighed_alone": "Each package is a line of its own. Scan or weigh the next one too.",
    "weight_needed": "Weigh {name}, and type its weight in kilograms.",
}
