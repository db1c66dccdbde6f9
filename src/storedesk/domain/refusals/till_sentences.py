"""Put into sentences what the till refuses beside selling: undoing, arranging, notes."""

OF_THE_TILL = {
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
