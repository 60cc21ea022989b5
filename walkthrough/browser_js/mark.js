// Boxes with numbers, over the page and not in it; each is [number, x, y, width, height] in CSS pixels.
marks => {
  const layer = document.createElement("div");
  layer.id = "callouts";
  layer.style.cssText = "position:fixed;inset:0;z-index:2147483647;pointer-events:none";
  for (const [number, x, y, width, height] of marks) {
    const box = document.createElement("div");
    box.style.cssText = `position:absolute;left:${x - 5}px;top:${y - 5}px;width:${width + 10}px;height:${height + 10}px;` +
      "box-sizing:border-box;border:3px solid #b3261e;border-radius:7px";
    const badge = document.createElement("div");
    badge.textContent = number;
    badge.style.cssText = "position:absolute;right:-14px;top:-14px;min-width:26px;height:26px;border-radius:13px;" +
      "background:#b3261e;color:#fff;font:700 15px/26px 'Noto Sans CJK SC',sans-serif;text-align:center";
    box.append(badge);
    layer.append(box);
  }
  document.body.append(layer);
}
