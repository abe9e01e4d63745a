/** What the check of a journal says while nobody is signed in: of a copy of the files, as they lie on the disk. */
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { DATA_FILES, LOG_TAIL } from '../../../main/store/files/file-names.ts'
import { openStore } from '../../../main/store/store.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'

export function checked(folder: string): ReturnType<typeof verifyJournal> {
  const copy = testFolder()
  for (const name of DATA_FILES.flatMap((file) => [file, file + LOG_TAIL])) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
  }
  const store = openStore(copy, KEY)
  try {
    return verifyJournal(store.read.db)
  } finally {
    store.close()
  }
}
