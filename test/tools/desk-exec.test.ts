/** The script door as a script would use it: JSON lines in, JSON lines out, the same rules as the screens. */
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../main/store/files/open-edge.ts'
import { testFolder } from '../main/support/folders.ts'
import { recoveryKeyOf } from '../../shared/kernel/recovery-key.ts'
import { ENGLISH } from '../support/said.ts'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'

type Line = { kind: string; method?: string; code?: string; says?: string; output?: Record<string, unknown> }

function run(args: readonly string[], commands: readonly (object | string)[]) {
  const input = commands.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')
  return spawnSync(process.execPath, ['tools/desk-exec.ts', ...args], { input, encoding: 'utf8' })
}

function exec(folder: string, ...commands: readonly (object | string)[]): Line[] {
  return linesOf(run(['--data', folder], commands))
}

function linesOf(done: ReturnType<typeof run>): Line[] {
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
}

const DEMO = resolve('demo/library')

/** Nobody may borrow from the demo's archive, and that is meant. */
const MEANT = ['ADULT', 'CHILD', 'RECIPROCAL', 'TEEN', 'TEMP'].map((code) => `loan_rule | gap | ${code} | ARCHIVE`)
const SET_UP = [
  { method: 'import.start', input: { folder: DEMO, accept_findings: MEANT } },
  {
    method: 'desk.set-up',
    input: { branch_code: 'MAPLE', desk_name: 'Desk 1', staff_name: 'Ada Park', initials: 'AP', pin: '246813' },
  },
]

/** A desk that was set up with the demo library: made once for this file, and copied for each test. */
let made = ''
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'datestamp-set-up-'))
  if (exec(made, ...SET_UP).some((one) => one.kind !== 'ok')) throw new Error('the demo library was not taken in')
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

function setUpFolder(): string {
  const folder = testFolder()
  cpSync(made, folder, { recursive: true })
  return folder
}

const BRANCHES = { method: 'branch.list' }
const SIGN_IN = { method: 'staff.sign-in', input: { initials: 'ap', pin: '246813' } }
const LEND = { method: 'loan.check-out', input: { card_barcode: '21234000123455', item_barcode: '31234000123453' } }

test('a folder is taken in, a desk set up, a book lent, and the next run finds it lent', () => {
  const folder = testFolder()
  const [taken, ready, lent] = exec(folder, ...SET_UP, LEND)
  expect(taken?.output).toMatchObject({ running: false, progress: 1 })
  expect(ready?.kind).toBe('ok')
  expect(lent?.output).toMatchObject({ item_barcode: '31234000123453', rule_code: 'book' })
  const [refused, signedIn, again, verified] = exec(folder, LEND, SIGN_IN, LEND, { method: 'journal.verify' })
  expect(refused).toMatchObject({ kind: 'refused', code: 'not-signed-in' })
  expect(signedIn?.kind).toBe('ok')
  expect(again).toMatchObject({ kind: 'refused', code: 'out-to-same' })
  expect(verified?.output).toMatchObject({ problems: [] })
})

test('the page of this desk says that the key is in a file', () => {
  const page = exec(setUpFolder(), SIGN_IN, { method: 'desk.go', input: { page: { place: 'this-desk', about: '' } } })
  expect(JSON.stringify(page)).toContain(`"${ENGLISH.words.pages.this_desk.desk.key_kept.file}"`)
})

test('what is odd in the rules of a folder is asked first; nothing is in until it is accepted by name', () => {
  const [asked, branches] = exec(testFolder(), { method: 'import.start', input: { folder: DEMO } }, BRANCHES)
  expect(asked?.output?.['findings']).toMatchObject(MEANT.map((name) => ({ name, kind: 'warns' })))
  expect(branches?.output).toEqual({ branches: [] })
})

test('a place in a script is meant from the folder that the script runs in; ~ names none', () => {
  const named = (folder: string): object => ({ method: 'import.start', input: { folder } })
  const [taken, home, nowhere] = exec(testFolder(), named('demo/library'), named('~/library'), named('./demo/nowhere'))
  expect(taken?.output?.['findings']).toMatchObject(MEANT.map((name) => ({ name })))
  expect([home?.code, nowhere?.code]).toEqual(['place-not-whole', 'folder-unreadable'])
})

