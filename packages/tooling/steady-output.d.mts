export function steadyOutput(output: string): string;
