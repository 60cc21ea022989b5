// A picture opens large: on a tap or with Enter; Escape, the button or a tap beside it closes it, and focus returns.
(() => {
  const words = document.documentElement.lang.startsWith("zh") ? { close: "关闭" } : { close: "Close" };
  if (typeof HTMLDialogElement === "undefined") return; // the link then leads to the picture itself

  const dialog = document.createElement("dialog");
  dialog.className = "large-picture";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.close;
  button.addEventListener("click", () => dialog.close());
  const frame = document.createElement("div");
  frame.tabIndex = 0;
  dialog.append(button, frame);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === frame) dialog.close();
  });
  // Sphinx's own listener takes Escape for itself wherever no button has the focus.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    dialog.close();
  });
  let from;
  dialog.addEventListener("close", () => {
    frame.replaceChildren();
    from.focus({ preventScroll: true });
  });
  document.body.append(dialog);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.enlarge");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    from = link;
    const picture = link.querySelector("img").cloneNode();
    picture.loading = "eager";
    picture.style.setProperty("--width", `${picture.getAttribute("width")}px`);
    dialog.setAttribute("aria-label", picture.alt);
    frame.replaceChildren(picture);
    dialog.showModal();
    button.focus();
  });
})();
