export function exportNames(entry: string): string[];
