import type { OpenApiDocument } from './openapi-document.ts';

/** A JSON schema as the document holds it, as far as the page reads it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | false;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/** A line of a table: what a field is called, what may stand in it, and whether it has to. */
export type Field = { name: string; type: string; isRequired: boolean };

const REF = '#/components/schemas/';

/** Reads schemas of a document: types as short text, objects as fields. */
export function createSchemaReader(document: OpenApiDocument) {
  // The document is made of JSON schemas; `Schema` names those of their fields that are read here.
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;

  const resolve = (schema: Schema): Schema => (schema.$ref ? (schemas[schema.$ref.slice(REF.length)] ?? {}) : schema);

  const fieldsOf = (schema: Schema): Field[] => {
    const { properties = {}, required = [], allOf = [] } = resolve(schema);
    const own = Object.entries(properties).map(([name, of]) => ({ name, type: typeText(of), isRequired: required.includes(name) }));
    return [...allOf.flatMap(fieldsOf), ...own];
  };
  return { fieldsOf };
}

/** A schema in a few words: `string (uuid)`, `integer 1–100`, `Space[]`, `"a" | "b"`. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(REF.length);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return union.map(typeText).join(' | ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeText).join(', ')}]`;
  if (schema.type === 'array') return `${schema.items ? grouped(typeText(schema.items)) : 'any'}[]`;
  if (schema.type === 'object') return objectText(schema);
  const types = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return types + detailText(schema);
}

const grouped = (text: string): string => (text.includes(' | ') ? `(${text})` : text);

function objectText({ properties, required = [] }: Schema): string {
  if (!properties) return 'object';
  const fields = Object.entries(properties).map(([name, of]) => `${name}${required.includes(name) ? '' : '?'}: ${typeText(of)}`);
  return `{ ${fields.join(', ')} }`;
}

function detailText({ format, minimum, maximum, minLength, maxLength }: Schema): string {
  if (format) return ` (${format})`;
  // Bounds of a number that is only bounded by what JavaScript can count to say nothing.
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength].map((bound) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined,
  );
  if (low !== undefined && high !== undefined) return ` ${low}–${high}`;
  if (low !== undefined) return ` from ${low}`;
  return high === undefined ? '' : ` up to ${high}`;
}
