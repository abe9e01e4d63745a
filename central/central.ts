/** `npm run central`: serves the desks of a library, or does one task for its operator (settings.ts lists them). */
import { complain, machineNow, say } from './machine-edge.ts'
import { startCentral } from './server.ts'
import { HELP, readKey, readSettings, type Settings } from './settings.ts'
import { TASKS } from './tasks.ts'

function stop(says: string): never {
  complain(says)
  process.exit(2)
}

async function serve(settings: Settings): Promise<void> {
  const key = readKey(settings, true)
  const central = await startCentral({ ...settings, key, now_ms: machineNow, complain, isLogging: true })
  say(`Central serves at ${central.url}. A code for the first desk: npm run central -- code`)
  const end = (): void => void central.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  say(HELP)
} else {
  const settings = readSettings(args, process.env)
  if ('says' in settings) stop(`${settings.says}\n\n${HELP}`)
  const [name, ...rest] = settings.words
  const task = name === undefined ? serve : TASKS[name]
  if (!task) stop(`There is no task “${name}”.\n\n${HELP}`)
  try {
    await task(settings, rest)
  } catch (fault) {
    stop(fault instanceof Error ? fault.message : String(fault))
  }
}
