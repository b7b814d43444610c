"""What a user's hands and eyes do with Train."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from anatomy_app.model.entities import Entity
from anatomy_app.state.selection import Part, Training
from anatomy_app.ui.main_window import MainWindow
from anatomy_app.ui.train_view import TrainView
from tests.ui.driving import click, plain, settle


def train(window: MainWindow, *filters: str, page: str = "") -> TrainView:
    """Train, with these filters and this page."""
    entity = Entity.parse(page) if page else None
    window.session.selection.train(Training(entity, filters))
    settle()
    return view(window)


def view(window: MainWindow) -> TrainView:
    """Train, which is open."""
    found = window.centre.train
    assert found is not None
    assert found.isVisible()
    return found


def in_train(window: MainWindow) -> bool:
    """Whether Train is what is seen."""
    return window.session.selection.part is Part.TRAIN and view(window).isVisible()


def row(opened: TrainView, key: str) -> QModelIndex:
    """A row at the left; its section is opened."""
    index = opened.tree.filters.index_of(key)
    assert index.isValid(), key
    opened.tree.expand(index.parent())
    opened.tree.scrollTo(index)
    settle()
    return index


def press_row(opened: TrainView, key: str) -> None:
    """Click a row at the left."""
    index = row(opened, key)
    click(opened.tree.viewport(), opened.tree.visualRect(index).center())


def shown(opened: TrainView) -> tuple[str, ...]:
    """The ids of the cards."""
    return opened.middle.cards.cards.ids


def card(opened: TrainView, id_: str) -> QPoint:
    """The middle of a card."""
    cards = opened.middle.cards
    index = cards.cards.index(cards.cards.ids.index(id_))
    opened.middle.ensureVisible(0, cards.y() + cards.visualRect(index).center().y())
    settle()
    return cards.visualRect(index).center() - QPoint(0, 20)


def text(widget: QWidget) -> str:
    """Every word that a part shows, from the top to the bottom."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    found = [(label.mapTo(widget, QPoint()).y(), plain(label.text())) for label in labels]
    return "\n".join(words for _, words in sorted(found, key=lambda pair: pair[0]) if words)


def heading(opened: TrainView) -> str:
    """The heading of the page."""
    middle = opened.middle
    label = middle.detail.title if middle.detail.isVisible() else middle.title
    return plain(label.text())


def names(opened: TrainView) -> list[str]:
    """The ids of the exercises of the plan, in their order."""
    return [item.exercise for _, _, item in opened.desk.items]


Key = Qt.Key
