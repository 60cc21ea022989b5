"""The sidebar of a big guide: its chapters, and the pages beside the one that is read."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from tests import copies

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site


def sidebar(page: Path) -> list[str]:
    """Where the sidebar of a page leads."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    return [str(link["href"]) for link in soup.select(".sidebar-tree a")]


def test_sidebar_of_the_guide_names_every_page(site: Site) -> None:
    pages = {page.name for page in site.pages("zh_CN")} - {"404.html", "deploy.html", "index.html", "search.html"}

    assert set(sidebar(site.folder / "deploy.html")) == pages | {"#"}


def test_sidebar_of_a_big_guide_names_what_is_beside_the_page(tmp_path: Path) -> None:
    guide = copies.make(tmp_path / "guide", 3)
    command = [sys.executable, "-m", "sphinx", "-c", ".", "-n", "-W", "-q", "docs", "html"]
    subprocess.run(command, cwd=guide, check=True)
    beside = {path.with_suffix(".html").name for path in (guide / "docs" / "c001").glob("*.rst")}

    links = sidebar(guide / "html" / "c001" / "deploy.html")
    chapters = {"../c000/index.html", "../c002/index.html"}
    assert set(links) == chapters | beside - {"deploy.html"} | {"#"}
