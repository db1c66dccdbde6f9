from datetime import datetime, timedelta

from storedesk.domain.clock import APART, ClockState, oddities

NOW = datetime(2026, 11, 30, 12)  # noqa: DTZ001 - UTC without zone


def found(state, here=None):
    return [(odd.code, odd.parameters) for odd in oddities(state, str, here)]


def test_a_clock_that_is_believed_and_agrees_is_not_odd():
    state = ClockState(now=NOW, believed_at=NOW, is_believed=True)
    assert found(state) == found(state, NOW + APART) == found(state, NOW - APART) == []


def test_everything_odd_is_said_the_worst_first():
    later, before = NOW + timedelta(days=1), NOW - timedelta(days=9)
    state = ClockState(
        now=NOW, believed_at=before, is_believed=False, ahead=("ORD-2026-000001", later)
    )
    here = NOW + APART + timedelta(seconds=1)
    now = str(NOW)

    assert found(state, here) == [
        ("clock_behind", {"now": now, "number": "ORD-2026-000001", "at": str(later)}),
        ("clock_jumped", {"now": now, "before": str(before)}),
        ("clock_here_differs", {"now": now, "here": str(here)}),
    ]
