// The box around a control; around a box to tick or a point to choose, with the words beside it.
(element) => {
  const small = element.matches("input[type=radio], input[type=checkbox]");
  while (small && element.parentElement && element.getBoundingClientRect().width < 60) element = element.parentElement;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const edge = 20; // a box that left the screen would be no box
  const [x, y] = [Math.max(left, edge), Math.max(top, edge)];
  return [x, y, Math.min(right, innerWidth - edge) - x, Math.min(bottom, innerHeight - edge) - y];
}
