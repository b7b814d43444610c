"""Measures one thing inside the opened program and tells its figures: `inside.py WHAT [FOLDER]`."""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from anatomy_app.ui.plain_import import import_qt

import_qt()  # first of all, as the program does

# ruff: noqa: E402
from first_picture import peak_mb, tell
from opened import active_timers, application, caused, drain, opened, rest, select, settle
from queries import QUERIES
from timing import percentile, timed

from anatomy_app.model.drawing import PLATES, Layer, View
from anatomy_app.model.regions import REACH_MM, HitMap
from anatomy_app.ui.body_view import BodyView
from anatomy_app.ui.main_window import MainWindow

STEPS = 300
UNEVEN = 1.037  # percents of a step that never stands on a whole one, as in playing and dragging
POINTS = 400  # in each view
REPEATS = 3  # the least of them counts: a machine's hiccup is longer than asking for a point
SELECTED = "soleus"
IDLE_S = 0.5
SCRUBBED = {View.FRONT, View.BACK, View.RUNNER}


def scrub(window: MainWindow) -> None:
    """Single steps through three strides, without and with a muscle selected."""
    must_paint(window)
    clock = window.session.clock
    free = steps(partial(clock.step, 1))
    between = steps(lambda: clock.go_to(clock.percent + UNEVEN))
    select(window, SELECTED)
    settle(window)
    chosen = steps(partial(clock.step, 1))
    tell(
        median=median(free), most=percentile(free, 99),
        median_between=median(between), most_between=percentile(between, 99),
        median_selected=median(chosen), most_selected=percentile(chosen, 99),
    )  # fmt: skip


def steps(step: Callable[[], object]) -> list[float]:
    """Seconds of each of the steps, after some that do not count."""
    act = caused(step)
    return [timed(act) for _ in range(20 + STEPS)][20:]


def must_paint(window: MainWindow) -> None:
    """A RuntimeError if a step does not change every picture: then the figures mean nothing."""
    views = [view for view in window.findChildren(BodyView) if view.isVisible()]
    if {view.view for view in views} != SCRUBBED or not window.centre.list.isVisible():
        raise RuntimeError("not all parts of the window are open")
    before = [view.grab().toImage() for view in views]
    for _ in range(7):
        window.session.clock.step(1)
        drain()
    if any(view.grab().toImage() == image for view, image in zip(views, before, strict=True)):
        raise RuntimeError("a view did not change with the instant")


def hit(window: MainWindow) -> None:
    """Points on the body in every view, asked of all layers as the pointer asks."""
    seen = []
    library, chance = window.session.library, random.Random(7)
    for view in PLATES:
        shapes = library.hit_map(view)
        for x, y in points(shapes, library.layer(view, 1), chance):
            ask = partial(shapes.at, x, y, 1, REACH_MM)
            seen.append(min(timed(ask) for _ in range(REPEATS)))
    tell(median=median(seen), most=percentile(seen, 99), points=len(seen))


def points(shapes: HitMap, layer: Layer, chance: random.Random) -> Iterator[tuple[float, float]]:
    """Points that lie on the body, all over it."""
    lefts, tops, rights, bottoms = zip(*(region.box for region in layer.regions), strict=True)
    found = 0
    while found < POINTS:
        x, y = chance.uniform(min(lefts), max(rights)), chance.uniform(min(tops), max(bottoms))
        if shapes.at(x, y, 1, REACH_MM):
            found += 1
            yield x, y


def search(window: MainWindow) -> None:
    """Every query typed letter by letter: the search alone, then with its list on the screen."""
    box = window.centre.top.search
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    alone = [timed(partial(window.session.find, text)) for text in typed]
    shown = []
    for text in typed[::4]:
        box.setText(text)
        drain()
        shown.append(timed(caused(partial(box.search, text))))
    tell(
        median=median(alone), most=percentile(alone, 95), keys=len(alone),
        median_shown=median(shown), most_shown=percentile(shown, 95),
    )  # fmt: skip


def panel(window: MainWindow) -> None:
    """Structures selected one after the other, until their panel and plates are painted."""
    others = sorted(each for each in window.session.structures if each != SELECTED)
    chosen = [SELECTED, *random.Random(7).sample(others, 20)]
    seen = [timed(caused(partial(select, window, each))) for each in chosen]
    tell(first=seen[0], median=median(seen[1:]), most=max(seen[1:]))


def idle(window: MainWindow) -> None:
    """A paused window after some playing: what runs, and what half a second costs."""
    select(window, SELECTED)
    window.session.clock.play()
    rest(0.2)
    window.session.clock.pause()
    settle(window)
    rest(0.1)
    timers, before = len(active_timers(window)), time.process_time()
    rest(IDLE_S)
    tell(timers=timers, cpu=time.process_time() - before, lasted=IDLE_S)


def memory(window: MainWindow) -> None:
    """Everything opened once: five views, all layers, panel and search."""
    preferences, box = window.session.preferences, window.centre.top.search
    preferences.put("views", ",".join(View))
    for number in (1, 2, 3, 4):
        preferences.put("layer", number)
        settle(window)
    for structure in (SELECTED, "gluteus_maximus", "hamstrings"):
        select(window, structure)
        settle(window)
    for text in ("calf pain", "quadraceps", "xqzvwk"):
        box.setText(text)
        box.search(text)
        settle(window)
    tell(peak_mb=peak_mb())


MEASURES: dict[str, Callable[[MainWindow], None]] = {
    "scrub": scrub,
    "hit": hit,
    "search": search,
    "panel": panel,
    "idle": idle,
    "memory": memory,
}


def main(what: str, folder: str | None = None) -> None:
    """Open the window, measure, close."""
    app = application()
    window = opened(Path(folder) if folder else None)
    MEASURES[what](window)
    window.close()
    del app


if __name__ == "__main__":
    main(*sys.argv[1:])
