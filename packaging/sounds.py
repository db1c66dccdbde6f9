"""Makes the three sounds of the till, the same bytes each time: sounds.py FOLDER."""

import math
import struct
import sys
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

RATE = 22_050
"""Samples a second, of 16 bits each, on one channel."""
LOUDEST = 0.8
ATTACK = 0.004
"""Seconds until a note is at its loudest: a beginning without a click."""

Note: TypeAlias = tuple[float, float, float, Sequence[float]]
"""When it begins, how long it lasts (seconds), its pitch (Hz), and how loud each harmonic is."""

BELL = (1.0, 0.28, 0.10)
REED = (1.0, 0.55, 0.40, 0.25, 0.15)
SOUNDS: dict[str, Sequence[Note]] = {
    "good": ((0.0, 0.08, 1046.5, BELL), (0.055, 0.13, 1568.0, BELL)),
    "bad": ((0.0, 0.15, 233.1, REED), (0.17, 0.24, 174.6, REED)),
    "manager": (
        (0.0, 0.16, 880.0, BELL), (0.15, 0.16, 659.3, BELL), (0.30, 0.30, 880.0, BELL),
    ),
}  # fmt: skip


def samples(notes: Sequence[Note]) -> list[int]:
    """Return a sound as samples from -32767 to 32767, its loudest at LOUDEST of that."""
    whole = [0.0] * round(RATE * max(begin + lasts for begin, lasts, *_ in notes))
    for begin, lasts, pitch, harmonics in notes:
        first = round(begin * RATE)
        for at in range(round(lasts * RATE)):
            time = at / RATE
            swell = min(1.0, time / ATTACK) * (1 - time / lasts) ** 2
            turns = 2 * math.pi * pitch * time
            tone = sum(loud * math.sin(turns * n) for n, loud in enumerate(harmonics, 1))
            if first + at < len(whole):
                whole[first + at] += swell * tone
    peak = max(map(abs, whole))
    return [round(one / peak * LOUDEST * 32_767) for one in whole]


def make(folder: Path) -> None:
    """Write all sounds into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in SOUNDS.items():
        made = samples(notes)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(made)}h", *made))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
