/** What a desk keeps for itself is a habit, no fact: where it cannot be read, the desk opens and works without it. */
import { expect, test } from 'vitest'
import { keepOwn } from '../../../main/journal/own-values.ts'
import { openStore } from '../../../main/store/store.ts'
import { openDesk, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { CARDS } from '../support/small-library.ts'

const HABITS = ['settings', 'staff_languages', 'shelf_profiles', 'news_read'] as const

test.each(['{"x', 'null', '[1,null]', '{"RO":7}'])('%s for every habit stops nothing', async (garbage) => {
  const desk = await workingDesk()
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  keepOwn(store.db, Object.fromEntries(HABITS.map((name) => [name, garbage])))
  store.close()
  const again = await openDesk(desk.folder, {}, desk.clock)
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: '471108' })
  expect((await again.scan(CARDS.dana)).patron?.name).toBe('Dana Miller')
  expect((await again.ok('settings.get', {})).settings.theme).toBe('system')
  for (const place of ['shelf', 'this-desk'] as const) await again.ok('desk.go', { page: { place, about: '' } })
})

test.each(['{"x', 'null', '{}', '{"done":["none"],"skipped":[],"from_seq":0}'])(
  'a practice desk with %s for its progress is still one, and begins again',
  async (garbage) => {
    const folder = testFolder()
    const store = openStore(folder, KEY)
    keepOwn(store.db, { practice: garbage })
    store.close()
    const desk = await openDesk(folder, { is_practice: true })
    const { practice } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(practice).toMatchObject({ number: 1, done_count: 0, skipped_count: 0 })
    await desk.station.close()
    await expect(openDesk(folder, { is_practice: false })).rejects.toThrow('practice-folder')
  },
)
