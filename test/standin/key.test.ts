/** The key across starts: the same data opens again, and a lost key never becomes a new one over the old data. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launch, type Desk } from './launch.ts'
import { commandIdOf, outputOf, setUpDesk, snapshotOf } from './set-up-desk.ts'

let temporary = ''
let userData = ''
beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'datestamp-key-'))
  userData = path.join(temporary, 'profile')
})
afterEach(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

async function started<Found>(work: (desk: Desk) => Promise<Found>): Promise<Found> {
  const desk = await launch({ userData })
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

/** The recovery key as the set-up shows it. */
async function groupsAtSetUp(desk: Desk): Promise<readonly string[]> {
  await setUpDesk(desk)
  const { page } = await snapshotOf(desk)
  const paper = page?.sections.find((section) => section.kind === 'paper')
  const table = paper?.document.blocks.find((block) => block.block === 'table')
  return table?.rows.map((row) => row.cells[1] ?? '') ?? []
}

const bytesOf = (name: string): Buffer => readFileSync(path.join(userData, 'desk', name))

test('a desk that was set up asks for a sign-in at the next start', async () => {
  await started(setUpDesk)
  expect(await started(snapshotOf)).toMatchObject({ stage: 'sign-in', strip: { branch_name: 'Maple Street' } })
})

test('the data files are not readable without the key', async () => {
  await started(setUpDesk)
  for (const name of ['journal.db', 'reference.db']) {
    expect(bytesOf(name).includes('SQLite format 3')).toBe(false)
    expect(bytesOf(name).includes('Maple Street')).toBe(false)
  }
})

test('a data folder that was put back is told on the strip, by what is kept apart from it', async () => {
  await started(setUpDesk)
  const folder = path.join(userData, 'desk')
  const before = path.join(userData, 'before')
  cpSync(folder, before, { recursive: true })
  const troubleAtStart = async (): Promise<string> => (await started(snapshotOf)).strip.trouble
  expect(await troubleAtStart()).toBe('')
  const signIn = { commandId: commandIdOf(9), initials: 'RO', pin: '471108' }
  await started(async (desk) => outputOf(await desk.call('staff.sign-in', signIn), 'snapshot'))
  expect(await troubleAtStart()).toBe('')

  rmSync(folder, { recursive: true })
  cpSync(before, folder, { recursive: true })
  expect(await troubleAtStart()).not.toBe('')
  expect(readdirSync(userData)).toEqual(expect.arrayContaining(['head.signed', 'signing.sealed']))
})

test('a whole profile that was put back is told on the strip, by what is kept beside it', async () => {
  await started(setUpDesk)
  const before = path.join(temporary, 'before')
  cpSync(userData, before, { recursive: true })
  const signIn = { commandId: commandIdOf(9), initials: 'RO', pin: '471108' }
  await started(async (desk) => outputOf(await desk.call('staff.sign-in', signIn), 'snapshot'))
  expect((await started(snapshotOf)).strip.trouble).toBe('')
  rmSync(userData, { recursive: true })
  cpSync(before, userData, { recursive: true })
  expect((await started(snapshotOf)).strip.trouble).not.toBe('')
})

test('an emptied folder is a new desk with a key of its own; put back, the desk is there', async () => {
  const first = await started(groupsAtSetUp)
  const folder = path.join(userData, 'desk')
  renameSync(folder, path.join(userData, 'away'))
  const second = await started(groupsAtSetUp)
  expect([first.length, second.length]).toEqual([13, 13])
  expect(second.filter((group) => first.includes(group))).toEqual([])

  rmSync(folder, { recursive: true })
  renameSync(path.join(userData, 'away'), folder)
  expect(await started(snapshotOf)).toMatchObject({ stage: 'sign-in', strip: { branch_name: 'Maple Street' } })
})

test('a packaged desk takes no folder from the environment', async () => {
  const other = path.join(userData, 'other')
  const desk = await launch({ userData, dataFolder: other, env: { STANDIN_PACKAGED: '1' } })
  await desk.close()
  expect(existsSync(other)).toBe(false)
  expect(readdirSync(path.join(userData, 'desk'))).toContain('journal.db')
})

test('a lost key: the rescue screen, no new key, the data untouched; put back, all is there', async () => {
  await started(setUpDesk)
  const sealedFile = path.join(userData, 'key.sealed')
  const key = readFileSync(sealedFile)
  const journal = bytesOf('journal.db')
  rmSync(sealedFile)

  expect(await started(snapshotOf)).toMatchObject({ stage: 'rescue' })
  expect(readdirSync(userData)).not.toContain('key.sealed')
  expect(bytesOf('journal.db').equals(journal)).toBe(true)

  writeFileSync(sealedFile, key)
  expect(await started(snapshotOf)).toMatchObject({ stage: 'sign-in', strip: { branch_name: 'Maple Street' } })
})

test('a lost key: the recovery key opens the desk, and the next start needs it no more', async () => {
  const groups = await started(groupsAtSetUp)
  expect(groups).toHaveLength(13)
  const sealedFile = path.join(userData, 'key.sealed')
  rmSync(sealedFile)

  await started(async (desk) => {
    await desk.page.locator('[data-screen="rescue"] input[name="recovery_key"]:focus').waitFor()
    await desk.page.keyboard.insertText(groups.join(' ').toLowerCase())
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('[data-screen="sign-in"]').waitFor()
    for (const group of groups) expect(desk.log()).not.toContain(group)
  })
  expect(readdirSync(userData)).toContain('key.sealed')
  expect(await started(snapshotOf)).toMatchObject({ stage: 'sign-in', strip: { branch_name: 'Maple Street' } })
})
