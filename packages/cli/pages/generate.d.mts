export function generate(): string;
export const TARGET: URL;
