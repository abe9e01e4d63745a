/**
 * Before people of a real library are taken in where the key lies open beside the data: a person says once that it is
 * meant. The demo's people are made up, and need no such answer.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { finding, type Finding } from '../../../shared/policy/policy-finding.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import type { FoundFolder } from '../../data-in/folder.ts'
import type { Library } from '../../library/library.ts'

/** The library of `demo/library`. */
const DEMO_LIBRARY = 'Maple Street Public Library'
const NAME_BYTES_MAX = 4096
/** When a person said it, and their code, which is empty before the set-up. */
const KEY_OPEN_MEANT = 'key_open_meant'

/** What to say yes to; nothing where the key is not open, nobody comes in, or it was said before. */
export function openKeyFindings(library: Library, { files }: Pick<FoundFolder, 'files'>): readonly Finding[] {
  const { key_kept } = library
  if (key_kept === 'sealed' || key_kept === 'file' || keyOpenMeant(library) !== null) return []
  if (!files.some(({ kind }) => kind === 'patrons.csv' || kind === 'mapped')) return []
  const named = files.find(({ kind }) => kind === 'library.csv')
  const isDemo = named ? isNamedDemo(named.path) : library.name === DEMO_LIBRARY
  return isDemo ? [] : [finding('warns', 'patron', [], { code: 'key-open', reason: key_kept })]
}

function isNamedDemo(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(NAME_BYTES_MAX)
    const bytes_count = readSync(file, start, 0, NAME_BYTES_MAX, 0)
    const [, row = ''] = start.toString('utf8', 0, bytes_count).split(/\r?\n/)
    return row.startsWith(`${DEMO_LIBRARY},`)
  } finally {
    closeSync(file)
  }
}

/** Keeps the answer and who gave it: it is not asked again, and the page of this desk says it. */
export function keepOpenKeyMeant(library: Library, staff_code: string): void {
  writeOwn(library.journal, { [KEY_OPEN_MEANT]: `${library.clock.now()} ${staff_code}` })
}

/** When a person said that people are taken in with the key open; null: nobody did. */
export function keyOpenMeant(library: Library): { readonly at: Instant; readonly staff_code: string } | null {
  const match = /^(\d{1,15}) (.*)$/s.exec(readOwn(library.db, KEY_OPEN_MEANT))
  return match ? { at: instant(Number(match[1])), staff_code: match[2] ?? '' } : null
}
