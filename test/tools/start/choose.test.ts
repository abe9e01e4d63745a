/** What `npm start` opens on which machine. */
import { describe, expect, it } from 'vitest'
import { choose, hasDisplay, userDataFolder, type Machine } from '../../../tools/start/choose.ts'

const full: Machine = {
  platform: 'linux',
  electron: '/e/electron',
  chromium: '/usr/bin/chromium',
  env: { DISPLAY: ':0' },
  isRoot: false,
}

describe('npm start opens', () => {
  it.each([
    ['Electron, where it is', full, 'electron'],
    ['Electron under Wayland', { ...full, env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'electron'],
    ['Chromium, where Electron is not', { ...full, electron: null }, 'chromium'],
    ['the demo shift without a screen', { ...full, electron: null, env: {} }, 'demo'],
    ['the demo shift in Electron without a screen', { ...full, chromium: null, env: {} }, 'demo'],
    ['nothing with neither', { ...full, electron: null, chromium: null }, 'nothing'],
    ['nothing without a screen and without Chromium', { ...full, electron: null, chromium: null, env: {} }, 'nothing'],
    ['Electron on Windows, which always has a screen', { ...full, platform: 'win32' as const, env: {} }, 'electron'],
  ])('%s', (_, machine, kind) => {
    const choice = choose(machine)
    expect(choice.kind).toBe(kind)
    expect(choice.says).toMatch(/\.$/)
  })

  it('takes an empty DISPLAY for none', () => {
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false)
  })
})

it.each([
  ['linux' as const, {}, '/h/.config/datestamp'],
  ['linux' as const, { XDG_CONFIG_HOME: '/x' }, '/x/datestamp'],
  ['darwin' as const, {}, '/h/Library/Application Support/datestamp'],
  ['win32' as const, { APPDATA: 'C:/A' }, 'C:/A/datestamp'],
])('records on %s lie where Electron would put them', (platform, env, folder) => {
  expect(userDataFolder({ platform, env }, '/h')).toBe(folder)
})
