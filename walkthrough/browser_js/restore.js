// The screen as it was before the picture: without boxes, with its own names and times.
() => {
  document.getElementById("callouts")?.remove();
  for (const [node, text] of window.unsteady) node.data = text;
}
