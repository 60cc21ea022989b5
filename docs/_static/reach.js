// What can be reached with a finger or a keyboard: the other language's label of a control, and boxes that scroll.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");

  // A label shows on hover and focus; a tap does both where a finger has neither. Escape hides it.
  const hide = () => document.querySelectorAll(".elsewhere-shown").forEach((each) => each.classList.remove("elsewhere-shown"));
  const show = (control) => {
    hide();
    control.classList.add("elsewhere-shown");
    const label = control.querySelector(".elsewhere");
    label.style.removeProperty("--shift");
    const { left, right } = label.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 8;
    const shift = right > room ? Math.max(room - right, 8 - left) : 0;
    if (shift) label.style.setProperty("--shift", `${shift}px`);
  };
  document.querySelectorAll(".screen[tabindex]").forEach((control) => {
    control.addEventListener("pointerenter", () => show(control));
    control.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse" && document.activeElement !== control) hide(); });
    control.addEventListener("focus", () => show(control));
    control.addEventListener("blur", hide);
  });
  document.addEventListener("click", (event) => {
    const control = event.target.closest(".screen[tabindex]");
    if (control) show(control);
    else hide();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

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
