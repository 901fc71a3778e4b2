import { BATCHING, type Position } from "./position";

const DATABASE = "parley-dashboard";
const STORE = "imports";

/** The stored state of an unfinished import. */
export interface SavedImport {
  position: Position;
  /** The number of lines in the file. */
  lines: number;
}

/** The stored state of the import of this file into this app, if any. */
export async function loadImport(appId: string, hash: string): Promise<SavedImport | undefined> {
  return inStore("readonly", (store) => store.get(keyOf(appId, hash)) as IDBRequest<SavedImport>);
}

export async function saveImport(appId: string, hash: string, saved: SavedImport): Promise<void> {
  await inStore("readwrite", (store) => store.put(saved, keyOf(appId, hash)));
}

export async function forgetImport(appId: string, hash: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(keyOf(appId, hash)));
}

function keyOf(appId: string, hash: string): string {
  return `${appId}:${hash}`;
}

// If the browser has no storage, as in some private windows, an import cannot be resumed after a
// reload; everything else works.
async function inStore<Result>(
  mode: IDBTransactionMode,
  action: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  try {
    const database = await open();
    try {
      return await settled(action(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, BATCHING);
  request.onupgradeneeded = () => {
    const database = request.result;
    if (database.objectStoreNames.contains(STORE)) database.deleteObjectStore(STORE);
    database.createObjectStore(STORE);
  };
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
