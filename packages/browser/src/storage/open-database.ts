/** Brings a database from one version to the next; the first makes it. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** A database and how it came to be. */
export interface DatabaseDescription {
  readonly name: string;
  /** Its version is their number. None is ever changed or removed: browsers hold databases of every version. */
  readonly migrations: readonly Migration[];
  /** Looked up when it is needed: a page may be rendered where there is none. */
  readonly factory: () => IDBFactory | undefined;
  /** Called when the database is closed for others: another tab brings it to a later version. */
  readonly closed: () => void;
}

/**
 * Opens a database, bringing it to the current version.
 *
 * @throws Error with what the user can do, when there is none, it is of a later version, or another tab holds
 *   an earlier one.
 */
export function openDatabase({
  name,
  migrations,
  factory,
  closed,
}: DatabaseDescription): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const databases = factory();
    if (!databases) throw new Error('There is no IndexedDB here: nothing can be kept.');
    const request = databases.open(name, migrations.length);
    request.onupgradeneeded = ({ oldVersion }) => {
      const transaction = request.transaction as IDBTransaction;
      for (const migrate of migrations.slice(oldVersion)) migrate(request.result, transaction);
    };
    request.onblocked = () =>
      reject(new Error('Another tab uses an earlier version of this page: close or reload it.'));
    request.onerror = () => reject(describe(request.error));
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
        closed();
      };
      database.onclose = closed;
      resolve(database);
    };
  });
}

function describe(error: DOMException | null): Error {
  if (error?.name === 'VersionError') {
    return new Error('The conversations were kept by a later version of this page: reload it.', {
      cause: error,
    });
  }
  return error ?? new Error('The database cannot be opened.');
}

/** The result of a request. */
export function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database failed.'));
  });
}

/** Resolves when everything of a transaction is written. */
export function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('Nothing was written: the transaction was ended.'));
  });
}
