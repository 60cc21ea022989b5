"""What readers download is what the page shows and what the walk runs, byte for byte."""

from __future__ import annotations

import hashlib
import html
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from walkthrough.folder import reader_files
from walkthrough.steps import ROOT

if TYPE_CHECKING:
    from tests.site.conftest import Site

LANGUAGES = {"zh_CN": "", "en": "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_archive_is_the_folder_of_a_reader(site: Site, language: str) -> None:
    with zipfile.ZipFile(site.folder / LANGUAGES[language] / "deep-learning-scripts.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    assert files == reader_files(ROOT, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_has_the_checksum_that_the_page_shows(site: Site, language: str) -> None:
    template = (site.folder / LANGUAGES[language] / "deep-learning.template.yaml").read_bytes()

    assert template == (ROOT / "cloudformation" / "deep-learning.template.yaml").read_bytes()
    assert hashlib.sha256(template).hexdigest() in site.read(language, "deploy.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_script_on_the_page_is_the_script_in_the_archive(site: Site, language: str) -> None:
    shown = "".join(page.read_text("utf-8") for page in site.pages(language))
    blocks = {
        html.unescape(re.sub("<[^>]+>", "", block)) for block in re.findall(r"<pre>(.*?)</pre>", shown, re.DOTALL)
    }

    missing = [
        name
        for name, content in reader_files(ROOT, language).items()
        if name != "deep-learning.template.yaml" and content.decode().strip() not in {block.strip() for block in blocks}
    ]

    assert not missing, f"no page shows: {', '.join(missing)}"
