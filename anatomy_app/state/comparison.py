"""What the curves are compared with: another speed, another gait, or one or two more muscles."""

from dataclasses import dataclass

from anatomy_app.model.gait import Gait

MOST = 2
"""Muscles beside the selected one: more lines cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """At most one of the three; speed in m/s. Its text is what the settings keep."""

    speed: float | None = None
    gait: Gait | None = None
    muscles: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Comparison":
        """The comparison of a kept text; nothing is compared if it makes no sense."""
        kind, _, what = text.partition(":")
        try:
            if kind == "speed":
                return cls(speed=float(what))
            if kind == "gait":
                return cls(gait=Gait(what))
        except ValueError:
            return cls()
        muscles = tuple(filter(None, what.split(","))) if kind == "muscles" else ()
        return cls(muscles=muscles[:MOST])

    def __str__(self) -> str:
        if self.speed is not None:
            return f"speed:{self.speed:g}"
        if self.gait is not None:
            return f"gait:{self.gait}"
        return f"muscles:{','.join(self.muscles)}" if self.muscles else ""

    def with_muscle(self, muscle: str) -> "Comparison":
        """With one more muscle, or without it if it was there; the oldest gives way."""
        if muscle in self.muscles:
            return Comparison(muscles=tuple(each for each in self.muscles if each != muscle))
        return Comparison(muscles=(*self.muscles, muscle)[-MOST:])
