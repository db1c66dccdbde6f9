"""Put into sentences what is refused about gift cards and store credit."""

OF_CREDIT = {
    "credit_at_till": "Gift cards pay sales at the till only.",
    "credit_changed": "Gift card {number} has only {balance:money} left: it was used elsewhere"
    " meanwhile. Take the payment again.",
    "credit_code_typo": "This code has a typing error. Compare it with the card: 20 letters and"
    " digits, and never 0, O, 1 or I.",
    "credit_code_wrong": "No gift card has this code. Compare it with the card, or scan it."
    " Wrong codes left in this hour: {left}.",
    "credit_codes_blocked": "You have given ten wrong codes in an hour. Ask a colleague to take the"
    " gift card, or try again later.",
    "credit_empty": "Gift card {number} is used up.",
    "credit_enough": "The gift cards cover this sale. Nothing is left to pay.",
    "credit_for_credit": "A gift card cannot be paid with a gift card.",
    "credit_in_coins": "The smallest coin is {coin:money}. Choose an amount that can be paid"
    " with it.",
    "credit_in_use": "What is on gift card {number} was taken for a sale at {register} just now.",
    "credit_of_day": "Selling gift cards for more than {most:money} a day needs a manager;"
    " {today:money} was sold today.",
    "credit_twice": "Gift card {number} pays this sale already.",
}
