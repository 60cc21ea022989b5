// What is wider or longer than its box can be scrolled by keyboard as well: it takes the focus, and only then.
addEventListener("DOMContentLoaded", () => {
  const measured = new ResizeObserver((entries) =>
    entries.forEach(({ target }) => {
      const hides = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      hides ? target.setAttribute("tabindex", "0") : target.removeAttribute("tabindex");
    }),
  );
  document.querySelectorAll("pre, .table-wrapper").forEach((box) => measured.observe(box));
});
