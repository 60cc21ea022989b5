// The other language opens at the place that is being read. Who prefers English is offered it once on the Chinese front
// page; nobody is sent anywhere.
(() => {
  const KEY = "guide-language-offer";
  const links = [...document.querySelectorAll(".guide-languages a:not([aria-current])")];

  // The first anchor that is in view, or else the last one above.
  const place = () => {
    if (scrollY < 80) return "";
    const anchors = [...document.querySelectorAll("article section[id], article .step[id]")].filter((each) => each.checkVisibility?.() ?? true);
    const top = (each) => each.getBoundingClientRect().top;
    const inView = anchors.find((each) => top(each) >= 0 && top(each) < innerHeight * 0.6);
    return (inView ?? anchors.findLast((each) => top(each) < 0))?.id ?? "";
  };
  const aim = (event) => { event.currentTarget.hash = place(); };
  for (const link of links) for (const when of ["pointerdown", "focus", "click"]) link.addEventListener(when, aim);

  const offer = document.querySelector(".language-offer");
  if (!offer) return;
  const answered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const answer = () => { try { localStorage.setItem(KEY, "answered"); } catch { /* asked again next time */ } };
  const preferred = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => ["zh", "en"].includes(tag));
  // Who comes from the English pages has chosen Chinese.
  if (preferred !== "en" || answered() || document.referrer.startsWith(new URL("en/", location.href).href)) return;
  offer.hidden = false;
  offer.querySelector("a").addEventListener("click", answer);
  offer.querySelector("button").addEventListener("click", () => { answer(); offer.remove(); });
  for (const link of links) link.addEventListener("click", answer);
})();
