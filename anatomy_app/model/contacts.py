"""What of the body rests on floor, wall or bar, and how the limbs are brought to stay there."""

from dataclasses import dataclass

from anatomy_app.model.placement import Placement, Point
from anatomy_app.model.skeleton import Skeleton, Stance

SIDES = ("near", "far")
BALL, HEEL, FIST, GRIP = (107.0, -3.0), (-42.0, -2.0), (50.0, -800.0), (46.0, -846.0)
ANKLE = (-10.0, -68.5)
SPOTS: dict[str, tuple[str, Point]] = {  # the joint it hangs on, its place in the standing figure
    "foot": ("ankle", BALL), "toe": ("ankle", BALL), "heel": ("ankle", HEEL),
    "leg": ("knee", ANKLE), "instep": ("ankle", (95.0, -45.0)), "ankle": ("ankle", ANKLE),
    "knee": ("hip", (-13.3, -467.5)), "hand": ("elbow", FIST), "grip": ("elbow", GRIP),
    "forearm": ("shoulder", (-9.4, -1118.4)), "back": ("back", (-96.0, -1388.0)),
    "bench": ("back", (-92.0, -1260.0)), "seat": ("pelvis", (-30.0, -800.0)),
    "pelvis": ("pelvis", (0.0, -888.3)), "belly": ("pelvis", (0.0, -888.3)),
}  # fmt: skip
TRUNK, KNEE = frozenset({"back", "bench", "seat", "pelvis", "belly"}), frozenset({"knee"})
ON_FEET = frozenset({"foot", "toe", "heel", "instep", "ankle"})
SINGULAR = {
    "feet": "foot", "toes": "toe", "heels": "heel", "ankles": "ankle", "hands": "hand",
    "knees": "knee", "forearms": "forearm",
}  # fmt: skip
OTHER = frozenset({"lowest_point", "far_side", "near_side"})  # of runs, and of the front figure
CLOSE = 0.3  # mm: nearer than this nothing has to be bent


@dataclass(frozen=True, slots=True)
class Contact:
    """A spot of the body on one side that rests on something; spots of the trunk have one side."""

    spot: str
    side: str = "near"

    @property
    def at(self) -> tuple[str, Point]:
        """The joint it hangs on, and its place in the standing figure."""
        return SPOTS[self.spot]


def contacts(placement: Placement) -> tuple[Contact, ...]:
    """The contacts that anchors name: `both_feet`, `near_knee`, `back`."""
    other = {}
    if any(prop.kind == "bar" for prop in placement.start.props):
        other["hand"] = "grip"
    if "on the bench" in placement.special:
        other["back"] = "bench"
    named = (each for name in placement.anchors for each in _named(name))
    return tuple(Contact(other.get(each.spot, each.spot), each.side) for each in named)


def is_anchor(name: str) -> bool:
    """Whether an anchor can be held."""
    tail = name.partition("_")[2]
    plural, single = name.startswith("both_") and tail in SINGULAR, name.startswith(SIDES)
    return plural or (single and tail in SPOTS) or name in TRUNK or name in OTHER


def _named(name: str) -> tuple[Contact, ...]:
    head, _, tail = name.partition("_")
    if head == "both":
        return tuple(Contact(SINGULAR[tail], side) for side in SIDES)
    return (Contact(tail, head),) if head in SIDES else (Contact(head),)


def carrying(found: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Those that decide where the hips are: the trunk before the knees before hands and feet."""
    for group in (TRUNK, KNEE):
        chosen = tuple(each for each in found if each.spot in group)
        if chosen:
            return chosen
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """A contact with the place where it belongs, and the turn of foot and toes there."""

    contact: Contact
    place: Point
    turn: float = 0.0
    toes: float = 0.0


def settled(skeleton: Skeleton, stance: Stance, held: list[Held]) -> Stance:
    """One side of the figure with its limbs brought to where they are held."""
    spots = {each.contact.spot: each for each in held}
    feet = [each for each in held if each.contact.spot in ON_FEET]
    if feet:
        stance = _leg(skeleton, stance, feet, kneels="knee" in spots)
    if "forearm" in spots:
        stance = _forearm(skeleton, stance, spots)
    else:
        for name in ("hand", "grip"):
            if name in spots:
                point, place = SPOTS[name][1], spots[name].place
                stance = _bent(skeleton, stance, ("shoulder", "elbow"), point, place)
    return stance


def lifted(skeleton: Skeleton, stance: Stance, up: float) -> Stance:
    """The foot raised by some mm, turned as before: hip and knee bend."""
    x, y = skeleton.at(stance, "ankle", ANKLE)
    raised = skeleton.bending(stance, ("hip", "knee"), ANKLE, (x, y - up))
    return skeleton.facing(raised, "ankle", stance.turns["ankle"])


def _leg(skeleton: Skeleton, stance: Stance, feet: list[Held], *, kneels: bool) -> Stance:
    """The foot is turned as it stands, and hip and knee bend until it is where it stands."""
    own = feet[0]
    stance = skeleton.facing(stance, "ankle", own.turn)
    here = skeleton.at(stance, "ankle", own.contact.at[1])
    at = skeleton.at(stance, "ankle", ANKLE)
    target = own.place[0] + at[0] - here[0], own.place[1] + at[1] - here[1]
    if kneels:
        stance = skeleton.reaching(stance, "knee", ANKLE, target)
    else:
        stance = _bent(skeleton, stance, ("hip", "knee"), ANKLE, target)
    stance = skeleton.facing(stance, "ankle", own.turn)
    return skeleton.facing(stance, "mtp", own.toes)


def _forearm(skeleton: Skeleton, stance: Stance, spots: dict[str, Held]) -> Stance:
    elbow = spots["forearm"]
    stance = skeleton.reaching(stance, "shoulder", elbow.contact.at[1], elbow.place)
    if "hand" in spots:
        hand = spots["hand"]
        stance = skeleton.reaching(stance, "elbow", hand.contact.at[1], hand.place)
    return stance


def _bent(
    skeleton: Skeleton, stance: Stance, joints: tuple[str, str], point: Point, target: Point
) -> Stance:
    x, y = skeleton.at(stance, joints[1], point)
    if abs(x - target[0]) + abs(y - target[1]) < CLOSE:
        return stance
    return skeleton.bending(stance, joints, point, target)
