"""Proofs that say how long they took."""

import time

import pytest


@pytest.fixture
def timed(capsys):
    """Print how long something took, in one line of its own."""

    def timed(what, start):
        with capsys.disabled():
            print(f"\n{what}: {time.monotonic() - start:.1f} s", flush=True)

    return timed
