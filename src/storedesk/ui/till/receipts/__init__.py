"""Receipts at the till: shown, printed, sent by e-mail, and those that never came out."""
