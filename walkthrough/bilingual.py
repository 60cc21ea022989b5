import re


def in_language(text, language):
    keep = {"zh_CN": "zh", "en": "en"}[language]
    out = []
    for line in text.splitlines():
        m = re.match(r"^(\s*#\s*)(zh|en): (.*)$", line)
        if m:
            if m[2] == keep:
                out.append(m[1] + m[3])
            continue
        m = re.match(r"^(.*?)\s+# (zh|en)$", line)
        if m:
            if m[2] == keep:
                out.append(m[1])
            continue
        out.append(line)
    return "\n".join(out) + ("\n" if text.endswith("\n") else "")
