"""When the next backup of a store on one computer is due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from storedesk.domain.backup_schedule import BackupSchedule

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
NINE = datetime(2026, 12, 1, 20, tzinfo=UTC)
"""Nine in the evening in Berlin."""


@pytest.mark.parametrize(
    ("now", "taken", "is_due"),
    [
        (NINE, [], True),
        (NINE, [NINE - 3 * HOUR], True),
        (NINE, [NINE - 2 * HOUR], False),
        (NINE, [NINE + HOUR], True),
        (NINE - 3 * HOUR, [NINE - 26 * HOUR], False),
        (NINE - 3 * HOUR, [NINE - 27 * HOUR], True),
        (NINE + 12 * HOUR, [NINE - 3 * HOUR], True),
    ],
)
def test_a_backup_at_seven_in_the_evening_is_made_once_a_day(now, taken, is_due):
    assert BackupSchedule(time(19)).is_due(now, taken, BERLIN) is is_due


@pytest.mark.parametrize(("age", "is_due"), [(23, False), (24, False), (25, True), (-1, True)])
def test_without_a_time_it_is_due_a_day_after_the_last_one(age, is_due):
    assert BackupSchedule().is_due(NINE, [NINE - age * HOUR], BERLIN) is is_due


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)]
)
def test_a_day_on_which_the_clocks_change_has_one_backup(day):
    schedule, made = BackupSchedule(time(2, 30)), []
    for quarter in range(-16, 96):
        now = day + quarter * timedelta(minutes=15)
        if schedule.is_due(now, made, BERLIN):
            made.append(now)
    assert len(made) == 2, "the one of before, and that of the day"


def test_a_folder_that_is_not_there_gives_way_to_the_usual_one(tmp_path):
    there, gone = tmp_path / "there", tmp_path / "gone"
    there.mkdir()
    assert BackupSchedule(folder=there).place(tmp_path) == there
    assert BackupSchedule(folder=gone).place(tmp_path) == tmp_path
    assert BackupSchedule().place(tmp_path) == tmp_path
