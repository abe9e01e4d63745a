/**
 * A pulse from when its box has it until it is known whether the drawer opened: what the sensor saw, what a restart
 * leaves, and that it is never sent twice. The test plays the spooler: it takes the job, and ends it.
 */
import { NOTHING_ALLOWED } from '../../../../shared/desk/modifiers.ts'
import { expect, test } from 'vitest'
import { drawersHear } from '../../../../main/desk/upkeep/devices/drawers/hearing.ts'
import { DeviceBoard, devicesKept } from '../../../../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../../../../main/desk/desk.ts'
import { pulseDrawer, settlePulse, unknownPulses } from '../../../../main/cash/pulses.ts'
import { endJob, loseJobs, overJobs, restartJobs, takeJob } from '../../../../main/journal/jobs.ts'
import { writeOwn } from '../../../../main/journal/own-values.ts'
import { openJobs } from '../../../../main/journal/queue-jobs.ts'
import { ownCommand } from '../../../../main/library/follow.ts'
import type { DeviceSetup } from '../../../../shared/devices/setup.ts'
import { USUAL_LINE } from '../../../../shared/devices/setup.ts'
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import { FakeClock } from '../../support/fakes.ts'
import { moneyFiles } from '../../support/money-desk.ts'

const BOX = 'DRAWERBOX-1'
const SETUP: DeviceSetup = {
  device_code: BOX,
  role: 'drawer',
  place: { via: 'serial', usb: null, path: '/dev/ttyS1', line: USUAL_LINE },
  trigger_code: 'glancetron-8005u-1',
  drawer: 'DRAWER-1',
}
const NOBODY = { staff: null, approved: null, allowed: NOTHING_ALLOWED }

class Played {
  readonly clock = new FakeClock()
  desk: Desk
  readonly ref: string

  constructor() {
    this.desk = bareDesk(moneyFiles(), this.clock)
    const { library } = this.desk
    writeOwn(library.journal, devicesKept(library, [SETUP]))
    this.desk.devices.use([SETUP])
    this.do('shut')
    this.do('+500')
    const pulsing = { drawer_code: 'DRAWER-1', reason: 'test', of_ref: '' } as const
    pulseDrawer(library, NOBODY, ownCommand(library, 'a test'), pulsing)
    this.ref = must(openJobs(library.db)[0], 'a pulse').job_ref
    takeJob(library.journal, this.ref, BOX, library.clock.now())
  }

  #hear(said: FromDevicesHost): void {
    drawersHear(this.desk, said)
  }

  #end(end: 'done' | 'not-done' | 'may-be-done'): void {
    const { library } = this.desk
    this.#hear({ kind: 'ended', work_ref: this.ref, device_code: BOX, end, detail: end === 'done' ? '' : 'lost' })
    endJob(library.journal, this.ref, { end, detail: '' }, library.clock.now())
  }

  do(what: string): void {
    const { library } = this.desk
    if (what.startsWith('+')) {
      for (let left_ms = Number(what); left_ms > 0; left_ms -= 100) {
        this.clock.pass(Math.min(100, left_ms))
        this.#hear({ kind: 'discovered', number: 0, found: [] })
      }
      return
    }
    const acts: Readonly<Record<string, () => void>> = {
      open: () => this.#hear({ kind: 'drawer', device_code: BOX, is_open: true }),
      shut: () => this.#hear({ kind: 'drawer', device_code: BOX, is_open: false }),
      away: () => this.#hear({ kind: 'drawer', device_code: BOX, is_open: null }),
      done: () => this.#end('done'),
      lost: () => this.#end('may-be-done'),
      failed: () => this.#end('not-done'),
      crash: () => {
        this.#hear({ kind: 'host', state: 'restarting' })
        loseJobs(library.journal, library.clock.now())
      },
      restart: () => {
        restartJobs(library.journal, library.clock.now(), false)
        this.desk = { ...this.desk, devices: new DeviceBoard() }
        this.desk.devices.use([SETUP])
      },
    }
    must(acts[what], what)()
  }

  get state(): string {
    const { db, journal } = this.desk.library
    const job = must(
      [...openJobs(db), ...overJobs(db, 9)].find(({ job_ref }) => job_ref === this.ref),
      'the pulse',
    )
    const keys = journal.newest(50).filter(({ kind }) => kind === 'drawer-key-opened').length
    return `${job.status}${keys > 0 ? `, ${keys} by key` : ''}`
  }
}

