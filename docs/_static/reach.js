// What can be reached with a finger or a keyboard: drawers, the other language's label of a control, boxes that scroll.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");

  // The drawers of a narrow screen: furo's switches are labels of hidden boxes, which no key reaches. Buttons take their
  // place.
  const toggles = document.querySelectorAll(".sidebar-toggle");
  toggles.forEach((toggle) => {
    const buttons = [...document.querySelectorAll(`label[for="${toggle.id}"]:not(.overlay)`)].map((label) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = label.className;
      button.setAttribute("aria-label", toggle.getAttribute("aria-label"));
      button.append(...label.childNodes);
      button.addEventListener("click", () => toggle.click());
      label.replaceWith(button);
      return button;
    });
    const tell = () => buttons.forEach((button) => button.setAttribute("aria-expanded", toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
  });

  // furo leaves this link outside every landmark.
  document.querySelector("article").append(document.querySelector(".back-to-top"));

  // A label shows on hover and focus, which the style sheet does; a tap shows it too. It stays within the window, and
  // Escape hides it until the reader comes again.
  const controls = document.querySelectorAll(".screen[tabindex]");
  const hide = () => controls.forEach((each) => each.classList.remove("elsewhere-shown"));
  const fit = (control) => {
    control.classList.remove("elsewhere-hidden");
    const label = control.querySelector(".elsewhere");
    label.style.removeProperty("--shift");
    const over = label.getBoundingClientRect().right + 8 - document.documentElement.clientWidth;
    if (over > 0) label.style.setProperty("--shift", `${-over}px`);
  };
  controls.forEach((control) => {
    for (const when of ["pointerenter", "focus"]) control.addEventListener(when, () => fit(control));
  });
  document.addEventListener("click", (event) => {
    const control = event.target.closest(".screen[tabindex]");
    const shown = control?.classList.contains("elsewhere-shown");
    hide();
    if (!control || shown) return;
    control.classList.add("elsewhere-shown");
    fit(control);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hide();
    controls.forEach((each) => each.classList.toggle("elsewhere-hidden", each.matches(":hover, :focus")));
    for (const toggle of toggles) if (toggle.checked) toggle.click();
  });

  // A box that scrolls must be reachable by keyboard, and say what it is.
  const name = (box) => box.matches("pre")
    ? box.closest(".highlight").parentElement.previousElementSibling?.textContent.trim() || (chinese ? "代码" : "Code")
    : (chinese ? "表格" : "Table");
  const look = () => document.querySelectorAll("article .highlight pre, article .table-wrapper").forEach((box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (scrolls === box.hasAttribute("tabindex")) return;
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", name(box));
    } else for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute);
  });
  new ResizeObserver(look).observe(document.querySelector("article"));
})();
