/** The languages that a call is shown in, in the order of their tabs. */
export const LANGUAGES = [
  { id: 'typescript', label: 'TypeScript', extension: 'ts', fence: 'ts' },
  { id: 'javascript', label: 'JavaScript', extension: 'mjs', fence: 'js' },
  { id: 'python', label: 'Python', extension: 'py', fence: 'python' },
  { id: 'curl', label: 'cURL', extension: 'sh', fence: 'bash' },
  { id: 'cli', label: 'CLI', extension: 'cli.sh', fence: 'sh' },
] as const;

export type Language = (typeof LANGUAGES)[number]['id'];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some(({ id }) => id === value);
}

export function labelOf(language: Language): string {
  return LANGUAGES.find(({ id }) => id === language)?.label ?? language;
}

/** The language to show where not all are offered: the reader's own if it is there, else the first. */
export function bestOffer(offers: readonly Language[], chosen: Language): Language | undefined {
  return offers.includes(chosen) ? chosen : offers[0];
}
