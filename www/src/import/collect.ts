/** The files that a reader drops or chooses, folders and all that is in them. */
import { isHidden } from './formats';

/** A file, fetched when its turn comes, and the folder that it lies in. */
export interface Found {
  folder: string;
  name: string;
  file: () => Promise<File>;
}

/** More files than this are not looked at in one go. */
export const MOST_FILES = 20_000;

/** What was dropped. To be called while the event is handled: later, its items are gone. */
export function collectDropped(data: DataTransfer): Promise<Found[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const loose = [...data.files];
  if (entries.every((entry) => entry === null)) return Promise.resolve(loose.map(foundFile));
  return walk(entries.filter((entry) => entry !== null));
}

/** What was chosen in a dialog. */
export function collectChosen(files: Iterable<File>): Found[] {
  return [...files]
    .filter((file) => !isHidden(file.webkitRelativePath || file.name))
    .map(foundFile);
}

function foundFile(file: File): Found {
  const path = file.webkitRelativePath;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return { folder, name: file.name, file: () => Promise.resolve(file) };
}

async function walk(entries: readonly FileSystemEntry[]): Promise<Found[]> {
  const found: Found[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < MOST_FILES; entry = waiting.shift()) {
    if (isHidden(entry.fullPath.slice(1))) continue;
    if (entry.isDirectory) waiting.push(...(await contents(entry as FileSystemDirectoryEntry)));
    else found.push(foundEntry(entry as FileSystemFileEntry));
  }
  return found;
}

function foundEntry(entry: FileSystemFileEntry): Found {
  return {
    folder: entry.fullPath.slice(1, Math.max(1, entry.fullPath.lastIndexOf('/'))),
    name: entry.name,
    file: () =>
      new Promise((resolve, reject) => {
        entry.file(resolve, reject);
      }),
  };
}

/** Everything in a folder, in the order of its names; browsers give it by the hundred. */
async function contents(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      // A folder that cannot be read has nothing to show.
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
