"""A program is run to its end, or ended as soon as it is to stop."""

import os
import subprocess
import sys
from threading import Event, Timer

import pytest

from storedesk.adapters.programs import output_of
from storedesk.domain.refusals.errors import Refused


def test_what_it_prints_is_returned():
    assert output_of([sys.executable, "-c", "print(7)"], os.environ, Event()) == "7\n"


def test_a_failure_has_what_it_said():
    with pytest.raises(subprocess.CalledProcessError) as failed:
        output_of([sys.executable, "-c", "import sys; sys.exit('no room')"], os.environ)
    assert failed.value.stderr.strip() == "no room"


def test_it_ends_when_it_is_to_stop():
    stop = Event()
    timer = Timer(0.3, stop.set)
    timer.start()
    with pytest.raises(Refused) as refused:
        output_of([sys.executable, "-c", "import time; time.sleep(600)"], os.environ, stop)
    assert refused.value.code == "backup_canceled"
    timer.join()
