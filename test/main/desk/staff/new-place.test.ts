/** Everything that reads or writes where somebody says, through the router: whole places, nothing replaced, no data. */
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../../../shared/ipc/envelope.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { CARDS } from '../../support/small-library.ts'

type Way = { readonly to: (desk: TestDesk, place: string) => Promise<Result>; readonly taken: string }

const WAYS: Readonly<Record<string, Way>> = {
  'journal.export': {
    to: (desk, to_file) => desk.call('journal.export', { to_file }),
    taken: 'file-exists',
  },
  'store.backup': {
    to: (desk, to_folder) => desk.call('store.backup', { to_folder }),
    taken: 'folder-exists',
  },
  'privacy.export': {
    to: async (desk, to_file) => {
      await desk.scan(CARDS.dana)
      return desk.call('privacy.export', { commandId: desk.id(), to_file })
    },
    taken: 'file-exists',
  },
}

const READS: Readonly<Record<string, Way['to']>> = {
  'import.start': (desk, folder) => desk.call('import.start', { commandId: desk.id(), folder, accept_findings: [] }),
  'store.restore': (desk, from_folder) => desk.call('store.restore', { commandId: desk.id(), from_folder }),
}

const ALL = [...Object.entries(WAYS).map(([name, { to }]) => [name, to] as const), ...Object.entries(READS)]

test.each(ALL)('%s takes no part of a path', async (_, to) => {
  const desk = await workingDesk()
  const before = readdirSync('.')
  // Each is there, seen from where this runs, or could be made there.
  for (const typed of ['demo/library', './new', '../new', 'new', '~', '~/new', '.', 'C:new']) {
    expect(await to(desk, typed), typed).toMatchObject({ kind: 'refused', code: 'place-not-whole' })
  }
  expect(readdirSync('.')).toEqual(before)
})

const bytesOf = (folder: string): readonly string[] =>
  ['journal.db', 'reference.db'].map((name) => readFileSync(join(folder, name)).toString('base64'))

describe.each(Object.entries(WAYS))('%s', (_, { to, taken }) => {
  test('goes where nothing lies, and replaces nothing the second time', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    expect(await to(desk, join(place, 'new'))).toMatchObject({ kind: 'ok' })
    const made = readdirSync(place)
    expect(await to(desk, join(place, 'new'))).toMatchObject({ kind: 'refused', code: taken })
    expect(readdirSync(place)).toEqual(made)
  })

  test('replaces no file, folder or link that is there, and follows none', async () => {
    const desk = await workingDesk()
    const place = testFolder()
    writeFileSync(join(place, 'file'), 'theirs')
    mkdirSync(join(place, 'folder'))
    symlinkSync(join(place, 'nothing'), join(place, 'dangling'))
    linkSync(join(place, 'file'), join(place, 'second-name'))
    const names = readdirSync(place)
    for (const name of names) {
      expect(await to(desk, join(place, name)), name).toMatchObject({ kind: 'refused', code: taken })
    }
    expect([readFileSync(join(place, 'file'), 'utf8'), readdirSync(place)]).toEqual(['theirs', names])
  })

  test('never lies among the data, nor over it, by name or by link', async () => {
    const desk = await workingDesk()
    const links = testFolder()
    symlinkSync(desk.folder, join(links, 'data'))
    const before = [bytesOf(desk.folder), readdirSync(desk.folder)]
    for (const name of ['journal.db', 'reference.db', 'new', 'key.hex']) {
      for (const folder of [desk.folder, join(links, 'data')]) {
        const result = await to(desk, join(folder, name))
        expect(result, join(folder, name)).toMatchObject({ kind: 'refused', code: 'place-is-data' })
      }
    }
    expect([bytesOf(desk.folder), readdirSync(desk.folder)]).toEqual(before)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('into a folder that is not there is refused in words', async () => {
    const desk = await workingDesk()
    const result = await to(desk, join(testFolder(), 'no', 'new'))
    expect(result).toMatchObject({ kind: 'refused', code: 'folder-unreadable' })
  })
})
