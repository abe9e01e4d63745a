/** The verifier as an auditor runs it on a day that is written by hand, with a chain over it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '../main/support/folders.ts'

export type Body = Readonly<Record<string, unknown>>
export type Entry = readonly [kind: string, body: Body]

export const TERMINAL = 'DPK7T5'

/** What is said of this day; a Z whose head is `here` names the end before it. */
export function auditorSays(day: readonly Entry[]): readonly string[] {
  const lines = [JSON.stringify({ format: 'datestamp-journal', version: 1, terminal: TERMINAL })]
  let before = '0'.repeat(64)
  for (const [at, [kind, body]] of day.entries()) {
    const said = body['head'] === 'here' ? { ...body, head: { events_count: at, hash: before } } : body
    const place = { terminal: TERMINAL, epoch: 1, seq: at + 1 }
    const content = JSON.stringify({ ...place, kind, v: 1, staff: 'rortiz', body: said })
    before = createHash('sha256').update(Buffer.from(before, 'hex')).update(content, 'utf8').digest('hex')
    lines.push(JSON.stringify({ epoch: 1, seq: at + 1, hash: before, content }))
  }
  const file = join(testFolder(), 'journal.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return spawnSync(process.execPath, ['tools/verify.mjs', file], { encoding: 'utf8' }).stdout.trim().split('\n')
}
