/**
 * A restore is no way in: what it takes, in rescue and on an open desk, and how long it is told that the desk works on
 * restored files.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../../main/store/files/open-edge.ts'
import type { SigningPorts } from '../../../main/journal/signing.ts'
import { recoveryKeyOf } from '../../../shared/kernel/recovery-key.ts'
import { MS_PER_MINUTE } from '../../../shared/kernel/time.ts'
import { ENGLISH } from '../../support/said.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { FakeClock, KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS, ITEMS, PIN } from '../support/small-library.ts'
import { BEN, benAtDesk, WEI } from '../support/staff.ts'

const OTHER_KEY = new Uint8Array(32).fill(9)
const ON_PAPER = recoveryKeyOf(KEY).join(' ')
const ATTACKERS_PAPER = recoveryKeyOf(OTHER_KEY).join(' ')

/** A backup of a desk that somebody made for themselves, with a key of their own, who is a manager there. */
async function attackersBackup(): Promise<string> {
  const own = await openDesk(testFolder(), { key: OTHER_KEY })
  const to_folder = join(testFolder(), 'theirs')
  const from_folder = await backupOf(await workingDesk())
  await own.ok('store.restore', { commandId: own.id(), from_folder, recovery_key: ON_PAPER })
  await own.station.close()
  for (const name of ['journal.db', 'reference.db']) {
    const db = openFile(join(own.folder, name), KEY)
    db.pragma('journal_mode = DELETE')
    db.pragma(`rekey = 'raw:${Buffer.from(OTHER_KEY).toString('hex')}'`)
    db.close()
  }
  const theirs = await rosaAt(await openDesk(own.folder, { key: OTHER_KEY }))
  await theirs.ok('store.backup', { to_folder })
  await theirs.station.close()
  return to_folder
}

async function backupOf(desk: TestDesk): Promise<string> {
  const to_folder = join(testFolder(), 'friday')
  await desk.ok('store.backup', { to_folder })
  return to_folder
}

/** A desk whose journal was overwritten, with a backup from before a loan. */
async function ruined(key: Uint8Array | null = KEY): Promise<{ desk: TestDesk; backup: string; ruin: Buffer }> {
  const desk = await workingDesk()
  const given = { role: 'supervisor', grant: 'look-after-desk', is_granted: true } as const
  await desk.ok('role.set', { commandId: desk.id(), ...given, amount_cents_max: null, days_count_max: null })
  await benAtDesk(desk)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await rosaAt(desk)
  const backup = await backupOf(desk)
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.station.close()
  const path = join(desk.folder, 'journal.db')
  writeFileSync(path, Buffer.concat([Buffer.alloc(4096, 0x5a), readFileSync(path).subarray(4096)]))
  const shut = await openDesk(desk.folder, { key }, desk.clock)
  expect((await shut.ok('desk.snapshot', {})).snapshot.stage).toBe('rescue')
  return { desk: shut, backup, ruin: readFileSync(path) }
}

type Proof = { readonly recovery_key?: string; readonly initials?: string; readonly pin?: string }
const ROSA = { initials: 'RO', pin: PIN }

describe('in rescue', () => {
  test.each<[string, 'own' | 'theirs', Proof, string]>([
    ['another desk’s backup, with its key', 'theirs', { recovery_key: ATTACKERS_PAPER }, 'backup-of-other-desk'],
    ['another desk’s backup, and a PIN of it', 'theirs', ROSA, 'backup-of-other-desk'],
    ['another desk’s backup, and nothing', 'theirs', {}, 'restore-needs-proof'],
    ['its own backup, and nothing', 'own', {}, 'restore-needs-proof'],
    ['its own backup, and initials alone', 'own', { initials: 'RO' }, 'restore-needs-proof'],
    ['its own backup, and another desk’s key', 'own', { recovery_key: ATTACKERS_PAPER }, 'backup-of-other-desk'],
    ['its own backup, and a wrong PIN', 'own', { initials: 'RO', pin: '000000' }, 'sign-in-failed'],
    ['its own backup, and a clerk’s PIN', 'own', { initials: BEN.initials, pin: BEN.pin }, 'not-permitted'],
    ['its own backup, and who looks after no staff', 'own', { initials: WEI.initials, pin: WEI.pin }, 'not-permitted'],
  ])('%s does not come in, and nothing is touched', async (_, whose, proof, code) => {
    const theirs = whose === 'theirs' ? await attackersBackup() : ''
    const { desk, backup, ruin } = await ruined()
    const from_folder = whose === 'theirs' ? theirs : backup
    const result = await desk.call('store.restore', { commandId: desk.id(), from_folder, ...proof })
    expect(result).toMatchObject({ kind: 'refused', code })
    expect(desk.keys).toEqual([])
    expect(readFileSync(join(desk.folder, 'journal.db')).equals(ruin)).toBe(true)
    expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('rescue')
  })

  test.each<[string, Proof, object]>([
    ['the desk’s own recovery key', { recovery_key: ON_PAPER }, { by: '', proof: 'recovery-key' }],
    ['a manager’s PIN, checked against the backup', { initials: ' ro ', pin: PIN }, { by: 'RO', proof: 'person' }],
  ])('its own backup comes in with %s', async (_, proof, restored) => {
    const { desk, backup } = await ruined()
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: backup, ...proof })
    expect((await desk.ok('system.status', {})).restored).toMatchObject([restored])
    await rosaAt(desk)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test.each([
    ['lost its key', null],
    ['keeps a key that opens none of its files', new Uint8Array(32).fill(5)],
  ])('a computer that %s takes a key that opens what is left of them, and no other', async (_, key) => {
    const { desk, backup } = await ruined(key)
    const ask = (recovery_key: string) =>
      desk.call('store.restore', { commandId: desk.id(), from_folder: backup, recovery_key })
    expect(await ask(ATTACKERS_PAPER)).toMatchObject({ code: 'backup-of-other-desk' })
    expect(await ask(ON_PAPER)).toMatchObject({ kind: 'ok' })
  })

  test('takes no more guesses at a PIN after five', async () => {
    const { desk, backup } = await ruined()
    const codes = []
    for (let guess = 0; guess < 6; guess += 1) {
      const input = { commandId: desk.id(), from_folder: backup, initials: 'RO', pin: `00000${guess}` }
      const result = await desk.call('store.restore', input)
      codes.push(result.kind === 'refused' ? result.code : result.kind)
    }
    expect(codes.at(-2)).toBe('sign-in-failed')
    expect(codes.at(-1)).toBe('sign-in-paused')
  })

  test('counts guesses over a restart, and tells them once the desk is open', async () => {
    const { desk: first, backup } = await ruined()
    const tryPin = async (desk: TestDesk, initials: string, pin: string): Promise<string> => {
      const result = await desk.call('store.restore', { commandId: desk.id(), from_folder: backup, initials, pin })
      return result.kind === 'refused' ? result.code : result.kind
    }
    for (let guess = 0; guess < 4; guess += 1) await tryPin(first, 'RO', `00000${guess}`)
    const second = await first.reopen()
    expect(await tryPin(second, 'QQ', '000009')).toBe('sign-in-failed')
    expect(await tryPin(second, 'RO', '000004')).toBe('sign-in-failed')
    const third = await second.reopen()
    expect(await tryPin(third, 'RO', PIN)).toBe('sign-in-paused')
    expect(statSync(join(third.folder, 'rescue-guesses')).mode & 0o077).toBe(0)
    third.clock.pass(2 * MS_PER_MINUTE)
    expect(await tryPin(third, 'RO', PIN)).toBe('ok')
    const { own, desk: atDesk } = ENGLISH.words.outcomes.loan.guessed
    const open = await third.reopen()
    await rosaAt(open)
    const { band } = (await open.ok('desk.snapshot', {})).snapshot
    expect([band?.sentence.includes(own(5)), band?.sentence.includes(atDesk(6))]).toEqual([true, true])
    const again = await open.reopen()
    await rosaAt(again)
    expect((await again.ok('desk.snapshot', {})).snapshot.band?.sentence).not.toContain(atDesk(6))
  })
})

