"""Every mistake that a hand can make in the content is told with its line and a remedy."""

import shutil
from pathlib import Path

import pytest

from anatomy_app.content.load import check, load, read
from anatomy_app.content.problems import ContentError

DRAWN = {"soleus", "gastrocnemius", "tibialis_anterior"}
LEG, MORE, STAGES = "structures/leg.toml", "structures/more.toml", "stages.toml"
EXERCISES = "exercises/strength.toml"
HOLD = 'stage_reason = "It holds still: no stage does."'
CAREFUL = 'purpose = "Builds the calf."\navoid_if = "Leave it out after a tear of the calf."'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small content folder without any mistake."""
    return Path(shutil.copytree(Path(__file__).parent / "small", tmp_path / "data"))


def plant(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the one place with the old words."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), "utf-8")


def line_with(path: Path, words: str) -> int:
    (found,) = [n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if words in line]
    return found


def test_the_small_folder_is_clean(folder: Path) -> None:
    assert check(folder, DRAWN) == ()


# file, what is there, what is planted, the line that is told (by its words), the message
MISTAKES = [
    pytest.param(
        *(LEG, 'palpable = "At the heel."', 'palpabel = "At the heel."', "palpabel"),
        "structure 'soleus': unknown key 'palpabel'; did you mean 'palpable'?",
        id="unknown key",
    ),
    pytest.param(
        *(LEG, 'contraction = "isometric"', 'contracton = "isometric"', "contracton"),
        "structure 'calf': unknown key 'contracton'; did you mean 'contraction'?",
        id="unknown key in a sub table",
    ),
    pytest.param(
        *(LEG, 'note = "The deep one."', 'notes = "The deep one."', "notes"),
        "structure 'calf': unknown key 'notes'; did you mean 'note'?",
        id="unknown key in an item of a list",
    ),
    pytest.param(
        *(LEG, "activity = 3\n", 'activity = "strong"\n', 'activity = "strong"'),
        "structure 'calf': stages.midstance.activity holds text; write a whole number",
        id="wrong type",
    ),
    pytest.param(
        *(LEG, 'drawn = ["soleus"]', 'drawn = "soleus"', 'drawn = "soleus"'),
        "structure 'soleus': drawn holds text; write a list",
        id="text for a list",
    ),
    pytest.param(
        *(LEG, 'drawn = ["soleus"]', 'drawn = [\n"soleus",\n3,\n]', "3,"),
        "structure 'soleus': drawn holds a whole number; write text",
        id="wrong item of a list",
    ),
    pytest.param(
        *(LEG, "active = [[0, 31], [90, 100]]", "active = [[0, 31, 90]]", "active"),
        "structure 'calf': window.active has 3 values; write 2 values",
        id="wrong number of values",
    ),
    pytest.param(
        *(LEG, 'kind = "muscle"', 'kind = "musle"', "musle"),
        "structure 'soleus': kind cannot be 'musle'; did you mean 'muscle'?",
        id="unknown word",
    ),
    pytest.param(
        *(LEG, 'kind = "muscle"', 'kind = "organ"', "organ"),
        "it is one of muscle, muscle_group, tendon, fascia, concept",
        id="quite unknown word",
    ),
    pytest.param(
        *(LEG, 'stance = "Brakes and pushes."\n', "", "[[structure]] # the last"),
        "structure 'soleus': stance is missing; add stance = ..., it takes text",
        id="missing field",
    ),
    pytest.param(
        *(LEG, 'stance = "Brakes and pushes."', 'stance = " "', 'stance = " "'),
        "structure 'soleus': stance is empty; say it",
        id="empty required text",
    ),
    pytest.param(
        *(LEG, 'sources = ["gray2021"] # of soleus', "sources = [] # of soleus", "# of soleus"),
        "structure 'soleus': a claim without a source; name at least one source",
        id="claim without a source",
    ),
    pytest.param(
        *("contexts.toml", 'sources = ["gray2021"] # of the calf', "sources = []", "sources = []"),
        "context 'uphill': a claim without a source",
        id="effect without a source",
    ),
    pytest.param(
        *(MORE, 'id = "gastrocnemius"', 'id = "soleus"', 'id = "soleus"'),
        "structure 'soleus': this id is taken; choose another; the first is at ",
        id="duplicate id in another file",
    ),
    pytest.param(
        *("lay_terms.toml", 'term = "cankles"', 'term = "calves"', None),
        "lay_term 'calves': this term is taken",
        id="duplicate lay term",
    ),
    pytest.param(
        *(LEG, 'id = "soleus" # id', 'id = "So leus"', "So leus"),
        "'So leus' cannot be an id; write it with small letters, digits and _",
        id="id with a space",
    ),
    pytest.param(
        *(LEG, '{ id = "gastrocnemius" }', '{ id = "gastrocnemus" }', "gastrocnemus"),
        "structure 'calf': there is no structure 'gastrocnemus'; did you mean 'gastrocnemius'?",
        id="dangling member",
    ),
    pytest.param(
        *(LEG, 'main_stages = ["midstance"]', 'main_stages = ["midstanse"]', "midstanse"),
        "there is no stage 'midstanse'; did you mean 'midstance'?",
        id="dangling stage",
    ),
    pytest.param(
        *(LEG, "[structure.stages.midstance]", "[structure.stages.mid]", "stages.mid]"),
        "structure 'calf': there is no stage 'mid'",
        id="role in an unknown stage",
    ),
    pytest.param(
        *(LEG, 'shelf = "shin"', 'shelf = "shins"', "shins"),
        "structure 'shin': there is no shelf 'shins'; did you mean 'shin'?",
        id="dangling shelf",
    ),
    pytest.param(
        *(EXERCISES, 'primary = ["soleus"]', 'primary = ["soleus", "solus"]', "solus"),
        "exercise 'soleus_hold': there is no structure 'solus'; did you mean 'soleus'?",
        id="dangling muscle of an exercise",
    ),
    pytest.param(
        *(EXERCISES, 'needs = ["wall"]', 'needs = ["wal"]', '"wal"'),
        "exercise 'soleus_hold': needs cannot be 'wal'; did you mean 'wall'?",
        id="unknown equipment",
    ),
    pytest.param(
        *(EXERCISES, 'needs = ["wall"]', "needs = []", "needs = []"),
        "exercise 'soleus_hold': needs is empty; name what it takes at least, or none",
        id="no word of equipment",
    ),
    pytest.param(
        *(EXERCISES, 'needs = ["wall"]', 'needs = [\n"wall",\n"none",\n]', '"none",'),
        "exercise 'soleus_hold': none stands beside other needs; take one out",
        id="none beside a need",
    ),
    pytest.param(
        *(EXERCISES, 'needs = ["wall"]', 'needs = ["wall", "wall"]', '"wall", "wall"'),
        "exercise 'soleus_hold': a need stands here twice; take one out",
        id="need twice",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'harder = ["calf_rise"]\nstage_reason = "x"', "calf_rise"),
        "exercise 'soleus_hold': there is no exercise 'calf_rise'; did you mean 'calf_raise'?",
        id="dangling harder exercise",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'easier = ["calf_rise"]\nstage_reason = "x"', "calf_rise"),
        "exercise 'soleus_hold': there is no exercise 'calf_rise'; did you mean 'calf_raise'?",
        id="dangling easier exercise",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'stages = ["midstanse"]\nstage_reason = "x"', "midstanse"),
        "exercise 'soleus_hold': there is no stage 'midstanse'; did you mean 'midstance'?",
        id="dangling stage of an exercise",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'stage_reason = ""', 'stage_reason = ""'),
        "exercise 'soleus_hold': stage_reason is empty; say why it prepares none",
        id="no stage and no reason",
    ),
    pytest.param(
        *(EXERCISES, 'stage_reason = "The calf holds and pushes."', "", "[[exercise]] # first"),
        "exercise 'calf_raise': stage_reason is empty; say why it prepares them",
        id="stages without a reason",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'harder = ["calf_raise"]\nstage_reason = "x"', 'harder = ["calf'),
        "exercise 'soleus_hold': 'calf_raise' does not name it as easier; "
        "add 'soleus_hold' to easier there, or take it out here",
        id="one-sided harder exercise",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'easier = ["calf_raise"]\nstage_reason = "x"', 'easier = ["calf'),
        "exercise 'soleus_hold': 'calf_raise' does not name it as harder; ",
        id="one-sided easier exercise",
    ),
    pytest.param(
        *(EXERCISES, HOLD, 'harder = ["soleus_hold"]\nstage_reason = "x"', 'harder = ["soleus'),
        "the progression runs in a ring: soleus_hold > soleus_hold; take one of them out",
        id="harder than itself",
    ),
    pytest.param(
        *(EXERCISES, CAREFUL, 'purpose = "Builds the calf."', '"calf_raise"'),
        "exercise 'calf_raise': avoid_if is empty, though the injury 'calf_strain' lists it; "
        "say who should leave it out or take care",
        id="listed by an injury without a warning",
    ),
    pytest.param(
        *("injuries.toml", '"calf_raise"', '"calf_rise"', "calf_rise"),
        "injury 'calf_strain': there is no exercise 'calf_rise'; did you mean 'calf_raise'?",
        id="dangling exercise",
    ),
    pytest.param(
        *("injuries.toml", 'sources = ["gray2021"]', 'sources = ["grey2021"]', "grey2021"),
        "there is no source 'grey2021'; did you mean 'gray2021'?",
        id="dangling source",
    ),
    pytest.param(
        *("contexts.toml", 'target = "calf"', 'target = "calves"', '"calves"'),
        "context 'uphill': there is no structure 'calves'",
        id="dangling target",
    ),
    pytest.param(
        *("contexts.toml", 'target_kind = "muscle_group"', 'target_kind = "muscles"', "muscles"),
        "unknown target_kind 'muscles'; did you mean 'muscle'?",
        id="unknown kind of target",
    ),
    pytest.param(
        *("contexts.toml", 'direction = "up" # calf', 'direction = "upp"', "upp"),
        "unknown direction 'upp'; did you mean 'up'?",
        id="unknown direction",
    ),
    pytest.param(
        *("questions.toml", '"muscle:calf"', '"muscel:calf"', "muscel"),
        "'muscel:calf' is not kind:id",
        id="unknown kind of entity",
    ),
    pytest.param(
        *("questions.toml", '"stage:stance"', '"stage:stanse"', "stanse"),
        "there is no stage 'stanse'; did you mean 'stance'?",
        id="dangling entity",
    ),
    pytest.param(
        *("quiz.toml", '"swing", "float_1"', '"swinging", "float_1"', "swinging"),
        "quiz 'quiz_01': there is no structure or stage or exercise or injury 'swinging'; "
        "did you mean 'swing'?",
        id="dangling answer",
    ),
    pytest.param(
        *("quiz.toml", '"swing", "float_1"', '"midstance", "float_1"', "distractors"),
        "the answer is among the distractors",
        id="answer twice",
    ),
    pytest.param(
        *("lay_terms.toml", 'note = "Not a muscle."\n', "", None),
        "lay_term 'cankles': it means no structure",
        id="lay term for nothing",
    ),
    pytest.param(
        *(LEG, 'drawn = ["soleus"]', 'drawn = ["soleu"]', '"soleu"'),
        "structure 'soleus': no drawing has a region 'soleu'; did you mean 'soleus'?",
        id="not drawn",
    ),
    pytest.param(
        *(STAGES, "easy = [39, 100]", "easy = [40, 100]", "easy = [40, 100]"),
        "stage 'swing': easy: gap between stance and swing, 39 and 40 %",
        id="gap in the stride",
    ),
    pytest.param(
        *(STAGES, "fast = [30, 100]", "fast = [29, 100]", "fast = [29, 100]"),
        "stage 'swing': fast: overlap between stance and swing, 30 and 29 %",
        id="overlap in the stride",
    ),
    pytest.param(
        *(STAGES, "sprint = [25.3, 100]", "sprint = [25.3, 99]", "sprint = [25.3, 99]"),
        "stage 'swing': sprint: ends at 99 %, the stride at 100 %",
        id="stride not filled",
    ),
    pytest.param(
        *(STAGES, "easy = [0, 39] # midstance", "easy = [3, 39]", "easy = [3, 39]"),
        "stage 'midstance': easy: starts at 3 %, stance at 0 %",
        id="phase not filled",
    ),
    pytest.param(
        *(STAGES, "easy = [39, 50]", "easy = [38, 50]", "easy = [38, 50]"),
        "stage 'float_1': easy: 38 to 50 % is outside swing; keep it within 39 to 100",
        id="float outside swing",
    ),
    pytest.param(
        *(STAGES, "easy = [39, 50]", "easy = [50, 39]", "easy = [50, 39]"),
        "stage 'float_1': easy runs from 50 to 39 %",
        id="span backwards",
    ),
    pytest.param(
        *(LEG, "activity = 3 }", "activity = 4 }", "activity = 4"),
        "structure 'soleus': activity is 4; write 0 (none), 1, 2 or 3 (strong)",
        id="activity out of range",
    ),
    pytest.param(
        *(LEG, "peak = 15", "peak = 115", "peak = 115"),
        "structure 'calf': peak is 115 %; write 0 to 100",
        id="percent out of range",
    ),
    pytest.param(
        *(LEG, "[90, 100]", "[90, 101]", "[90, 101]"),
        "structure 'calf': active runs from 90 to 101 %",
        id="window out of range",
    ),
    pytest.param(
        *(EXERCISES, "ankle_near = 30", "ankle_near = 230", "ankle_near = 230"),
        "exercise 'calf_raise': ankle_near is 230 degrees; write -200 to 200",
        id="angle out of range",
    ),
    pytest.param(
        *(EXERCISES, "ankle_near = 30", "ankle_near = nan", "ankle_near = nan"),
        "ankle_near is nan degrees",
        id="angle that is no number",
    ),
    pytest.param(
        *(EXERCISES, "hip_near = 0", "hips_near = 0", "hips_near"),
        "unknown joint 'hips_near'; did you mean 'hip_near'?",
        id="unknown joint",
    ),
    pytest.param(
        *(LEG, '"carries the body"', f'"{"carries " * 6}"', 'brief = "carries carries'),
        "structure 'calf': brief has 48 characters; shorten it to 40",
        id="long brief",
    ),
    pytest.param(
        *(LEG, '"Brakes and pushes."', r'"Brakes \u202e and pushes."', "u202e"),
        "structure 'soleus': stance holds an unseen character (U+202E); take it out",
        id="text that reads backwards",
    ),
    pytest.param(
        *(EXERCISES, "[[exercise]] # second", "[[exercises]]", "[[exercises]]"),
        "unknown table 'exercises'; did you mean 'exercise'?",
        id="unknown table",
    ),
    pytest.param(
        *("quiz.toml", "[[quiz]]", "[quiz]", "[quiz]"),
        "'quiz' is not a list of tables; its tables are [[quiz]]",
        id="single brackets",
    ),
    pytest.param(
        *(LEG, 'name = "Soleus"', 'name = "Soleus', 'name = "Soleus'),
        "not TOML: Illegal character '\\n'",
        id="open quote",
    ),
    pytest.param(
        *(LEG, "peak = 15", "peak = 15\npeak = 16", "peak = 16"),
        "not TOML: Cannot overwrite a value",
        id="key twice",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "message"), MISTAKES)
def test_a_planted_mistake_is_told(
    folder: Path, file: str, old: str, new: str, line: str | None, message: str
) -> None:
    plant(folder, file, old, new)

    told = [str(problem) for problem in check(folder, DRAWN)]

    path = folder / file
    place = f"{path}:{line_with(path, line)}: " if line else f"{path}:"
    assert any(text.startswith(place) and message in text for text in told), "\n".join(told)


def test_a_progression_in_a_ring_is_told_once(folder: Path) -> None:
    raised = 'stage_reason = "The calf holds and pushes."'
    both = 'easier = ["{0}"]\nharder = ["{0}"]\nstage_reason = "x"'
    plant(folder, EXERCISES, raised, both.format("soleus_hold"))
    plant(folder, EXERCISES, HOLD, both.format("calf_raise"))

    (problem,) = check(folder)

    assert "the progression runs in a ring: " in problem.what
    assert problem.what.count(" > ") == 2


def test_a_harder_exercise_is_not_for_a_lower_level(folder: Path) -> None:
    raised = 'stage_reason = "The calf holds and pushes."'
    plant(folder, EXERCISES, raised, f'easier = ["soleus_hold"]\n{raised}')
    plant(folder, EXERCISES, HOLD, f'harder = ["calf_raise"]\n{HOLD}')
    assert check(folder) == ()

    text = (folder / EXERCISES).read_text("utf-8")
    first, second = text.split("[[exercise]] # second")
    second = second.replace('level = "beginner"', 'level = "advanced"')
    (folder / EXERCISES).write_text(f"{first}[[exercise]] # second{second}", "utf-8")

    (problem,) = check(folder)
    assert problem.what == ("exercise 'soleus_hold': 'calf_raise' is harder, but only for beginner")


def test_one_mistake_does_not_hide_another(folder: Path) -> None:
    plant(folder, LEG, 'kind = "muscle"', "kind = 3")
    plant(folder, LEG, 'swing = "Rests." # soleus', "swing = 4")
    plant(folder, "quiz.toml", 'related = ["muscle:soleus"]', 'related = ["muscle:solus"]')
    plant(folder, STAGES, "easy = [39, 100]", "easy = [40, 100]")

    assert {problem.what for problem in check(folder)} == {
        "quiz 'quiz_01': there is no structure 'solus'",
        "stage 'float_1': easy: 39 to 50 % is outside swing",
        "stage 'swing': easy: gap between stance and swing, 39 and 40 %",
        "structure 'soleus': kind cannot be '3'",
        "structure 'soleus': swing holds a whole number",
    }


def test_a_broken_record_stays_known_to_others(folder: Path) -> None:
    plant(folder, LEG, 'kind = "muscle"', 'kind = "musle"')

    assert len(check(folder)) == 1


def test_a_file_that_cannot_be_read_is_told_once_not_wherever_it_is_named(folder: Path) -> None:
    plant(folder, STAGES, "easy = [39, 100]", "easy = = [39, 100]")

    (problem,) = check(folder)
    assert problem.what.startswith("not TOML: ")


def test_a_missing_file_is_told_once_not_wherever_it_is_named(folder: Path) -> None:
    (folder / "sources.toml").unlink()

    (problem,) = check(folder)
    assert problem.what == "the folder lacks sources.toml"


def test_loading_a_broken_folder_lists_every_problem(folder: Path) -> None:
    plant(folder, LEG, "peak = 15", "peak = 115")
    plant(folder, EXERCISES, "ankle_near = 30", "ankle_near = 230")

    with pytest.raises(ContentError) as caught:
        load(folder)

    assert str(caught.value).count("\n") == 1
    assert "peak is 115 %" in str(caught.value)
    assert "230 degrees" in str(caught.value)


def test_a_whole_folder_must_have_every_file(folder: Path) -> None:
    (folder / "injuries.toml").unlink()
    shutil.rmtree(folder / "exercises")

    told = [str(problem) for problem in check(folder)]

    assert f"{folder}: the folder lacks injuries.toml; add it, with at least one [[injury]]" in told
    assert any("the folder lacks exercises" in text for text in told)


def test_a_folder_of_a_user_may_hold_one_file(folder: Path, tmp_path: Path) -> None:
    base = load(folder)
    own = tmp_path / "own"
    (own / "exercises").mkdir(parents=True)
    shutil.copy(folder / EXERCISES, own / "exercises" / "mine.toml")
    plant(own, "exercises/mine.toml", 'id = "soleus_hold"', 'id = "wall_hold"')

    atlas, problems = read(own, base=base)

    assert problems == ()
    assert atlas is not None
    assert atlas.exercises_for("soleus")[0] == ("soleus_hold", "wall_hold", "calf_raise")


def test_references_of_a_partial_folder_reach_the_base(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "lay_terms.toml").write_text('[[lay_term]]\nterm = "x"\nstructures = ["soles"]\n')

    (problem,) = check(own, base=load(folder))

    assert problem.remedy == "did you mean 'soleus'?"


def test_a_misnamed_file_is_told(folder: Path) -> None:
    (folder / "injuries.toml").rename(folder / "injury.toml")

    told = [str(problem) for problem in check(folder)]

    assert any("did you mean 'injuries.toml'?" in text for text in told)


def test_an_empty_folder_of_a_user_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()

    (problem,) = check(tmp_path / "none", base=load(folder))

    assert problem.what == "no content files"


def test_no_folder_is_told(tmp_path: Path) -> None:
    (problem,) = check(tmp_path / "nowhere")

    assert problem.what == "no such folder"


def test_a_compartment_names_structures_and_sources_that_exist(folder: Path) -> None:
    (folder / "compartments.toml").write_text(
        '[[compartment]]\nid = "calf"\nname = "Calf"\n'
        'members = ["soleus", "soles"]\nsources = ["nobody"]\n'
    )
    told = [problem.what for problem in check(folder, DRAWN)]
    assert len(told) == 2
    assert any("no structure 'soles'" in each for each in told)
    assert any("no source 'nobody'" in each for each in told)
