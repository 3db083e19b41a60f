// node bench.mjs [--runs 5] [--sizes 40,400,2000] [--scale-runs 2] [--only a,b] [--scale-only a,b] [--out results/x.json]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';
import { targets as all } from './targets.mjs';

const { values: opt } = parseArgs({ options: {
  runs: { type: 'string', default: '5' }, 'scale-runs': { type: 'string', default: '2' },
  sizes: { type: 'string', default: '40,400,2000' }, only: { type: 'string' }, 'scale-only': { type: 'string' }, out: { type: 'string', default: 'results/latest.json' },
  budget: { type: 'string', default: '60' }, // seconds a load may take; a whole scenario fails at twice that
} });
const PAGES = 8;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const isIn = (list, { name }) => !list || list.split(',').includes(name);
const targets = all.filter((t) => isIn(opt.only, t));
const probe = await readFile('probe.js', 'utf8');
const samples = {}; // target -> size -> metric -> [values]

const add = (t, n, metrics) => {
  for (const [k, v] of Object.entries(metrics)) (((samples[t.name] ??= {})[n] ??= {})[k] ??= []).push(v);
};

/** A fresh profile: no HTTP cache, no storage, its own renderer. */
async function visit(browser, t, { cpu = 1, net = null }, use) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 } });
  let timer;
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(opt.budget * 1000);
    await page.addInitScript(`(${probe})(${JSON.stringify(t)})`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    if (net) await cdp.send('Network.emulateNetworkConditions', net);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return await Promise.race([use(page, cdp), new Promise((_, no) => {
      timer = setTimeout(() => no(new Error(`over ${2 * opt.budget} s`)), 2000 * opt.budget);
    })]);
  } finally { clearTimeout(timer); await context.close(); }
}

async function open(page, t, n) {
  await page.goto(t.server.origin + t.page(n), { waitUntil: 'commit' });
  // The browser tells of a paint a little after it.
  const isPainted = () => window.__bench?.interactive && performance.getEntriesByName('first-contentful-paint').length > 0;
  await page.waitForFunction(isPainted, null, { polling: 50 });
  return page.evaluate(() => ({
    exists: __bench.exists, interactive: __bench.interactive,
    fcp: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  }));
}

const prefixed = (p, o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [`${p}.${k}`, v]));
const quantile = (xs, q) => xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))];
const costs = async (cdp) => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value * 1000]));

const loads = {
  cold: {}, 'cold 4x': { cpu: 4 }, 'cold 4x slow4G': { cpu: 4, net: SLOW_4G },
};

async function load(browser, t, n, name) {
  add(t, n, prefixed(name, await visit(browser, t, loads[name], (page) => open(page, t, n))));
}

async function warm(browser, t, n) {
  add(t, n, prefixed('warm 4x', await visit(browser, t, { cpu: 4 }, async (page) => {
    await open(page, t, n); // fills the HTTP cache
    await open(page, t, n); // lets V8 keep its code cache
    return open(page, t, n);
  })));
}

