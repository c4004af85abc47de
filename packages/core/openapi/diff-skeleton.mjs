// Compares the structure of our API document with the structure the hosted API publishes.
// Words are ignored; types, bounds, enums, required keys, openness and union members are not.

const OPERATION = ['/v1/chat/completions', 'post'];
const COPIED_KEYWORDS = ['default', 'minimum', 'maximum'];
const COMPARED_KEYWORDS = ['type', 'enum', ...COPIED_KEYWORDS, 'required', 'additionalProperties'];

/**
 * Reduces an OpenAPI 3.1 document to the structure of its operations. The parts of the chat completion
 * are `request`, `answer` and `chunk`, those of any other operation `name/query`, `name/body` and
 * `name/answer`. A list in a query is its parameter repeated, and so is reduced to one of its values.
 *
 * @param {import('./diff-skeleton.d.mts').OpenAPIDocument} document
 * @returns {import('./diff-skeleton.d.mts').Skeleton}
 */
export function structureOf(document) {
  const [path, method] = OPERATION;
  const { requestBody, responses } = document.paths[path][method];
  const success = resolve(responses['200'], document).content;
  const reduce = (media) => skeletonOf(media.schema, document);
  return {
    request: reduce(resolve(requestBody, document).content['application/json']),
    answer: reduce(success['application/json']),
    chunk: reduce(success['text/event-stream']),
    ...Object.assign({}, ...otherOperations(document).map((each) => partsOf(each, document))),
  };
}

function otherOperations({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters' && path !== OPERATION[0])
      .map(([, operation]) => operation),
  );
}

function partsOf({ operationId, parameters = [], requestBody, responses }, document) {
  const schemaIn = (holder) => resolve(holder, document).content['application/json'].schema;
  const query = parameters
    .map((parameter) => resolve(parameter, document))
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => [name, skeletonOf(schema.items ?? schema, document)]);
  return {
    ...(query.length > 0 && {
      [`${operationId}/query`]: { type: 'object', properties: Object.fromEntries(query) },
    }),
    ...(requestBody && {
      [`${operationId}/body`]: skeletonOf(schemaIn(requestBody), document),
    }),
    [`${operationId}/answer`]: skeletonOf(schemaIn(responses['200']), document),
  };
}

/**
 * Lists every place where two structures differ, each once, in the order of the first.
 *
 * A path names properties (`/request/top_p`), list items (`/[]`), union members by what tells them
 * apart (`/<user>`), and after `#` the keyword that differs (`#maximum`). A path without `#` is a
 * part that only one side has.
 *
 * @param {import('./diff-skeleton.d.mts').Skeleton} skeleton
 * @param {import('./diff-skeleton.d.mts').Skeleton} ours
 * @returns {import('./diff-skeleton.d.mts').Difference[]}
 */
export function differences(skeleton, ours) {
  return compareEach(skeleton, ours, (part) => `/${part}`);
}

function resolve(value, document) {
  if (value.$ref === undefined) return value;
  const keys = value.$ref.replace('#/', '').split('/');
  return resolve(
    keys.reduce((node, key) => node[key], document),
    document,
  );
}

function skeletonOf(schema, document) {
  const source = foldNullBranch(joined(resolve(schema, document), document), document);
  const node = {};
  if (source.type !== undefined) node.type = sortedType(source.type);
  const values = source.const === undefined ? source.enum : [source.const];
  if (values !== undefined) node.enum = sorted(values);
  for (const keyword of COPIED_KEYWORDS) {
    if (source[keyword] !== undefined) node[keyword] = source[keyword];
  }
  if (source.required?.length > 0) node.required = sorted(source.required);
  if (source.additionalProperties !== undefined) {
    node.additionalProperties = opennessOf(source.additionalProperties, document);
  }
  if (source.properties !== undefined) {
    node.properties = mapValues(source.properties, (child) => skeletonOf(child, document));
  }
  if (source.items !== undefined) node.items = skeletonOf(source.items, document);
  for (const kind of ['oneOf', 'anyOf']) {
    if (source[kind] !== undefined) node[kind] = namedMembers(source[kind], document);
  }
  return node;
}

