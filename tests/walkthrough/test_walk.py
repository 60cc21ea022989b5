"""A walk does each step once, after what it needs, checks it, and says where and how it failed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from docutils.utils import new_document

from rehearsal.cloud import Cloud
from walkthrough.checks import CHECKS, Seen
from walkthrough.comparison import Comparison
from walkthrough.failure import Blocked, Failed, Unmet, expect
from walkthrough.guide import Guide, Page
from walkthrough.steps import ROOT, Place, RunScript, Step, Way
from walkthrough.walk import Walk, walk_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = ROOT / "docs" / "billing-alert.rst"
MAKE_PARAMETER = "aws ssm put-parameter --name email --type String --value you@example.com > /dev/null; echo made"


def step(name: str, code: str = "true", *, needs: tuple[str, ...] = (), expected: tuple[str, ...] = ()) -> Step:
    """A step whose CLI way runs some bash."""
    action = RunScript(Place(PAGE, 34), f"{name}.sh", code, f"bash {name}.sh", expected)
    return Step(name, "billing-alert", Place(PAGE, 18), needs, "", "", {Way.CLI: (action,)})


@pytest.fixture
def walk(cloud: Cloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Walk]]:
    """Walk some steps on the cloud of the tests; a step without a check of its own is content with anything."""

    @contextmanager
    def same_cloud() -> Iterator[Cloud]:
        yield cloud

    monkeypatch.setattr(Cloud, "spawn", same_cloud)
    walks = []

    def begin(*steps: Step, checks: dict[str, Callable[[Seen], None]] | None = None) -> Walk:
        for one in steps:
            monkeypatch.setitem(CHECKS, one.name, (checks or {}).get(one.name, lambda _seen: None))
        page = Page("billing-alert", PAGE.parent, new_document(""), steps, ())
        walks.append(Walk(Guide("zh_CN", {"billing-alert": page}), Way.CLI, Comparison(tmp_path)))
        return walks[-1].__enter__()

    yield begin
    for one in walks:
        one.__exit__(None, None, None)


def test_step_runs_what_it_needs_first_and_once(walk: Callable[..., Walk]) -> None:
    count = "echo x >> count; wc -l < count"
    one = walk(step("first", count, expected=("1",)), step("second", needs=("first",)), step("third", needs=("first",)))

    one.reach("third")
    one.reach("second")

    assert set(one.outcomes.values()) == {None}


def test_failure_says_place_deed_expectation_and_outcome(walk: Callable[..., Walk]) -> None:
    with pytest.raises(Failed) as failure:
        walk(step("put-email", "echo no such parameter >&2; exit 3")).reach("put-email")

    assert str(failure.value) == (
        "docs/billing-alert.rst:34: step 'put-email' [cli]\n"
        "  did       bash put-email.sh\n"
        "  expected  exit status 0\n"
        "  came      exit status 3\n"
        "            no such parameter"
    )


def test_output_that_the_page_does_not_show_fails(walk: Callable[..., Walk]) -> None:
    with pytest.raises(Failed, match="as the page shows: created"):
        walk(step("put-email", "echo made", expected=("created",))).reach("put-email")


def test_unmet_check_fails(walk: Callable[..., Walk]) -> None:
    def nothing_there(_seen: Seen) -> None:
        expect("the parameter email", "you@example.com", None)

    with pytest.raises(Failed, match=r"the parameter email to be 'you@example\.com'"):
        walk(step("put-email"), checks={"put-email": nothing_there}).reach("put-email")


def test_step_that_needs_a_failed_one_is_blocked_not_failed(walk: Callable[..., Walk]) -> None:
    one = walk(step("put-email", "false"), step("see-email", needs=("put-email",)))

    with pytest.raises(Blocked, match="step 'see-email' needs 'put-email', which failed"):
        one.reach("see-email")
    with pytest.raises(Failed):
        one.reach("put-email")


def test_what_is_left_is_named(walk: Callable[..., Walk]) -> None:
    one = walk(step("put-email", MAKE_PARAMETER))

    one.reach("put-email")

    assert one.left_over() == ["parameters.email: None / 'you@example.com'"]


def test_another_change_than_in_another_walk_fails(walk: Callable[..., Walk], cloud: Cloud) -> None:
    walk(step("put-email", MAKE_PARAMETER)).reach("put-email")
    cloud.reset()
    other = walk(step("put-email", MAKE_PARAMETER.replace("you@", "me@")))
    other.name = "boto3"

    with pytest.raises(Failed) as failure:
        other.reach("put-email")

    assert failure.value.expected == (
        "the same change (before / after) as by [cli]:\nparameters.email: None / 'you@example.com'"
    )
    assert failure.value.came == "parameters.email: None / 'me@example.com'"


def test_reader_sees_nothing_of_this_computer(walk: Callable[..., Walk]) -> None:
    """A walk has the tools and the cloud, a home of its own, and nothing else of whoever runs it."""
    look = 'ls ~ | grep -q "^china.sh$" && env | grep -c "^AWS_ENDPOINT_URL=http://127"'
    one = walk(step("home", look, expected=("1",)))

    one.reach("home")


@pytest.mark.parametrize(
    ("way", "language", "name"),
    [(Way.CLI, "zh_CN", "cli"), (Way.CLI, "en", "cli-en"), (Way.CONSOLE, "zh_CN", "console-zh_CN")],
)
def test_walk_has_the_name_that_ids_show(way: Way, language: str, name: str) -> None:
    assert walk_name(way, language) == name


def test_seen_names_what_is_missing() -> None:
    with pytest.raises(Unmet, match=r"'9\.51' in what the reader sees"):
        Seen(Cloud("http://127.0.0.1:9"), "8.00").shows("8.00", "9.51")
