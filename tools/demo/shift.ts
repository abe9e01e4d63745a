/**
 * `npm run demo`: a day at the desk of the demo library, played by a script in the real application without a window.
 * Tells each step, leaves pictures in out/demo, exits with 1 at the first step that goes differently. Works on fresh
 * data in a temporary folder and leaves no process and no record behind. With `--guide` it renews docs/pictures too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { instant } from '../../shared/kernel/time.ts'
import { readCatalog, type Catalog } from './catalog.ts'
import { keepGuidePictures } from './guide-pictures.ts'
import * as drawer from './drawer.ts'
import * as holds from './holds.ts'
import * as money from './money.ts'
import * as morning from './morning.ts'
import { writeSample } from '../../main/library/sample.ts'
import * as night from './night.ts'
import * as office from './office.ts'
import * as shelves from './shelves.ts'
import { Story } from './story.ts'

const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'out', 'demo')

async function work(story: Story, folder: string): Promise<void> {
  const library = readCatalog(folder)
  await story.start()
  await morning.setUp(story, folder)
  await morning.signIn(story, library)
  await morning.checkOut(story, library)
  await morning.decision(story, library)
  await morning.renewAll(story)
  await morning.search(story)
  await morning.settings(story)
  await morning.returns(story, library)
  await morning.undo(story)
  await morning.stationKilled(story, library)
  await morning.lightAgain(story)
  await drawer.opens(story, library)
  await money.lateReturn(story, library)
  await money.waive(story, library)
  await money.override(story, library)
  const change_cents = await drawer.takesPayment(story, library)
  await drawer.sellsAndVoids(story)
  await money.blocked(story, library)
  await afternoon(story, library)
  await drawer.closes(story, library, change_cents)
  await drawer.reviews(story, library)
  const { backup } = await night.closing(story, ROOT)
  await night.rescue(story, library, backup)
  await story.stop()
}

async function afternoon(story: Story, library: Catalog): Promise<void> {
  await money.lostAndFound(story, library)
  await money.claim(story)
  await holds.place(story, library)
  await holds.handOver(story, library)
  await holds.lists(story)
  await shelves.bookDrop(story, library)
  await shelves.countedHere(story, library)
  await shelves.noRecord(story, library)
  await shelves.shelving(story, library)
  await office.note(story, library)
  await office.receipts(story, library)
  await office.rules(story, library)
  await office.ownData(story, library)
  await office.lock(story, library)
}

async function shift(): Promise<number> {
  const temporary = mkdtempSync(join(os.tmpdir(), 'datestamp-demo-'))
  const takesGuide = process.argv.includes('--guide')
  const story = new Story(join(temporary, 'user'), PICTURES, takesGuide)
  const end = (code: number): void => {
    void story.stop().finally(() => process.exit(code))
  }
  process.once('SIGINT', () => end(130))
  process.once('SIGTERM', () => end(143))
  try {
    const folder = join(temporary, 'library')
    const days = writeSample(join(ROOT, 'demo', 'library'), folder, instant(Date.now()))
    if (days !== 0) console.log(`The demo library’s dates were moved by ${days} days, to today.`)
    await work(story, folder)
    if (takesGuide) keepGuidePictures()
    console.log(`The shift went as told. Its pictures are in ${PICTURES}`)
    return 0
  } catch (fault) {
    await story.picture('not-as-told').catch(() => {})
    console.error(fault instanceof Error ? fault.message : fault)
    console.error(`The shift did not go as told. The last picture in ${PICTURES} shows where.`)
    await story.stop().catch(() => {})
    return 1
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

process.exitCode = await shift()
