"""Merge two edits of the same form; what differs in both is left to a person."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class MergeSide(StrEnum):
    """Whose value is kept in a conflict."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Clash(Generic[K]):
    """A field that both changed to different values."""

    field: K
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merge(Generic[K]):
    """The result of merging two edits of a form."""

    fields: Mapping[K, object]
    """The merged values, without those that conflict."""
    clashes: tuple[Clash[K], ...]

    def settled(self, answers: Mapping[K, MergeSide]) -> dict[K, object]:
        """Return all fields, each clash as `answers` says; KeyError where one has no answer."""
        taken = {
            clash.field: clash.mine if answers[clash.field] is MergeSide.MINE else clash.theirs
            for clash in self.clashes
        }
        return {**self.fields, **taken}


def merge(
    base: Mapping[K, object], mine: Mapping[K, object], theirs: Mapping[K, object]
) -> Merge[K]:
    """Merge what two people made of `base`, field by field; a field that is missing is None.

    A field that only one of them changed is as they left it; so is one that both changed alike.
    Clashes come in the order in which `base`, `mine`, then `theirs` name their fields.
    """
    agreed: dict[K, object] = {}
    clashes: list[Clash[K]] = []
    for field in {**base, **mine, **theirs}:
        was, ours, others = base.get(field), mine.get(field), theirs.get(field)
        if ours in (was, others):
            agreed[field] = others
        elif others == was:
            agreed[field] = ours
        else:
            clashes.append(Clash(field, was, ours, others))
    return Merge(agreed, tuple(clashes))


def merge_order(
    base: tuple[K, ...], mine: tuple[K, ...], theirs: tuple[K, ...]
) -> tuple[K, ...] | None:
    """Merge two orders of things that each stand there once; None where they disagree.

    What either took away is gone, and what either added is there. They disagree where both moved
    things about, and not alike.
    """
    here = (set(mine) & set(theirs)) | (set(mine) ^ set(theirs)) - set(base)
    kept = here & set(base)
    was, ours, others = (tuple(one for one in side if one in kept) for side in (base, mine, theirs))
    if ours not in (was, others) and others != was:
        return None
    first, second = (mine, theirs) if ours != was or theirs == base else (theirs, mine)
    placed = [one for one in first if one in here]
    return (*placed, *(one for one in second if one in here and one not in placed))
