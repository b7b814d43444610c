"""Muscle activity: measured, simulated, or honestly not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anatomy_app import resources
from anatomy_app.content.gait import load_gait
from anatomy_app.model.activation import (
    Activation,
    Activations,
    activations,
    contraction,
    emg_by_speed,
)
from anatomy_app.model.anatomy import (
    Basis,
    Contraction,
    Curves,
    StageRole,
    Structure,
    StructureKind,
    Trust,
)
from anatomy_app.model.drawing import Side
from anatomy_app.model.gait import Gait
from anatomy_app.model.strides import stride_at

TABLES = load_gait(resources.data() / "gait")

MEASURED = Basis.MEASURED
SIMULATED = Basis.SIMULATED


def measured(*columns: str, note: str = "") -> Curves:
    return Curves(
        emg=columns,
        running=MEASURED,
        running_trust=Trust.HIGH,
        walking=MEASURED,
        walking_trust=Trust.HIGH,
        show=True,
        note=note,
    )


def simulated(*columns: str, trust: Trust = Trust.MEDIUM, show: bool = True) -> Curves:
    return Curves(
        simulated=columns,
        simulated_walking=columns,
        running=SIMULATED,
        running_trust=trust,
        walking=SIMULATED,
        walking_trust=Trust.LOW,
        show=show,
    )


CURVES = {
    "soleus": measured("soleus"),
    "gluteus_maximus": measured("gluteus_maximus", note="first burst certain"),
    "vastus_lateralis": measured("vastus_lateralis"),
    "rectus_femoris": measured("rectus_femoris"),
    "vastus_medialis": measured("vastus_medialis"),
    "fibularis_longus": measured("peroneus_longus"),
    "tibialis_anterior": measured("tibialis_anterior"),
    "biceps_femoris_long": measured("biceps_femoris"),
    "gastrocnemius_medial": measured("gastrocnemius_medialis"),
    "quadriceps": measured("rectus_femoris", "vastus_medialis", "vastus_lateralis"),
    "iliopsoas": simulated("psoas_major", "iliacus"),
    "piriformis": simulated("piriformis", trust=Trust.LOW, show=False),
    "adductor_brevis": simulated("adductor_brevis", trust=Trust.LOW),
    "diaphragm": Curves(note="works with breathing"),
}


def structure(name: str, curves: Curves, stages: dict[str, StageRole] | None = None) -> Structure:
    return Structure(
        id=name,
        name=name,
        kind=StructureKind.MUSCLE,
        shelf="calf",
        region="leg_posterior",
        stance="",
        swing="",
        sources=(),
        stages=stages or {},
        curves=curves,
    )


STRUCTURES = {name: structure(name, curves) for name, curves in CURVES.items()}


def activity(gait: Gait = Gait.RUNNING, speed: float | None = None) -> Activations:
    return activations(STRUCTURES, TABLES, stride_at(TABLES, gait, speed))


def one(name: str, gait: Gait = Gait.RUNNING, speed: float | None = None) -> Activation:
    return activity(gait, speed).by_id[name]


# measured


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("soleus", 0.987),
        ("gluteus_maximus", 0.618),
        ("vastus_lateralis", 0.690),
        ("rectus_femoris", 0.661),
        ("vastus_medialis", 0.659),
        ("fibularis_longus", 1.00),
        ("tibialis_anterior", 0.319),
        ("biceps_femoris_long", 0.552),
        ("gastrocnemius_medial", 0.971),
    ],
)
def test_emg_is_laid_on_the_toe_off_that_is_shown(name: str, value: float) -> None:
    right, _ = activity(speed=3.0).values_at(14)[name]
    assert right == pytest.approx(value, abs=0.0006)


def test_a_group_has_the_mean_curve_and_the_mean_spread_of_its_channels() -> None:
    channels = [one(name) for name in ("rectus_femoris", "vastus_medialis", "vastus_lateralis")]
    group = one("quadriceps")
    for at in (5, 10, 60):
        means = [channel.value(Side.RIGHT, at) or 0.0 for channel in channels]
        assert group.value(Side.RIGHT, at) == pytest.approx(sum(means) / 3)
        spreads = [channel.sd.value(at) for channel in channels if channel.sd]
        assert group.sd is not None
        assert group.sd.value(at) == pytest.approx(sum(spreads) / 3)
    assert "Mean of the curves of rectus femoris, vastus medialis and vastus lateralis." in (
        group.note
    )


def test_a_measured_note_says_who_how_fast_how_timed_and_what_is_doubtful() -> None:
    note = one("gluteus_maximus", speed=3.0).note
    for words in ("30 adults", "2.8 m/s", "toe-off at 33.6 %", "First burst certain."):
        assert words in note
    assert one("gluteus_maximus").n == 30


@given(st.floats(2.0, 5.0))
def test_the_calf_peaks_in_stance_at_every_speed(speed: float) -> None:
    calf = activity(speed=speed)
    peak = calf.by_id["soleus"].peak
    assert peak is not None
    assert 0.2 < peak / calf.stride.toe_off < 0.6


def test_no_value_is_shown_above_the_peak_or_below_nothing() -> None:
    for gait in (Gait.RUNNING, Gait.WALKING):
        for known in activity(gait).by_id.values():
            if known.curve is not None:
                assert min(known.curve.samples) >= 0.0
                assert max(known.curve.samples) <= 1.0


def test_walking_has_its_own_emg() -> None:
    walking = one("soleus", Gait.WALKING)
    assert walking.kind is MEASURED
    assert walking.peak is not None
    assert 40 <= walking.peak <= 50
    assert "1.4 m/s" in walking.note
    assert "66.2 %" in walking.note


# simulated


def test_a_simulated_curve_keeps_its_own_timing() -> None:
    known = one("iliopsoas", speed=3.0)
    table = TABLES.simulated[Gait.RUNNING]
    for at in (14, 52, 62):
        mean = (table["psoas_major"].value(at) + table["iliacus"].value(at)) / 2
        assert known.value(Side.RIGHT, at) == pytest.approx(mean)
    assert known.curve == one("iliopsoas", speed=4.7).curve
    assert (known.kind, known.n, known.sd, known.band) == (SIMULATED, 1, None, None)
    assert "one runner at 3.96 m/s" in known.note


@pytest.mark.parametrize("name", ["piriformis", "adductor_brevis"])
def test_a_simulation_of_low_trust_is_not_shown(name: str) -> None:
    hidden = one(name)
    assert (hidden.kind, hidden.curve, hidden.peak) == (Basis.NONE, None, None)
    assert "low trust" in hidden.note


def test_a_walking_simulation_of_low_trust_is_not_shown_either() -> None:
    assert one("iliopsoas", Gait.WALKING).kind is Basis.NONE


# not known


def test_nobody_measured_it_is_none_and_never_zero() -> None:
    running = activity()
    assert running.values_at(14)["diaphragm"] == (None, None)
    unknown = running.by_id["diaphragm"]
    assert (unknown.kind, unknown.n) == (Basis.NONE, None)
    assert unknown.heat() == (None,) * 100
    assert unknown.note.startswith("No data: no curve of its activity in running is known here.")


def test_at_sprint_speed_nothing_is_known() -> None:
    sprint = activity(Gait.SPRINTING)
    assert set(sprint.values_at(14).values()) == {(None, None)}
    assert {known.kind for known in sprint.by_id.values()} == {Basis.NONE}
    assert "sprint speed" in sprint.by_id["soleus"].note


def test_every_structure_has_an_answer_in_every_gait() -> None:
    for gait in Gait:
        assert list(activity(gait).values_at(50)) == list(STRUCTURES)


# sides and strips


@given(st.floats(0.0, 100.0))
def test_left_is_right_half_a_stride_later(percent: float) -> None:
    running = activity()
    now = running.values_at(percent)
    then = running.values_at((percent + 50.0) % 100.0)
    for name, (right, left) in now.items():
        assert (left, right) == pytest.approx(then[name], abs=1e-6)
        assert running.by_id[name].value(Side.RIGHT, percent) == pytest.approx(right, abs=1e-6)
        assert running.by_id[name].value(Side.LEFT, percent) == pytest.approx(left, abs=1e-6)


def test_the_end_of_the_stride_is_its_beginning() -> None:
    assert activity().values_at(100) == activity().values_at(0)


def test_a_percent_outside_the_stride_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 100"):
        activity().values_at(101)


def test_a_heat_strip_has_a_column_per_percent() -> None:
    calf = one("soleus")
    strip, left = calf.heat(), calf.heat(Side.LEFT)
    assert len(strip) == 100
    assert strip[14] == calf.value(Side.RIGHT, 14.5)
    assert left[64] == pytest.approx(strip[14])


def test_a_band_spreads_around_the_mean() -> None:
    band = one("soleus").band
    assert band is not None
    assert band.low(14) < band.mean.value(14) < band.high(14)


def test_a_column_that_the_tables_lack_is_named() -> None:
    wrong = {"x": structure("x", measured("no_such_channel"))}
    with pytest.raises(ValueError, match="x has a curve, but the gait tables lack no_such_channel"):
        activations(wrong, TABLES, stride_at(TABLES, Gait.RUNNING))


# contraction


def test_contraction_comes_from_the_stage_of_that_foot() -> None:
    roles = {
        "absorption": StageRole(contraction=Contraction.ECCENTRIC),
        "propulsion": StageRole(contraction=Contraction.CONCENTRIC),
    }
    calf = structure("calf", Curves(), roles)
    stride = stride_at(TABLES, Gait.RUNNING, 3.0)
    assert contraction(calf, stride, Side.RIGHT, 10) is Contraction.ECCENTRIC
    assert contraction(calf, stride, Side.RIGHT, 25) is Contraction.CONCENTRIC
    assert contraction(calf, stride, Side.LEFT, 60) is Contraction.ECCENTRIC
    assert contraction(calf, stride, Side.RIGHT, 60) is None  # the table is silent
    walking = stride_at(TABLES, Gait.WALKING)
    assert contraction(calf, walking, Side.RIGHT, 20) is None  # the table describes running


# one runner at several speeds


def test_a_muscle_of_the_runner_is_known_at_four_speeds_in_order() -> None:
    found = emg_by_speed(TABLES, Gait.RUNNING, STRUCTURES["rectus_femoris"])
    assert [*found] == [2.0, 3.0, 4.0, 5.0]
    means = [sum(band.mean.samples) for band in found.values()]
    assert means == sorted(means), "it grows with speed"


def test_a_group_is_the_mean_of_its_channels_and_one_missing_makes_it_unknown() -> None:
    group = emg_by_speed(TABLES, Gait.RUNNING, STRUCTURES["quadriceps"])[3.0]
    parts = [
        emg_by_speed(TABLES, Gait.RUNNING, STRUCTURES[each])[3.0].mean.value(9)
        for each in ("rectus_femoris", "vastus_medialis", "vastus_lateralis")
    ]
    assert group.mean.value(9) == pytest.approx(sum(parts) / 3)
    for unknown in ("fibularis_longus", "iliopsoas"):
        assert emg_by_speed(TABLES, Gait.RUNNING, STRUCTURES[unknown]) == {}


def test_walking_was_recorded_at_one_speed_only() -> None:
    assert emg_by_speed(TABLES, Gait.WALKING, STRUCTURES["soleus"]) == {}
