/**
 * Gives a patron what the desk holds about them: two new files, one for programs and one to read, for its owner's eyes
 * alone. That it was given is recorded. Must never write over a file, nor leave one half written.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { refuse, type Refusal } from '../../../shared/circulation/refusals.ts'
import { readableText } from '../../../shared/patron/privacy-text.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { Gathering } from '../charges/drafts.ts'
import { recordAndSay } from '../charges/said.ts'
import type { Command, Desk } from '../context.ts'
import { openPatron } from '../patrons/gone.ts'
import { everythingHeld } from './held.ts'

const TEXT = '.txt'
const OWNER_ONLY = 0o600
/** What the disk being full has to do with is told as everywhere; a path that leads nowhere is the clerk's to mend. */
const WRONG_PATHS: ReadonlySet<unknown> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
])

export function exportPatron(desk: Desk, command: Command, input: Input<'privacy.export'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const file = input.to_file.trim()
  const files = [file, `${file}${TEXT}`]
  const taken = files.find((one) => existsSync(one))
  if (taken !== undefined) return refuse('file-exists', { file: taken })
  const held = everythingHeld(desk, patron_id)
  const refused = write(files, [`${JSON.stringify(held, null, 2)}\n`, readableText(held)])
  if (refused) return refused
  try {
    const to = new Gathering(desk)
    to.add({ kind: 'patron-exported', body: { party: to.party(patron_id) } })
    const sentences = [`Everything held is in ${file}`, `To read: ${file}${TEXT}`]
    recordAndSay(desk, command, to, { title: 'Their data', happened: 'Written', fact: '', sentences, is_final: true })
  } catch (fault) {
    removeAll(files)
    throw fault
  }
  return null
}

function write(files: readonly string[], texts: readonly string[]): Refusal | null {
  const made: string[] = []
  try {
    files.forEach((file, at) => {
      // Made new or not at all: whatever appeared there meanwhile is not ours.
      writeFileSync(file, '', { mode: OWNER_ONLY, flag: 'wx' })
      made.push(file)
      writeFileSync(file, texts[at] ?? '')
    })
    return null
  } catch (fault) {
    removeAll(made)
    const code = fault instanceof Error && 'code' in fault ? fault.code : ''
    if (code === 'EEXIST') return refuse('file-exists', { file: files[made.length] ?? '' })
    if (WRONG_PATHS.has(code)) return refuse('file-unwritable', { file: files[0] ?? '' })
    throw fault
  }
}

function removeAll(files: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true })
}
