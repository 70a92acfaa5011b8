import type { OpenApiDocument } from './openapi-document.ts';
import { createSchemaReader, type Field, type Schema, typeText } from './schema-text.ts';

type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  deprecated?: boolean;
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content & { description: string }>;
};
type Entry = { method: string; path: string; operation: Operation };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Text with `code` in it. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The OpenAPI document as a page that reads without a script. */
export function docsPage(document: OpenApiDocument): string {
  const entries = entriesOf(document);
  const tags = (document.tags ?? []).map(({ name, description = '' }) => ({ name, description }));
  const { info } = document;
  const introduction = (info.description ?? '').split(/\n+/).map((line) => `<p>${prose(line)}</p>`);

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)} · API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<nav aria-label="Parts of the API"><a class="home" href="/">${escape(info.title)}</a>
<ul>${tags.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join('')}<li><a href="#shapes">shapes</a></li></ul></nav>
<main>
<h1>API <small>${escape(info.version)}</small></h1>
${introduction.join('\n')}
<p>For programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI ${escape(document.openapi)}).</p>
${tags.map((tag) => tagSection(document, tag, entries)).join('\n')}
${shapes(document)}
</main>
</body>
</html>
`;
}

/** createDocument gives JSON of this form for the routes that it was made from. */
const entriesOf = (document: OpenApiDocument): Entry[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
  );

function tagSection(document: OpenApiDocument, tag: { name: string; description: string }, entries: readonly Entry[]): string {
  const own = entries.filter(({ operation }) => operation.tags.includes(tag.name));
  const canonical = own.filter(({ operation }) => !operation.deprecated);
  const alternates = own.filter(({ operation }) => operation.deprecated);
  const lines = alternates.map(
    ({ method, path, operation }) => `<li>${address(method, path)} <span>${escape(operation.summary)}</span></li>`,
  );
  const old = `<details class="old"><summary>Deprecated paths</summary><ul>${lines.join('')}</ul></details>`;
  return `<section id="${tag.name}"><h2>${tag.name}</h2><p>${escape(tag.description)}</p>
${canonical.map((entry) => operationDetails(document, entry)).join('\n')}
${alternates.length > 0 ? old : ''}</section>`;
}

const address = (method: string, path: string): string => `<span class="method ${method}">${method}</span> <code>${escape(path)}</code>`;

function operationDetails(document: OpenApiDocument, { method, path, operation }: Entry): string {
  const reader = createSchemaReader(document);
  const parameters = (operation.parameters ?? []).map(({ name, in: place, required, schema }) => ({
    name,
    place,
    type: typeText(schema),
    isRequired: required ?? false,
  }));
  const body = schemaOf(operation.requestBody);
  const isOpen = operation.security?.length === 0;

  return `<details id="${operation.operationId}"><summary>${address(method, path)} <span>${escape(operation.summary)}</span></summary>
<p>${isOpen ? 'Needs no token.' : 'Needs an access token.'}</p>
${parameters.length > 0 ? `<h3>Parameters</h3>${table(parameters.map(({ place, ...field }) => ({ ...field, name: `${field.name} (${place})` })))}` : ''}
${body ? `<h3>Body${operation.requestBody?.required ? '' : ' (optional)'}</h3>${schemaText(reader, body)}` : ''}
<h3>Answers</h3><dl>${Object.entries(operation.responses)
    .map(([status, answer]) => answerText(status, answer))
    .join('')}</dl>
</details>`;
}

type Reader = ReturnType<typeof createSchemaReader>;

const schemaOf = (content: Content | undefined): Schema | undefined => content?.content?.['application/json']?.schema;

function answerText(status: string, answer: Content & { description: string }): string {
  const schema = schemaOf(answer);
  return `<dt>${status}</dt><dd>${escape(answer.description)}${schema ? `: <code>${escape(typeText(schema))}</code>` : ''}</dd>`;
}

function schemaText(reader: Reader, schema: Schema): string {
  const fields = reader.fieldsOf(schema);
  return fields.length > 0 ? table(fields) : `<p><code>${escape(typeText(schema))}</code></p>`;
}

const table = (fields: readonly Field[]): string =>
  `<div class="table" tabindex="0"><table><tbody>${fields
    .map(
      ({ name, type, isRequired }) =>
        `<tr><th scope="row">${escape(name)}${isRequired ? '' : '?'}</th><td><code>${escape(type)}</code></td></tr>`,
    )
    .join('')}</tbody></table></div>`;

function shapes(document: OpenApiDocument): string {
  const reader = createSchemaReader(document);
  const all = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="shape-${name}"><summary><code>${name}</code></summary>${schemaText(reader, schema as Schema)}</details>`,
  );
  return `<section id="shapes"><h2>shapes</h2><p>What goes over the wire, by name.</p>${all.join('\n')}</section>`;
}