/** `allOf` of objects is one object with the properties of all. */
function joined(schema, document) {
  if (schema.allOf === undefined) return schema;
  const members = schema.allOf.map((member) => joined(resolve(member, document), document));
  return {
    ...members[0],
    required: members.flatMap(({ required = [] }) => required),
    properties: Object.assign({}, ...members.map(({ properties }) => properties)),
  };
}

/** `anyOf: [X, null]` is how OpenAPI 3.1 says "a nullable X"; read it as X with `null` in its type. */
function foldNullBranch(schema, document) {
  const members = schema.anyOf?.map((member) => resolve(member, document));
  if (members?.length !== 2 || members[1].type !== 'null') return schema;
  const [member] = members;
  const nullable = { ...member, type: [member.type, 'null'].flat() };
  return member.enum === undefined ? nullable : { ...nullable, enum: [...member.enum, null] };
}

function opennessOf(additionalProperties, document) {
  if (typeof additionalProperties === 'boolean') return additionalProperties;
  const node = skeletonOf(additionalProperties, document);
  return Object.keys(node).length === 0 ? true : node;
}

function namedMembers(members, document) {
  const named = {};
  for (const member of members) {
    const node = skeletonOf(member, document);
    const name = memberName(node);
    if (name in named) throw new Error(`Two union members are both called ${name}.`);
    named[name] = node;
  }
  return named;
}

/** A member is called after its fixed role, type or object, else its first required key or its type. */
function memberName(node) {
  const tags = ['role', 'type', 'object'].map((key) => node.properties?.[key]?.enum ?? []);
  const tag = tags.find((values) => values.length === 1)?.[0];
  return tag ?? node.required?.[0] ?? [node.type].flat().join('|');
}

function compare(upstream, ours, at) {
  if (upstream === undefined || ours === undefined)
    return differenceUnlessEqual(at, upstream, ours);
  const [theirMembers, ourMembers] = [membersOf(upstream), membersOf(ours)];
  const unions = differenceUnlessEqual(`${at}#union`, unionKind(upstream), unionKind(ours));
  if ((theirMembers === undefined) !== (ourMembers === undefined)) {
    // One side has a plain schema where the other has a choice: go on with the first of the choice.
    const [first, second] = [firstOf(theirMembers) ?? upstream, firstOf(ourMembers) ?? ours];
    return [...unions, ...compare(first, second, at)];
  }
  return [
    ...unions,
    ...COMPARED_KEYWORDS.flatMap((keyword) =>
      differenceUnlessEqual(`${at}#${keyword}`, upstream[keyword], ours[keyword]),
    ),
    ...compareEach(upstream.properties, ours.properties, (name) => `${at}/${name}`),
    ...compareEach({ '[]': upstream.items }, { '[]': ours.items }, (name) => `${at}/${name}`),
    ...compareEach(theirMembers, ourMembers, (name) => `${at}/<${name}>`),
  ];
}

function compareEach(upstream = {}, ours = {}, pathOf) {
  const names = new Set([...Object.keys(upstream), ...Object.keys(ours)]);
  return [...names].flatMap((name) => compare(upstream[name], ours[name], pathOf(name)));
}

function differenceUnlessEqual(at, upstream, ours) {
  if (JSON.stringify(upstream) === JSON.stringify(ours)) return [];
  return [{ at, upstream: brief(upstream), ours: brief(ours) }];
}

const brief = (value) => (value === undefined ? 'absent' : describe(value).slice(0, 120));
const describe = (value) =>
  isNode(value) ? [value.type ?? 'union'].flat().join(' or ') : listed(value);
const listed = (value) => (Array.isArray(value) ? value.map(String).join(', ') : String(value));
const isNode = (value) => typeof value === 'object' && !Array.isArray(value) && value !== null;
const membersOf = (node) => node.oneOf ?? node.anyOf;
const unionKind = (node) => ['oneOf', 'anyOf'].find((kind) => node[kind] !== undefined);
const firstOf = (members) => members && Object.values(members)[0];
const sorted = (values) => [...values].sort((a, b) => String(a).localeCompare(String(b)));
const sortedType = (type) => (Array.isArray(type) ? sorted(type) : type);
const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
