"""Read a strip of paper as lines of text."""

from storedesk.documents.strip import Pair, Remark, Rule


def as_lines(parts):
    """Return what each part says: the two ends of a pair stand apart, a remark stands in a bit."""
    return [_line(part) for part in parts]


def _line(part):
    match part:
        case Pair(left, right):
            return f"{left}   {right}"
        case Remark(text):
            return f"  {text}"
        case Rule():
            return "---"
    return part.text
