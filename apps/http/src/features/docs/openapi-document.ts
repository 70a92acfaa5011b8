import { type AlternatePath, alternatePaths, ErrorBody, httpRoutes, type RouteContract, type RouteName } from '@metaverse/contracts';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const INTRODUCTION = `Spaces that people walk in and talk in.

Sign up or log in for an access token and send it as \`Authorization: Bearer …\`; after fifteen minutes exchange the refresh token for a new one.
Lists take \`limit\` and \`cursor\`; a \`nextCursor\` of null is the end. A failure is \`{ "error": { "code", "message", "requestId", "details"? } }\`, its code from a closed list.
Deprecated paths answer exactly as the one that they name.`;

const TAGS: Record<RouteContract['tag'], string> = {
  accounts: 'Signing up, logging in, oneself',
  users: 'Other people',
  spaces: 'Places to be in',
  chatrooms: 'Rooms to talk in',
  messages: 'What is said',
  catalogue: 'Elements, avatars and maps to choose from',
  admin: 'Keeping the catalogue',
};

/** The OpenAPI description of every route, made from the contracts that the routes are made from. */
export function openApiDocument(version: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  const add = (contract: Pick<RouteContract, 'method' | 'path'>, operation: ZodOpenApiOperationObject): void => {
    const path = contract.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method]: operation };
  };

  for (const [name, contract] of Object.entries<RouteContract>(httpRoutes)) add(contract, operationOf(name, contract));
  for (const alternate of alternatePaths) add(alternate, alternateOperation(alternate));

  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Metaverse', version, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: { securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

function operationOf(name: string, contract: RouteContract): ZodOpenApiOperationObject {
  const { params, query, body } = contract;
  return {
    operationId: name,
    tags: [contract.tag],
    summary: contract.summary,
    security: contract.access === 'anyone' ? [] : [{ accessToken: [] }],
    // Every query of the catalogue is an object; its type is wider so that it may be refined.
    requestParams: { ...(params && { path: params }), ...(query && { query: query as z.ZodObject }) },
    ...(body && { requestBody: { required: !body.safeParse(undefined).success, ...json(body) } }),
    responses: { ...successes(contract), ...failures(contract) },
  };
}

function successes({ success, status, repeatedStatus }: RouteContract): ZodOpenApiOperationObject['responses'] {
  const answer = (description: string) => ({ description, ...(success && json(success)) });
  return {
    [`${status}`]: answer(success ? 'Success' : 'Done; the answer is empty'),
    ...(repeatedStatus && { [`${repeatedStatus}`]: answer('The same as before: it was repeated') }),
  };
}

const ALSO_FAILS = { 401: 'Wrong, unknown or used up', 409: 'Taken, or used for something else already' } as const;

function failures({ access, params, query, body, alsoFails = [] }: RouteContract): ZodOpenApiOperationObject['responses'] {
  const failure = (description: string) => ({ description, ...json(ErrorBody) });
  return {
    ...(params || query || body ? { '400': failure('What was sent is not valid') } : {}),
    ...(access === 'anyone' ? {} : { '401': failure('No token, or none that is good any more') }),
    ...(access === 'admin' || params ? { '403': failure('Not allowed') } : {}),
    ...(params ? { '404': failure('Not there, or not to be seen') } : {}),
    ...(body ? { '413': failure('The body is too large') } : {}),
    ...Object.fromEntries(alsoFails.map((status) => [`${status}`, failure(ALSO_FAILS[status])])),
    '429': failure('Too often; Retry-After says when to go on'),
    '503': failure('A part of the service is away; Retry-After says when to try again'),
    default: failure('Any other failure'),
  };
}

function alternateOperation(alternate: AlternatePath): ZodOpenApiOperationObject {
  const contract: RouteContract = httpRoutes[alternate.canonical];
  const moved = Object.entries(alternate.params ?? {});
  const inPlace = (place: 'path' | 'query' | 'body') =>
    z.object(Object.fromEntries(moved.filter(([, at]) => at.in === place).map(([param, at]) => [at.name, paramSchema(contract, param)])));
  const left = Object.entries<z.ZodType>(asObject(contract.params).shape).filter(([param]) => !(param in (alternate.params ?? {})));

  const body = contract.body || moved.some(([, at]) => at.in === 'body') ? withFields(contract.body, inPlace('body')) : undefined;

  return {
    ...operationOf(operationIdOf(alternate), {
      ...contract,
      summary: `Same as ${contract.method.toUpperCase()} ${contract.path}`,
      params: z.object({ ...Object.fromEntries(left), ...inPlace('path').shape }),
      query: asObject(contract.query).extend(inPlace('query').shape),
      ...(body && { body }),
    }),
    responses: { ...successes(contract), ...failures({ ...contract, ...(body && { body }) }) },
    deprecated: true,
    description: contract.summary,
  };
}

/** A shape's values are schemas, which the type of a contract does not say. */
const paramSchema = (contract: RouteContract, param: string): z.ZodType =>
  (contract.params?.shape[param] as z.ZodType | undefined) ?? z.string();

/** Refined objects refuse to be extended; their fields do not. */
const asObject = (fields: z.ZodType | undefined): z.ZodObject => (fields instanceof z.ZodObject ? z.object(fields.shape) : z.object({}));

function withFields(body: z.ZodType | undefined, extra: z.ZodObject): z.ZodType {
  if (!body) return extra;
  if (Object.keys(extra.shape).length === 0) return body;
  return body instanceof z.ZodObject ? z.object({ ...body.shape, ...extra.shape }) : z.intersection(body, extra);
}

const operationIdOf = ({ method, path, canonical }: { method: string; path: string; canonical: RouteName }): string =>
  `${canonical}_${method}${path.replace(/[^A-Za-z0-9]+/g, '_')}`;
