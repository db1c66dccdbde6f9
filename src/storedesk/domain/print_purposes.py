"""Name what a computer may print on a printer of its own, beside receipts and whole pages."""

from enum import StrEnum


class Purpose(StrEnum):
    """What is printed; its value is the name under which its printer is kept."""

    CREDIT = "credit_slips"
    """Slips of gift cards and store credit: as receipts, where nothing else is chosen."""
    SLIPS = "slips"
    """Packing slips and pick lists: as pages, where nothing else is chosen."""
