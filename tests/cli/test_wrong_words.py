"""Wrong words end with a status and one sentence that says what to do; never with a traceback."""

import pytest

from tests.cli.conftest import Call

RENDER = ("render", "--view", "front", "-o", "x.png")

RUNNER = ("render", "--view", "runner")
FRAMES = (*RUNNER, "--frames", "4")
WALK = (*FRAMES, "--gait", "walking")

# words, status, sentence
WRONG = [
    (("shwo", "muscle:soleus"), 2, "no command 'shwo'; did you mean show?"),
    (("--foo",), 2, "nothing here is called --foo; see anatomy-app --help"),
    (("show",), 2, "ENTITY is missing; see anatomy-app show --help"),
    (("show", "muscle:soleos"), 1, "no muscle 'soleos'; did you mean soleus?"),
    (("show", "exercise:step_upp"), 1, "no exercise 'step_upp'; did you mean step_up?"),
    (("show", "injury:itb"), 1, "no injury 'itb'; did you mean itbs?"),
    (("show", "muscle:qqqqqq"), 1, "no muscle 'qqqqqq'; 'anatomy-app list muscles' names them all"),
    (("show", "soleus"), 2, "'soleus' is not kind:id; did you mean muscle:soleus?"),
    (("show", "muscles:soleus"), 2, "no kind 'muscles'; did you mean muscle?"),
    (("list",), 2, "KIND is missing; see anatomy-app list --help"),
    (("list", "muscle"), 2, "no kind 'muscle'; did you mean muscles?"),
    (("search",), 2, "WORDS is missing; see anatomy-app search --help"),
    (("search", "calf", "--limit", "many"), 2, "'many' is not a number of hits; write a whole"),
    (("search", "calf", "--limit", "0"), 2, "0 is out of reach as a number of hits; write 1 to"),
    (("at",), 2, "PERCENT is missing; see anatomy-app at --help"),
    (("at", "101"), 2, "101 is no position in the stride; write a percent from 0 to 100"),
    (("at", "-0.5"), 2, "-0.5 is no position in the stride; write a percent from 0 to 100"),
    (("at", "nan"), 2, "'nan' is not a percent; write a number from 0 to 100, such as 14.5"),
    (("at", "inf"), 2, "'inf' is not a percent; write a number from 0 to 100, such as 14.5"),
    (("at", "1e999"), 2, "1e999 is no position in the stride; write a percent from 0 to 100"),
    (("at", "1_0"), 2, "'1_0' is not a percent; write a number"),
    (("at", "half"), 2, "'half' is not a percent; write a number"),
    (("at", "14", "15"), 2, "nothing here is called 15"),
    (("at", "14", "--gait", "hopping"), 2, "no gait 'hopping'; it is one of running, walking,"),
    (("at", "14", "--gait"), 2, "--gait wants a value after it; see anatomy-app at --help"),
    (("at", "14", "--speed", "fast"), 2, "'fast' is not a speed; write metres per second"),
    (("at", "14", "--speed", "nan"), 2, "'nan' is not a speed; write metres per second"),
    (("at", "14", "--speed", "-3"), 2, "'-3' is not a speed; write metres per second"),
    (("at", "14", "--speed", "5.1"), 2, "running is known from 2.0 to 5.0 m/s, not at 5.1 m/s"),
    (("at", "14", "--gait", "walking", "--speed", "3"), 2, "walking is known at 1.26 m/s only"),
    (("open",), 2, "ENTITY[@PERCENT] is missing; see anatomy-app open --help"),
    (("open", "muscle:soleus@200"), 2, "200 is no position in the stride"),
    (("open", "muscle:soleus@nan"), 2, "'nan' is not a percent"),
    (("open", "muscle:soleos@20"), 1, "no muscle 'soleos'; did you mean soleus?"),
    (("open", "muscle:soleus", "--speed", "9"), 2, "running is known from 2.0 to 5.0 m/s"),
    (("render",), 2, "--view and -o are missing; see anatomy-app render --help"),
    (("render", "--view", "top", "-o", "x.png"), 2, "no view 'top'; it is one of front, back,"),
    (("render", "--view", "front", "-o", "x.jpg"), 2, "'x.jpg' has an unknown ending; let the"),
    (("render", "--view", "front", "-o", "x"), 2, "'x' has an unknown ending; let the file end"),
    ((*RENDER, "--layer", "9"), 2, "the front view has no layer 9; write 1 to 4"),
    ((*RENDER, "--layer", "0"), 2, "0 is out of reach as a layer"),
    ((*RENDER, "--layer", "deep"), 2, "'deep' is not a layer; write a whole number"),
    ((*RENDER, "--size", "big"), 2, "'big' is not a size; write width x height"),
    (
        (*RENDER, "--size", "15x900"),
        2,
        "a picture of 15x900 is out of reach; each side may have 16",
    ),
    ((*RENDER, "--size", "99999x16"), 2, "a picture of 99999x16 is out of reach"),
    ((*RENDER, "--size", "20000x20000"), 2, "has more than 100 million pixels; make it smaller"),
    ((*RENDER, "--size", "-5x10"), 2, "--size wants a value after it"),
    ((*RENDER, "--theme", "drak"), 2, "no theme 'drak'; did you mean dark?"),
    ((*RENDER, "--colour", "red"), 2, "no colour 'red'; it is one of activity, contraction"),
    ((*RENDER, "--at", "inf"), 2, "'inf' is not a percent"),
    ((*RENDER, "--speed", "30"), 2, "running is known from 2.0 to 5.0 m/s, not at 30 m/s"),
    ((*RENDER, "--select", "muscle:soleos"), 1, "no muscle 'soleos'; did you mean soleus?"),
    ((*RENDER, "--select", "source:hamner2010"), 1, "source:hamner2010 names no muscle"),
    ((*RENDER, "--isolate"), 2, "--isolate fades all but the selection; say what with --select"),
    ((*RENDER, "--near", "left"), 2, "--near, --trail and --force are for --view runner"),
    ((*RENDER, "--trail"), 2, "--near, --trail and --force are for --view runner"),
    ((*RENDER, "--no-force"), 2, "--near, --trail and --force are for --view runner"),
    ((*RENDER, "--frames", "8"), 2, "'x.png' cannot be the name of 8 frames; put one number in"),
    ((*RENDER, "--frames", "1"), 2, "1 is out of reach as a number of frames; write 2 to 2000"),
    ((*RENDER, "--poses", "99"), 2, "99 is out of reach as a number of poses; write 2 to 24"),
    ((*RENDER, "--poses", "8", "--names", "all"), 2, "names stand beside one figure"),
    ((*RENDER, "--poses", "8", "--at", "3"), 2, "--at is one instant; leave it out"),
    ((*RENDER, "--stage", "midstance"), 2, "--stage is more than an instant; add --frames or"),
    ((*RENDER, "--rate", "1/4"), 2, "--rate is for what moves: --frames, or a .gif or .webp"),
    ((*RUNNER, "--near", "top", "-o", "x.png"), 2, "no side 'top'; it is one of right, left"),
    ((*RUNNER, "--layer", "5", "-o", "x.png"), 2, "the runner view has no layer 5; write 1 to 4"),
    ((*RUNNER, "--figure", "female", "-o", "x.png"), 2, "the runner is drawn as the measured male"),
    ((*RUNNER, "--hair", "-o", "x.png"), 2, "the runner has no cap of hair; leave out --hair"),
    ((*RUNNER, "--rate", "2", "-o", "x.gif"), 2, "no rate '2'; it is one of 1, 1/2, 1/4, 1/10"),
    ((*RUNNER, "--at", "5", "-o", "x.gif"), 2, "--at is one instant; leave it out"),
    ((*RUNNER, "--poses", "5", "-o", "x.gif"), 2, "--poses makes one picture; leave out --frames"),
    ((*RUNNER, "-o", "x-%03d.png"), 2, "'x-%03d.png' is a name for many frames; say how many"),
    ((*FRAMES, "-o", "%d-%d.png"), 2, "'%d-%d.png' cannot be the name of 4 frames"),
    ((*FRAMES, "--stage", "midstanc", "-o", "%d.png"), 1, "did you mean midstance?"),
    ((*FRAMES, "--stage", "muscle:soleus", "-o", "%d.png"), 2, "muscle:soleus is no stage"),
    ((*FRAMES, "--stage", "toe_off", "-o", "%d.png"), 1, "is an instant; use --at 33.6"),
    ((*WALK, "--stage", "float_1", "-o", "%d.png"), 1, "walking has no stage:float_1"),
    ((*RUNNER, "--frames", "60", "-o", "x.gif"), 2, "60 frames are 12.1 ms each, and a .gif shows"),
]


@pytest.mark.parametrize(("words", "status", "sentence"), WRONG, ids=lambda v: str(v)[:50])
def test_wrong_words_are_answered(
    call: Call, words: tuple[str, ...], status: int, sentence: str
) -> None:
    answer = call(*words)
    assert answer.status == status
    assert answer.out == ""
    assert answer.err.startswith(f"anatomy-app: {sentence}") or sentence in answer.err
    assert answer.err.count("\n") == 1


def test_json_does_not_change_how_wrong_words_are_answered(call: Call) -> None:
    answer = call("show", "muscle:soleos", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert "did you mean soleus?" in answer.err


def test_bytes_that_are_no_text_are_answered(call: Call) -> None:
    answer = call("show", "muscle:\udcff\udcfe")
    assert answer.status == 1
    assert "no muscle" in answer.err
    assert call("search", "\udcff", "--json").document["hits"] == []


def test_endless_words_are_cut_short(call: Call) -> None:
    answer = call("show", "muscle:" + "x" * 50_000)
    assert answer.status == 1
    assert len(answer.err) < 300
