import type { Token, Vocabulary } from '../vocabulary.ts';
import { choice, type Piece } from './piece.ts';

/**
 * A grammar as a reader writes it: for each rule the ways to say it, the likeliest first. `<name>` stands
 * for another rule, `{name}` for a slot. No rule may lead back to itself.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** Words from the conversation, by the name of their slot. */
export type Slots = Readonly<Record<string, string | undefined>>;

/** Says a rule, with the slots filled in. */
export type Say = (rule: string) => readonly Piece[];

type Part = { readonly text: string } | { readonly rule: string } | { readonly slot: string };

/**
 * Makes a grammar ready for a vocabulary; what it returns fills the slots for one conversation.
 *
 * A way that speaks of an empty slot is no way, and a rule without a way says nothing: so a sentence on the
 * tool's result is left out where there is no result.
 */
export function preparePhrases(phrases: Phrases, vocabulary: Vocabulary): (slots: Slots) => Say {
  const rules = new Map(
    Object.entries(phrases).map(([rule, ways]) => [rule, ways.map((way) => partsOf(way))]),
  );
  const known = new Map<string, readonly Token[]>();

  return (slots) => {
    const said = new Map<string, readonly Piece[]>();
    return say;

    function say(rule: string): readonly Piece[] {
      let pieces = said.get(rule);
      if (pieces) return pieces;
      const ways = (rules.get(rule) ?? []).filter(isFilled).map((way) => way.flatMap(write));
      pieces = ways.length > 1 ? [choice(ways)] : (ways[0] ?? []);
      said.set(rule, pieces);
      return pieces;
    }

    function isFilled(way: readonly Part[]): boolean {
      return way.every((part) => !('slot' in part) || slots[part.slot] !== undefined);
    }

    function write(part: Part): readonly Piece[] {
      if ('rule' in part) return say(part.rule);
      if ('text' in part) return [{ tokens: tokensOf(part.text) }];
      return [{ tokens: vocabulary.tokensOf(slots[part.slot] ?? '') }];
    }
  };

  /** The grammar's own words are cut into tokens once; those of a conversation are not kept. */
  function tokensOf(text: string): readonly Token[] {
    let tokens = known.get(text);
    if (!tokens) known.set(text, (tokens = vocabulary.tokensOf(text)));
    return tokens;
  }
}

/** Text, rule, slot, text and so on: what the pattern does not find is undefined. */
function partsOf(way: string): Part[] {
  return way.split(/<(\w+)>|\{(\w+)\}/).flatMap((part: string | undefined, index): Part[] => {
    if (part === undefined || part === '') return [];
    return [index % 3 === 0 ? { text: part } : index % 3 === 1 ? { rule: part } : { slot: part }];
  });
}
