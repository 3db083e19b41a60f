// Builds every peer into dist/<name>/: one app.js/app.css, one <n>.html per size.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { EXTRA, SCALE, assessment } from './content.mjs';

const SIZES = [40, 400, 2000];
const scale = SCALE.map((t, i) => [i + 1, t]);
const esc = (s) => s.replace(/[&<]/g, (c) => ({ '&': '&amp;', '<': '&lt;' })[c]);

const models = {
  plain: (a) => JSON.stringify(a),

  surveyjs: (a) => JSON.stringify({
    title: a.title, showQuestionNumbers: false,
    pages: a.sections.map((s) => ({
      name: s.id, title: s.title,
      elements: s.questions.map((q) => ({
        type: 'radiogroup', name: q.id, title: q.text, showCommentArea: true, colCount: 0,
        choices: [...scale, ...EXTRA].map(([value, text]) => ({ value, text })),
      })),
    })),
    calculatedValues: a.sections.map((s, i) => ({
      name: `score${i + 1}`, expression: `sectionScore(${s.questions.map((q) => `{${q.id}}`).join(',')})`,
    })),
  }),

  // FHIR R4 Questionnaire: a group per section with a calculated mean of the codes 1..5.
  fhir: (a) => {
    const ext = (name, value) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value });
    const radio = ext('questionnaire-itemControl', {
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'radio-button' }] },
    });
    const option = ([code, display]) => ({
      valueCoding: { code: String(code), display },
    });
    return JSON.stringify({
      resourceType: 'Questionnaire', status: 'draft', title: a.title,
      item: a.sections.map((s) => ({
        linkId: s.id, text: s.title, type: 'group',
        item: [
          ...s.questions.flatMap((q) => [
            { linkId: q.id, text: q.text, type: 'choice', extension: [radio], answerOption: [...scale, ...EXTRA].map(option) },
            { linkId: `${q.id}n`, text: 'Note', type: 'string' },
          ]),
          {
            linkId: `${s.id}score`, text: 'Section score', type: 'decimal', readOnly: true,
            extension: [{
              url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
              valueExpression: { language: 'text/fhirpath', expression: `%resource.item.where(linkId='${s.id}').item.answer.value.code.select(iif($this.matches('^[1-5]$'), $this.toInteger(), {})).avg()` },
            }],
          },
        ],
      })),
    });
  },

  xform: (a) => {
    const each = (f) => a.sections.map((s) => f(s)).join('');
    const items = [...scale, ...EXTRA].map(([v, t]) => `<item><label>${esc(t)}</label><value>${v}</value></item>`).join('');
    const num = (s, q) => `number(/data/${s.id}/${q.id})`;
    return `<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>${a.title}</h:title><model><instance><data id="assessment">` +
      each((s) => `<${s.id}>${s.questions.map((q) => `<${q.id}/><${q.id}n/>`).join('')}<score/></${s.id}>`) +
      '<meta><instanceID/></meta></data></instance>' +
      each((s) => s.questions.map((q) => `<bind nodeset="/data/${s.id}/${q.id}" type="string"/><bind nodeset="/data/${s.id}/${q.id}n" type="string"/>`).join('') +
        `<bind nodeset="/data/${s.id}/score" type="decimal" readonly="true()" calculate="sum(/data/${s.id}/*[number(.) &gt; 0]) div count(/data/${s.id}/*[number(.) &gt; 0])"/>`) +
      '<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>' +
      each((s) => `<group ref="/data/${s.id}"><label>${s.title}</label>${s.questions.map((q) =>
        `<select1 ref="/data/${s.id}/${q.id}"><label>${esc(q.text)}</label>${items}</select1><input ref="/data/${s.id}/${q.id}n"><label>Note</label></input>`).join('')}</group>`) +
      '</h:body></h:html>';
  },
};

const html = (n, model, { css = '', head = '', js = '<script type="module" src="app.js"></script>' }) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Self-assessment ${n}</title><link rel="icon" href="data:,">${css}${head}
<body><div id="app"></div><div id="result"></div>
<script type="application/json" id="model">${model}</script>
${js}
`;

async function peer(name, model, { entry, inline, files = {}, page = {}, ...options }) {
  const out = `dist/${name}`;
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: { app: `peers/${entry ?? name + '.js'}` }, outdir: out, bundle: true, minify: true, format: 'esm',
    target: 'es2022', write: !inline, jsx: 'automatic', legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' }, ...options,
  });
  for (const [from, to] of Object.entries(files)) await cp(from, `${out}/${to}`, { recursive: true });
  if (inline) page = { ...page, js: `<script type="module">${outputFiles[0].text}</script>` };
  for (const n of SIZES) await writeFile(`${out}/${n}.html`, html(n, model(assessment(n)), page));
}

const style = { css: '<link rel="stylesheet" href="app.css">' };
const plainCss = { css: `<style>${(await build({ entryPoints: ['peers/common.css'], minify: true, write: false })).outputFiles[0].text}</style>` };
const preact = { react: 'preact/compat', 'react-dom/client': 'preact/compat/client', 'react/jsx-runtime': 'preact/jsx-runtime' };
const lf = 'node_modules/lforms/dist/lforms';

await Promise.all([
  peer('vanilla', models.plain, { inline: true, page: plainCss }),
  peer('preact', models.plain, { entry: 'react.jsx', alias: preact, page: plainCss }),
  peer('react', models.plain, { entry: 'react.jsx', page: plainCss }),
  peer('surveyjs', models.surveyjs, { page: style }),
  peer('odk', models.xform, { splitting: true, mainFields: ['module', 'main'] }),
  // LHC-Forms: the built files, in the order their README lists.
  peer('lforms', models.fhir, {
    files: Object.fromEntries(['styles.css', 'runtime.js', 'polyfills.js', 'main.js'].map((f) => [`${lf}/webcomponent/${f}`, f])
      .concat([[`${lf}/webcomponent/assets`, 'assets'], [`${lf}/fhir/R4/lformsFHIR.min.js`, 'lformsFHIR.min.js']])),
    page: {
      css: '<link rel="stylesheet" href="styles.css">',
      js: ['assets/lib/zone.min.js', 'runtime.js', 'polyfills.js', 'main.js', 'lformsFHIR.min.js', 'app.js'].map((s) => `<script src="${s}"></script>`).join(''),
    },
    format: 'iife',
  }),
]);

// This product, as `cargo xtask build` leaves it in ../dist, with the same questions as a questionnaire of its
// own. Each question has texts for its levels, which the peers share, so its questionnaire is larger.
const levels = (id) => SCALE.map((level) => `${level} (${id})`);
const questionnaire = (a) => JSON.stringify({
  format: 1, id: 'bench', version: 1, levels: SCALE.length,
  elements: a.sections.map((s) => ({ id: s.id, indicators: s.questions.map((q) => q.id) })),
  texts: [{
    language: 'en-GB', title: a.title, levels: SCALE,
    elements: Object.fromEntries(a.sections.map((s) => [s.id, {
      title: s.title,
      indicators: Object.fromEntries(s.questions.map((q) => [q.id, { title: q.id, question: q.text, levels: levels(q.id) }])),
    }])),
  }],
});
const TAG = '<digital-leadership-check ';
await rm('dist/product', { recursive: true, force: true });
await cp('../dist', 'dist/product', { recursive: true });
const index = await readFile('dist/product/index.html', 'utf8');
for (const n of SIZES) {
  await writeFile(`dist/product/${n}.json`, questionnaire(assessment(n)));
  await writeFile(`dist/product/${n}.html`, index.replace(TAG, `${TAG}questionnaire="${n}.json" `));
}
