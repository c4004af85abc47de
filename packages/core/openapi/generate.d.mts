export function generate(): Promise<Map<string, string>>;
