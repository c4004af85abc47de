import type { BrowserContext, Locator, Page } from 'playwright-core';

/** The page as its user sees it. */
export interface ChatPage {
  readonly page: Page;
  readonly box: Locator;
  readonly stop: Locator;
  readonly answers: Locator;
  readonly alert: Locator;
  /** What went wrong in the page without anybody being told. */
  readonly complaints: readonly string[];
  button(name: string): Locator;
  /** Types something and presses Enter. */
  say(text: string): Promise<void>;
  /** Resolves when no answer is on its way. */
  settled(): Promise<void>;
}

/** Opens the page in a tab of its own. */
export async function openChatPage(context: BrowserContext, url: string): Promise<ChatPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const box = page.getByLabel('Message', { exact: true });
  return {
    page,
    box,
    stop: button('Stop'),
    answers: page.locator('article.assistant'),
    alert: page.getByRole('alert'),
    complaints,
    button,
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
      await page.getByRole('log').getByText(text).last().waitFor();
    },
    settled: () => button('Send').waitFor(),
  };
}

/** Everything that a page keeps: cookies, both storages, every database. */
export async function keptBy({ page }: ChatPage): Promise<string> {
  const stored = await page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const databases: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        databases.push(await result(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify([databases, localStorage, sessionStorage]);
  });
  return stored + JSON.stringify(await page.context().cookies());
}
