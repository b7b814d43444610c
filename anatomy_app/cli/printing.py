"""Printed pages as PDF files, without a display."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from anatomy_app.cli.display import library_sentence
from anatomy_app.cli.stops import WrongContent, WrongPlace
from anatomy_app.content.library import Library
from anatomy_app.content.plate_file import PlateError
from anatomy_app.content.rig_file import RigError
from anatomy_app.model.entities import Entity
from anatomy_app.paint.page_words import PlanWords

if TYPE_CHECKING:
    from anatomy_app.paint.page import Printed


def plan_pdf(library: Library, words: PlanWords, paper: str) -> bytes:
    """A plan on one page."""

    def make() -> "Printed":
        from anatomy_app.cli.page_pictures import exercise_picture
        from anatomy_app.paint.page_plan import plan_page

        return plan_page(words, lambda id_: exercise_picture(library, id_))

    return _pdf(make, paper)


def handout_pdf(library: Library, entity: Entity, paper: str) -> bytes:
    """A handout on one or two pages."""

    def make() -> "Printed":
        from anatomy_app.cli.handout_page import handout_page

        return handout_page(library, entity)

    return _pdf(make, paper)


def _pdf(make: "Callable[[], Printed]", paper: str) -> bytes:
    """The file of what is made; this is where Qt is loaded."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication

        from anatomy_app.cli.canvas import document
        from anatomy_app.paint.page import Paper, lay_out
    except ImportError as error:
        if (error.name or "").startswith("anatomy_app"):
            raise
        raise WrongPlace(library_sentence(str(error))) from error
    application = QGuiApplication.instance() or QGuiApplication(["anatomy-app"])
    try:
        printed = make()
        data = document(lay_out(printed, Paper(paper)), printed.name)
    except (PlateError, RigError) as error:
        raise WrongContent(f"{error}; 'anatomy-app check' tells all about it") from error
    del application
    return data
