/**
 * Central is killed with -9, over and over, while a desk records: started again, it has everything once, and its files
 * are the desk's.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Log } from '../../central/log/log.ts'
import { readKey } from '../../central/settings.ts'
import { enrolledDesk, expectEqual, type TestCentral } from '../central/support/central-desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { seededRandom } from '../main/support/fakes.ts'

const KILLS = 12
const PROGRAM = join(import.meta.dirname, '../../central/central.ts')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Central as a program of its own. */
async function childCentral(): Promise<TestCentral & { readonly kill: () => Promise<void> }> {
  const folder = join(testFolder(), 'central')
  const port = await freePort()
  const args = ['--data', folder, '--port', String(port)]
  let child: ChildProcess | null = null
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    if (child.stdout) await once(child.stdout, 'data')
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return
    running.kill(signal)
    await once(running, 'exit')
  }
  onTestFinished(() => end('SIGKILL'))
  await start()
  const key = readKey({ folder, key_file: `${folder}.key` }, false)
  const log: TestCentral['log'] = async (work) => {
    const open = await Log.open({ folder, key, database_url: null }, Date.now())
    try {
      return await work(open)
    } finally {
      await open.close()
    }
  }
  return {
    folder,
    key,
    url: () => `http://127.0.0.1:${port}`,
    code: () => log((open) => open.newCode(Date.now())),
    log,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

test('central is killed in the middle of a queue, and has all of it once', async () => {
  const central = await childCentral()
  const desk = await enrolledDesk(central)
  const random = seededRandom(11)
  for (let killed = 0; killed < KILLS; killed += 1) {
    for (const item_barcode of [ITEMS.warmth, ITEMS.educated, ITEMS.spirited]) {
      const card_barcode = killed % 2 === 0 ? CARDS.dana : CARDS.omar
      await desk.call('loan.check-out', { commandId: desk.id(), card_barcode, item_barcode })
      await desk.call('loan.check-in', { commandId: desk.id(), item_barcode })
    }
    await sleep(random.bytes(1)[0] ?? 0)
    await central.kill()
    await central.start()
  }
  const uploads = await central.log((log) => log.uploads(0, 10_000))
  expect(uploads.map(({ log_pos }) => log_pos)).toEqual(uploads.map((_, index) => index + 1))
  await expectEqual(desk, central)
})
