"""The English guide is complete, current, and English."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import polib
import pytest
import yaml

from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site

CATALOGUES = ROOT / "docs" / "locale" / "en" / "LC_MESSAGES"
PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.rst"))
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
ROLE = re.compile(r":(\w+):`(?:[^`<]*<)?([^`>]*)>?`")
KEPT_ROLES = {"default", "doc", "fact", "press", "ref", "type", "value"}


@pytest.mark.parametrize("page", PAGES)
def test_translation_is_complete_and_current(page: str, gettext: Path) -> None:
    catalogue = polib.pofile(str(CATALOGUES / f"{page}.po"))
    sentences = {entry.msgid for entry in polib.pofile(str(gettext / f"{page}.pot"))}
    translated = {entry.msgid for entry in catalogue if not entry.obsolete}

    faults = [
        *(f"not in the catalogue (run make translate): {text}" for text in sentences - translated),
        *(f"no longer in the guide (run make translate): {text}" for text in translated - sentences),
        *(f"not translated: {entry.msgid}" for entry in catalogue.untranslated_entries()),
        *(f"fuzzy, so the page would show Chinese: {entry.msgid}" for entry in catalogue.fuzzy_entries()),
        *(f"obsolete: {entry.msgid}" for entry in catalogue.obsolete_entries()),
    ]

    assert not faults, f"docs/locale/en/LC_MESSAGES/{page}.po:\n" + "\n".join(faults)


@pytest.mark.parametrize("page", PAGES)
def test_two_sentences_have_two_translations(page: str) -> None:
    """One English sentence for two Chinese ones is most often a sentence copied to the wrong place."""
    first: dict[str, str] = {}
    faults = [
        f"docs/locale/en/LC_MESSAGES/{page}.po:{entry.linenum}: '{entry.msgid}' and '{first[entry.msgstr]}' "
        f"are both '{entry.msgstr}'"
        for entry in polib.pofile(str(CATALOGUES / f"{page}.po"))
        if first.setdefault(entry.msgstr, entry.msgid) != entry.msgid
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", PAGES)
def test_translation_keeps_roles_and_links(page: str) -> None:
    def kept(text: str) -> list[tuple[str, str]]:
        return [found for found in ROLE.findall(text) if found[0] in KEPT_ROLES]

    faults = [
        f"docs/locale/en/LC_MESSAGES/{page}.po:{entry.linenum}: {kept(entry.msgid)} became {kept(entry.msgstr)}"
        for entry in polib.pofile(str(CATALOGUES / f"{page}.po"))
        if sorted(kept(entry.msgid)) != sorted(kept(entry.msgstr))
    ]

    assert not faults, "\n".join(faults)


def test_no_chinese_on_english_pages(site: Site) -> None:
    """Beside the link to the Chinese page, only labels that the console shows in both languages have Chinese."""
    allowed = labels_of_the_template() | {"简体中文"}
    faults = []
    for page in site.pages("en"):
        reader = Texts()
        reader.feed(page.read_text("utf-8"))
        faults += [f"en/{page.name}: {text}" for text in reader.texts if HAN.search(text) and text not in allowed]

    assert not faults, "\n".join(faults)


def labels_of_the_template() -> set[str]:
    """The labels of parameters, which the console shows in both languages at once."""
    text = (ROOT / "cloudformation" / "deep-learning.template.yaml").read_text("utf-8")
    metadata = text[text.index("\nMetadata:") : text.index("\nParameters:")]
    interface = yaml.safe_load(metadata)["Metadata"]["AWS::CloudFormation::Interface"]
    return {label["default"] for label in interface["ParameterLabels"].values()}


class Texts(HTMLParser):
    """The texts and the readable attributes of a page, each on its own, without scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0
        self.elsewhere = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a screen reader or a search engine reads."""
        self.silent += tag in {"script", "style"}
        self.elsewhere = ("lang", "zh-CN") in attrs  # a label as the Chinese console has it, said to be so
        readable = {"alt", "aria-label", "content", "data-label", "title"}
        self.texts += [value for name, value in attrs if name in readable and value and value != "语言 / Language"]

    def handle_endtag(self, tag: str) -> None:
        """Come back from a script, a style or another language."""
        self.elsewhere = False
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self.silent and not self.elsewhere and data.strip():
            self.texts.append(data.strip())
