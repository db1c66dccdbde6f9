"""Put into sentences what is refused of payments at card terminals."""

OF_TERMINALS = {
    "bad_outcome": "What the card terminal says cannot be understood. Ask it again.",
    "card_money_exceeds": "More was charged to the card than is to pay. Give it back at the"
    " terminal, and charge it anew.",
    "card_money_in_sale": "A card was charged for this sale, or may have been. Press Pay: ask the"
    " terminal, or give the money back there first.",
    "card_money_left_out": "A card was charged for a part of this sale meanwhile. Go back, and"
    " press Pay again.",
    "terminal_absent_here": "This computer has no card terminal: choose one in Preferences.",
    "terminal_booked": "An order was paid with this: take the goods back by a return.",
    "terminal_for_managers": "This money belongs to no sale any more: a manager gives it back.",
    "terminal_not_charged": "The terminal has not charged this.",
    "terminal_not_loose": "Only money that belongs to no sale is noted as given back here.",
    "terminal_not_here": "Only a store that was made as a demo has the simulator of a card"
    " terminal.",
    "terminal_open": "It is not known yet whether a card was charged {amount:money} for this sale"
    " at {register}. Ask the terminal first.",
    "terminal_payment_not_found": "This payment at the terminal is not known.",
}