test('an export takes the place of no file, the desk’s own least of all', () => {
  const folder = setUpFolder()
  const place = testFolder()
  writeFileSync(join(place, 'letter'), 'theirs')
  const files = [join(folder, 'journal.db'), join(folder, 'key.hex'), join(place, 'letter'), join(place, 'new')]
  const asked = files.map((to_file) => ({ method: 'journal.export', input: { to_file } }))
  const done = exec(folder, SIGN_IN, ...asked, { method: 'journal.verify' })
  expect(done.map((line) => line.code ?? line.kind)).toEqual([
    'ok',
    'place-is-data',
    'place-is-data',
    'file-exists',
    'ok',
    'ok',
  ])
  expect(readFileSync(join(place, 'letter'), 'utf8')).toBe('theirs')
})

test('a line that is no command is answered, and the next one is carried out', () => {
  const lines = exec(testFolder(), 'not json', '[]', { method: 'desk.fly' }, { method: 'branch.list' })
  expect(lines.map((line) => line.kind)).toEqual(['bad-input', 'bad-input', 'bad-input', 'ok'])
})

test('a sentence that names a key has the key in it', () => {
  const input = { card_barcode: '21234000999998', item_barcode: '31234000123453' }
  const [, refused] = exec(setUpFolder(), SIGN_IN, { method: 'loan.check-out', input })
  expect(refused?.code).toBe('patron-unknown')
  expect(JSON.stringify(refused)).toContain(KEY_PRESETS.datestamp['find-person'])
  expect(JSON.stringify(refused)).not.toContain('{key:')
})

test('data without its key opens in rescue and says so; no new key is made over it', () => {
  const folder = setUpFolder()
  rmSync(join(folder, 'key.hex'))
  const [status, lent] = exec(folder, { method: 'system.status' }, LEND)
  expect(status?.output).toMatchObject({ stage: 'rescue', trouble: expect.stringContaining('key') as string })
  expect(lent).toMatchObject({ kind: 'refused' })
})

test('a desk whose key lies in the computer’s keystore opens with its recovery key on paper', () => {
  const folder = setUpFolder()
  exec(folder, SIGN_IN, LEND)
  const key = Buffer.from(readFileSync(join(folder, 'key.hex'), 'utf8').trim(), 'hex')
  rmSync(join(folder, 'key.hex'))
  const paper = join(testFolder(), 'paper.txt')
  writeFileSync(paper, recoveryKeyOf(key).join('\n'))
  const backup = join(testFolder(), 'backup')
  const commands = [
    SIGN_IN,
    { method: 'store.backup', input: { to_folder: backup } },
    { method: 'journal.verify' },
    { method: 'journal.export', input: { to_file: join(testFolder(), 'journal.jsonl') } },
  ]
  const args = ['--data', folder, '--recovery-key-file', paper]
  expect(linesOf(run(args, commands)).map((line) => line.kind)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(existsSync(join(backup, 'journal.db'))).toBe(true)
  expect(existsSync(join(folder, 'key.hex'))).toBe(false)

  const right = recoveryKeyOf(key).join('\n')
  writeFileSync(paper, `${right.startsWith('Z') ? 'Y' : 'Z'}${right.slice(1)}`)
  const mistyped = run(args, commands)
  expect(mistyped.status).toBe(2)
  expect(mistyped.stderr).toContain('Group 1 of the recovery key has a typing mistake.')
})

test.each([
  ['nothing', [], '--data DIR'],
  ['an unknown option', ['--data', 'x', '--fly'], 'There is no option --fly.'],
  ['an option without its path', ['--data'], '--data needs a path.'],
  ['a stray word', ['--data', 'x', 'y'], '“y” belongs to no option.'],
  ['a file', ['--data', 'package.json'], '--data takes a folder.'],
  ['a folder inside a file', ['--data', 'package.json/desk'], '--data takes a folder.'],
  ['a name too long', ['--data', `/tmp/${'x'.repeat(300)}`], 'cannot be made'],
])('started with %s it says so in words and ends', (_what, args, words) => {
  const done = run(args, [])
  expect([done.status, done.stdout]).toEqual([2, ''])
  expect(done.stderr).toContain(words)
  expect(done.stderr).not.toMatch(/\n {4}at |Error:/)
})

test('asked for help it says how it is used', () => {
  const done = run(['--help'], [])
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.stdout).toContain('--data DIR')
})

test('a key that is a folder is told in words', () => {
  const folder = testFolder()
  const done = run(['--data', folder, '--key', folder], [])
  expect(done.status).toBe(2)
  expect(done.stderr).toMatch(/^The key file .* cannot be read or made \(EISDIR\)\.\n$/)
})

