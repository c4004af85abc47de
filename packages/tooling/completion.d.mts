export function completionReader(file: string): (text: string) => unknown;
