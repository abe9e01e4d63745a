/** The script door at a practice desk: what a script does to the training devices is what a person does to them. */
import { spawn, spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { onTestFinished, expect, test } from 'vitest'
import { PRACTICE_TRAY } from '../../shared/desk/session/practice-tray.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { testFolder } from '../main/support/folders.ts'

type Line = { readonly kind: string; readonly code?: string; readonly output?: { readonly snapshot?: DeskSnapshot } }

function run(args: readonly string[], commands: readonly object[] = []) {
  const input = commands.map((one) => JSON.stringify(one)).join('\n')
  return spawnSync(process.execPath, ['tools/desk-exec.ts', ...args], { input, encoding: 'utf8' })
}

function practiced(folder: string, ...commands: readonly object[]): readonly Line[] {
  const { stdout, stderr } = run(['--data', folder, '--practice'], commands)
  const lines = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]))
  if (lines.length !== commands.length) throw new Error(stderr)
  return lines
}

const DANA = '21234000123455'
const [SUNS = '', DIARY = ''] = PRACTICE_TRAY.filter(({ kind }) => kind === 'item').map(({ text }) => text)
const LOOK = { method: 'desk.snapshot' }
const SHOW = { method: 'training.show', input: { is_shown: true } }
const FINISH = { method: 'desk.finish', input: {} }
const scan = (barcode: string) => ({ method: 'training.scan', input: { barcode } })
const printer = (input: object) => ({ method: 'training.printer', input })
const drawer = (is_open: boolean) => ({ method: 'training.drawer', input: { is_open } })

const seen = (line: Line | undefined): DeskSnapshot => {
  if (!line?.output?.snapshot) throw new Error(JSON.stringify(line))
  return line.output.snapshot
}
const nowOf = (line: Line | undefined) => {
  const now = seen(line).training?.now
  if (!now) throw new Error('the training devices are not shown')
  return now
}

test('a script scans from the tray; paper that waits for roll and cover is printed once the printer can', () => {
  const lines = practiced(
    testFolder(),
    SHOW,
    scan(DANA),
    LOOK,
    scan(SUNS),
    LOOK,
    FINISH,
    LOOK,
    printer({ paper: 'out' }),
    scan(DANA),
    scan(DIARY),
    FINISH,
    LOOK,
    printer({ is_cover_open: true }),
    printer({ paper: 'enough' }),
    LOOK,
    printer({ is_cover_open: false }),
    LOOK,
    printer({ is_stalled: true }),
    LOOK,
    printer({ is_stalled: false, is_plugged: false }),
    LOOK,
    printer({ is_plugged: true }),
    LOOK,
  )
  expect(lines.filter(({ kind }) => kind !== 'ok')).toEqual([])
  expect(seen(lines[2]).patron?.card_barcode).toBe(DANA)
  expect(seen(lines[4]).rows.map(({ barcode }) => barcode)).toContain(SUNS)
  const [first] = nowOf(lines[6]).sheets
  expect(first).toMatchObject({ from: 'desk', is_cut: true })
  expect(first?.texts.some((text) => text.includes('TRAINING'))).toBe(true)
  const papers = [11, 14, 16].map((at) => [seen(lines[at]).strip.jobs.says === '', nowOf(lines[at]).sheets.length])
  expect(papers).toEqual([
    [false, 1],
    [false, 1],
    [true, 2],
  ])
  const printers = [18, 20, 22].map((at) => nowOf(lines[at]).printer)
  expect(printers.map(({ is_stalled, is_plugged }) => [is_stalled, is_plugged])).toEqual([
    [true, true],
    [false, false],
    [false, true],
  ])
})

test('a script opens and shuts the drawer, reads the display, tears off, and lets another program print', async () => {
  const child = spawn(process.execPath, ['tools/desk-exec.ts', '--data', testFolder(), '--practice'])
  onTestFinished(() => void child.kill())
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (command: object): Promise<Line> => {
    child.stdin.write(`${JSON.stringify(command)}\n`)
    const { value } = await answers.next()
    return JSON.parse(String(value)) as Line
  }
  expect(nowOf(await ask(SHOW)).pole_lines).toHaveLength(2)
  await ask(drawer(true))
  expect(nowOf(await ask(LOOK)).is_drawer_open).toBe(true)
  await ask(drawer(false))
  expect(nowOf(await ask(LOOK)).is_drawer_open).toBe(false)

  await ask({ method: 'training.listen', input: { is_on: true, port_number: 0 } })
  const { listening } = nowOf(await ask(LOOK))
  expect(listening.state).toBe('on')
  const socket = connect(listening.port_number, '127.0.0.1')
  socket.end(Buffer.from('\u001b@Hello\n\u001dV\u0000', 'latin1'))
  await expect.poll(async () => nowOf(await ask(LOOK)).sheets.map(({ from }) => from)).toEqual(['network'])
  await ask({ method: 'training.tear-off', input: {} })
  expect(nowOf(await ask(LOOK)).sheets).toEqual([])
  child.stdin.end()
  await new Promise((resolve) => child.once('exit', resolve))
  expect(child.exitCode).toBe(0)
})

test('a folder opens as the kind of desk that it is, and at a desk at work the training devices are refused', () => {
  const [atPractice, atWork] = [testFolder(), testFolder()]
  expect(practiced(atPractice, LOOK).map(({ kind }) => kind)).toEqual(['ok'])
  const setUp = [{ method: 'branch.list' }, { method: 'training.scan', input: { barcode: DANA } }]
  expect(run(['--data', atWork], setUp).stdout).toContain('"not-signed-in"')
  const refused = run(['--data', atPractice], [LOOK])
  expect([refused.status, refused.stdout]).toEqual([2, ''])
  expect(refused.stderr).toContain('--practice')
  // Twice: it begins where it was left.
  expect(practiced(atPractice, LOOK).map(({ kind }) => kind)).toEqual(['ok'])
})
