"""Fill in a return as most are."""


def all_to_shelf(lines):
    """Have all that can come back go to the shelf."""
    for good, _ in lines.fields.values():
        good.setText(str(good.most))
    lines.edited.emit()
