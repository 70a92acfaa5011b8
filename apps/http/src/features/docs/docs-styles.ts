/** How the API's page looks; a string, so that it travels with the code wherever that is bundled. */
export const docsStyles = `:root {
  color-scheme: light dark;
  --ground: light-dark(#faf6f0, #17141c);
  --card: light-dark(#fff, #221d29);
  --ink: light-dark(#2a2233, #f3edf7);
  --soft: light-dark(#645a70, #b7adc4);
  --line: light-dark(#e4dbd0, #3a3344);
  --accent: light-dark(#a8321a, #ff9d80);
}
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 13rem minmax(0, 60rem); gap: 2rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
nav { position: sticky; top: 0; align-self: start; padding: 2rem 0 2rem 1.5rem; }
nav ul { list-style: none; margin: 1rem 0; padding: 0; }
nav a { display: block; padding: 0.3rem 0; }
.home { font-weight: 700; }
a { color: var(--accent); }
main { padding: 2rem 1.5rem 6rem 0; }
h1 { margin: 0 0 1rem; line-height: 1.2; }
h1 small { color: var(--soft); font-size: 1rem; font-weight: 400; }
h2 { margin: 3rem 0 0; }
h2 + p { margin-top: 0; color: var(--soft); }
h3 { margin: 1rem 0 0.3rem; font-size: 0.95rem; }
code { font: 0.88em ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin: 0.5rem 0; padding: 0.6rem 0.9rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
summary { cursor: pointer; }
summary span:last-child, .old li span:last-child { color: var(--soft); }
.old { background: none; border-style: dashed; }
.method { display: inline-block; min-width: 3.6rem; font: 700 0.75rem ui-monospace, monospace; text-transform: uppercase; color: var(--accent); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 1rem 0.35rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 50rem) {
  body { display: block; }
  nav { position: static; padding: 1rem; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; }
  main { padding: 0 1rem 4rem; }
}
`;
