// The box around a control; around a box to tick or a point to choose, with the words beside it.
(element) => {
  const small = element.matches("input[type=radio], input[type=checkbox]");
  while (small && element.parentElement && element.getBoundingClientRect().width < 60) element = element.parentElement;
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}
