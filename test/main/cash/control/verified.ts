/** The journal of a desk as an auditor checks it, with the verifier and nothing of the desk. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

/** Rosa exports it. @returns what is wrong with it; empty: nothing is */
export async function verified(desk: TestDesk): Promise<string> {
  await rosaAt(desk)
  const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  const { status, stdout } = spawnSync(process.execPath, ['tools/verify.mjs', file, head], { encoding: 'utf8' })
  return status === 0 ? '' : stdout
}
