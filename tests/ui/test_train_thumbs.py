"""Small pictures of exercises, made while the program idles."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.train_thumbs import Thumbnails
from tests.ui.driving import settle
from tests.ui.training import train

SIZE = QSize(142, 92)


def test_thumbnails_follow_a_theme_that_changes_while_they_wait(window: MainWindow) -> None:
    thumbnails = train(window, "muscle:soleus").middle.cards.thumbnails
    fresh, themes = Thumbnails(window.session, window), window.session.preferences

    def made(by: Thumbnails) -> QImage:
        for _ in range(1000):
            found = by.picture("squat", SIZE, 1.0)
            if found is not None:
                return found.toImage()
            settle()
        raise AssertionError("no picture")

    themes.put("theme", "light")
    thumbnails.picture("squat", SIZE, 1.0)
    themes.put("theme", "dark")
    dark = made(thumbnails)
    themes.put("theme", "light")
    assert made(thumbnails) == made(fresh) != dark
    fresh.stop()
