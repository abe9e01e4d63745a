/** A data folder that was made with wider rights is closed when a desk opens it; another's folder is told. */
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepToOwner } from '../../../main/store/files/owner-only.ts'
import { workingDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'

const rights = (path: string): string => (statSync(path).mode & 0o1777).toString(8)

function folderOf(mode: number, files: readonly string[]): string {
  const folder = join(testFolder(), 'desk')
  mkdirSync(folder)
  mkdirSync(join(folder, 'reports'))
  for (const name of files) {
    writeFileSync(join(folder, name), 'x')
    chmodSync(join(folder, name), 0o644)
  }
  chmodSync(folder, mode)
  return folder
}

// Windows has rights of another kind.
describe.skipIf(process.platform === 'win32')('the rights of a data folder', () => {
  test.each<[string, number, readonly string[], boolean, readonly string[]]>([
    ['a data folder open to others', 0o755, ['journal.db', 'key.hex'], true, ['700', '600', '600']],
    ['one that is closed already', 0o700, ['journal.db'], true, ['700', '600']],
    ['a folder that holds no desk', 0o755, ['letter.txt'], true, ['755', '644']],
    ['a folder that everybody shares', 0o1777, ['journal.db'], false, ['1777', '644']],
  ])('%s', (_name, mode, files, isClosed, after) => {
    const folder = folderOf(mode, files)
    expect(keepToOwner(folder)).toBe(isClosed)
    expect([folder, ...files.map((name) => join(folder, name))].map(rights)).toEqual(after)
  })

  test('a folder of another account is left as it is, and told', () => {
    const folder = folderOf(0o755, ['journal.db'])
    expect(keepToOwner(folder, 'linux', (process.getuid?.() ?? 0) + 1)).toBe(false)
    expect(rights(folder)).toBe('755')
  })

  test('a desk closes its folder when it opens, and logs one that stays open', async () => {
    const desk = await workingDesk()
    await desk.station.close()
    chmodSync(desk.folder, 0o755)
    const again = await desk.reopen()
    expect([rights(desk.folder), again.log.filter((line) => line.includes('other accounts'))]).toEqual(['700', []])
    await again.station.close()
    chmodSync(desk.folder, 0o1777)
    expect((await again.reopen()).log.filter((line) => line.includes('other accounts'))).toHaveLength(1)
  })
})
