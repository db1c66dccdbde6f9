from uuid import UUID

import pytest

from storedesk.domain.categories import CategoryForm, Tree
from storedesk.domain.refusals.errors import Refused

HOME, KITCHEN, MUGS, GARDEN, POTS = (UUID(int=n) for n in range(1, 6))
NAMES = {HOME: "Home", KITCHEN: "Kitchen", MUGS: "Mugs", GARDEN: "Garden", POTS: "Pots"}


def category(key, parent, depth, **other):
    return CategoryForm(id=key, name=NAMES[key], parent_id=parent, depth=depth, **other)


TREE = Tree(
    (
        category(HOME, None, 1),
        category(KITCHEN, HOME, 2, is_active=False),
        category(MUGS, KITCHEN, 3),
        category(GARDEN, None, 1),
        category(POTS, GARDEN, 2),
    )
)


@pytest.mark.parametrize(
    ("key", "parent"), [(POTS, HOME), (GARDEN, HOME), (KITCHEN, GARDEN), (MUGS, POTS), (POTS, None)]
)
def test_a_category_may_move_where_three_levels_are_enough(key, parent):
    TREE.check_move(key, parent)


@pytest.mark.parametrize(
    ("key", "parent", "code"),
    [(HOME, MUGS, "category_circle"), (HOME, HOME, "category_circle"),
     (HOME, GARDEN, "category_too_deep"), (KITCHEN, POTS, "category_too_deep"),
     (POTS, MUGS, "category_too_deep")],
)  # fmt: skip
def test_a_category_moves_neither_below_itself_nor_too_deep(key, parent, code):
    with pytest.raises(Refused) as refusal:
        TREE.check_move(key, parent)
    assert refusal.value.code == code
    assert refusal.value.parameters["name"] == NAMES[key]


def test_what_is_below_a_hidden_category_is_hidden():
    assert [NAMES[one.id] for one in TREE.all if TREE.is_hidden(one)] == ["Kitchen", "Mugs"]
