/**
 * kill -9 at each point of a command that keeps something beside its entry: the entry and its paper, or what the desk
 * keeps for itself from then on, are both on the disk or neither; and what Enter prints is queued whole or not at all.
 */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Request } from '../../shared/ipc/envelope.ts'
import { readOwn } from '../../main/journal/own-values.ts'
import { ownDevices } from '../../main/library/own-devices.ts'
import { openStore } from '../../main/store/store.ts'
import { KEY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { TITLES } from '../main/support/hold-desk.ts'
import { cashFor, moneyFiles } from '../main/support/money-desk.ts'
import { printerAt, setUpDevices } from '../main/support/printers.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, run } from './killed.ts'

const { ask, command, scan, signIn } = commandsOf(45)

/** A money desk with a printer. */
function files(): string {
  const folder = moneyFiles()
  setUpDevices(folder, [printerAt('PRINTER-1', 9100, 'DRAWER-1')])
  return folder
}

type Found = {
  readonly kinds: readonly string[]
  readonly jobs: readonly string[]
  readonly devices: string
  readonly wedge: string
  readonly branch: string
}

/** What a reader finds after the desk was killed: its entries, its papers with their status, what it keeps. */
function found(folder: string): Found {
  const store = openStore(folder, KEY)
  try {
    const pluck = (sql: string): string[] => store.db.db.prepare(sql).pluck().all() as string[]
    const { db } = store.read
    return {
      devices: ownDevices(db)
        .map(({ device_code }) => device_code)
        .join(),
      wedge: readOwn(db, 'keyboard_scanner'),
      branch: readOwn(db, 'branch_code'),
      kinds: pluck(`SELECT json_extract(content, '$.kind') FROM event ORDER BY epoch, seq`),
      jobs: pluck(
        `SELECT paper_kind || ' ' || status FROM device_job WHERE kind = 'receipt'
         ORDER BY epoch, seq, job_number`,
      ),
    }
  } finally {
    store.close()
  }
}

/** What is found when the last command is killed at each of its points, the last of them after it is done. */
function foundAtPoints(commands: readonly Request[]): readonly Found[] {
  const template = files()
  const counted = [...commands.slice(0, -1), ask('test.count'), ...commands.slice(-1)]
  const at = (killAt: string) => {
    const folder = testFolder()
    cpSync(template, folder, { recursive: true })
    return { ...run({ commands: counted }, folder, killAt), folder }
  }
  const { replies, points } = at('0')
  expect(replies.map(({ result }) => result.kind)).toEqual(counted.map(() => 'ok'))
  return points.map((killAt) => found(at(killAt).folder))
}

const RETURN = [
  signIn(),
  command('hold.place-for', {
    card_barcode: CARDS.dana,
    title_id: TITLES.educated,
    item_barcode: null,
    pickup_branch: 'MAPLE',
  }),
  ask('desk.mode', { mode: 'in' }),
  scan(ITEMS.educated),
]

test('the slip of a return is queued with its entry', () => {
  const all = foundAtPoints(RETURN)
  for (const { kinds, jobs } of all) expect(jobs).toEqual(kinds.includes('item-checked-in') ? ['hold-slip queued'] : [])
  expect(new Set(all.map(({ jobs }) => jobs.length))).toEqual(new Set([0, 1]))
})

test('it is canceled with the entry that undoes the return', () => {
  const slipOf = ({ kinds }: Found): readonly string[] => {
    if (kinds.includes('check-in-undone')) return ['hold-slip abandoned']
    return kinds.includes('item-checked-in') ? ['hold-slip queued'] : []
  }
  const all = foundAtPoints([...RETURN, command('desk.undo')])
  for (const one of all) expect(one.jobs).toEqual(slipOf(one))
  const seen = new Set(all.flatMap(({ jobs }) => jobs))
  expect(seen).toEqual(new Set(['hold-slip abandoned', 'hold-slip queued']))
})

/** Cash for a part of what is owed. */
const paid = (amount_cents: number): Request => command('payment.take', cashFor('c1', amount_cents))

test('what one Enter prints is queued whole or not at all', () => {
  const pieces = [{ denomination_cents: 500, pieces_count: 20 }]
  const all = foundAtPoints([
    signIn(),
    command('drawer.open', { drawer_code: '', pieces, total_cents: null }),
    scan(CARDS.owing),
    paid(175),
    paid(200),
    ask('desk.finish'),
  ])
  expect(new Set(all.map(({ jobs }) => jobs.join()))).toEqual(new Set(['', 'payment queued,payment queued']))
})

/** What of it is found beside an entry of this kind, and where there is none. */
function foundBeside(kind: string, commands: readonly Request[], own: (found: Found) => string): ReadonlySet<string> {
  const all = foundAtPoints(commands)
  return new Set(all.map((one) => `${one.kinds.includes(kind) ? kind : 'nothing'}: ${own(one)}`))
}

test('a device is set up with its entry', () => {
  const add = command('device.add-network-printer', {
    host: '127.0.0.1',
    port_number: 9101,
    profile_code: 'epson-tm-t88v',
  })
  const set = foundBeside('device-set', [signIn(), add], ({ devices }) => devices)
  expect(set).toEqual(new Set(['nothing: PRINTER-1', 'device-set: PRINTER-1,PRINTER-2']))
})

test('it is removed with its entry', () => {
  const set = foundBeside('device-set', [signIn(), command('device.remove', { device_code: 'PRINTER-1' })], (found) => {
    return found.devices
  })
  expect(set).toEqual(new Set(['nothing: PRINTER-1', 'device-set: ']))
})

test('what a scanner that types was measured as is kept with its entry', () => {
  const heard = [ITEMS.educated, ITEMS.becoming, ITEMS.warmth].map((item) => {
    const strokes = Array.from(item, (key) => ({
      key,
      code: `Digit${key}`,
      is_shift: false,
      is_caps: false,
      gap_ms: 4,
    }))
    return ask('keyboard-scanner.heard', { ends: 'enter', strokes })
  })
  const kept = foundBeside('device-set', [signIn(), ...heard, command('keyboard-scanner.keep')], ({ wedge }) =>
    wedge === '' ? 'none' : 'kept',
  )
  expect(kept).toEqual(new Set(['nothing: none', 'device-set: kept']))
})

test('a desk is moved with its entry', () => {
  const move = ask('desk.branch', { branch_code: 'NORTH', desk_name: 'Front desk' })
  const moved = foundBeside('desk-moved', [signIn(), move], ({ branch }) => branch)
  expect(moved).toEqual(new Set(['nothing: MAPLE', 'desk-moved: NORTH']))
})
