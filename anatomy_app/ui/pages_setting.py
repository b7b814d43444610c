"""The panel's page of a setting of a run: what works more or less, by how much, who says so."""

from html import escape

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Context, Effect
from anatomy_app.model.settings import Shift, disagreeing, in_families, shift_of
from anatomy_app.ui import setting_words
from anatomy_app.ui.pages import Page, Section, link, small, source_section, sources
from anatomy_app.ui.words import translate

SIGNS = {Shift.MORE: "+", Shift.LESS: "\u2212", Shift.DISPUTED: "\u00b1", Shift.SAME: "=",
         Shift.TOLD: "\u2022"}  # fmt: skip
NO_FIGURE = "no figure"  # how the tables say that there is none


def context_page(atlas: Atlas, context: Context) -> Page:
    """What works more or less in a setting; what shares a muscle stands together."""
    entries = atlas.index.entries
    effects = in_families(entries, context.effects)
    told = (_told(atlas, each, disagreeing(entries, context, each)) for each in effects)
    cited = dict.fromkeys(source for effect in context.effects for source in effect.sources)
    return Page(
        kicker=translate("Pages", "Setting of a run"),
        title=context.name,
        subtitle=", ".join(context.synonyms),
        sections=(
            Section(translate("Pages", "Against level running"), "".join(told)),
            source_section(atlas, cited),
        ),
    )


def _told(atlas: Atlas, effect: Effect, others: tuple[Effect, ...]) -> str:
    """An effect: sign, structure, direction; size; details; who says so and how surely."""
    sign = SIGNS[Shift.DISPUTED if others else shift_of(effect)]
    evidence = translate("Settings", "Evidence: {0}").format(
        setting_words.evidence(effect.evidence)
    )
    last = small(f"{sources(atlas, effect.sources)} · {escape(evidence)}")
    lines = (_size(effect), escape(effect.detail), _against(atlas, others), last)
    return (
        f'<p style="margin:0 0 10px 0"><b>{sign} {_target(atlas, effect.target)}</b>'
        f" · {escape(setting_words.direction(effect))}<br>"
        f"{'<br>'.join(line for line in lines if line)}</p>"
    )


def _size(effect: Effect) -> str:
    """How much, as the table says; where it gives no number, that there is none."""
    has = any(each.isdigit() for each in effect.size) or NO_FIGURE in effect.size
    return escape(effect.size if has else f"{effect.size} {translate('Settings', 'No figure.')}")


def _against(atlas: Atlas, others: tuple[Effect, ...]) -> str:
    """That other studies say the opposite, and of what."""
    text = translate("Settings", "Studies disagree: {0} is said to work {1}.")
    said = (
        text.format(_target(atlas, each.target), escape(setting_words.direction(each)))
        for each in others
    )
    return " ".join(said)


def _target(atlas: Atlas, target: str) -> str:
    """A structure as a link; anything else in plain words."""
    entity = Entity(Kind.MUSCLE, target)
    if target in atlas.structures:
        return link(entity, atlas.name(entity))
    return escape(target.replace("_", " ").capitalize())
