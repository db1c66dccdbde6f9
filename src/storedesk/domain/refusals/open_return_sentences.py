"""List the sentences of returns without a receipt."""

OF_OPEN_RETURNS = {
    "open_return_approval": "A return without a receipt needs a manager.",
    "open_return_cash": "Cash for a return without a receipt needs a manager's second approval.",
    "open_return_too_dear": "{name} is worth at most {most:money} a piece: the lowest price of the"
    " last {days} days.",
    "open_return_unsold": "{name} was not sold here in the last {days} days, so without a receipt"
    " it cannot come back.",
    "return_not_found": "There is no such return any more. Look for it again.",
}
