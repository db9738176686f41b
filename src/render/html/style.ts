/**
 * How the page looks. Colours of verdicts are those of Okabe and Ito, darkened and lightened until text in them has a
 * contrast of 4.5 on both grounds; blue against orange is told apart by all kinds of colour vision.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171a);
  --raised: light-dark(#f6f7f8, #1c2024);
  --ink: light-dark(#1b1f24, #e4e7ea);
  --faint: light-dark(#5b646d, #9ba5ae);
  --grid: light-dark(#dfe3e6, #30363c);
  --band: light-dark(#e9edf0, #262c32);
  --disturbed: light-dark(#c58a1b, #b88a3c);
  --good: light-dark(#00629b, #6cb8ea);
  --bad: light-dark(#a63d00, #f79a62);
  --mixed: light-dark(#8a2d73, #e29ad0);
  --unsure: light-dark(#76510a, #dcb566);
  --quiet: light-dark(#5b646d, #9ba5ae);
  --base: light-dark(#8b959f, #77828d);
  --head: light-dark(#2b3036, #dfe4e8);
  --control: light-dark(#8b959f, #77828d);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1184px; margin: 0 auto; padding: 24px 32px 64px; }
header { position: relative; }
h1 { margin: 8px 96px 0 0; font-size: 2rem; line-height: 1.2; font-weight: 650; }
h2 { margin: 48px 0 8px; font-size: 1.35rem; line-height: 1.3; }
h3 { margin: 40px 0 8px; font-size: 1.1rem; line-height: 1.3; }
code { font: 0.92em/1.4 ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
p, li, dd { overflow-wrap: anywhere; }
p { margin: 8px 0; max-width: 76ch; }
.where, .note, figcaption, .notes { color: var(--faint); }
.where { margin-top: 4px; max-width: none; }
.note, figcaption, .notes, dl { font-size: 0.875rem; }
.sentence { font-size: 1.1rem; margin: 20px 0 8px; }
.sentence > code, .sentence > .mark { font-size: 0.95rem; }
.gate { border-left: 3px solid var(--grid); padding-left: 14px; margin: 16px 0; }
.problem { color: var(--bad); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.mixed { color: var(--mixed); }
.unsure { color: var(--unsure); }
.quiet { color: var(--quiet); }
.mark { white-space: nowrap; font-weight: 600; }
.mark.quiet { font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: inherit; text-underline-offset: 4px; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
#theme { position: absolute; top: 8px; right: 0; font-size: 0.875rem; border: 1px solid var(--faint); border-radius: 6px; padding: 4px 12px; }
:focus-visible { outline: 2px solid var(--good); outline-offset: 2px; }
figure { margin: 12px 0 24px; }
figure > .title { font-size: 0.9rem; font-weight: 600; margin-bottom: 4px; }
figure > .result { font-size: 0.875rem; margin-bottom: 4px; }
figcaption { margin-top: 4px; max-width: 100ch; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); gap: 8px 28px; }
.figures figure { margin: 8px 0; }
.plot { display: block; max-width: 100%; height: auto; overflow: visible; font: 12px system-ui, -apple-system, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
.plot text { white-space: pre; }
.narrow { display: none; }
.scroll { position: relative; overflow-x: auto; margin: 8px 0; max-width: 100%; }
table { border-collapse: collapse; font-size: 0.8125rem; line-height: 1.35; width: 100%; }
caption { text-align: left; color: var(--faint); padding: 4px 0; }
th, td { padding: 5px 16px 5px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--grid); }
thead th { color: var(--faint); font-weight: 500; vertical-align: bottom; border-bottom-color: var(--faint); }
tbody th { font-weight: 400; min-width: 10.5rem; max-width: 24rem; }
tbody th code { overflow-wrap: normal; }
.number { text-align: right; }
td { white-space: nowrap; }
td.text { white-space: normal; min-width: 5.5rem; }
tbody th, thead th:first-child { position: sticky; left: 0; background: var(--ground); }
th small { color: var(--faint); font-weight: 400; white-space: nowrap; }
th[data-sort] button { padding: 2px 0; }
th[data-sort] button::after { content: ' ↕'; color: var(--faint); }
th[aria-sort='ascending'] button::after { content: ' ↑'; }
th[aria-sort='descending'] button::after { content: ' ↓'; }
.notes { padding-left: 18px; margin: 8px 0; max-width: 100ch; }
blockquote { margin: 20px 0 4px; padding: 0; font-size: 1.05rem; }
blockquote::before { content: '“'; }
blockquote > cite { color: var(--faint); font-size: 0.875rem; font-style: normal; }
.wording { background: var(--raised); border: 1px solid var(--grid); border-radius: 6px; padding: 12px 14px; margin: 8px 0 24px; font-size: 0.875rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 100ch; }
details.model { border-top: 1px solid var(--grid); }
summary { padding: 12px 0; cursor: pointer; }
details.table > summary { padding: 4px 0; font-size: 0.875rem; color: var(--faint); }
details.table caption { display: none; }
details.model > h2 { margin-top: 16px; }
dl { margin: 8px 0; }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 16px; padding: 4px 0; border-bottom: 1px solid var(--grid); }
dt { color: var(--faint); }
dd { margin: 0; }
@media (max-width: 719px) {
  main { padding: 16px 16px 48px; }
  h1 { font-size: 1.6rem; }
  .wide { display: none; }
  .narrow { display: block; }
  tbody th { min-width: 8rem; max-width: 11rem; }
  tbody th code { overflow-wrap: anywhere; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  #theme { display: none; }
  th[data-sort] button::after { content: ''; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  td { white-space: normal; }
  tbody th, thead th:first-child { position: static; }
  figure, tr, dl > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}
`;
