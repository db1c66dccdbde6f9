"""What is said of values that cannot be kept, or are in use: `errors.SENTENCES` takes it in."""

OF_VALUES = {
    "amount_not_kept": "An amount here is none that the store keeps. Look at the amounts again.",
    "date_not_kept": "A date here is none that the store keeps. Look at the dates again.",
    "gone_or_needed": "Something that this belongs to is gone, or this is still needed elsewhere."
    " Look again.",
    "name_taken": "This name is in use already. Choose another one.",
    "needed_here": "Something is missing that is needed here. Look at the empty fields.",
    "not_unique": "This is in use by something else already. Look for that, or choose another.",
    "not_valid": "The store cannot keep this as it is. Look at what was typed, and try again.",
    "number_too_large": "A number here is larger than the store keeps. Type a smaller one.",
    "pieces_not_kept": "A number of pieces here is none that the store keeps. Look at it again.",
    "reference_taken": "Another payment has this reference already. Look at the reference again.",
    "text_not_kept": "A text here is empty, or holds what cannot be kept: control characters,"
    " invisible marks or a card number. Type it anew.",
    "text_too_long_here": "A text here is longer than the store keeps. Shorten it.",
}
"""By the codes that persistence.constraints finds for what the database said."""
