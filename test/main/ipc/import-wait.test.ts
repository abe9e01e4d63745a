/** Which methods wait while data is taken in, and what is answered all the same. */
import { expect, test } from 'vitest'
import { waitForImport } from '../../../main/ipc/import-wait.ts'
import type { Handlers } from '../../../main/ipc/router.ts'

const NEW = '01909c3e-7c00-7000-8000-000000000001'
const DONE = '01909c3e-7c00-7000-8000-000000000002'

/** Handlers that only say that they were asked. */
const ASKED = { ok: 'asked' }
const all = { 'note.write': () => ASKED, 'store.backup': () => ASKED, 'desk.scan': () => ASKED }

test.each([
  ['a note, data being taken in', 'note.write', NEW, true, 'import-running'],
  ['a note that was written, asked again', 'note.write', DONE, true, 'asked'],
  ['a note at any other time', 'note.write', NEW, false, 'asked'],
  ['a backup, which is no command', 'store.backup', undefined, true, 'import-running'],
  ['a scan', 'desk.scan', NEW, true, 'asked'],
] as const)('%s', (_says, method, commandId, isImporting, came) => {
  const handlers = waitForImport(all as unknown as Handlers, { isRunning: isImporting }, (id) => id === DONE)
  const answer: unknown = Reflect.apply(handlers[method], null, [{ commandId }])
  expect(answer).toMatchObject(came === 'asked' ? ASKED : { refused: { code: came } })
})
