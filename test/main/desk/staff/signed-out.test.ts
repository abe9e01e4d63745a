/** What a desk answers while nobody is signed in: what its screen needs then, and nothing of what it holds. */
import { expect, test } from 'vitest'
import { CONTRACT, type MethodName } from '../../../../shared/ipc/contract.ts'
import { openDesk, workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

const METHODS = Object.keys(CONTRACT) as MethodName[]

/** The methods that ask for something else than a sign-in first. */
async function answering(desk: TestDesk): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of METHODS) {
    const { result } = await desk.station.handle({ id: 1, method: name, input: CONTRACT[name].example })
    if (result.kind !== 'refused' || result.code !== 'not-signed-in') found.push(name)
  }
  return found.toSorted()
}

const ANSWERED = [
  'branch.list',
  'desk.drop-badge',
  'desk.scan',
  'desk.set-up',
  'desk.snapshot',
  'import.start',
  'keyboard-scanner.keys',
  'practice.open',
  'rescue.go-on',
  'rescue.retry',
  'rescue.unlock',
  'settings.get',
  'staff.sign-in',
  'store.restore',
  'system.status',
]

test('a desk that is set up answers no more than its sign-in needs', async () => {
  const desk = await workingDesk()
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  expect(await answering(desk)).toEqual(ANSWERED)
  // Those that change something ask for the grant themselves.
  expect(await desk.call('import.start', CONTRACT['import.start'].example as never)).toMatchObject({
    code: 'not-permitted',
  })
  expect(await desk.call('store.restore', CONTRACT['store.restore'].example as never)).toMatchObject({
    code: 'not-permitted',
  })
  // Nobody can turn a library's desk into a practice desk.
  expect(await desk.call('practice.open', {})).toMatchObject({ code: 'already-set-up' })
})

test('before it is set up, the person at the desk chooses a folder and follows the import', async () => {
  const desk = await openDesk(testFolder())
  expect((await answering(desk)).filter((name) => !ANSWERED.includes(name))).toEqual([
    'folder.list',
    'import.status',
    'set-up.look',
  ])
})
