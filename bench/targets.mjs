// One entry per target. To add one: where its files are, which page shows n
// questions, and three selectors. `option` must match the radios of one question;
// `checked` (optional) tells how a picked one looks, when it is not :checked.
const peer = (name, selectors) => ({ name, dir: `dist/${name}`, page: (n) => `/${n}.html`, option: 'input[type=radio]', ...selectors });

const product = (name, more) => peer(name, {
  dir: 'dist/product', host: 'digital-leadership-check', pages: (n) => n,
  start: ['[data-first-screen=offered] .nhsuk-button', '.screen:not([data-first-screen]) .nhsuk-button'],
  question: 'fieldset', next: ['form .nhsuk-button', '.screen > .nhsuk-button'], done: '.profile__chart', apart: 'board', ...more,
});

export const targets = [
  peer('vanilla', { question: 'fieldset', next: '#next', done: '.radar' }),
  peer('preact', { question: 'fieldset', next: '#next', done: '.radar' }),
  peer('react', { question: 'fieldset', next: '#next', done: '.radar' }),
  peer('surveyjs', { question: '.sd-question', next: '.sd-navigation__next-btn, .sd-navigation__complete-btn', done: '.radar' }),
  peer('lforms', { question: 'nz-radio-group', checked: '.ant-radio-checked input' }), // no pages: all sections on one
  peer('odk', { question: '.question-container' }), // no pages either
  // A target inside a custom element: `host` is its tag (all selectors then look into
  // its shadow root), `start` the clicks from its first screen to the first question, each
  // made as soon as there is something to click,
  // `pages(n)` how many pages n questions take (8 unless told), `next` one selector or
  // several, clicked in turn after each page, `apart` what the names of files have in
  // common that are fetched when the page is idle and not needed for the results.
  // The product has a question to a page, and a screen to check all answers.
  product('product', {}),
  // The same with its own questions, as released: `asks` says how many.
  product('released', { page: () => '/', asks: 32, sizes: [40] }),
];
