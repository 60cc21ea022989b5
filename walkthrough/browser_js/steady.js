// Names and times that differ from walk to walk, each replaced by one of the same form until the picture is taken.
() => {
  // A field that has the focus looks otherwise; a menu that loses it closes.
  if (!document.querySelector("[role=menuitem]")?.checkVisibility()) document.activeElement?.blur();
  const fixed = [
    [/\b(ami|eni|i|igw|rtb|sg|subnet|vol|vpc)-[0-9a-f]{8,17}\b/g, (id) => `${id.split("-")[0]}-0123456789abcdef0`],
    [/\b54\.\d+\.\d+\.\d+\b/g, () => "203.0.113.25"],
    [/\b20\d\d([-/])\d\d?\1\d\d?,? \d\d?:\d\d(:\d\d)?( ?[AP]M)?/g, (_, dash) => `2026${dash}11${dash}24 10:00:00`],
    [/\breader-[0-9a-f]{17}\b/g, () => "reader-0123456789abcdef0"],
    [/Last Checkpoint: .*/g, () => "Last Checkpoint: 1 minute ago"],
    [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, () => "01234567-89ab-cdef-0123-456789abcdef"],
  ];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  window.unsteady = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = fixed.reduce((said, [form, same]) => said.replace(form, same), node.data);
    if (text === node.data) continue;
    window.unsteady.push([node, node.data]);
    node.data = text;
  }
}
