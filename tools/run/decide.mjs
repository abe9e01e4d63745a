/**
 * What tools/run.mjs decides: which Node is good enough, which one runs the tasks, whether node_modules matches the
 * lock. Pure: touches no disk and no process, so that every answer has a test.
 */

/** Starts tools/run.mjs. The tasks themselves run on the pinned Node. */
export const NODE_MAJOR_DOOR = 20
/** Runs the tasks where there is no pinned Node (macOS): the one version that everything here is tested on. */
export const NODE_MAJOR_TASKS = 24

/**
 * @param {string} version "v24.21.0" or "24.21.0"
 * @returns {number} the first number, 0 when there is none
 */
export function majorOf(version) {
  const match = /^v?(\d+)\./.exec(version)
  return match ? Number(match[1]) : 0
}

/**
 * @param {string} version of the Node that opened the door
 * @returns {string | null} the sentence for a person, or null when it is new enough
 */
export function doorRefusal(version) {
  if (majorOf(version) >= NODE_MAJOR_DOOR) return null
  return `Datestamp needs Node ${NODE_MAJOR_DOOR} or newer to start; this is ${version}. Please install a newer Node.`
}

/**
 * Which Node runs the tasks.
 * @param {{ pinned: string | null, own: string, ownVersion: string, platform: string }} machine `pinned`: path of the
 *   Node that came with node_modules, when it runs here
 * @returns {{ path: string } | { refusal: string }}
 */
export function chooseNode({ pinned, own, ownVersion, platform }) {
  if (pinned) return { path: pinned }
  if (majorOf(ownVersion) >= NODE_MAJOR_TASKS) return { path: own }
  return {
    refusal:
      `On ${platform} Datestamp brings no Node of its own and runs on yours: it needs Node ${NODE_MAJOR_TASKS} ` +
      `or newer, and this is ${ownVersion}. Please install Node ${NODE_MAJOR_TASKS}.`,
  }
}

/**
 * Where the pinned Node lies, in the order to look.
 * @param {string} platform
 * @param {string} arch
 * @returns {readonly string[]} paths below node_modules
 */
export function pinnedNodePlaces(platform, arch) {
  if (platform === 'win32') return [`node-win-${arch}/bin/node.exe`]
  return [`node-${platform}-${arch}/bin/node`, `node-bin-${platform}-${arch}/bin/node`]
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean,
 *   peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Does what npm wrote inside node_modules hold all that the lock asks for? Optional packages may be absent: those of
 * other platforms are.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes as its last act
 */
export function fitsLock(lock, installed) {
  const there = installed.packages ?? {}
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = there[path]
    if (!found) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && (found.integrity ?? '') === (wanted.integrity ?? '')
  })
}

/**
 * @param {{ hasModules: boolean, stamp: string, wantedStamp: string, fits: boolean }} found
 * @returns {'nothing' | 'stamp' | 'absent' | 'changed'} 'stamp': all is there, only the note of it is missing
 */
export function installNeeded({ hasModules, stamp, wantedStamp, fits }) {
  if (!hasModules) return 'absent'
  if (stamp === wantedStamp) return 'nothing'
  return fits ? 'stamp' : 'changed'
}

/**
 * What stands before a task that opens windows of real Electron on a machine without a screen: a display nobody sees.
 * The stand-in needs none, its Chromium draws without one.
 * @param {{ platform: string, hasDisplay: boolean, hasElectron: boolean, opensWindows: boolean }} given
 * @returns {readonly string[]}
 */
export function displayDoor({ platform, hasDisplay, hasElectron, opensWindows }) {
  return platform === 'linux' && !hasDisplay && hasElectron && opensWindows ? ['xvfb-run', '-a'] : []
}

/** @type {Readonly<Record<string, number>>} */
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

/**
 * The exit code of a finished process, as a shell reports it.
 * @param {number | null} code
 * @param {string | null} signal
 */
export function exitCodeOf(code, signal) {
  if (code !== null) return code
  return 128 + (SIGNAL_NUMBERS[signal ?? ''] ?? 0)
}

/**
 * What a task is, its options and its exit codes.
 * @param {string} name
 * @param {import('./tasks.mjs').Task} task
 */
export function helpOf(name, task) {
  const call = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
  return [`${call}: ${task.words}.`, ...(task.help ?? []).map((line) => `  ${line}`)].join('\n')
}