test('an open desk takes no backup of another desk, not even from a manager', async () => {
  const from_folder = await attackersBackup()
  const desk = await workingDesk()
  const input = { commandId: desk.id(), from_folder, recovery_key: ATTACKERS_PAPER }
  expect(await desk.call('store.restore', input)).toMatchObject({ code: 'backup-of-other-desk' })
  expect(desk.keys).toEqual([])
})

/** The place apart from the data folder. */
function apart(byte: number): SigningPorts {
  const place = { key: new Uint8Array(32).fill(byte), is_new: true, kept: null as string | null }
  return Object.assign(place, { keep: (line: string) => Object.assign(place, { kept: line, is_new: false }) })
}

async function signedDesk(signing: SigningPorts, clock = new FakeClock()): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  return rosaAt(await openDesk(folder, { signing }, clock))
}

/** With the key of the data files, and the triggers dropped: the newest entry of a backup is another. */
function tamper(folder: string): void {
  const db = openFile(join(folder, 'journal.db'), KEY)
  db.exec('DROP TRIGGER event_never_changes')
  db.exec(`UPDATE event SET hash = x'${'ab'.repeat(32)}' WHERE event_id = (SELECT max(event_id) FROM event)`)
  db.close()
}

describe('that a desk works on restored files', () => {
  test('is told on the strip over restarts, with who did it, until a person acknowledges it', async () => {
    const signing = apart(3)
    const desk = await signedDesk(signing)
    const backup = await backupOf(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: backup })
    const told = async (now: TestDesk): Promise<void> => {
      const { restored, missing, unproved, trouble } = await now.ok('system.status', {})
      expect(restored).toMatchObject([{ by: 'RO', proof: 'person', backup_signed: 'here' }])
      expect([missing, unproved, trouble.includes('RO')]).toEqual([[], [], true])
    }
    await told(desk)
    const again = await desk.reopen({ signing })
    await told(again)
    const ask = { commandId: again.id() }
    expect((await again.call('desk.acknowledge-missing', ask)).kind).toBe('refused')
    await rosaAt(again)
    await again.ok('desk.acknowledge-missing', ask)
    const { restored, trouble } = await again.ok('system.status', {})
    expect([restored, trouble]).toEqual([[], ''])
    const kinds = (await again.ok('journal.recent', { limit: 20 })).events.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['missing-acknowledged', 'epoch-opened']))
  })

  test.each<[string, number, (folder: string) => void, string]>([
    ['by this computer', 3, () => {}, 'here'],
    ['by another computer', 4, () => {}, 'elsewhere'],
    ['by nobody', 0, () => {}, 'not'],
    ['and was changed afterwards', 3, tamper, 'not-as-signed'],
  ])('says whether the backup was signed: %s', async (_, byte, change, backup_signed) => {
    const source = byte === 0 ? await workingDesk() : await signedDesk(apart(byte))
    const backup = await backupOf(source)
    await source.station.close()
    change(backup)
    const desk = await signedDesk(apart(3))
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: backup })
    expect((await desk.ok('system.status', {})).restored).toMatchObject([{ backup_signed }])
  })
})
