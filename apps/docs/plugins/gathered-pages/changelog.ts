/** One changelog as the release tool keeps it, with the package that it tells of. */
export interface PackageLog {
  readonly name: string;
  readonly text: string;
}

interface Entry {
  readonly version: string;
  readonly kind: string;
  readonly text: string;
}

const HEADER = `---
title: Changelog
description: What changed for users of the packages, version by version.
---

All packages carry one version and are released together.
`;

/** What has changed since the last release, then every release, newest first; each change is told once. */
export function changelogPage(changesets: readonly string[], logs: readonly PackageLog[]): string {
  const sections = [unreleased(changesets), ...releases(logs)];
  return [HEADER, ...sections.filter((section) => section !== '')].join('\n');
}

function unreleased(changesets: readonly string[]): string {
  if (changesets.length === 0) return '';
  const changes = changesets.map(changeOf).sort((a, b) => rank(a.kind) - rank(b.kind));
  return `## Not released yet\n\n${changes.map(({ text }) => text).join('\n\n')}\n`;
}

/** A changeset: what it raises by how much, between two lines of dashes, then its words. */
function changeOf(source: string): Omit<Entry, 'version'> {
  const [, raises = '', text = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  const kinds = [...raises.matchAll(/: *(major|minor|patch)/g)].map(([, kind = '']) => kind);
  return { kind: KINDS.find((kind) => kinds.includes(kind)) ?? 'patch', text: text.trim() };
}

const KINDS = ['major', 'minor', 'patch'];
const rank = (kind: string): number => KINDS.indexOf(kind);

function releases(logs: readonly PackageLog[]): string[] {
  const entries = logs.flatMap(({ text }) => entriesOf(text));
  const versions = [...new Set(entries.map(({ version }) => version))].sort(newestFirst);
  return versions.map((version) => {
    const texts = KINDS.flatMap((kind) =>
      entries.filter((entry) => entry.version === version && entry.kind === kind),
    ).map(({ text }) => text);
    return `## ${version}\n\n${[...new Set(texts)].join('\n\n')}\n`;
  });
}

function entriesOf(log: string): Entry[] {
  return log
    .split(/^## /m)
    .slice(1)
    .flatMap((release) => {
      const version = release.slice(0, release.indexOf('\n')).trim();
      return release
        .split(/^### /m)
        .slice(1)
        .flatMap((part) => {
          const kind = part.slice(0, part.indexOf(' ')).toLowerCase();
          return part
            .split(/^- /m)
            .slice(1)
            .filter((item) => !item.startsWith('Updated dependencies'))
            .map((item) => ({ version, kind, text: outdented(item) }));
        });
    });
}

/** An item of a list as text of its own, without the hash that the release tool puts before it. */
function outdented(item: string): string {
  return item
    .replace(/^[0-9a-f]{7,40}: /, '')
    .replace(/^ {2}(?! *@hermes4)/gm, '')
    .trim();
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
