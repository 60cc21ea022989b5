// The box of a dialog: the first thing in it that does not cover the whole screen.
(element) => {
  while (element.firstElementChild && element.getBoundingClientRect().width > innerWidth * 0.95) element = element.firstElementChild;
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}
