"""A bare window, and a connection if a DSN is given: no program of this kind starts without."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def reached() -> None:
    if len(sys.argv) > 1:
        import psycopg  # noqa: PLC0415

        with psycopg.connect(sys.argv[1]) as line:
            line.execute("SELECT 1")
    print("reached", flush=True)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, reached)
    app.exec()
