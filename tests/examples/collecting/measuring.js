// Watches the page's main thread from the next event of that kind until something is on the page, and a little
// longer, so that drawing counts too. `measured()` promises what came of it.
function measure(kind, selector) {
  const [STILL, WORTH_TELLING] = [500, 20];
  const { port1, port2 } = new MessageChannel();
  const blocks = [];
  let [start, last, end] = [0, 0, undefined];
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > WORTH_TELLING) blocks.push([last - start, now - last]);
    last = now;
    if (end === undefined && root.querySelector(selector)) end = now;
    if (end !== undefined && now - end > STILL) tell({ total: end - start, blocks });
    else port2.postMessage(null);
  };
  const begin = () => {
    start = last = performance.now();
    port2.postMessage(null);
  };
  root.addEventListener(kind, begin, { capture: true, once: true });
  window.measured = () => told;
}
measure(arguments[1], arguments[2]);
