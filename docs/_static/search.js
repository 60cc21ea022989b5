// The search page: looks through window.guideIndex (site_search.py) for what was typed, and shows the places, best first.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const WEIGHTS = [["title", 12], ["trail", 2.5], ["text", 2], ["aside", 1.5], ["code", 0.6]];
  const SHOWN = 30;
  // What a question is made of, in either language; it says nothing about the answer.
  const FILLERS = /怎么办?|怎样|如何|为什么|什么|哪里|哪个|多少|请问|可以|能不能|还会|一个|[吗呢的了]/gu;
  const FILLER = /^(?:an?|and|are|be|by|can|cannot|do|does|did|error|for|from|how|i|if|in|is|it|me|much|my|not|of|on|or|the|this|to|what|when|where|which|why|with|you|your)$/;

  // -- Reading: as wide as it should be, in lower case, each character where it was ----------------------------------
  const plain = (text) => Array.from(text, (sign) => {
    const simple = sign.normalize("NFKC").toLowerCase();
    return simple.length === sign.length ? simple : sign;
  }).join("");
  // "deleted", "deleting", "deletes" and "deletion" are found by each other.
  const root = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    const bare = word.replace(/ies$/, "y").replace(/([^su])s$/, "$1");
    const stem = bare.replace(/(?<=[a-z]{3})(?:ing|ed|ions?|e)$/, "").replace(/([bdgklmnprt])\1$/, "$1");
    return stem;
  };
  // Of places that say the same, the one that readers come to first, and the one higher up.
  const rank = (level, order) => (1.1 - 0.08 * level) * (1.35 - (0.35 * order) / window.guideIndex.sections.length);
  const places = window.guideIndex.sections.map(([page, anchor, trail, text, code, aside], order) => {
    const fields = { title: trail.at(-1), trail: trail.slice(0, -1).join("\n"), text, code, aside };
    const low = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
    const length = low.text.length + low.code.length / 4 + 40;
    return { page, anchor, trail, fields, low, length, order, rank: rank(trail.length, order) };
  });
  const meanLength = places.reduce((sum, place) => sum + place.length, 0) / places.length;
  const everything = places.map((place) => Object.values(place.low).join("\n")).join("\n");
  const aliases = window.guideIndex.terms.map(([written, others]) => [written.map(plain), others.map(plain)]);

  // -- Looking for one word -------------------------------------------------------------------------------------------
  // A word is found as it stands; a short one (p3, ls) and a plain English one only as a word or its beginning.
  const patterns = new Map();
  const pattern = (word) => {
    if (!patterns.has(word)) {
      const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
      let source = literal(word);
      if (/^[a-z]+$/.test(word)) source = `(?<![a-z])(?:${word.length > 3 ? literal(root(word)) + "[a-z]{0,4}|" : ""}${source}${word.length > 2 ? "" : "(?![a-z])"})`;
      else if (/^[a-z0-9]/.test(word)) source = `(?<![a-z0-9])${source}`;
      patterns.set(word, new RegExp(source, "g"));
    }
    return patterns.get(word);
  };
  const count = (text, word) => {
    let found = 0;
    for (const [hit] of text.matchAll(pattern(word))) found += /^[a-z]+$/.test(word) && root(hit) !== root(word) && hit !== word ? 0.4 : 1;
    return found;
  };
  const known = (word) => pattern(word).test(everything) && ((pattern(word).lastIndex = 0), true);

  // -- Cutting what was typed into words that the guide has ----------------------------------------------------------
  // A run of Chinese is cut into the longest pieces that occur somewhere; so no dictionary is needed.
  const pieces = (run) => {
    const found = [];
    for (let start = 0; start < run.length; ) {
      let end = run.length;
      while (end > start + 1 && !known(run.slice(start, end)) && !alias(run.slice(start, end)).length) end -= 1;
      found.push(run.slice(start, end));
      start = end;
    }
    // Signs left over side by side are a word that the guide does not have; one alone is a particle.
    const joined = found.join(" ").replace(/(?<=(?:^| )\S) (?=\S(?: |$))/gu, "").split(" ");
    return joined.length > 1 ? joined.filter((piece) => piece.length > 1) : joined;
  };
  const alias = (word) => aliases.flatMap(([written, others]) => {
    if (others.includes(word) || (others.includes(word.replace(/s$/, "")) && word.length > 3)) return written;
    return [];
  });
  const words = (query) => {
    const found = wordsOf(query.replace(FILLERS, " "));
    const telling = found.filter((word) => !FILLER.test(word));
    return telling.length ? telling : wordsOf(query);
  };
  const phrases = aliases.flatMap(([, others]) => others.filter((name) => name.includes(" ")));
  const wordsOf = (query) => {
    const whole = phrases.filter((phrase) => ` ${query} `.includes(` ${phrase} `));
    return [...whole, ...whole.reduce((rest, phrase) => rest.replace(phrase, " "), query).split(/[\s,，。；;！!？?、“”"'‘’（）()《》「」【】]+/).filter(Boolean).flatMap(cut)];
  };
  const cut = (part) => {
    if (known(part) || alias(part).length) return [part];
    return (part.match(new RegExp(`[${HAN}]+|[^${HAN}]+`, "g")) ?? []).flatMap((run) => {
      if (new RegExp(`[${HAN}]`).test(run)) return pieces(run);
      return known(run) || alias(run).length ? [run] : (run.match(/[a-z0-9]+/g) ?? []).filter((word) => (word.length > 1 && !/^\d+$/.test(word)) || run.length === 1);
    });
  };

  // -- Weighing -------------------------------------------------------------------------------------------------------
  const weigh = (place, options) => Math.max(...options.map(([word, share]) => {
    const found = WEIGHTS.reduce((sum, [field, weight]) => sum + weight * Math.min(count(place.low[field], word), 4), 0);
    return (share * found) / (found + 6 * (0.8 + (0.2 * place.length) / meanLength));
  }));
  const find = (typed) => {
    const query = plain(typed).trim().replace(/\s+/g, " ");
    // What is a name in the guide by other words counts, a little less.
    let terms = [...new Set(words(query))].map((word) => [[word, 1], ...alias(word).map((name) => [name, 0.8])]);
    const used = terms.map((options) => options.filter(([word]) => known(word))).filter((options) => options.length);
    const missing = terms.length - used.length;
    if (!used.length || missing > used.length) return { query, terms: [], found: [], whole: false };
    terms = used;
    const counts = terms.map((options) => places.map((place) => weigh(place, options)));
    const rare = counts.map((row) => Math.log(1 + places.length / row.filter((weight) => weight > 0).length));
    const total = rare.reduce((sum, weight) => sum + weight, 0);
    const scored = places.map((place, at) => {
      const has = counts.map((row) => row[at] > 0);
      let score = counts.reduce((sum, row, term) => sum + rare[term] * row[at], 0);
      // The query as a whole: in a heading, best if it is the heading; in the text, best where a line begins with it: a command, or an error that is explained.
      const title = place.low.title.replace(/\s+/g, " ");
      for (const [whole, share] of [[query, 1], ...alias(query).map((name) => [name, 0.6])]) {
        if (count(title, whole)) score += total * share * ((place.trail.length > 1 ? 0.4 : 0.9) + whole.length / title.length + (title === whole ? 1 : 0));
        if (count(place.low.text, whole)) score += total * share * 0.3;
        if (place.low.text.split("\n").some((line) => line.startsWith(`$ ${whole}`) || /^[:：]/.test(line.startsWith(whole) && line.slice(whole.length)))) score += total * share * 0.5;
        if (count(place.low.code, whole)) score += total * share * 0.1;
      }
      return { place, score: score * place.rank, covered: has.reduce((sum, yes, term) => sum + (yes ? rare[term] : 0), 0) / total };
    });
    const all = scored.filter((each) => each.covered > 1 - 1e-9);
    const found = all.length ? all : scored.filter((each) => each.covered >= 0.4);
    found.sort((one, other) => other.score - one.score || one.place.order - other.place.order);
    return { query, terms, found, whole: all.length > 0 && !missing };
  };

  // -- Showing --------------------------------------------------------------------------------------------------------
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const hits = (low, marks) => {
    const found = marks.flatMap((word) => Array.from(low.matchAll(pattern(word)), (hit) => [hit.index, hit.index + hit[0].length]));
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.reduce((kept, hit) => {
      if (kept.length && hit[0] < kept.at(-1)[1]) kept.at(-1)[1] = Math.max(kept.at(-1)[1], hit[1]);
      else kept.push(hit);
      return kept;
    }, []);
  };
  const marked = (text, low, marks) => {
    const parts = [];
    let at = 0;
    for (const [start, end] of hits(low, marks)) {
      parts.push(text.slice(at, start), element("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    return [...parts, text.slice(at)];
  };
  // The line that has most of the words; of a long one the sentences around them, never half a word.
  const context = (place, marks, query) => {
    let best = { weight: 0, text: "", field: "text" };
    for (const [field, share] of [["text", 1], ["code", 0.4], ["aside", 0.3]]) {
      for (const line of place.fields[field].split("\n")) {
        const low = plain(line);
        const weight = share * (marks.filter((word) => count(low, word)).length + (count(low, query) ? 1 : 0) + Math.min(line.length, 60) / 200 - (line.includes("://") ? 0.5 : 0));
        if (hits(low, marks).length && weight > best.weight) best = { weight, text: line, field };
      }
    }
    if (!best.text) best.text = place.fields.text.split("\n")[0];
    const wide = (text) => Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
    const sentences = best.text.match(/.+?(?:[。！？；]+[”）]*|[.!?](?= |$)|$)\s*/gu) ?? [best.text];
    let start = Math.max(0, sentences.findIndex((sentence) => hits(plain(sentence), marks).length));
    let end = start + 1;
    while (end < sentences.length && wide(sentences.slice(start, end + 1).join("")) <= 220) end += 1;
    while (start > 0 && wide(sentences.slice(start - 1, end).join("")) <= 220) start -= 1;
    const text = (start > 0 ? "… " : "") + sentences.slice(start, end).join("").trim() + (end < sentences.length ? " …" : "");
    return element("p", { className: best.field === "code" ? "context code" : "context" }, ...marked(text, plain(text), marks));
  };
  const shown = ({ place }, marks, query) => {
    const anchor = place.anchor ? `#${place.anchor}` : "";
    const link = element("a", { href: `${place.page}.html${anchor}` }, ...marked(place.fields.title, place.low.title, marks));
    const where = place.trail.slice(0, -1).join(" › ");
    return element("li", {}, link, ...(where ? [element("p", { className: "where", textContent: where })] : []), context(place, marks, query));
  };

  // -- The page -------------------------------------------------------------------------------------------------------
  const [box, status, list, hints, pages, elsewhere] = ["query", "found", "results", "hints", "pages", "elsewhere"].map((name) => document.getElementById(`guide-${name}`));
  const say = (sentence, value) => sentence.replace("%s", value);
  const show = () => {
    const typed = box.value.trim();
    const { query, terms, found, whole } = typed ? find(typed) : { terms: [], found: [], whole: false };
    const marks = terms.flat().map(([word]) => word);
    const { found: many, one, first, partly, none } = status.dataset;
    if (!typed) status.textContent = "";
    else if (!found.length) status.textContent = say(none, typed);
    else if (!whole) status.textContent = say(partly, typed);
    else status.textContent = found.length === 1 ? one : say(found.length > SHOWN ? first : many, found.length);
    list.replaceChildren(...found.slice(0, SHOWN).map((each) => shown(each, marks, query)));
    hints.hidden = !typed || whole;
    pages.hidden = found.length > 0;
    if (elsewhere) elsewhere.search = typed ? `?q=${encodeURIComponent(typed)}` : "";
  };
  let waiting;
  box.addEventListener("input", (event) => {
    if (event.isComposing) return; // an input method is still at work on the word
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", box.value.trim() ? `?q=${encodeURIComponent(box.value.trim())}` : location.pathname);
      show();
    }, 120);
  });
  box.addEventListener("compositionend", () => box.dispatchEvent(new Event("input")));
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", box.value.trim() ? `?q=${encodeURIComponent(box.value.trim())}` : location.pathname);
    show();
  });
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
  if (!box.value) box.focus();
});
