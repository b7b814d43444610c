"""Word lists of the search: fillers, spellings, words that mean the same, movements."""


def _groups(lines: str) -> dict[str, tuple[str, ...]]:
    """Read `concept: root root ...` lines into root -> concepts."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        concept, roots = line.split(":")
        for root in roots.split():
            found[root] = (*found.get(root, ()), "~" + concept.strip())
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say nothing about which entity is meant, in six languages. Dropped on both sides.
FILLERS = _words(
    """
    a an and are as at be been by can do does for from get gets have how i in is it its m me mm
    my of on or that the their there these this to was were what when where which while who why will
    with you your during most am im ive has had about into if just really always still keep
    keeps left right feel feels feeling after too very so bit lot got should could would happen
    happens prevent vs versus than
    de la le les du des d l del della dell degli di el los las do da dos das der die das den dem
    und et y e i il lo musculus musculi musculorum muscul muscolo muscoli musculo muskel muskeln
    """
)

# In parentheses after a name, these are remarks and no second name.
REMARKS = _words("foot group heads parts erector")

# A query that begins with one of these asks a question.
QUESTIONS = _words("what why how does do is are should can could will when")

# Words that say what sort of thing is meant: names are compared without them.
GENERIC = _words("muscle group phase stage")

# Words that say little: they count for a part only, and a query need not hold them.
WEAK = GENERIC | _words(
    """
    run runner running work working use used active activity body please best good start some
    people thing one sharp sudden dull severe bad mild slight chronic constant
    """
)

# Other spellings of the same word, looked up after case, accents and plural are gone.
SPELLINGS = {
    "peroneus": "fibularis",
    "peroneal": "fibular",
    "peroneous": "fibularis",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "tendonitis": "tendinitis",
    "tendonopathy": "tendinopathy",
}

IRREGULAR = {
    "calves": "calf",
    "halves": "half",
    "feet": "foot",
    "teeth": "tooth",
    "men": "man",
    "women": "woman",
    "fasciae": "fascia",
    "vertebrae": "vertebra",
    "glutei": "gluteus",
    "lying": "lie",
    "lies": "lie",
    "felt": "feel",
    "ran": "run",
}

# Roots (see words.root) that mean the same; a root may stand in several lines.
CONCEPTS = _groups(
    """
    extend: extend extens straighten unbend
    flex: flex bend curl fold
    abduct: abduct spread
    adduct: adduct clos squeez
    rotate: rotat turn twist spin
    lift: lift rais elevat hoist hitch hik
    lower: lower drop depress
    evert: evert evers
    invert: invert invers
    retract: retract retraction
    protract: protract
    brake: brak slow decelerat control resist check
    support: support hold steady stabil stabili stabiliz stabiliser carry
    propel: propel propuls push
    pain: pain hurt ach sore discomfort tender painful swell swollen burn throb syndrom
    strain: strain pull tear tore torn ruptur
    sprain: sprain roll twist
    tight: tight stiff tens
    weak: weak lazy inactive
    cramp: cramp spasm
    swell: swell swollen
    numb: numb tingl
    snap: snap pop crack
    unable: unable cannot cant
    rise: rise ris stand
    toe: toe tiptoe
    outer: outer outside lateral outward
    inner: inner inside medial inward
    front: front anterior
    behind: back posterior behind rear hind backward
    below: under below beneath underside bottom underneath
    above: above over top upper
    origin: origin originat aris attach
    insert: insert insertion attach
    nerve: nerve innervat supply nerv
    breathe: breath breath respirat respir inspirat inhal exhal
    land: land contact strik touchdown impact
    flight: flight float air airborne aerial fly
    exercise: exercis exerciz workout train strengthen strength drill
    stretch: stretch mobil flexibil
    jump: jump hop leap plyometric plyo plyometrics
    patella: patella kneecap patellar
    clavicle: clavicle collarbone
    sternum: sternum breastbone
    calcaneus: calcaneus calcaneal heelbone
    tibia: tibia shinbone tibial
    femur: femur thighbone
    scapula: scapula
    hallux: hallux hallucis
    abdomen: abdomen abdominal belly stomach tummy
    buttock: buttock butt bum glut gluteal glute
    foot: foot pedal
    big: big great larg
    largest: largest biggest strongest greatest
    long: longest
    shoe: shoe footwear trainer sneaker
    hill: hill slope climb
    fast: fast faster speed pac
    """
)

# Two words that name one thing.
PHRASES = {
    ("sit", "bone"): ("ischial", "tuberosity"),
    ("sitting", "bone"): ("ischial", "tuberosity"),
    ("heel", "bone"): ("calcaneus",),
    ("shin", "bone"): ("tibia",),
    ("thigh", "bone"): ("femur",),
    ("knee", "cap"): ("kneecap",),
    ("collar", "bone"): ("clavicle",),
    ("shoulder", "blade"): ("scapula",),
    ("breast", "bone"): ("sternum",),
    ("it", "band"): ("iliotibial", "band"),
    ("plantar", "flexion"): ("plantarflexion",),
    ("dorsi", "flexion"): ("dorsiflexion",),
    ("side", "bending"): ("side", "bend"),
}

# What a layman sees moving -> the joint's movement in the field's words. A line applies if the
# query holds one word of each part.
MOVEMENTS: tuple[tuple[tuple[frozenset[str], ...], tuple[str, ...]], ...] = tuple(
    (tuple(frozenset(part.split("/")) for part in seen.split()), tuple(means.split()))
    for seen, means in (
        ("arm forward/forwards/front", "shoulder flexion"),
        ("arm back/backward/backwards/behind", "shoulder extension"),
        ("arm sideways/sideway/side/away/out", "shoulder abduction"),
        ("leg/thigh sideways/sideway/side/away/out/outward", "hip abduction"),
        ("leg/thigh/knee together/inward/in", "hip adduction"),
        ("leg/thigh back/backward/backwards/behind", "hip extension"),
        ("leg/thigh/knee lift/rais/up/forward/drive/driv", "hip flexion"),
        ("leg/thigh outward/out turn/rotat", "hip external rotation"),
        ("leg/thigh inward/in turn/rotat", "hip internal rotation"),
        ("toe point", "ankle plantarflexion"),
        ("foot down point/push/press", "ankle plantarflexion"),
        ("foot/forefoot/toe lift/rais/pull", "ankle dorsiflexion"),
        ("heel lift/rais", "ankle plantarflexion"),
        ("tiptoe", "ankle plantarflexion"),
        ("foot/sole/ankle inward/in roll/turn", "foot inversion"),
        ("foot/sole/ankle outward/out roll/turn", "foot eversion"),
        ("toe lift/rais/up", "toes extension"),
        ("big toe lift/rais/up", "big toe extension"),
        ("big toe curl/bend/flex", "big toe flexion"),
        ("heel butt/bum/buttock", "knee flexion"),
        ("head/neck turn/rotat", "neck turning"),
        ("shoulder shrug/lift/rais", "scapula elevation"),
        ("shoulder/scapula/blade back/together/squeez", "scapula retraction"),
        ("trunk/body/torso turn/rotat/twist", "trunk rotation"),
        ("palm up", "forearm supination"),
        ("palm down", "forearm pronation"),
    )
)
