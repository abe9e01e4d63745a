/**
 * The script door: one JSON command per line in, one JSON result per line out, through the same router, checks and
 * roles as the screens. `npm run desk:exec -- --data DIR < commands.jsonl`. docs/commands.md lists every method. A
 * changing command without a commandId gets a new one. An import finishes before the next line is read. A desk that
 * Electron made has its key in the computer's keystore: its folder opens with --recovery-key-file, while the desk
 * itself is closed. With --practice the folder is a practice desk with its training devices (tools/exec/practice.ts).
 */
import { faultCode } from '../main/store/files/faults.ts'
import { folderProblem, readOptions, type Options } from './exec/options.ts'
import { keyInEnvironment, keyOfPaper, namedKeyProblem, readOrMakeKey } from './key-file.ts'

function stop(says: string): never {
  console.error(says)
  process.exit(2)
}

function optionsOrStop(): Options {
  const options = readOptions(process.argv.slice(2))
  if ('data' in options) return options
  if (!options.is_asked) stop(options.says)
  console.log(options.says)
  process.exit(0)
}

function keyOfFolder({ data, key, recovery_key_file: paper }: Options): Uint8Array | null {
  try {
    const problem = key === undefined ? null : namedKeyProblem(key)
    if (problem !== null) return stop(problem)
    if (paper === undefined) return readOrMakeKey(data, key)
    const read = keyOfPaper(paper)
    return 'key' in read ? read.key : stop(read.says)
  } catch (fault) {
    const code = faultCode(fault)
    if (code === '') throw fault
    return stop(`The key file ${paper ?? key ?? `in ${data}`} cannot be read or made (${code}).`)
  }
}

// What is said beside the answers may find no room on its disk. The answers go on, and the exit code tells.
process.stderr.on('error', () => {
  process.exitCode = 1
})

const options = optionsOrStop()
const problem = keyInEnvironment(process.env) ?? folderProblem(options.data)
if (problem !== null) stop(problem)
const key = keyOfFolder(options)
// Only now: a mistake is told in a tenth of the time that it takes to load the station.
const { runScript } = await import('./exec/script.ts')
await runScript(options, key, stop)
