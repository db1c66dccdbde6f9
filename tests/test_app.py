import os
import subprocess
import sys

SCRIPT = """
import sys
from pathlib import Path
from storedesk.ui.kit.input.covers import covering
from storedesk.app import main

async def script(window):
    print(window.isVisible(), sorted({'sqlalchemy', 'psycopg', 'alembic'} & set(sys.modules)))
    await window.first_run.idle()
    print('sqlalchemy' in sys.modules)
    return 7

sys.exit(main(Path(sys.argv[1]), script))
"""


def start(folder, script=SCRIPT):
    words = [sys.executable, "-c", script, str(folder)]
    there = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        words, env=there, capture_output=True, text=True, check=False, timeout=100
    )


def test_the_window_is_there_before_the_database_stack_is_imported(tmp_path):
    done = start(tmp_path)
    assert done.stdout.splitlines() == ["True []", "True"], done.stderr
    assert done.returncode == 7
    assert done.stderr == ""
    assert (tmp_path / "storedesk.log").exists()


def test_a_bug_is_written_down_and_shown_and_the_program_goes_on(tmp_path):
    script = SCRIPT.replace(
        "    return 7\n",
        "    from PySide6.QtCore import QTimer\n"
        "    from PySide6.QtWidgets import QApplication\n"
        "    import asyncio\n"
        "    QTimer.singleShot(0, lambda: 1 / 0)\n"
        "    while (dialog := covering()) is None:\n"
        "        await asyncio.sleep(0.02)\n"
        "    print(type(dialog).__name__, 'ZeroDivisionError' in dialog.report.toPlainText())\n"
        "    dialog.accept()\n"
        "    return 7\n",
    )
    done = start(tmp_path, script)
    assert done.stdout.splitlines()[-1] == "CrashDialog True", done.stderr
    assert done.returncode == 7
    assert "ZeroDivisionError" in (tmp_path / "storedesk.log").read_text()


def test_a_second_start_of_a_profile_goes_at_once(tmp_path):
    script = SCRIPT.replace(
        "    return 7\n",
        "    import asyncio\n"
        "    second = await asyncio.create_subprocess_exec(sys.executable, '-c',\n"
        "        'import sys; from pathlib import Path; from storedesk.app import main;'\n"
        "        'sys.exit(main(Path(sys.argv[1])))', sys.argv[1])\n"
        "    print('second', await second.wait())\n"
        "    return 7\n",
    )
    done = start(tmp_path, script)
    assert done.stdout.splitlines()[-1] == "second 0", done.stderr
    assert done.returncode == 7
