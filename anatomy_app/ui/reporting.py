"""Errors that nobody expected: into the log, and before the user in words that can be copied."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.words import translate

log = logging.getLogger(__name__)


def report_errors() -> None:
    """From now on Qt's messages go to the log and errors of ours to a window."""
    qInstallMessageHandler(_to_log)
    sys.excepthook = _report


def _to_log(kind: QtMsgType, context: object, message: str) -> None:
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    log.log(levels.get(kind, logging.WARNING), "%s", message)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected error\n%s", details)
    text = translate("App", "Something went wrong. Your settings are safe.")
    bad_news(QApplication.activeWindow(), text, details)
