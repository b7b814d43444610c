"""Where the measured tables are torn, ragged or crumbly, place by place (0.1 mm).

What is drawn otherwise than measured is named in tests/content/test_drawing_form.py.
"""

Layer = tuple[str, int]  # view and number
Place = tuple[int, int]
Spot = tuple[int, int, int, int, float]  # left, top, right, bottom, and how much (cells)

# Borders that are measured ragged although the tissues are not: left, top, right, bottom (0.1 mm)
# and how far they are smoothed (cells).
RAGGED: dict[Layer, tuple[Spot, ...]] = {
    ("front", 1): (
        (-1040, -12500, -640, -11900, 11.0),  # upper slip of external oblique under pectoralis
        (-860, -11900, -520, -9700, 7.0),  # linea semilunaris
        (-1520, -13150, -1250, -11900, 6.0),  # serratus under latissimus
    ),
    ("front", 2): ((-860, -11600, -520, -9700, 7.0),),
    ("sole", 1): ((-1560, -1120, -560, 300, 4.0),),  # slips of the plantar fascia
    ("side", 1): (
        (960, -12500, 1330, -11950, 9.0),
        (950, -11950, 1450, -9900, 7.0),  # linea semilunaris
    ),
    ("side", 2): ((850, -12000, 1400, -9600, 7.0), (-150, -11800, 900, -10700, 4.0)),
    ("front", 3): (
        (-900, -11350, -500, -8850, 7.0),  # linea semilunaris
        (-1250, -12000, -900, -10950, 7.0),  # diaphragm and transversus
        (-960, -12200, -760, -11650, 5.0),  # arch of the ribs
    ),
    ("side", 3): (
        (680, -12000, 1360, -11000, 7.0),  # diaphragm and transversus
        (-50, -11850, 600, -11400, 7.0),
        (950, -11000, 1400, -8700, 7.0),  # linea semilunaris
    ),
}
# Where the table is torn: a structure is led on over what is bare, or a rib, in a polygon (0.1 mm).
TORN: dict[Layer, tuple[tuple[str, tuple[Place, ...]], ...]] = {
    ("side", 2): (
        (  # to the arch of the ribs
            "internal_oblique",
            (
                (89, -11659),
                (560, -11666),
                (807, -11510),
                (963, -11607),
                (1223, -11796),
                (1223, -11019),
                (430, -10970),
                (404, -11172),
                (72, -11328),
                (34, -11474),
            ),
        ),
    ),
}
# Crumbs of muscles between the tendons of the foot, and the torn upper edge of the muscles of its
# outer side, which its skin hides (0.1 mm): middle and half axes.
BITS: dict[str, tuple[tuple[int, int, int, int], ...]] = {
    "front": ((-1025, -365, 90, 75),),
    "back": ((1235, -190, 290, 110),),
    "side": ((600, -235, 75, 45), (230, -185, 460, 100)),
}
# Crumbs, which go to their neighbours: a point in each (0.1 mm).
CRUMBS: dict[Layer, tuple[Place, ...]] = {
    ("front", 1): (
        (-2230, -10650),  # ulna in a slit of the wrist flexors
        (-2680, -9100),  # deep muscles of the forearm between the tendons of the wrist
        (-2295, -9320),
        (-2520, -9330),
        (-370, -9080),  # in the groin
        (-510, -9300),
        (-430, -9170),
        (-570, -14210),  # a rib in the neck
        (-250, -14150),
        (-280, -14170),
        (-240, -14880),  # spine beneath the chin
        (-1130, -14010),  # in the furrow of deltoid and pectoralis
        (-1010, -14070),
        (-1360, -13910),
        (-1250, -13960),
        (-360, -4530),  # behind the knee
        (-360, -4600),
        (-1170, -4650),
        (-680, -4440),  # in the patellar tendon
        (-970, -600),  # a short extensor between the tendons of the foot
    ),
    ("front", 2): (
        (-2230, -10650),
        (-2680, -9100),
        (-2295, -9320),
        (-2520, -9330),
        (-20, -13460),  # intercostals through the sternum
        (-20, -12970),
        (-20, -12660),
        (-250, -14150),
        (-570, -14210),
        (-575, -14300),
        (-280, -14175),
        (-240, -14880),
        (-430, -2150),
        (-350, -4620),
    ),
    ("front", 3): (
        (-20, -13460),
        (-20, -12970),
        (-20, -12660),
        (-850, -4320),  # vastus intermedius below the patella
        (-170, -9350),  # muscles of the back through the holes of the sacrum
        (-140, -9335),
        (-200, -9350),
        (-340, -15470),  # muscles of the neck through the mouth
        (-350, -4620),
    ),
    ("front", 4): ((-170, -9350), (-340, -15470), (-350, -4620)),
    ("back", 1): (
        (20, -15140),  # spines through trapezius and fascia
        (5, -10100),
        (1390, -14310),
        (1630, -14190),
        (1480, -14110),
    ),
    ("back", 4): ((520, -14150),),
    ("side", 1): ((440, -640), (650, -110), (-1670, -9600)),
    ("side", 2): (
        (670, -510),
        (427, -655),
        (590, -240),
        (-130, -4070),
        (-1850, -9600),
        (-1670, -9600),
        (240, -4480),
        (280, -9140),
    ),
    ("side", 3): ((590, -240), (-130, -4070), (280, -9140)),
    ("side", 4): ((280, -9140),),
    ("medial", 2): ((-50, -4610),),
    ("medial", 3): ((-40, -4620),),
}
# Where a structure goes to its neighbours: its name, left, top, right, bottom (0.1 mm).
LOST: dict[Layer, tuple[tuple[str, int, int, int, int], ...]] = {
    ("front", 1): (  # stubs beside the calf
        ("achilles_tendon", -480, -2280, -350, -2050),
        ("plantaris", -480, -2280, -350, -2050),
        ("rectus_femoris", -820, -4420, -640, -4150),  # a hook in the patellar tendon
    ),
    ("front", 3): (("transversus_abdominis", -960, -12400, -790, -11270),),  # a strip on the ribs
    ("back", 1): (("sacrum", -10, -9750, 80, -9530),),  # a thorn in the fascia
    ("medial", 2): (("achilles_tendon", 440, -2400, 600, -2120),),
}
# Where the table leaves the space between the ribs bare: left, top, right, bottom (0.1 mm).
BARE: dict[Layer, tuple[int, int, int, int]] = {
    ("front", 2): (-1400, -12600, -750, -10900),
    ("back", 2): (750, -12400, 1400, -10900),
    ("side", 2): (-300, -14000, 1280, -11400),
}
