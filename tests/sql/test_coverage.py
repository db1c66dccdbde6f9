from tests.sql.coverage import report, summed

FIRST = [
    ["core.a", 0, 1, "statement block", "BEGIN", 2],
    ["core.a", 1, 2, "IF", "IF x THEN", 2],
    ["core.a", 2, 3, "PERFORM", "PERFORM core.refuse('x');", 0],
    ["core.b", 0, 1, "statement block", "BEGIN", 0],
]
SECOND = [
    ["core.a", 0, 1, "statement block", "BEGIN", 0],
    ["core.a", 1, 2, "IF", "IF x THEN", 0],
    ["core.a", 2, 3, "PERFORM", "PERFORM core.refuse('x');", 0],
    ["core.b", 0, 1, "statement block", "BEGIN", 1],
]


def test_what_one_worker_reached_is_reached():
    assert [count[-1] for count in summed([FIRST, SECOND])] == [2, 2, 0, 1]
    assert list(report(summed([FIRST, SECOND]))) == [
        "3 of 4 statements reached (75.0 %), in 2 of 2 functions",
        "core.a",
        "    3: PERFORM core.refuse('x');",
    ]


def test_a_function_that_nobody_called_is_one_line():
    assert list(report(summed([FIRST]))) == [
        "2 of 4 statements reached (50.0 %), in 1 of 2 functions",
        "core.a",
        "    3: PERFORM core.refuse('x');",
        "core.b: never called",
    ]


def test_a_run_that_counted_nothing_says_so():
    assert list(report([])) == ["no statement was counted"]