test('a file that holds no key stays where it is: the recovery key is not written over it', () => {
  const folder = setUpFolder()
  const key = Buffer.from(readFileSync(join(folder, 'key.hex'), 'utf8').trim(), 'hex')
  const unlock = { method: 'rescue.unlock', input: { recovery_key: recoveryKeyOf(key).join(' ') } }
  const letter = join(testFolder(), 'letter.txt')
  writeFileSync(letter, 'theirs')
  for (const file of [join(folder, 'journal.db'), letter]) {
    const before = readFileSync(file)
    const done = run(['--data', folder, '--key', file], [unlock])
    expect([done.status, done.stdout]).toEqual([2, ''])
    expect(done.stderr).toContain(`${file} holds no key.`)
    expect(readFileSync(file).equals(before)).toBe(true)
  }
})

test('lines that are no commands are each told by their number, and the next one is carried out', () => {
  const lines = ['7', '"x"', '[]', '{"input":{}}', '{"method":7}', '{"method":"branch.list","input":[]}', '{']
  const bytes = Buffer.concat([
    Buffer.from(`\uFEFF${lines.join('\n')}\n`),
    Buffer.from([0x7b, 0xff, 0xfe, 0x0a]),
    Buffer.alloc(17 * 1024 * 1024, 0x20),
    Buffer.from('\n{"method":"branch.list"}'),
  ])
  const args = ['tools/desk-exec.ts', '--data', testFolder()]
  const done = spawnSync(process.execPath, args, { input: bytes, encoding: 'utf8' })
  const answers = linesOf(done)
  expect(answers.map((one) => one.kind)).toEqual([...Array.from({ length: 9 }, () => 'bad-input'), 'ok'])
  const numbers = answers.map((one) => /^Line (\d+) /.exec(one.says ?? '')?.[1])
  expect(numbers).toEqual(['1', '2', '3', '4', '5', undefined, '7', '8', '9', undefined])
  expect(done.stdout).not.toMatch(/undefined|Unexpected token/)
})

test('a desk that another program holds is not opened, and that is told in words', () => {
  const folder = setUpFolder()
  const key = Buffer.from(readFileSync(join(folder, 'key.hex'), 'utf8').trim(), 'hex')
  const holder = openFile(join(folder, 'journal.db'), key, { isExclusive: true })
  holder.exec('BEGIN IMMEDIATE')
  const done = run(['--data', folder], [{ method: 'system.status' }, LEND])
  holder.close()
  expect([done.status, done.stdout]).toEqual([2, ''])
  expect(done.stderr).toContain(`the desk in ${folder} open`)
  expect(done.stderr).not.toMatch(/\n {4}at /)
  expect(exec(folder, BRANCHES).map(({ kind }) => kind)).toEqual(['ok'])
})

test('a key in the environment is not taken, and nothing is opened with it', () => {
  const folder = testFolder()
  const env = { ...process.env, DATESTAMP_KEY: 'ab'.repeat(32) }
  const done = spawnSync(process.execPath, ['tools/desk-exec.ts', '--data', folder], {
    env,
    input: '',
    encoding: 'utf8',
  })
  expect([done.status, done.stdout]).toEqual([2, ''])
  expect(done.stderr).toMatch(/^A key in DATESTAMP_KEY is not taken/)
  expect(done.stderr).not.toContain('abab')
  expect(existsSync(join(folder, 'journal.db'))).toBe(false)
})

// Only Linux has a file that is always full.
test.skipIf(process.platform !== 'linux')(
  'with no room for what it says beside, every answer comes, and the exit code tells',
  () => {
    const folder = setUpFolder()
    // Each time it is asked to open the data, it says that it cannot.
    writeFileSync(join(folder, 'journal.db'), 'no database')
    const commands = Array.from({ length: 40 }, (_one, id) => ({ method: 'rescue.retry', id }))
    const input = commands.map((one) => JSON.stringify(one)).join('\n')
    const full = openSync('/dev/full', 'w')
    const done = spawnSync(process.execPath, ['tools/desk-exec.ts', '--data', folder], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', full],
    })
    closeSync(full)
    const ids = done.stdout
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { id: number }).id]))
    expect(ids).toEqual(commands.map(({ id }) => id))
    expect(done.status).toBe(1)
  },
)
