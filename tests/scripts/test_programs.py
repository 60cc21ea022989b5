"""What is true of every program before anybody runs it: two languages, one code, both ways."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.scripts.programs import LANGUAGES, PROGRAMS, SCRIPTS, STEPS, TEMPLATE, WAYS, Reader
from walkthrough.bilingual import in_language

if TYPE_CHECKING:
    from pathlib import Path

IN_EACH = pytest.mark.parametrize("program", PROGRAMS, ids=lambda file: file.name)
SHELL = [file for file in PROGRAMS if file.suffix == ".sh"]

_STRING = re.compile(r"""[rf]{0,2}"(?:\\.|[^"\\])*"|'[^']*'""")
_HOLE = re.compile(r"\$\{?(\w+)|\{([\w.\[\]'\"]+)")
_VALUE = re.compile(r"\$\{[^}]*\}|\$\w+|\{[^}]*\}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


class _Tags(yaml.SafeLoader):
    """Reads a template, whatever its tags mean."""


_Tags.add_multi_constructor("!", lambda loader, suffix, node: None)


def parameters() -> dict[str, dict[str, Any]]:
    """Return the parameters of the template."""
    found: dict[str, dict[str, Any]] = yaml.load(TEMPLATE.read_text(encoding="utf-8"), _Tags)["Parameters"]
    return found


def code(line: str) -> str:
    """Return a line without what its strings say."""
    return _STRING.sub('""', line)


def holes(line: str) -> list[str]:
    """Return which values a line shows, in any order: languages differ in theirs."""
    return sorted(shell or python for shell, python in _HOLE.findall(line))


def sentences(program: Path, language: str) -> set[str]:
    """Return what a program says in a language, without the names of its values and its own: ways differ in those."""
    text = program.read_text(encoding="utf-8")
    lines = in_language(text, language).splitlines()
    twins = in_language(text, next(each for each in LANGUAGES if each != language)).splitlines()
    said = {
        string.strip('f"')
        for line, twin in zip(lines, twins, strict=True)
        for string in set(_STRING.findall(line)) - set(_STRING.findall(twin))
    }
    return {_VALUE.sub("…", re.sub("(bash|python3) ", "", string)) for string in said}


@IN_EACH
def test_both_languages_run_the_same_code(program: Path) -> None:
    text = program.read_text(encoding="utf-8")
    chinese, english = (in_language(text, language).splitlines() for language in LANGUAGES)
    for one, other in zip(chinese, english, strict=True):
        if not one.lstrip().startswith("# "):
            assert code(one) == code(other)
            assert holes(one) == holes(other)


@IN_EACH
def test_a_language_is_not_mixed_with_the_other(program: Path) -> None:
    text = program.read_text(encoding="utf-8")
    assert _CHINESE.search(in_language(text, "zh_CN"))
    assert not _CHINESE.search(in_language(text, "en"))


@IN_EACH
def test_begins_with_what_it_does(program: Path) -> None:
    first, second = [line for line in program.read_text(encoding="utf-8").splitlines() if not line.startswith("#!")][:2]
    assert re.fullmatch(r"# zh: .+。", first)
    assert re.fullmatch(r"# en: .+\.", second)


@IN_EACH
def test_chinese_is_set_as_chinese_is(program: Path) -> None:
    for line in in_language(program.read_text(encoding="utf-8"), "zh_CN").splitlines():
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", line), line
        assert not re.search(r"[\u4e00-\u9fff][,.:;!?()]", line), line


def test_every_step_has_both_ways() -> None:
    boto3 = {file.stem.replace("_", "-") for file in PROGRAMS if file.suffix == ".py"}
    assert boto3 == {*STEPS, "china"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_both_ways_say_the_same(step: str, language: str) -> None:
    cli, boto3 = SCRIPTS / f"{step}.sh", SCRIPTS / f"{step.replace('-', '_')}.py"
    assert sentences(cli, language) == sentences(boto3, language)


@pytest.mark.parametrize("program", [file for file in PROGRAMS if file.suffix == ".py"], ids=lambda file: file.name)
def test_python_of_the_readers(program: Path) -> None:
    for language in LANGUAGES:
        ast.parse(in_language(program.read_text(encoding="utf-8"), language), feature_version=(3, 9))


@pytest.mark.parametrize("language", LANGUAGES)
def test_bash_can_read_them(language: str, tmp_path: Path) -> None:
    Reader.settle(tmp_path, "cli", language, {})
    for program in SHELL:
        subprocess.run(["bash", "-n", program.name], cwd=tmp_path, check=True)
    if shutil.which("shellcheck"):
        command = ["shellcheck", "--shell=bash", "--external-sources", "--source-path=SCRIPTDIR"]
        # SC1111: quotation marks that a sentence has, not the code.
        subprocess.run([*command, "--exclude=SC1111", *(file.name for file in SHELL)], cwd=tmp_path, check=True)


def test_bash_does_nothing_without_its_prelude(tmp_path: Path) -> None:
    reader = Reader.settle(tmp_path, "cli", "en", {"AWS_ENDPOINT_URL": "http://127.0.0.1:9"})
    (tmp_path / "china.sh").unlink()
    for step in STEPS:
        outcome = reader.run(step)
        assert (outcome.status, outcome.printed) == (1, "")
        assert "china.sh: No such file" in outcome.complained


@pytest.mark.parametrize("program", SHELL, ids=lambda file: file.name)
def test_bash_of_macos(program: Path) -> None:
    """Bash 3.2 is not at hand here; this is what it does not know."""
    newer = (
        r"mapfile|readarray|declare -[An]|local -n|\$\{\w+(\^|,|@[A-Z])|\|&|&>>|;;&|coproc|\[\[ -v |wait -n|printf.*%\("
    )
    assert not re.search(newer, program.read_text(encoding="utf-8"))


@pytest.mark.parametrize("way", WAYS)
def test_without_its_tool_a_program_says_how_to_get_it(way: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    reader = Reader.settle(folder, way, "en", {"PATH": str(tmp_path)})
    for tool in ("bash", "dirname"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    (folder / "boto3.py").write_text("raise ImportError", encoding="utf-8")
    outcome = reader.run("who-am-i")
    assert (outcome.status, outcome.printed) == (1, "")
    assert "Run source ~/aws-tools/bin/activate; to install it, see the page Preparation." in outcome.complained


def test_the_image_is_the_one_of_the_template() -> None:
    for name in ("check-image.sh", "check_image.py"):
        assert parameters()["Image"]["Default"] in (SCRIPTS / name).read_text(encoding="utf-8")


def test_the_parameters_and_the_type_are_those_of_the_template() -> None:
    for name in ("deploy-stack.sh", "deploy_stack.py"):
        program = (SCRIPTS / name).read_text(encoding="utf-8")
        assert f'"{" ".join(parameters())}"' in program
        assert parameters()["InstanceType"]["Default"] in program
