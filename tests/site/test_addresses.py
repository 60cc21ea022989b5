"""No address dies: what was ever in ``docs/addresses.txt`` is there, or leads to where it is now."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.addresses import addresses, kept
from tests.site.conftest import FOLDERS, ROOT, sphinx
from tests.site.hosting import hosted, reading

sys.path.insert(0, str(ROOT / "docs" / "_ext"))
from redirects import BadRedirect, load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Site

META = ".. meta::\n   :description: 一页，用来试验旧的地址还能不能到达新的地方。\n\n"
HOME = (
    META + ".. _home:\n\n首页\n====\n\n.. _start:\n\n开始\n----\n\n正文。\n\n.. toctree::\n   :hidden:\n\n   tunnel\n"
)
TUNNEL = META + ".. _tunnel:\n\n隧道\n====\n\n.. _open:\n\n打开\n----\n\n正文。\n\n.. _close:\n\n关闭\n----\n\n正文。\n"
REDIRECTS = """\
ssh.html -> tunnel.html
ssh.html#ssh-start -> index.html#start
old-close.html -> tunnel.html#close
tunnel.html#begin -> tunnel.html#open
tunnel.html#elsewhere -> index.html#start
"""


def list_of_redirects() -> set[str]:
    """The old addresses that are redirected."""
    path = ROOT / "docs" / "redirects.txt"
    return {f"{each.page}#{each.anchor}" if each.anchor else each.page for each in load(path)}


@pytest.mark.parametrize("language", FOLDERS)
def test_every_address_still_leads_somewhere(site: Site, language: str) -> None:
    there = set(addresses(site.folder / FOLDERS[language]))
    redirected = list_of_redirects()

    faults = [
        f"{address} is gone ({language}); add to docs/redirects.txt: {address} -> where its content is now"
        for address in kept()
        if address not in there and address not in redirected
    ]

    assert not faults, "\n".join(faults)


def test_every_address_is_in_the_list(site: Site) -> None:
    new = sorted(set(addresses(site.folder)) - set(kept()))

    assert not new, f"docs/addresses.txt lacks {', '.join(new)}; run make addresses, and keep what it adds."


def build(folder: Path, redirects: str) -> Path:
    """A small guide with redirects, in both languages."""
    source = folder / "source"
    source.mkdir()
    for name, text in {"index.rst": HOME, "tunnel.rst": TUNNEL, "redirects.txt": redirects}.items():
        (source / name).write_text(text, "utf-8")
    for language, sub in FOLDERS.items():
        sphinx("html", language, folder / "html" / sub, folder / "doctrees" / language, source=source)
    return folder / "html"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which some addresses are old."""
    return build(tmp_path_factory.mktemp("moved"), REDIRECTS)


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ssh.html", "tunnel.html"),
        ("ssh.html#open", "tunnel.html#open"),
        ("ssh.html#ssh-start", "index.html#start"),
        ("old-close.html", "tunnel.html#close"),
        ("old-close.html#whatever", "tunnel.html#close"),
        ("tunnel.html#elsewhere", "index.html#start"),
    ],
)
def test_old_address_leads_to_the_new_one(moved: Path, folder: str, old: str, new: str) -> None:
    with hosted(moved) as address, reading() as page:
        page.goto(f"{address}/{folder}{old}")
        expect(page).to_have_url(f"{address}/{folder}{new}")


def test_old_anchor_stays_at_its_new_place(moved: Path) -> None:
    """Without a script: the old anchor is in the page, in the section that it means."""
    page = (moved / "tunnel.html").read_text("utf-8")

    assert re.search(r'<section id="open"><span id="begin"></span>\s*<h2>打开', page)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_without_scripts_an_old_page_leads_on(moved: Path, folder: str) -> None:
    page = (moved / folder / "ssh.html").read_text("utf-8")

    assert '<noscript><meta http-equiv="refresh" content="0; url=tunnel.html"></noscript>' in page
    assert '<a href="tunnel.html">隧道</a>' in page
    assert "noindex" in page


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ssh.html tunnel.html", "is no redirect; write old-page.html#anchor -> new-page.html#anchor."),
        ("ssh.html -> tunnel", "is no redirect"),
        ("ssh.html -> nowhere.html", "there is no page nowhere.html"),
        ("ssh.html -> tunnel.html#nowhere", "tunnel.html has no anchor #nowhere"),
        ("tunnel.html -> index.html", "the page tunnel.html is still there; delete this line."),
        ("tunnel.html#open -> index.html#start", "tunnel.html#open is still there; delete this line."),
        ("ssh.html#a -> index.html#start", "add 'ssh.html -> new-page.html'"),
    ],
)
def test_redirect_that_cannot_be_is_told(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=re.escape("docs/redirects.txt:2: ")) as failure:
        build(tmp_path, f"# old -> new\n{line}\n")

    assert told in str(failure.value)


def test_address_is_redirected_once(tmp_path: Path) -> None:
    path = tmp_path / "redirects.txt"
    path.write_text("a.html -> b.html\na.html -> c.html\n", "utf-8")

    with pytest.raises(BadRedirect, match=r"redirects\.txt:2: 'a\.html' is redirected twice"):
        load(path)