test.each([
  ['it opens before the box says so', 'open, +20, done, +900', 'done'],
  ['it opens after', 'done, +80, open, +900', 'done'],
  ['it does not open', 'done, +900', 'done'],
  ['it opens, and then nobody hears how it ended', 'open, +20, lost, +900', 'done'],
  ['nobody hears how it ended, and it opens', 'lost, +200, open, +900', 'done'],
  ['nobody hears, and it stays shut', 'lost, +900', 'abandoned'],
  ['nobody hears, and nothing is known of the drawer', 'away, lost, +9000', 'failed'],
  ['nothing was sent', 'failed, +900', 'abandoned'],
  ['nothing was sent, and the key opened it', 'failed, +900, open, +900', 'abandoned, 1 by key'],
  ['the devices process crashes, and the drawer is open when it is back', 'crash, +1200, open, +900', 'done'],
  ['it crashes, and the drawer is open later', 'crash, +4000, open, +900', 'done'],
  ['it crashes, and the drawer is shut when it is back', 'crash, +1200, shut, +9000', 'failed'],
  ['the desk restarts, and the drawer is open', 'restart, open, +900', 'done'],
  ['the desk restarts, and the drawer is shut', 'restart, shut, +9000', 'failed'],
  ['the desk restarts, it is shut, and then the key opens it', 'restart, shut, +900, open, +900', 'failed, 1 by key'],
  ['the desk restarts, and no sensor says anything', 'restart, +9000', 'failed'],
])('%s', (_, script, wanted) => {
  const played = new Played()
  for (const part of script.split(', ')) played.do(part)
  expect(played.state).toBe(wanted)
  // Whatever became of it, no box can be given it again.
  const { library } = played.desk
  expect(takeJob(library.journal, played.ref, BOX, library.clock.now())).toBeNull()
})

test('it is asked for as long as the entry that opens the drawer again is not written', () => {
  const lost = new Played()
  lost.do('away')
  lost.do('lost')
  const { library } = lost.desk
  const again = {
    drawer_code: 'DRAWER-1',
    reason: 'again',
    of_ref: lost.ref.slice(0, lost.ref.lastIndexOf('.')),
  } as const
  const used = ownCommand(library, 'used')
  pulseDrawer(library, NOBODY, used, { ...again, reason: 'test', of_ref: '' })
  expect(() => pulseDrawer(library, NOBODY, used, again)).toThrow('UNIQUE')
  expect(unknownPulses(library).map(({ job_ref }) => job_ref)).toEqual([lost.ref])
  pulseDrawer(library, NOBODY, ownCommand(library, 'again'), again)
  expect(unknownPulses(library)).toEqual([])
})

test('a person settles it, once; or has it opened again, which says that it did not open', () => {
  const said = new Played()
  said.do('away')
  said.do('lost')
  expect(unknownPulses(said.desk.library).map(({ job_ref }) => job_ref)).toEqual([said.ref])
  expect(settlePulse(said.desk.library, said.ref, true)).toBe(true)
  expect(settlePulse(said.desk.library, said.ref, false)).toBe(false)
  expect(said.state).toBe('done')
  const again = new Played()
  again.do('away')
  again.do('lost')
  const { library } = again.desk
  const of_ref = again.ref.slice(0, again.ref.lastIndexOf('.'))
  pulseDrawer(library, NOBODY, ownCommand(library, 'again'), { drawer_code: 'DRAWER-1', reason: 'again', of_ref })
  expect(again.state).toBe('abandoned')
  expect(openJobs(library.db).map(({ status }) => status)).toEqual(['queued'])
})
