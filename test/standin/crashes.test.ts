/** When a process is killed: the clerk is told, the next call works, the session is as it was. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { Push } from '../../shared/ipc/envelope.ts'
import { BADGE, CARDS, PIN, shelfBook, writeLibrary } from '../screens/support/library.ts'
import { Hands } from './hands.ts'
import { launch, type Desk } from './launch.ts'
import { commandIdOf, outputOf, setUpDesk, snapshotOf } from './set-up-desk.ts'

let desk: Desk
afterEach(async () => {
  await desk.close()
})

/** Records what the page is told, from now on. */
async function listen(): Promise<() => Promise<string[]>> {
  await desk.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.desk.onPush((push) => heard.push(push))
  })
  return async () => {
    const heard = await desk.page.evaluate(() => Reflect.get(window, 'heard') as unknown)
    return (heard as Push[]).flatMap((push) =>
      push.topic === 'process-state' ? [`${push.process} ${push.state}`] : [],
    )
  }
}

/** The text of a file of /proc; empty when the process ended meanwhile. */
function procText(pid: number | string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** A zombie is not alive, though its number is still taken. */
function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return !/^$|^\d+ \(.*\) [ZX] /s.test(procText(pid, 'stat'))
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Processes with this folder in their command line: Chromium's, and anything else that was started with it. */
function processesOver(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => procText(name, 'cmdline').includes(folder))
}

describe('when the station is killed', () => {
  test('the clerk is told, the next call works, and she is still signed in', async () => {
    desk = await launch()
    await setUpDesk(desk)
    outputOf(await desk.call('desk.mode', { mode: 'in' }), 'snapshot')
    const before = await snapshotOf(desk)
    expect(before).toMatchObject({ stage: 'desk', mode: 'in', staff: { initials: 'RO' } })
    const told = await listen()

    desk.kill('station')
    await expect.poll(told).toEqual(['station restarting', 'station up'])
    const after = await snapshotOf(desk)
    // A new process starts from a higher version, so that every screen accepts it.
    expect(after.version).toBeGreaterThan(before.version)
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
  })

  test('a scan that is sent again with its commandId is not taken twice', async () => {
    desk = await launch()
    await setUpDesk(desk)
    const scan = { commandId: commandIdOf(7), text: '29999000000001', source: 'scan' }
    outputOf(await desk.call('desk.scan', scan), 'snapshot')
    const before = await snapshotOf(desk)
    desk.kill('station')
    await expect.poll(async () => (await desk.call('desk.scan', scan)).kind).toBe('ok')
    const after = await snapshotOf(desk)
    expect([after.band?.number, after.rows_count]).toEqual([before.band?.number, before.rows_count])
  })

  test('books scanned while it starts again go in before the Enter that finishes them', async () => {
    desk = await launch()
    await setUpDesk(desk, writeLibrary(desk.userData))
    const hands = await Hands.at(desk)
    await hands.line.waitFor()
    await hands.scan(CARDS.omar)
    const before = await hands.until((now) => now.patron?.name === 'Omar Núñez')
    // It no longer answers, so the first book is certainly in flight when it ends.
    process.kill(desk.pid('station'), 'SIGSTOP')
    await hands.scan(shelfBook(1))
    desk.kill('station')
    await hands.scan(shelfBook(2))
    await hands.scan(shelfBook(3))
    hands.afterScan()
    await hands.press('Enter')
    await hands.until((now) => now.patron === null && before.patron !== null)
    const given = await desk.call('patron.get', { card_barcode: CARDS.omar })
    const loans = outputOf(given, 'loans') as { barcode: string }[]
    expect(loans.map((loan) => loan.barcode)).toEqual(
      expect.arrayContaining([shelfBook(1), shelfBook(2), shelfBook(3)]),
    )
  })

  test('the third time nobody is signed in any more: a scan on its way is listed, to be scanned again', async () => {
    desk = await launch()
    await setUpDesk(desk, writeLibrary(desk.userData))
    const hands = await Hands.at(desk)
    await hands.line.waitFor()
    for (let end = 1; end <= 2; end += 1) {
      const pid = desk.pid('station')
      desk.kill('station')
      await expect.poll(() => desk.pid('station') !== pid).toBe(true)
      await snapshotOf(desk)
    }
    process.kill(desk.pid('station'), 'SIGSTOP')
    await hands.scan(shelfBook(1))
    desk.kill('station')
    await desk.page.getByText('1 scan is not confirmed. Sign in to see which.').waitFor()
    await hands.signIn(BADGE, PIN)
    await desk.page.getByText(`1 scan is not confirmed, scan again: ${shelfBook(1)}.`).waitFor()
  })

  test('five times in a minute: the clerk reads that it is down, and her next call tries again', async () => {
    desk = await launch()
    const told = await listen()
    for (let end = 1; end <= 5; end += 1) {
      const pid = desk.pid('station')
      desk.kill('station')
      await expect.poll(() => end === 5 || desk.pid('station') !== pid).toBe(true)
    }
    await expect.poll(async () => (await told()).at(-1)).toBe('station down')
    expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok' })
    expect((await told()).at(-1)).toBe('station up')
  })
})

test('when the devices process is killed, the desk works on and the process is back', async () => {
  desk = await launch()
  const told = await listen()
  const pid = desk.pid('devices')
  desk.kill('devices')
  expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok' })
  await expect.poll(told).toEqual(['devices restarting', 'devices up'])
  expect(desk.pid('devices')).not.toBe(pid)
  expect(isAlive(desk.pid('devices'))).toBe(true)
})

test('when the page crashes, it is drawn again with everything on it', async () => {
  desk = await launch()
  await setUpDesk(desk)
  const before = await snapshotOf(desk)
  await desk.crashPage()
  expect(await snapshotOf(desk)).toEqual(before)
  await desk.page.getByText('Maple Street').first().waitFor()
  expect(desk.log()).toContain('the page ended: crashed, 1 in the last minute')
})

describe('at the end', () => {
  test('quitting closes station and devices, and leaves no process and no folder', async () => {
    desk = await launch()
    expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok' })
    const pids = (['main', 'station', 'devices'] as const).map((name) => desk.pid(name))
    expect(pids.map(isAlive)).toEqual([true, true, true])
    await desk.started.quit()
    expect(await desk.started.exited).toBe(0)
    expect(desk.log()).toMatch(/ closed\n$/)
    expect(desk.log()).not.toContain('did not close in')
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false, false])
    if (process.platform === 'linux') await expect.poll(() => processesOver(desk.userData)).toEqual([])
    await desk.close()
    expect(existsSync(desk.userData)).toBe(false)
  })

  test('closing the window quits', async () => {
    desk = await launch()
    await desk.page.close()
    expect(await desk.started.exited).toBe(0)
    expect(desk.log()).toMatch(/ closed\n$/)
  })

  test('when main is killed, nothing goes on without it', async () => {
    desk = await launch()
    const pids = (['station', 'devices'] as const).map((name) => desk.pid(name))
    desk.kill('main')
    expect(await desk.started.exited).toBe(null)
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false])
    if (process.platform === 'linux') {
      await expect.poll(() => processesOver(desk.userData)).toEqual([])
    }
  })
})
