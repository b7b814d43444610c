"""The paper of a plan: the one that was chosen, else the one that is usual where the user lives."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

from anatomy_app.paint.page import Paper
from anatomy_app.state.preferences import Preferences
from anatomy_app.ui.words import translate

_LANDS = QLocale.Country

# Where Letter is usual, after the "paperSize" of the Unicode CLDR.
LETTER_LANDS = frozenset({
    _LANDS.Belize, _LANDS.Canada, _LANDS.Chile, _LANDS.Colombia, _LANDS.CostaRica,
    _LANDS.ElSalvador, _LANDS.Guatemala, _LANDS.Mexico, _LANDS.Nicaragua, _LANDS.Panama,
    _LANDS.Philippines, _LANDS.PuertoRico, _LANDS.UnitedStates, _LANDS.Venezuela,
})  # fmt: skip


def usual_paper(locale: QLocale) -> Paper:
    """The paper that is usual in a country."""
    return Paper.LETTER if locale.territory() in LETTER_LANDS else Paper.A4


def chosen_paper(preferences: Preferences) -> Paper:
    """The paper that was chosen, else that of the system's country."""
    word = preferences.text("paper")
    return usual_paper(QLocale.system()) if word == "system" else Paper(word)


def paper_words(paper: Paper) -> str:
    """What a paper is called."""
    return translate("Train", "US Letter") if paper is Paper.LETTER else translate("Train", "A4")


def page_size(paper: Paper) -> QPageSize:
    """The paper as Qt knows it."""
    ids = QPageSize.PageSizeId
    return QPageSize(ids.Letter if paper is Paper.LETTER else ids.A4)
