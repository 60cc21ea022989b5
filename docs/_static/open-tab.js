// An address with #an-anchor opens the tab that holds it.
addEventListener("DOMContentLoaded", () => {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const panel = target?.closest(".sphinx-tabs-panel[hidden]");
    if (!panel) return;
    document.getElementById(panel.getAttribute("aria-labelledby"))?.click();
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
});
