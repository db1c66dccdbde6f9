"""List the sentences about values that cannot be kept, or are in use already."""

OF_VALUES = {
    "amount_not_kept": "An amount here is outside what the store can keep. Check the amounts.",
    "date_not_kept": "A date here is outside what the store can keep. Check the dates.",
    "gone_or_needed": "Something that this belongs to was deleted, or this is still needed"
    " elsewhere. Look at it again.",
    "name_taken": "This name is in use already. Choose another one.",
    "needed_here": "A value is missing here. Fill in the empty fields.",
    "not_unique": "Something else uses this already. Look for that, or choose another value.",
    "not_valid": "The store cannot keep this as it is. Check what was typed, and try again.",
    "number_too_large": "A number here is larger than the store can keep. Type a smaller one.",
    "pieces_not_kept": "A number of pieces here is outside what the store can keep. Check it.",
    "reference_taken": "Another payment has this reference already. Check the reference.",
    "text_not_kept": "A text here is empty, or holds what cannot be kept: control characters,"
    " invisible marks or a card number. Type it again.",
    "text_too_long_here": "A text here is longer than the store can keep. Shorten it.",
}
"""By the codes that persistence.constraints finds for what the database said."""
