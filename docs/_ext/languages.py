"""The two languages of the site: a link from each page to its twin, and the theme's own words in Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True)
class Language:
    """A language of the site.

    :ivar code: as Sphinx writes it
    :ivar tag: as HTML writes it (BCP 47)
    :ivar name: as its speakers write it
    :ivar folder: where its pages are, under the site's root
    """

    code: str
    tag: str
    name: str
    folder: str


LANGUAGES = (Language("zh_CN", "zh-CN", "简体中文", ""), Language("en", "en", "English", "en/"))

# Pages that a search engine should not offer in another language.
UTILITY_PAGES = frozenset({"search"})

# furo writes these itself, without gettext.
FURO_IN_CHINESE = {
    "<title>Contents</title>": "<title>目录</title>",
    "<title>Menu</title>": "<title>菜单</title>",
    "<title>Expand</title>": "<title>展开</title>",
    "<title>Light mode</title>": "<title>浅色</title>",
    "<title>Dark mode</title>": "<title>深色</title>",
    "<title>Auto light/dark, in light mode</title>": "<title>跟随系统，现为浅色</title>",
    "<title>Auto light/dark, in dark mode</title>": "<title>跟随系统，现为深色</title>",
    'aria-label="Toggle site navigation sidebar"': 'aria-label="展开或收起站点导航"',
    'aria-label="Toggle table of contents sidebar"': 'aria-label="展开或收起本页目录"',
    'aria-label="Toggle Light / Dark / Auto color theme"': 'aria-label="切换浅色、深色或跟随系统"',
    "Skip to content": "跳到正文",
}
# Landmarks that furo leaves without a name, so that a screen reader cannot tell them apart.
LANDMARKS = {
    "zh_CN": {"sidebar-drawer": "站点导航", "toc-drawer": "本页目录"},
    "en": {"sidebar-drawer": "Site navigation", "toc-drawer": "On this page"},
}

# Without JavaScript the tabs cannot be switched, so all of them are shown, each under its name.
WITHOUT_SCRIPTS = (
    "\n<noscript><style>.sphinx-tabs [role=tablist]{display:none!important}"
    ".sphinx-tabs-panel[hidden]{display:block!important}"
    ".sphinx-tabs-panel::before{content:attr(data-label);display:block;font-weight:600}</style></noscript>"
)


def twin(page: str, here: Language, there: Language) -> str:
    """The address, relative to a page in one language, of the same page in another.

    >>> twin("deploy", LANGUAGES[1], LANGUAGES[0])
    '../deploy.html'
    """
    up = "../" * (page.count("/") + here.folder.count("/"))
    return f"{up}{there.folder}{page}.html"


def link_twins(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the templates the links between languages, and the head its ``hreflang`` where the site has an address."""
    here = next(language for language in LANGUAGES if language.code == app.config.language)
    context["languages"] = [(there, twin(page, here, there), there == here) for there in LANGUAGES]
    if page == app.config.root_doc and not here.folder:
        context["language_offer"] = LANGUAGES[1], twin(page, here, LANGUAGES[1])
    site = app.config.guide_site.rstrip("/")
    if site and page not in UTILITY_PAGES:
        alternates = [(there.tag, f"{site}/{there.folder}{page}.html") for there in LANGUAGES]
        alternates.append(("x-default", f"{site}/{page}.html"))
        context["metatags"] = context.get("metatags", "") + "".join(
            f'\n<link rel="alternate" hreflang="{tag}" href="{address}">' for tag, address in alternates
        )
    if app.builder.name == "html":
        context["metatags"] = context.get("metatags", "") + WITHOUT_SCRIPTS
    # A caption of the table of contents is a heading, and a heading has a level.
    for part in ("body", "furo_navigation_tree"):
        if isinstance(context.get(part), str):
            context[part] = context[part].replace('role="heading"', 'role="heading" aria-level="2"')


def tidy(app: Sphinx, doctree: nodes.document) -> None:
    """Keep Sphinx's note that a description was translated from being written into the page as an attribute."""
    for meta in doctree.findall(nodes.meta):
        meta.attributes.pop("translated", None)


def speak(app: Sphinx, failure: Exception | None) -> None:
    """Name the theme's landmarks, and put its fixed English words into Chinese, in the finished pages."""
    if failure or app.builder.name != "html":
        return
    words = dict(FURO_IN_CHINESE) if app.config.language == "zh_CN" else {}
    for drawer, name in LANDMARKS[app.config.language].items():
        words[f'<aside class="{drawer}'] = f'<aside aria-label="{name}" class="{drawer}'
    for page in Path(app.outdir).glob("*.html"):
        text = page.read_text("utf-8")
        for english, spoken in words.items():
            text = text.replace(english, spoken)
        page.write_text(text, "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """``guide_site`` is the public address of the Chinese site; without it nothing is said to search engines."""
    app.add_config_value("guide_site", "", "html", [str])
    app.connect("doctree-read", tidy)
    app.connect("html-page-context", link_twins, priority=900)
    app.connect("build-finished", speak)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