/** Answers everything: 40 timed picks at 4x CPU spread over the form, the rest unthrottled. */
async function session(browser, t, n) {
  const asked = t.asks ?? n;
  t.server.log.clear();
  add(t, n, await visit(browser, t, {}, async (page, cdp) => {
    await open(page, t, n);
    await cdp.send('Performance.enable');
    const timed = [], sum = { script: 0, layout: 0, task: 0 }, deadline = Date.now() + opt.budget * 1000;
    const pages = t.next ? (t.pages?.(asked) ?? PAGES) : 1;
    for (let p = 0; p < pages; p++) {
      const count = await page.evaluate(() => __bench.count());
      if (count !== asked / pages) throw new Error(`page ${p + 1} shows ${count} questions, not ${asked / pages}`);
      const step = Math.max(1, asked / 40), pick = (i) => (p * 3 + i * 2 + 1) % 5;
      const sampled = Array.from({ length: count }, (_, i) => i).filter((i) => (p * count + i) % step === 0), seen = new Set();
      if (sampled.length > 0) {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.evaluate(() => __bench.settle());
      }
      for (const i of sampled) {
        if (Date.now() > deadline) break;
        await page.evaluate((i) => __bench.aim(i), i);
        const before = await costs(cdp);
        const r = await page.evaluate(([i, k]) => __bench.pick(i, k), [i, pick(i)]);
        await page.evaluate(() => __bench.idle());
        const after = await costs(cdp);
        if (!r.ok) throw new Error(`answer ${i} on page ${p + 1} did not stick`);
        timed.push(r);
        seen.add(i);
        sum.script += after.ScriptDuration - before.ScriptDuration;
        sum.layout += after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration;
        sum.task += after.TaskDuration - before.TaskDuration;
      }
      if (sampled.length > 0) await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      const rest = Array.from({ length: count }, (_, i) => i).filter((i) => !seen.has(i)).map((i) => [i, pick(i)]);
      await page.evaluate(([list, next]) => __bench.turn(list, next), [rest, [t.next].flat().filter(Boolean)]);
    }
    if (t.done) await page.waitForFunction((done) => __bench.has(done), t.done);
    await page.evaluate(() => __bench.idle());
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = await cdp.send('Runtime.getHeapUsage');
    const wasm = await page.evaluate(() => __bench.wasmBytes());
    const weigh = (files) => files.reduce((a, [, b]) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, br: a.br + b.br }), { raw: 0, gzip: 0, br: 0 });
    const isApart = ([url]) => t.apart && url.includes(t.apart);
    const bytes = weigh([...t.server.log].filter((file) => !isApart(file)));
    const apart = weigh([...t.server.log].filter(isApart));
    t.files = [...t.server.log];
    return {
      ...prefixed('bytes', { ...bytes, 'fetched when idle br': t.apart ? apart.br : null, requests: t.server.log.size }),
      ...prefixed('answer 4x', {
        'paint median': quantile(timed.map((x) => x.paint), 0.5), 'paint p95': quantile(timed.map((x) => x.paint), 0.95),
        'handler median': quantile(timed.map((x) => x.handler), 0.5), 'handler p95': quantile(timed.map((x) => x.handler), 0.95),
        'script mean': sum.script / timed.length, 'layout+style mean': sum.layout / timed.length, 'main thread mean': sum.task / timed.length,
        picks: timed.length,
      }),
      ...prefixed('memory MB', {
        'js heap': heap.usedSize / 1e6, dom: (heap.embedderHeapUsedSize ?? 0) / 1e6, buffers: (heap.backingStorageSize ?? 0) / 1e6, wasm: wasm / 1e6,
        total: (heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + wasm) / 1e6,
      }),
    };
  }));
}

function report() {
  const f = (x) => (x == null ? '–' : Math.abs(x) >= 1000 ? Math.round(x).toLocaleString('en') : +x.toPrecision(3));
  let md = '';
  for (const n of opt.sizes.split(',')) {
    const named = targets.filter((t) => samples[t.name]?.[n]);
    const metrics = [...new Set(named.flatMap((t) => Object.keys(samples[t.name][n])))];
    md += `\n### ${n} questions: median (min–max, N); times in ms\n\n| metric | ${named.map((t) => t.name).join(' | ')} |\n|---|${named.map(() => '---:').join('|')}|\n`;
    for (const m of metrics) {
      md += `| ${m} | ${named.map((t) => {
        const xs = samples[t.name][n][m]?.filter((x) => x != null);
        if (!xs?.length) return '–';
        if (m === 'failed') return xs[0];
        const lo = Math.min(...xs), hi = Math.max(...xs);
        return lo === hi ? f(lo) : `${f(quantile(xs, 0.5))} (${f(lo)}–${f(hi)}, ${xs.length})`;
      }).join(' | ')} |\n`;
    }
  }
  return md;
}

for (const t of targets) t.server = await serve(t.dir);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
});
const failed = new Set();
for (const n of opt.sizes.split(',').map(Number)) {
  const base = n === 40;
  const steps = base
    ? [...Object.keys(loads).map((name) => [name, load]), ['warm', warm], ['session', session]]
    : [['cold 4x', load], ['session', session]];
  const fitting = targets.filter((t) => (!t.sizes || t.sizes.includes(n)) && (base || isIn(opt['scale-only'], t)));
  for (const t of fitting) await visit(browser, t, {}, (page) => open(page, t, n)).catch(() => {}); // lets the server compress
  for (let run = 0; run < +(base ? opt.runs : opt['scale-runs']); run++) {
    for (const [name, step] of steps) {
      for (const t of fitting) { // interleaved: A B C, A B C
        const key = `${t.name} ${n} ${name}`;
        if (failed.has(key)) continue;
        const start = Date.now();
        try { await step(browser, t, n, name); } catch (e) {
          failed.add(key);
          add(t, n, { failed: `${name}: ${e.message.split('\n')[0].slice(0, 80)}` });
        }
        console.error(`run ${run + 1} ${key} ${Date.now() - start} ms${failed.has(key) ? ' FAILED' : ''}`);
      }
    }
    await mkdir(dirname(opt.out), { recursive: true });
    const files = Object.fromEntries(targets.map((t) => [t.name, t.files]));
    await writeFile(opt.out, JSON.stringify({ browser: browser.version(), node: process.version, samples, files }, null, 1));
  }
}
console.log(report());
await browser.close();
for (const t of targets) t.server.close();
