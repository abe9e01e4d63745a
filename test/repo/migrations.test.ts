/** A migration that may have reached a library is never edited. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareLock, readLock, sha256 } from '../../tools/gate/lock.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('the lock of migrations', () => {
  const locked = readLock(readFileSync(join(ROOT, 'migrations/lock.json'), 'utf8'))
  const files = globSync('migrations/**/[0-9]*.sql', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
  const here = new Map(files.map((path) => [path, sha256(readFileSync(join(ROOT, path)))]))

  it('sees the migrations', () => {
    expect(here.size).toBeGreaterThanOrEqual(2)
  })

  it('holds every file, and no file was edited or removed', () => {
    expect(compareLock(locked, here)).toEqual({ added: [], edited: [], gone: [] })
  })

  it('bites: an edited, a new and a removed file are told apart', () => {
    const [first = '', second = ''] = files
    const changed = new Map([
      ...here,
      [first, sha256(Buffer.from('DROP TABLE event'))],
      ['migrations/9999_new.sql', 'x'],
    ])
    changed.delete(second)
    expect(compareLock(locked, changed)).toEqual({
      added: ['migrations/9999_new.sql'],
      edited: [first],
      gone: [second],
    })
  })

  it('reads a file the same way with the line ends of Windows', () => {
    expect(sha256(Buffer.from('a;\r\nb;\r\n'))).toBe(sha256(Buffer.from('a;\nb;\n')))
  })

  it('does not read a damaged lock', () => {
    expect(() => readLock('{"migrations/0001.sql": "abc"}')).toThrow('0001')
  })
})
