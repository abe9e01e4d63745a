/** What makes a file where somebody says: never over anything, never in the data folder, whole or not at all. */
import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFiles, type Disk } from '../../../main/store/files/new-files.ts'
import { placeFor, wholePlace } from '../../../main/store/files/places.ts'
import { testFolder } from '../support/folders.ts'

const DISK: Disk = { write: (file, text) => writeFileSync(file, text), link: linkSync }

/** What a disk says. */
function said(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' })
}

const noLinks = (code: string): Disk => ({
  ...DISK,
  link: () => {
    throw said(code)
  },
})

describe('a new file', () => {
  test.each([
    ['a disk with links', DISK],
    ['a stick without', noLinks('EPERM')],
    ['a share without', noLinks('ENOTSUP')],
  ])('on %s is whole, for its owner alone, and nothing lies beside it', (_, disk) => {
    const folder = testFolder()
    const path = join(folder, 'new.txt')
    expect(makeFiles([{ path, text: 'whole' }], disk)).toBeNull()
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['whole', 0o600])
    expect(readdirSync(folder)).toEqual(['new.txt'])
  })

  test.each([
    ['a disk with links', DISK],
    ['a stick without', noLinks('EPERM')],
  ])('on %s replaces no file, folder or link, not even one that leads nowhere', (_, disk) => {
    const folder = testFolder()
    const away = join(testFolder(), 'elsewhere')
    writeFileSync(join(folder, 'file'), 'theirs')
    mkdirSync(join(folder, 'folder'))
    symlinkSync(away, join(folder, 'link'))
    for (const name of ['file', 'folder', 'link']) {
      const path = join(folder, name)
      expect(makeFiles([{ path, text: 'ours' }], disk)).toEqual({ reason: 'taken', path })
    }
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('theirs')
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder', 'link'])
    expect(statSync(away, { throwIfNoEntry: false })).toBeUndefined()
  })

  test('is one of several that are made together, or none is', () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'second'), 'theirs')
    const files = ['first', 'second'].map((name) => ({ path: join(folder, name), text: name }))
    expect(makeFiles(files)).toEqual({ reason: 'taken', path: join(folder, 'second') })
    expect(readdirSync(folder)).toEqual(['second'])
  })

  test('is put in place after its entry, once all of it is on the disk, and not without', () => {
    const folder = testFolder()
    const path = join(folder, 'new.txt')
    const seen: string[] = []
    const enter = (): void => {
      for (const name of readdirSync(folder)) seen.push(`${name}: ${readFileSync(join(folder, name), 'utf8')}`)
    }
    expect(makeFiles([{ path, text: 'whole' }], DISK, enter)).toBeNull()
    expect(seen).toEqual(['.datestamp-1.partial: whole'])
    const none = (): never => {
      throw new Error('not recorded')
    }
    expect(() => makeFiles([{ path: join(folder, 'other.txt'), text: 'x' }], DISK, none)).toThrow('not recorded')
    expect(readdirSync(folder)).toEqual(['new.txt'])
  })

  test.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('leaves nothing where a disk says %s half-way', (code) => {
    const folder = testFolder()
    const path = join(folder, 'new.txt')
    const full: Disk = {
      ...DISK,
      write: (file, text) => {
        writeFileSync(file, text.slice(0, 2))
        throw said(code)
      },
    }
    expect(makeFiles([{ path, text: 'whole' }], full)).toEqual({ reason: 'full', path })
    expect(readdirSync(folder)).toEqual([])
  })

  test('leaves nothing where the system itself stops the writing', () => {
    const folder = testFolder()
    const path = join(folder, 'new.txt')
    const script = `import { makeFiles } from './main/store/files/new-files.ts'
      console.log(JSON.stringify(makeFiles([{ path: ${JSON.stringify(path)}, text: 'x'.repeat(2_000_000) }])))`
    const run = `ulimit -f 64; exec "$0" --input-type=module -e "$1"`
    const done = spawnSync('sh', ['-c', run, process.execPath, script], { encoding: 'utf8' })
    expect([done.stdout.trim(), done.stderr]).toEqual([JSON.stringify({ reason: 'full', path }), ''])
    expect(readdirSync(folder)).toEqual([])
  })

  test('is not made in a folder that is not there, nor under a name that is too long', () => {
    const folder = testFolder()
    for (const path of [join(folder, 'no', 'new.txt'), join(folder, 'n'.repeat(300))]) {
      expect(makeFiles([{ path, text: 'x' }])).toEqual({ reason: 'unwritable', path })
    }
    expect(readdirSync(folder)).toEqual([])
  })
})

