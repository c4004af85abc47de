import { literal, noneOf, oneOf, repeat, rule, type Sequence } from './grammar.ts';

const DIGIT = oneOf(['0', '9']);
const HEX = oneOf(['0', '9'], ['a', 'f'], ['A', 'F']);
const QUOTE = literal('"');

/**
 * The parts of JSON that every schema is made of. Space between tokens is what models were trained on, and bounded: a model
 * that writes nothing but space would never end. Numbers are bounded, too, so that `JSON.parse` reads them as they stand.
 */
export const jsonRules: readonly (readonly [string, readonly Sequence[]])[] = [
  ['space', [[], literal(' '), [...literal('\n'), repeat('indent', 0, 20)]]],
  ['indent', [[oneOf(' \t')]]],
  ['digit', [[DIGIT]]],
  ['hex', [[HEX]]],
  [
    'char',
    [
      [noneOf('"\\', ['\u0000', '\u001f'], ['\ud800', '\udfff'], '\u007f')],
      [...literal('\\'), oneOf('"\\/bfnrt')],
      // No halves of a pair: a length counts characters, and each of these is one.
      [...literal('\\u'), oneOf(['0', '9'], ['a', 'c'], ['A', 'C'], 'efEF'), HEX, HEX, HEX],
      [...literal('\\u'), oneOf('dD'), oneOf(['0', '7']), HEX, HEX],
    ],
  ],
  ['string', [[...QUOTE, repeat('char', 0), ...QUOTE]]],
  ['whole', [literal('0'), [oneOf(['1', '9']), repeat('digit', 0, 14)]]],
  ['integer', [[rule('whole')], [...literal('-'), rule('whole')]]],
  ['fraction', [[], [...literal('.'), repeat('digit', 1, 15)]]],
  ['exponent', [[], [oneOf('eE'), rule('sign'), repeat('digit', 1, 2)]]],
  ['sign', [[], [oneOf('+-')]]],
  ['number', [[rule('integer'), rule('fraction'), rule('exponent')]]],
  ['boolean', [literal('true'), literal('false')]],
  ['null', [literal('null')]],
  ['member', [[rule('string'), rule('space'), ...literal(':'), rule('space'), rule('value')]]],
  ['next-member', [[rule('space'), ...literal(','), rule('space'), rule('member')]]],
  [
    'object',
    [
      [...literal('{'), rule('space'), ...literal('}')],
      [
        ...literal('{'),
        rule('space'),
        rule('member'),
        repeat('next-member', 0),
        rule('space'),
        ...literal('}'),
      ],
    ],
  ],
  ['next-item', [[rule('space'), ...literal(','), rule('space'), rule('value')]]],
  [
    'array',
    [
      [...literal('['), rule('space'), ...literal(']')],
      [
        ...literal('['),
        rule('space'),
        rule('value'),
        repeat('next-item', 0),
        rule('space'),
        ...literal(']'),
      ],
    ],
  ],
  ['value', ['string', 'number', 'object', 'array', 'boolean', 'null'].map((name) => [rule(name)])],
];
