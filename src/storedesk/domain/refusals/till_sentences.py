"""Put into sentences what the till refuses beside selling: undoing, arranging, notes."""

OF_THE_TILL = {
    "cash_in_sale": "A sale at {register} is paid in part: {amount:money} of this drawer are for"
    " it. Finish that sale, or give the money back, then close the shift.",
    "cash_not_in_coins": "Nobody can hand over {amount:money} in cash here: the smallest coin is"
    " {coin:money}.",
    "money_in_sale": "{amount:money} were taken for this sale already. Finish it, or open Pay and"
    " give the money back first.",
    "part_too_large": "{tendered} pays all that is left, so nothing is left for the rest that"
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
    "notes_too_long": "Two lines of {name} become one, and their notes together are longer than"
    " {longest} characters. Shorten one of the notes, then try again.",
    "paid_not_undone": "Order {number} is paid, so nothing of it can be undone. Take it back as a"
    " return.",
    "quick_keys_full": "A board has {most} keys at most. Remove one first.",
    "sale_in_hand": "Finish this sale first, or park it.",
    "sale_quoted": "This sale waits for its payment. Open Pay, go back to the sale, then undo.",
}
