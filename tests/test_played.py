"""The day that is played holds all that its rules speak of, and breaks none of ours."""

from tests.played import KINDS, play


def test_a_day_is_played_with_something_of_every_kind(store):
    held = play(store)

    assert [kind for kind in KINDS if not held[kind]] == []
    assert store.broken() == []
