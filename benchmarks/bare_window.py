"""A window with nothing in it: what every ratio is a ratio to. It tells its figures and ends."""

import sys

from first_picture import FirstPicture, now, peak_mb, tell
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def main() -> None:
    """Open, paint, tell, close."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1280, 800)
    window.show()

    def seen() -> None:
        tell(painted=now(), ready=now(), peak_mb=peak_mb())
        app.quit()

    watch = FirstPicture(window.windowHandle(), seen)
    app.exec()
    del watch


if __name__ == "__main__":
    main()
