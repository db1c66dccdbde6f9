"""A bare window and a connection: what no program of this kind can start without. DSN."""

import os
import sys

import psycopg
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def connect() -> None:
    with psycopg.connect(sys.argv[1]) as line:
        line.execute("SELECT 1")
    print("usable", flush=True)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, connect)
    app.exec()
