/** How the page looks: the system's own fonts, light or dark as the reader has it, down to a phone's width. */
export const PAGE_STYLE = `
:root {
  --ink: #16181d; --soft: #5c6370; --line: #d9dce3; --paper: #fbfbfc; --card: #fff;
  --accent: #2451c4; --on-accent: #fff; --bad: #b3261e; --good: #1a7f4b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaf0; --soft: #9aa2b1; --line: #2d323d; --paper: #111319; --card: #181b23;
    --accent: #8fb0ff; --on-accent: #10131a; --bad: #ff8a80; --good: #6fd19c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.02em; }
h1 span { color: var(--soft); font-weight: 400; }
h2 { font-size: 1.05rem; margin: 0 0 1rem; }
header p { color: var(--soft); margin: 0 0 1.25rem; max-width: 42rem; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 0 0 2rem; }
dt { color: var(--soft); font-size: .8rem; }
dd { margin: 0; font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin-bottom: 1.25rem; }
label { display: block; font-size: .85rem; color: var(--soft); }
textarea, input, select { width: 100%; margin-top: .25rem; padding: .5rem .65rem; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
input, select { height: 2.5rem; }
textarea { resize: vertical; margin-bottom: .75rem; }
#key { margin-bottom: .75rem; }
.row { display: grid; grid-template-columns: minmax(0, 2.4fr) 1fr 1fr auto; gap: .75rem; align-items: end; margin-bottom: 1rem; }
.check { display: flex; gap: .5rem; align-items: center; color: var(--ink); padding-bottom: .6rem; white-space: nowrap; }
.check input { width: auto; height: auto; margin: 0; accent-color: var(--accent); }
.actions { display: flex; align-items: center; margin: 0; }
button { font: inherit; padding: .5rem 1.1rem; border-radius: 8px; border: 1px solid var(--line); background: transparent; color: var(--ink); cursor: pointer; }
#send { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:disabled { opacity: .45; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#state { color: var(--soft); font-size: .85rem; }
#state.bad { color: var(--bad); }
#output { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1rem; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
details { color: var(--soft); margin-bottom: .75rem; }
summary { cursor: pointer; font-size: .85rem; }
details pre { border-left: 2px solid var(--line); padding-left: .75rem; margin-top: .5rem; font-size: .9rem; }
.title { display: flex; justify-content: space-between; align-items: start; }
.title button { padding: .2rem .7rem; font-size: .85rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 500; color: var(--soft); font-size: .8rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
.good { color: var(--good); } .bad { color: var(--bad); }
#none { color: var(--soft); margin: .5rem 0 0; }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; }
  .row:not(.actions) { grid-template-columns: 1fr 1fr; }
  .row:not(.actions) > :first-child { grid-column: 1 / -1; }
}
`;
