/** Closing time and the next morning: the journal checked, a backup, a disk gone bad, the backup restored. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf } from '../../test/standin/set-up-desk.ts'
import type { Catalog } from './catalog.ts'
import { signIn } from './morning.ts'
import { must, type Story } from './story.ts'

/** Copies the data, checks the journal inside and outside of Datestamp, and signs out. */
export async function closing(story: Story, root: string): Promise<{ backup: string }> {
  const { hands, desk } = story
  story.tell('Closing time. The journal is checked, exported, and checked once more without Datestamp.')
  const problems = outputOf(await desk.call('journal.verify'), 'problems')
  must(Array.isArray(problems) && problems.length === 0, `the journal is whole: ${JSON.stringify(problems)}`)
  const journal = join(story.userData, 'journal.jsonl')
  const head = String(outputOf(await desk.call('journal.export', { to_file: journal }), 'head'))
  const verified = spawnSync(process.execPath, [join(root, 'tools/verify.mjs'), journal, head], { encoding: 'utf8' })
  must(verified.status === 0, `the exported journal holds: ${verified.stdout}${verified.stderr}`)
  story.answer(verified.stdout.trim())
  const backup = join(story.userData, 'backup')
  outputOf(await desk.call('store.backup', { to_folder: backup }), 'folder')
  story.answer('A backup was taken.')
  story.tell('Rosa signs out.')
  await hands.press('Ctrl+Shift+l')
  await hands.until((now) => now.stage === 'sign-in')
  return { backup }
}

/** Initials and PIN of a manager of the demo. */
const ROSA = ['RO', '471108'] as const

/** More fields than the rescue screen has before the one for a backup. */
const TABS_MAX = 6

export async function rescue(story: Story, library: Catalog, backup: string): Promise<void> {
  story.tell('In the night the disk goes bad. The next morning the desk says so, and records nothing.')
  const journal = join(story.desk.dataFolder, 'journal.db')
  await story.stop()
  writeFileSync(journal, Buffer.alloc(8192, 0x5a))
  await story.start()
  const { hands, desk } = story
  await hands.until((now) => now.stage === 'rescue')
  await desk.page.locator('input[name="recovery_key"]:focus').waitFor()
  await story.picture('rescue')
  story.tell('Rosa puts the backup back.')
  const folder = desk.page.locator('input[name="from_folder"]:focus')
  for (let tabs = 0; tabs < TABS_MAX && (await folder.count()) === 0; tabs += 1) await hands.press('Tab')
  await hands.type(backup)
  // A restore asks who brings it.
  for (const text of ROSA) {
    await hands.press('Tab')
    await hands.type(text)
  }
  await hands.press('Enter')
  await hands.until((now) => now.stage === 'sign-in')
  await desk.page.locator('[data-screen="sign-in"]').waitFor()
  await signIn(story, library)
  await hands.scan(library.card('Dana Miller'))
  const now = await story.sees('Dana’s account is back', (seen) => seen.patron?.name === 'Dana Miller')
  must(now.patron?.out_count === 7, `Dana has seven out, not ${String(now.patron?.out_count)}`)
  await story.picture('restored')
}
