const COMMON = new Set(
  `a about after all also am an and any are as ask at be been before but by call can check could current
  data did do does each everything fetch find for from function get give given go has have hello help her here hey hi him his how
  i if in information into is it its just know let like list look make many me more much my need no not now of on one only
  or other our out over perform please provide put request return returns run say set show should so some specific tell than thank
  thanks that the their them then there these they thing this those to tool up us use used user using value want
  was we were what when where which who why will with would write you your`.split(/\s+/),
);

/** The words of a text in lower case; names in snake_case and camelCase come apart. */
export function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return apart.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** The words that say what a text is about, each in its plain form. */
export function topicsOf(text: string): string[] {
  return [
    ...new Set(
      wordsOf(text)
        .filter((word) => !COMMON.has(word) && (word.length > 1 || word > '\u02ff'))
        .map(stem),
    ),
  ];
}

/** Whether a word says nothing of what is spoken of. */
export function isCommon(word: string): boolean {
  return COMMON.has(word.toLowerCase());
}

/** A word without the ending of its plural or tense, so that "cities" is "city" and "emails" is "email". */
export function stem(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|[cs]h)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  if (/[^s]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}
