import { BATCHING, type Position } from "./position";

const DATABASE = "parley-dashboard";
const STORE = "imports";

/** What is remembered of an import that is not over. */
export interface SavedImport {
  position: Position;
  /** How many lines the file has. */
  lines: number;
}

/** What was remembered of the import of this file into this app, if anything. */
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

// Where the browser keeps nothing, as in some private windows, an import cannot be gone on with after
// a reload, and all else works.
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
