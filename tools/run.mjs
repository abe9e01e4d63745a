#!/usr/bin/env node
/**
 * The entry point of every npm script. Plain JavaScript for Node 20 with nothing installed: it installs what is
 * missing, says so in plain words on stderr (stdout belongs to the task), and runs the task on the pinned Node. Needs
 * no package from node_modules, and never installs what is already there.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  chooseNode,
  displayDoor,
  doorRefusal,
  exitCodeOf,
  helpOf,
  fitsLock,
  installNeeded,
  pinnedNodePlaces,
} from './run/decide.mjs'
import { TASKS } from './run/tasks.mjs'
import { SYSTEM_PACKAGES, aptDoor, aptInstall, aptUpdate, askFor } from './system-packages.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.datestamp-stamp')

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  say(sentence)
  process.exit(1)
}

/**
 * Everything the command prints goes to the error stream.
 * @param {readonly string[]} line
 * @returns {number} exit code
 */
function run(line) {
  const [program = '', ...rest] = line
  const shell = process.platform === 'win32'
  const done = spawnSync(program, rest, { cwd: ROOT, stdio: ['ignore', 2, 2], shell })
  return done.error ? 127 : exitCodeOf(done.status, done.signal)
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)))
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Does a path exist, in which one folder may be `*`? @param {string} pattern */
function isThere(pattern) {
  const [before, after] = pattern.split('*')
  if (after === undefined) return existsSync(pattern)
  if (!before || !existsSync(before)) return false
  return readdirSync(before).some((folder) => existsSync(`${before}${folder}${after}`))
}

// --- packages of npm ---

/** @param {string} path @returns {import('./run/decide.mjs').Lock} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

/** npm of the Node that started this script; npm names its own program when it called us. */
function npmLine() {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
}

function installModules() {
  const lockPath = join(ROOT, 'package-lock.json')
  const lock = readFileSync(lockPath)
  const wantedStamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
  const hasModules = existsSync(join(MODULES, '.package-lock.json'))
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
  const fits = hasModules && fitsLock(readLock(lockPath), readLock(join(MODULES, '.package-lock.json')))
  const needed = installNeeded({ hasModules, stamp, wantedStamp, fits })
  if (needed === 'nothing') return
  if (needed !== 'stamp') {
    const reason = needed === 'absent' ? 'nothing is installed yet' : 'package-lock.json has changed'
    say(`Installing npm packages (${reason}); this takes about a minute.`)
    const code = run([...npmLine(), 'ci', '--loglevel=error', '--no-fund', '--no-audit'])
    if (code !== 0)
      stop(`npm could not install the packages (exit code ${code}). The reason stands above; is the network there?`)
  }
  writeFileSync(STAMP, wantedStamp)
}

// --- packages of the system ---

function machine() {
  const isRoot = process.getuid?.() === 0
  const hasApt = isOnPath('apt-get')
  const askSudo = process.platform === 'linux' && hasApt && !isRoot && isOnPath('sudo')
  return { platform: process.platform, isRoot, hasApt, hasSudo: askSudo && run(['sudo', '-n', 'true']) === 0 }
}

/** @param {readonly string[]} needs @returns {readonly string[]} the needs that are missing */
function missingOf(needs) {
  return needs.filter((need) => {
    const wanted = SYSTEM_PACKAGES[need]
    if (!wanted) throw new Error(`no system package is called ${need}`)
    const own = need === 'chromium' && process.env['STANDIN_CHROMIUM']
    const onlyLinux = need !== 'chromium' && process.platform !== 'linux'
    return !(own || onlyLinux || wanted.commands.some(isOnPath) || wanted.files.some(isThere))
  })
}

/** @param {readonly string[]} needs @returns {readonly string[]} what is still missing afterwards */
function installSystem(needs) {
  const missing = missingOf(needs)
  if (missing.length === 0) return []
  const packages = missing.flatMap((need) => SYSTEM_PACKAGES[need] ?? [])
  const here = machine()
  const door = aptDoor(here)
  if (!door) {
    for (const sentence of askFor(packages, here)) say(sentence)
    return missing
  }
  const names = packages.map((one) => one.apt)
  say(`Installing system packages: ${names.join(', ')}.`)
  if (run(aptInstall(door, names)) !== 0) {
    run(aptUpdate(door))
    // One at a time now, so that an unavailable package does not block the others.
    for (const name of names) if (run(aptInstall(door, [name])) !== 0) say(`apt-get could not install ${name}.`)
  }
  const still = missingOf(needs)
  for (const sentence of askFor(
    still.flatMap((need) => SYSTEM_PACKAGES[need] ?? []),
    here,
  ))
    say(sentence)
  return still
}

// --- the task ---

function nodeForTasks() {
  const places = pinnedNodePlaces(process.platform, process.arch).map((place) => join(MODULES, place))
  const pinned = places.find((path) => existsSync(path) && spawnSync(path, ['--version']).status === 0) ?? null
  const chosen = chooseNode({ pinned, own: process.execPath, ownVersion: process.version, platform: process.platform })
  return 'path' in chosen ? chosen.path : stop(chosen.refusal)
}

/**
 * @param {readonly string[]} door from displayDoor
 * @param {string} node
 * @param {readonly string[]} line
 * @returns {Promise<number>} exit code
 */
function runStep(door, node, line) {
  const path = [dirname(node), join(MODULES, '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  const [program = node, ...words] = [...door, node, ...line]
  const child = spawn(program, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: path } })
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // In a terminal Ctrl+C reaches the child by itself; sent twice, it would cut short a child that is cleaning up.
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward)
  return new Promise((done) => {
    child.on('error', (fault) => stop(`${program} could not be started: ${fault.message}`))
    child.on('exit', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, forward)
      done(exitCodeOf(code, signal))
    })
  })
}

const [name = '', ...given] = process.argv.slice(2)
const task = TASKS[name]
if (!task) {
  const list = Object.entries(TASKS).map(([key, each]) => `  ${key.padEnd(14)} ${each.words}`)
  stop([`Datestamp has no task called "${name}". The tasks are:`, ...list].join('\n'))
}
if ((given[0] === '--help' || given[0] === '-h') && task.help) {
  process.stdout.write(`${helpOf(name, task)}\n`)
  process.exit(0)
}
const refusal = doorRefusal(process.version)
if (refusal) stop(refusal)
installModules()
const door = displayDoor({
  platform: process.platform,
  hasDisplay: Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']),
  hasElectron: existsSync(join(MODULES, 'electron/path.txt')) || Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH']),
  opensWindows: task.opensWindows === true,
})
const lacking = installSystem(door.length > 0 ? [...task.needs, 'xvfb'] : task.needs)
const vital = lacking.filter((need) => task.cannotDoWithout?.includes(need))
if (vital.length > 0) stop(`"${name}" cannot be done without ${vital.join(' and ')}.`)
const node = nodeForTasks()
for (const [index, step] of task.steps.entries()) {
  const isLast = index === task.steps.length - 1
  const code = await runStep(door, node, isLast ? [...step, ...given] : step)
  if (code !== 0) process.exit(code)
}
