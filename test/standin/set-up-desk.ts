/** Makes a freshly started desk ready for work: a library of one branch, and a manager who is signed in. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CONTRACT } from '../../shared/ipc/contract.ts'
import { deskSnapshotSchema, type DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Result } from '../../shared/ipc/envelope.ts'
import type { Desk } from './launch.ts'
import { PATIENCE_MS } from './patience.ts'

const FILES = {
  'library.csv': 'name,zone\nOpenfields,America/Chicago\n',
  'branches.csv': 'branch_code,name\nMAPLE,Maple Street\n',
  'hours.csv': 'branch_code,weekday,opens,closes\nMAPLE,monday,09:00,17:00\n',
}

const lookSchema = CONTRACT['set-up.look'].output

/** A commandId of its own for each number. */
export function commandIdOf(number: number): string {
  return `01909c3e-7c00-7000-8000-${String(number).padStart(12, '0')}`
}

/** A field of a good answer; throws any other answer. */
export function outputOf(result: Result, name: string): unknown {
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result))
  return Reflect.get(Object(result.output), name)
}

export async function snapshotOf(desk: Desk): Promise<DeskSnapshot> {
  return deskSnapshotSchema.parse(outputOf(await desk.call('desk.snapshot'), 'snapshot'))
}

/** The smallest library there is: a branch with hours. */
function writeSmallest(desk: Desk): string {
  const folder = path.join(desk.userData, 'library')
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content)
  return folder
}

/** Imports a folder. @returns the names of what its rules ask about; then nothing was imported yet */
async function takeIn(desk: Desk, input: object): Promise<string[]> {
  outputOf(await desk.call('import.start', input), 'running')
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const status = await desk.call('import.status')
    if (outputOf(status, 'running') !== true)
      return (outputOf(status, 'findings') as { name: string }[]).map((one) => one.name)
    if (performance.now() > end) throw new Error('the import does not end')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Imports `folder`, which has a branch MAPLE, and sets the desk up there. */
export async function setUpDesk(desk: Desk, folder = writeSmallest(desk)): Promise<void> {
  const odd = await takeIn(desk, { commandId: commandIdOf(1), folder, accept_findings: [] })
  // Warnings about the rules of a test library are intended.
  if (odd.length > 0) await takeIn(desk, { commandId: commandIdOf(3), folder, accept_findings: odd })
  const rosa = { staff_name: 'Rosa Ortiz', initials: 'RO', pin: '471108' }
  const { staff } = lookSchema.parse(Reflect.get(await desk.call('set-up.look'), 'output'))
  const known = staff.find((one) => one.initials === rosa.initials)
  const manager = known ? { ...rosa, staff_code: known.staff_code } : rosa
  const place = { branch_code: 'MAPLE', desk_name: 'Desk 2' }
  outputOf(await desk.call('desk.set-up', { commandId: commandIdOf(2), ...place, ...manager }), 'snapshot')
}