test.each([
  ['linux', '/media/usb/backup', '/media/usb/backup'],
  ['linux', ' /backup\t', '/backup'],
  ['linux', 'backup', null],
  ['linux', '~/backup', null],
  ['linux', './backup', null],
  ['linux', String.raw`D:\backup`, null],
  ['linux', '', null],
  ['win32', String.raw`D:\backup`, String.raw`D:\backup`],
  ['win32', 'd:/backup', 'd:/backup'],
  ['win32', String.raw`\\server\share`, String.raw`\\server\share`],
  ['win32', '//server/share/backup', '//server/share/backup'],
  ['win32', String.raw`\\?\D:\backup`, String.raw`\\?\D:\backup`],
  ['win32', String.raw`\\server`, null],
  ['win32', String.raw`\backup`, null],
  ['win32', '/backup', null],
  ['win32', 'D:backup', null],
  ['win32', 'D:', null],
] as const)('on %s, %s is whole: %s', (platform, typed, path) => {
  const whole = wholePlace(typed, platform)
  expect('path' in whole ? whole.path : null).toBe(path)
  // What is shown as an example is whole itself.
  if ('example' in whole) expect(wholePlace(whole.example, platform)).toEqual({ path: whole.example })
})

describe('a place', () => {
  const at = (typed: string, data: string): string => placeFor(typed, data).kind

  test('is free beside the data folder, also where its name only begins like it', () => {
    const data = join(testFolder(), 'data')
    mkdirSync(data)
    expect([at(`${data}-usb`, data), at(`${data}/../usb/`, data), at(data, data)]).toEqual(['free', 'free', 'taken'])
  })

  test('in the data folder is none, by whatever way', () => {
    const data = join(testFolder(), 'data')
    mkdirSync(join(data, 'reports'), { recursive: true })
    const links = testFolder()
    symlinkSync(data, join(links, 'to-data'))
    symlinkSync(join(data, 'reports'), join(links, 'to-reports'))
    const ways = [
      join(data, 'new.txt'),
      join(data, 'reports', 'new.txt'),
      `${data}/reports/../new.txt`,
      join(links, 'to-data', 'new.txt'),
      join(links, 'to-reports', 'new.txt'),
    ]
    expect(ways.map((way) => at(way, data))).toEqual(ways.map(() => 'own'))
    expect(at(join(links, 'to-data', 'new.txt'), join(links, 'to-data'))).toBe('own')
  })

  test('is taken by whatever lies there, a dangling link too; through a linked folder it is where that leads', () => {
    const folder = testFolder()
    const links = testFolder()
    symlinkSync(join(folder, 'nothing'), join(links, 'dangling'))
    symlinkSync(folder, join(links, 'folder'))
    const data = testFolder()
    expect(at(join(links, 'dangling'), data)).toBe('taken')
    expect(placeFor(join(links, 'folder', 'new.txt'), data)).toEqual({ kind: 'free', path: join(folder, 'new.txt') })
  })

  test('that no path leads to is nowhere', () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'file'), 'x')
    const odd = [join(folder, 'no', 'x'), join(folder, 'file', 'x'), join(folder, 'n'.repeat(300)), `${folder}/a\0b`]
    expect(odd.map((typed) => at(typed, testFolder()))).toEqual(odd.map(() => 'nowhere'))
  })
})
