import pytest

from storedesk.ui.kit.base.comfort import Comfort
from storedesk.ui.kit.looks.theme import Scheme


@pytest.fixture
def file(tmp_path):
    return tmp_path / "window.ini"


def test_at_first_all_is_usual(file):
    for comfort in (Comfort(), Comfort(file, "ada")):
        assert comfort.colors is None
        assert (comfort.text, comfort.sounds, comfort.volume) == (100, True, 100)


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_is_chosen_is_told_and_stays(file, is_kept, qtbot):
    comfort = Comfort(file if is_kept else None, "ada")
    with qtbot.waitSignal(comfort.changed):
        comfort.choose(colors="dark", text=125, sounds=False, volume=50)
    for one in (comfort, Comfort(file, "ada")) if is_kept else (comfort,):
        assert (one.colors, one.text, one.sounds, one.volume) == (Scheme.DARK, 125, False, 50)


def test_colors_and_text_are_a_persons_and_sounds_the_computers(file):
    Comfort(file, "ada").choose(colors="dark", text=150, sounds=False, volume=25)
    other = Comfort(file, "ben")
    assert (other.colors, other.text) == (None, 100)
    assert (other.sounds, other.volume) == (False, 25)


def test_what_cannot_be_understood_is_as_at_first(file):
    file.write_text(
        "[General]\nsounds=perhaps\nvolume=\\x0\n[ada]\ncolors=pink\ntext=1e9\n", encoding="utf-8"
    )
    comfort = Comfort(file, "ada")
    assert comfort.colors is Scheme.SYSTEM
    assert (comfort.text, comfort.sounds, comfort.volume) == (100, True, 100)


def test_the_window_decides_what_is_kept(file):
    comfort, wanted = Comfort(file, "ada"), []
    comfort.decide = lambda **chosen: wanted.append(chosen)
    comfort.choose(text=125)
    assert wanted == [{"text": 125}]
    assert comfort.text == 100
