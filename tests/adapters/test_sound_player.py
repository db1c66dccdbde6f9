"""Sounds: the newest one is played, none piles up, none hangs, and nobody waits for them."""

import shutil
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import pytest

from storedesk.adapters import sound_player
from storedesk.adapters.sound_player import SoundPlayer, by_program, scaled, system_players
from storedesk.resources import resources_folder

SOUNDS = resources_folder() / "sounds"
GOOD, BAD = SOUNDS / "good.wav", SOUNDS / "bad.wav"
PATIENCE = 10.0


class Recorder:
    """A player that notes what it is given; it plays until it is told to end, or for no time."""

    def __init__(self, *, lasts=False, answer=0):
        self.files, self.killed, self.lasts, self.answer = [], [], lasts, answer
        self.started = threading.Semaphore(0)

    def __call__(self, file):
        self.files.append(file)
        self.started.release()
        return _Sound(self, file)

    def wait_for(self, count):
        for _ in range(count):
            assert self.started.acquire(timeout=PATIENCE)


class _Sound:
    def __init__(self, recorder, file):
        self._recorder, self._file, self._end = recorder, file, threading.Event()
        if not recorder.lasts:
            self._end.set()

    def wait(self, timeout):
        if not self._end.wait(timeout):
            raise subprocess.TimeoutExpired("player", timeout)
        return self._recorder.answer

    def kill(self):
        self._recorder.killed.append(self._file)
        self._end.set()


@pytest.fixture
def playing():
    made = []

    def play(*players, told=lambda: None, **more):
        made.append(SoundPlayer(players, told, **more))
        return made[-1]

    yield play
    for one in made:
        one.close()


def until(holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_sound_is_played_as_it_is_at_full_volume(playing):
    recorder = Recorder()
    playing(recorder).play(GOOD, 100)
    recorder.wait_for(1)
    assert recorder.files == [GOOD]


def test_a_newer_sound_cuts_the_older_one_off_and_none_piles_up(playing):
    recorder = Recorder(lasts=True)
    player = playing(recorder, longest=PATIENCE)
    player.play(GOOD, 100)
    recorder.wait_for(1)
    for _ in range(20):
        player.play(GOOD, 100)
    player.play(BAD, 100)
    until(lambda: recorder.files[-1] == BAD)
    assert recorder.killed[0] == GOOD
    assert len(recorder.files) <= 22
    assert not player.is_silent, "who is cut off has not failed"


def test_whoever_asks_never_waits_even_for_a_player_that_hangs(playing):
    recorder = Recorder(lasts=True)
    player = playing(recorder, longest=PATIENCE)
    begin = time.perf_counter()
    for _ in range(100):
        player.play(GOOD, 100)
    assert time.perf_counter() - begin < 0.5


def test_a_player_that_hangs_is_killed_and_the_next_one_plays(playing):
    hangs, plays = Recorder(lasts=True), Recorder()
    player = playing(hangs, plays, longest=0.05)
    player.play(GOOD, 100)
    plays.wait_for(1)
    assert hangs.killed == [GOOD]
    player.play(BAD, 100)
    plays.wait_for(1)
    assert (hangs.files, plays.files) == ([GOOD], [GOOD, BAD])


def test_where_none_plays_it_is_told_once_and_tried_again_only_when_asked(playing):
    told = threading.Event()
    missing = by_program(["/there/is/no/player"])
    fails = Recorder(answer=1)
    player = playing(missing, fails, told=told.set)
    player.play(GOOD, 100)
    assert told.wait(PATIENCE)
    assert player.is_silent
    player.play(GOOD, 100)
    assert fails.files == [GOOD]
    player.try_again()
    assert not player.is_silent
    player.play(BAD, 100)
    until(lambda: fails.files == [GOOD, BAD])


def test_a_computer_without_a_player_is_silent_from_the_start(playing):
    assert playing().is_silent
    assert system_players(lambda _: None) == [] or sys.platform == "win32"


def test_a_quieter_sound_has_smaller_samples_and_is_made_once(playing, tmp_path):
    recorder = Recorder()
    player = playing(recorder)
    for _ in range(2):
        player.play(GOOD, 25)
        recorder.wait_for(1)
    assert recorder.files[0] == recorder.files[1] != GOOD
    scaled(GOOD, tmp_path / "quiet.wav", 25)
    loud, quiet = peak(GOOD), peak(tmp_path / "quiet.wav")
    assert quiet == pytest.approx(loud / 4, abs=2)
    player.close()
    assert not recorder.files[0].exists(), "nothing is left behind"


def test_a_file_that_is_gone_ends_no_thread(playing, tmp_path):
    recorder = Recorder()
    player = playing(recorder)
    player.play(tmp_path / "gone.wav", 50)
    until(lambda: player._next is None)
    player.play(GOOD, 100)
    recorder.wait_for(1)


def test_the_sounds_are_those_that_our_script_makes(tmp_path):
    top = Path(__file__).parents[2]
    script = top / "packaging" / "sounds.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in SOUNDS.iterdir()}
    assert sorted(made) == ["bad.wav", "good.wav", "manager.wav"]


@pytest.mark.parametrize("file", sorted(SOUNDS.iterdir()), ids=lambda one: one.name)
def test_a_sound_is_short_and_does_not_clip(file):
    with wave.open(str(file)) as sound:
        assert sound.getnframes() / sound.getframerate() <= 0.7
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
    assert 0.7 <= peak(file) / 32_767 <= 0.85


@pytest.mark.skipif(shutil.which("aplay") is None, reason="alsa-utils is not installed")
def test_a_real_player_plays_into_a_sink_that_swallows_all(playing):
    """ALSA's null device takes a sound as fast as it comes."""
    told = threading.Event()
    player = playing(by_program([shutil.which("aplay"), "-q", "-D", "null"]), told=told.set)
    for volume in (100, 50):
        player.play(GOOD, volume)
        until(lambda: player._playing is not None or player._next is None)
        until(lambda: player._playing is None and player._next is None)
    assert not told.is_set()
    assert not player.is_silent


@pytest.mark.skipif(shutil.which("aplay") is None, reason="alsa-utils is not installed")
def test_a_real_player_without_a_device_is_given_up(playing):
    told = threading.Event()
    command = [shutil.which("aplay"), "-q", "-D", "there_is_no_such_device"]
    player = playing(by_program(command), told=told.set)
    player.play(GOOD, 100)
    assert told.wait(PATIENCE)
    assert player.is_silent


@pytest.mark.skipif(sys.platform != "linux", reason="as the names of the players are")
def test_the_best_player_is_asked_first(monkeypatch):
    started = []
    monkeypatch.setattr(
        sound_player.subprocess, "Popen", lambda command, **_: started.append(command)
    )
    for start in system_players(lambda name: f"/usr/bin/{name}"):
        start(GOOD)
    assert started == [
        ["/usr/bin/pw-play", str(GOOD)],
        ["/usr/bin/paplay", str(GOOD)],
        ["/usr/bin/aplay", "-q", str(GOOD)],
    ]


def peak(file):
    with wave.open(str(file)) as sound:
        content = sound.readframes(sound.getnframes())
    numbers = memoryview(content).cast("h")
    return max(map(abs, numbers))
