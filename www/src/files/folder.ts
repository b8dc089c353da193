/** A file and where it lay: `path` begins with the folder that was dropped or chosen, if any. */
export interface Found {
  path: string
  file: File
}

/** Files from a file input; one that chooses folders says where in the folder each lay. */
export function pickedFiles(list: FileList | null): Found[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

/** Dropped files, with those of dropped folders. To be called while the drop is being handled. */
export function droppedFiles(transfer: DataTransfer | null): Promise<Found[]> {
  // The items are gone after this turn, but what was taken from them stays.
  const dropped = [...(transfer?.items ?? [])]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  return collect(dropped)
}

async function collect(
  dropped: { entry: FileSystemEntry | null; file: File | null }[],
): Promise<Found[]> {
  const found: Found[] = []
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, entry.name, found)
    else if (file) found.push({ path: file.name, file })
  }
  return found
}

async function walk(folder: FileSystemDirectoryEntry, path: string, found: Found[]): Promise<void> {
  const reader = folder.createReader()
  for (;;) {
    // It gives a part of the folder at a time, and nothing at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (entries.length === 0) return
    for (const entry of entries) {
      const inside = `${path}/${entry.name}`
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, inside, found)
      else found.push({ path: inside, file: await fileOf(entry as FileSystemFileEntry) })
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}
