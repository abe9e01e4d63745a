/** The script door as a script would use it: JSON lines in, JSON lines out, the same rules as the screens. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../main/support/folders.ts'
import { recoveryKeyOf } from '../../shared/desk/recovery-key.ts'

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

/** Nobody may borrow from the demo's archive, and that is meant. */
const MEANT = ['ADULT', 'CHILD', 'RECIPROCAL', 'TEEN', 'TEMP'].map((code) => `loan_rule | gap | ${code} | ARCHIVE`)
const SET_UP = [
  { method: 'import.start', input: { folder: 'demo/library', accept_findings: MEANT } },
  {
    method: 'desk.set-up',
    input: { branch_code: 'MAPLE', desk_name: 'Desk 1', staff_name: 'Ada Park', initials: 'AP', pin: '2468' },
  },
]
const BRANCHES = { method: 'branch.list' }
const SIGN_IN = { method: 'staff.sign-in', input: { initials: 'ap', pin: '2468' } }
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

test('what is odd in the rules of a folder is asked first; nothing is in until it is accepted by name', () => {
  const [asked, branches] = exec(testFolder(), { method: 'import.start', input: { folder: 'demo/library' } }, BRANCHES)
  expect(asked?.output?.['findings']).toMatchObject(MEANT.map((name) => ({ name, kind: 'warns' })))
  expect(branches?.output).toEqual({ branches: [] })
})

test('an export takes the place of no file, the desk’s own least of all', () => {
  const folder = testFolder()
  exec(folder, ...SET_UP)
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

test('data without its key opens in rescue and says so; no new key is made over it', () => {
  const folder = testFolder()
  exec(folder, ...SET_UP)
  rmSync(join(folder, 'key.hex'))
  const [status, lent] = exec(folder, { method: 'system.status' }, LEND)
  expect(status?.output).toMatchObject({ stage: 'rescue', trouble: expect.stringContaining('key') as string })
  expect(lent).toMatchObject({ kind: 'refused' })
})

test('a desk whose key lies in the computer’s keystore opens with its recovery key on paper', () => {
  const folder = testFolder()
  exec(folder, ...SET_UP, LEND)
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

  writeFileSync(paper, `Z${recoveryKeyOf(key).join('\n').slice(1)}`)
  const mistyped = run(args, commands)
  expect(mistyped.status).toBe(2)
  expect(mistyped.stderr).toContain('Something in group 1 of the recovery key is mistyped.')
})
