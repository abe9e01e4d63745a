/** Which way system packages come, and what a person is told when they cannot. */
import { describe, expect, it } from 'vitest'
import { SYSTEM_PACKAGES, aptDoor, aptInstall, askFor } from '../../tools/system-packages.mjs'
import { TASKS } from '../../tools/run/tasks.mjs'

const linux = { platform: 'linux', hasApt: true, isRoot: false, hasSudo: false }
const needed = Object.values(SYSTEM_PACKAGES).filter((one) => !one.isOptional)

describe('the way in', () => {
  it.each([
    ['root on Debian', { ...linux, isRoot: true }, []],
    ['a user whose sudo asks nothing', { ...linux, hasSudo: true }, ['sudo', '-n']],
    ['a user without sudo', linux, null],
    ['Linux without apt', { ...linux, hasApt: false, isRoot: true }, null],
    ['macOS', { ...linux, platform: 'darwin' }, null],
  ])('%s', (_, machine, expected) => {
    expect(aptDoor(machine)).toEqual(expected)
  })

  it('never asks a question', () => {
    expect(aptInstall(['sudo', '-n'], ['chromium']).join(' ')).toMatch(
      /^sudo -n env DEBIAN_FRONTEND=noninteractive .* -y .*chromium$/,
    )
  })
})

describe('what a person is told', () => {
  it('is one command, on Debian', () => {
    const sentences = askFor(needed, linux)
    expect(sentences).toHaveLength(needed.length + 1)
    expect(sentences.at(-1)).toBe(`Please run: sudo apt-get install ${needed.map((one) => one.apt).join(' ')}`)
  })

  it('names the packages elsewhere', () => {
    expect(askFor(needed, { platform: 'darwin', hasApt: false }).at(-1)).toContain('chromium')
  })

  it('is nothing when only something optional is missing', () => {
    expect(
      askFor(
        Object.values(SYSTEM_PACKAGES).filter((one) => one.isOptional),
        linux,
      ),
    ).toEqual([])
  })
})

it('every task asks only for packages that are in the table', () => {
  const tasks = Object.values(TASKS)
  expect(tasks.length).toBeGreaterThan(5)
  for (const task of tasks) for (const need of task.needs) expect(Object.keys(SYSTEM_PACKAGES)).toContain(need)
})
