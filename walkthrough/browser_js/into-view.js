// Scroll so that a control has something around it; where it has already, nothing moves.
(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 120 || bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
}
