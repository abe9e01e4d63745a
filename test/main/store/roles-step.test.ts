/** The step that makes roles rows: whoever worked here before still does, with role, badge and PIN. */
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate, migrationsFolder } from '../../../main/store/migrate.ts'
import { openFile } from '../../../main/store/open-edge.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

const LAST_BEFORE = '0010'

test('a file from before has the three roles, and everybody in it as they were', () => {
  const from = join(migrationsFolder(), 'reference')
  const before = testFolder()
  const steps = readdirSync(from).filter((name) => /^\d{4}_/.test(name) && name.slice(0, 4) <= LAST_BEFORE)
  for (const name of steps) copyFileSync(join(from, name), join(before, name))
  const db = openFile(join(testFolder(), 'reference.db'), KEY)
  migrate(db, 'reference', before)
  const everybody = 'SELECT * FROM staff ORDER BY staff_code'
  db.exec(`INSERT INTO staff VALUES
    ('bc', 'Ben Cole', 'BC', 'staff', NULL, x'01', x'02', 0),
    ('ro', 'Rosa Ortiz', 'RO', 'manager', '29999000000018', x'03', x'04', 1),
    ('wz', 'Wei Zhang', 'WZ', 'supervisor', NULL, x'05', x'06', 1)`)
  const were = db.prepare(everybody).all()
  migrate(db, 'reference')
  expect(db.prepare(everybody).all()).toEqual(were)
  expect(db.prepare('SELECT role_code, name, is_built_in FROM role ORDER BY order_key').all()).toEqual([
    { role_code: 'staff', name: 'Staff', is_built_in: 1 },
    { role_code: 'supervisor', name: 'Supervisor', is_built_in: 1 },
    { role_code: 'manager', name: 'Manager', is_built_in: 1 },
  ])
  db.exec(`INSERT INTO staff VALUES ('al', 'Ann Lee', 'AL', 'page', NULL, x'07', x'08', 1)`)
  db.close()
})
