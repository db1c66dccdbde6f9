"""What is said of one noun alone: sentences that `errors.SENTENCES` takes in."""

OF_ORDERS = {
    "address_fixed": "Order {number} is {was}: its address stays as it is.",
    "address_incomplete": "An address needs a name, street, town, postal code and country.",
    "address_too_long": "A line of the address is too long: at most {most} characters.",
    "already_ordered": "This order is placed already: it is {number}.",
    "already_returned": "This return is booked already.",
    "country_unknown": "A country is two capital letters, such as US, not {country}.",
    "customer_needed": "Choose the customer whom this order is for.",
    "line_twice": "{name} stands twice in this return. Put it into one line.",
    "not_returnable": "Order {number} is {was}: only what has left can come back.",
    "nothing_changed": "Nothing was changed.",
    "paid_already": "Order {number} is paid already: take no money for it.",
    "reference_used": "The reference {reference} paid order {number} already.",
    "refund_too_large": "Only {left} can go back: no more was paid.",
    "return_empty": "Say what comes back.",
    "return_too_many": "Of {name}, only {left} can still come back.",
    "tracking_fixed": "Order {number} is {was}: its tracking number stays as it is.",
}
"""Of orders that are placed for somebody, of their way, and of what comes back."""
