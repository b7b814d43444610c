"""Which curves a tab shows, and what they say at an instant."""

from anatomy_app.paint.charts import Charts
from anatomy_app.ui.curve_tabs import ANGLES, FORCE, MUSCLE
from anatomy_app.ui.curves_motion import angle_charts, force_charts
from anatomy_app.ui.curves_muscle import muscle_charts
from anatomy_app.ui.session import Session


def make_charts(session: Session, tab: str) -> Charts | None:
    """The curves of a tab; None for a tab without curves over the stride."""
    makers = {MUSCLE: muscle_charts, ANGLES: angle_charts, FORCE: force_charts}
    return makers[tab](session) if tab in makers else None


def reading(charts: Charts | None, percent: float) -> tuple[str, ...]:
    """What the curves show at a percent, row by row, for whoever cannot see them."""
    if charts is None:
        return ()
    said = []
    for row in charts.rows:
        values = ", ".join(line.words(percent) for line in row.lines)
        said.append(f"{row.title} {values or row.empty}")
    return (*said, charts.note) if charts.note else tuple(said)
