// The way and the operating system that the reader has chosen hold on every page, in both languages and after a reload.
// ?way=cli and ?os=windows choose; #an-anchor in a hidden panel opens its tab. Runs at the end of the page, before it is
// painted, so that nothing moves.
(() => {
  const CHOICES = { way: ["console", "cli", "python"], os: ["unix", "windows"] };
  const KEY = (choice) => `guide-${choice}`;
  const strips = [...document.querySelectorAll('.sphinx-tabs > [role="tablist"]')];
  const tabsOf = (strip) => [...strip.children];
  const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));

  // A browser may forbid to keep anything (private windows, some with file://); then a choice lasts for the page.
  const keep = (choice, value) => { try { localStorage.setItem(KEY(choice), value); } catch { /* not kept */ } };
  const kept = (choice) => { try { return localStorage.getItem(KEY(choice)); } catch { return null; } };

  const open = (tab) => tabsOf(tab.parentNode).forEach((each) => {
    const selected = each === tab;
    each.setAttribute("aria-selected", selected);
    each.tabIndex = selected ? 0 : -1;
    panelOf(each).hidden = !selected;
  });

  const choose = (choice, value) => {
    strips.flatMap(tabsOf).filter((tab) => tab.dataset.choice === choice && tab.dataset.value === value).forEach(open);
    const offered = document.querySelector(`.chooser input[name="${choice}"][value="${value}"]`);
    if (offered) offered.checked = true;
  };

  // What the reader touches stays where it is, though panels above it may grow or shrink.
  const chooseAt = (element, choice, value) => {
    const before = element.getBoundingClientRect().top;
    choose(choice, value);
    keep(choice, value);
    scrollBy({ top: element.getBoundingClientRect().top - before, behavior: "instant" });
  };

  const select = (tab) => chooseAt(tab, tab.dataset.choice, tab.dataset.value);
  const MOVES = {
    ArrowRight: (at, all) => (at + 1) % all,
    ArrowLeft: (at, all) => (at + all - 1) % all,
    Home: () => 0,
    End: (at, all) => all - 1,
  };
  strips.forEach((strip) => {
    strip.addEventListener("click", (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (tab) select(tab);
    });
    strip.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const tabs = tabsOf(strip);
      const tab = tabs[move(tabs.indexOf(event.target.closest('[role="tab"]')), tabs.length)];
      select(tab);
      tab.focus({ preventScroll: true });
    });
  });
  document.querySelectorAll(".chooser input").forEach((input) =>
    input.addEventListener("change", () => chooseAt(input, input.name, input.value)));

  const asked = new URLSearchParams(location.search);
  for (const [choice, values] of Object.entries(CHOICES)) {
    const known = (value) => values.includes(value) ? value : null;
    const wanted = known(asked.get(choice));
    if (wanted) keep(choice, wanted);
    const value = wanted ?? known(kept(choice)) ?? (choice === "os" && /Win/.test(navigator.platform) ? "windows" : null);
    if (value) choose(choice, value);
  }
  addEventListener("storage", ({ key, newValue }) => {
    for (const [choice, values] of Object.entries(CHOICES)) if (key === KEY(choice) && values.includes(newValue)) choose(choice, newValue);
  });

  const goTo = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const panel = target?.closest(".sphinx-tabs-panel[hidden]");
    if (!panel) return;
    open(document.getElementById(panel.getAttribute("aria-labelledby")));
    target.scrollIntoView();
  };
  addEventListener("hashchange", goTo);
  goTo();
})();
