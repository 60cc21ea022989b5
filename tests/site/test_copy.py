"""Chinese as it is written well: spaces beside Latin letters, full-width punctuation, one form of address."""

from __future__ import annotations

import re

import autocorrect_py
import pytest

from tests.site.prose import EDGE, GIVEN, HAN, Line, of

# AutoCorrect skips reStructuredText without a word, so it is given lines without markup, as Markdown.
KIND = "md"
RULES = {
    r"[\u3400-\u9fff][,;:!?]": "标点用全角：，；：！？",
    r"[\u3400-\u9fff]\.(?!\w)": "句号用全角：。",
    r"[\u3400-\u9fff]\(|\)[\u3400-\u9fff]": "括号用全角：（）",
    r"[０-９Ａ-Ｚａ-ｚ]": "数字和字母用半角",
    r" [，。；：！？、）”]|[，。；：、（“] ": "全角标点的前后不留空格",
    r"[，。；：、！？]{2,}": "标点重复了",
    r"(?<!…)…(?!…)[\u3400-\u9fff]|\.\.\.": "省略号用……",
    r"[\u3400-\u9fff] [\u3400-\u9fff]": "汉字之间不留空格",
    r"\"[^\"]*[\u3400-\u9fff][^\"]*\"|'[^']*[\u3400-\u9fff][^']*'": "引号用“”",
    r"——.*——.*——|—[^—]|(?<!—)—$": "破折号用——，而且少用",
    r"[\u3400-\u9fff](?:的的|了了|是是|在在|和和)": "多写了一个字",
}
LONGEST = 120
"""Characters of a sentence; a longer one is read twice."""


def faults(line: Line) -> list[str]:
    """What is not well written in a line, with what to write."""
    found = [
        f"{line.place}: write {' instead of '.join(difference(fault.new, fault.old))} (AutoCorrect)"
        for fault in autocorrect_py.lint_for(line.text, KIND).lines
    ]
    for rule, what in RULES.items():
        if match := re.search(rule, line.text):
            found.append(f"{line.place}: {what}: “{seen(line.text[max(0, match.start() - 6) : match.end() + 6])}”")
    return found + [
        f"{line.place}: {len(sentence)} characters up to the next stop; make it two: {sentence[:20]}…"
        for sentence in re.split(r"[。！？；]", line.text)
        if len(sentence) > LONGEST
    ]


def equal(one: str, other: str) -> int:
    """How many characters of two texts are the same before they part."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (first, second) in pairs if first != second), min(len(one), len(other)))


def difference(one: str, other: str) -> tuple[str, str]:
    """Where two texts part, with a little of what stands around."""
    alike = equal(one, other)
    ending = equal(one[alike:][::-1], other[alike:][::-1])
    around = slice(max(0, alike - 6), None)
    snippets = (text[around][: len(text) - ending - around.start + 6].strip() for text in (one, other))
    first, second = (f"'{seen(snippet)}'" for snippet in snippets)
    return first, second


def seen(text: str) -> str:
    """A text as it may be shown to its writer: of what was code or a label, a sign that something is there."""
    return text.replace(GIVEN, "…").replace(EDGE, "")


def test_chinese_is_well_written() -> None:
    lines = [line for line in of("zh_CN") if HAN.search(line.text)]
    assert len(lines) > 400, "the reader of prose has lost most of the guide; see tests/site/prose.py"

    found = [fault for line in lines for fault in faults(line)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("使用EC2进行深度学习。", "write '使用 EC2 进行深度学习' instead of '使用EC2进行深度学习'"),
        ("点击按钮,等待完成。", "write '点击按钮，等待完成。' instead of '点击按钮,等待完成。'"),
        ("即可!", "即可！"),
        ("（GPU)不可用。", "括号用全角"),
        ("填１０００元。", "数字和字母用半角"),
        ("下载 ，然后解压。", "全角标点的前后不留空格"),
        ("完成。。", "标点重复了"),
        ("删除 堆栈。", "汉字之间不留空格"),
        ('点击"删除"。', "引号用“”"),
        ("这是" + "很长的一句" * 30 + "。", "make it two"),
    ],
)
def test_mistake_is_told(text: str, told: str) -> None:
    """None of the checks is blind: AutoCorrect is, for a kind of file that it does not know."""
    found = faults(Line("docs/deploy.rst:7", "zh_CN", text))

    assert any(fault.startswith("docs/deploy.rst:7: ") and told in fault for fault in found), found


@pytest.mark.parametrize(
    "text",
    [
        f"把 {GIVEN} 换成实例的公网地址，例如 {GIVEN}。",
        "在 Windows 10 以后的版本中，价格约 1,000 元（未核实）。",
        "会问您：“是否信任这台主机？”",
        "SHA-256 是 64 位的，见 README。",
    ],
)
def test_what_is_well_written_is_let_be(text: str) -> None:
    assert faults(Line("docs/deploy.rst:7", "zh_CN", text)) == []
