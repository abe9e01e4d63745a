/** What central is told by its command line and its environment. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Settings = {
  readonly folder: string
  /** The file of the key of everything at rest. Never inside the folder that backups copy. */
  readonly key_file: string
  /** PostgreSQL for the log; null: SQLite in the folder. */
  readonly database_url: string | null
  readonly host: string
  readonly port: number
  /** Null: no TLS, which only a loopback address may go without, or a proxy that is named. */
  readonly tls: { readonly cert_file: string; readonly key_file: string } | null
  readonly is_behind_proxy: boolean
  /** The task and its arguments. */
  readonly words: readonly string[]
}

export const HELP = `npm run central                      serves the desks of a library
npm run central -- code              a code with which a desk joins, good for 15 minutes and one desk
npm run central -- terminals         which desks there are, when each was seen, what waits
npm run central -- revoke NAME       a desk is served no more
npm run central -- review            what did not fit the library’s file, and what that file did not take
npm run central -- verify NAME       checks a desk’s journal here, as the desk does

--data DIR          where everything lies (central-data)
--key FILE          the key of what lies there (central-data.key); made at the first start. Keep a copy elsewhere
--port NUMBER       4750
--host ADDRESS      127.0.0.1; any other needs --cert and --cert-key, or --behind-proxy
--cert FILE         a certificate, and its key: --cert-key FILE
--behind-proxy      a proxy before this program does TLS
DATABASE_URL        the log lies in this PostgreSQL, not in the folder`

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const KEY_BYTES = 32

/** @returns the settings, or what is wrong with them */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings | { readonly says: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: 'central-data' },
        key: { type: 'string' },
        port: { type: 'string', default: '4750' },
        host: { type: 'string', default: '127.0.0.1' },
        cert: { type: 'string' },
        'cert-key': { type: 'string' },
        'behind-proxy': { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return { says: `${values.port} is no port.` }
    if ((values.cert === undefined) !== (values['cert-key'] === undefined)) {
      return { says: '--cert and --cert-key go together.' }
    }
    const tls =
      values.cert === undefined ? null : { cert_file: values.cert, key_file: values['cert-key'] ?? values.cert }
    const is_behind_proxy = values['behind-proxy']
    if (!LOOPBACK.has(values.host) && tls === null && !is_behind_proxy) {
      return { says: `On ${values.host} what desks send could be read on the way: give --cert and --cert-key.` }
    }
    const folder = resolve(values.data)
    const key_file = resolve(values.key ?? `${folder}.key`)
    if (key_file.startsWith(`${folder}/`))
      return { says: 'The key lies apart from the folder: a backup has both else.' }
    const database_url = env['DATABASE_URL'] || null
    return { folder, key_file, database_url, host: values.host, port, tls, is_behind_proxy, words: positionals }
  } catch (fault) {
    return { says: fault instanceof Error ? fault.message : String(fault) }
  }
}

/**
 * @param mayMake the first start makes the key; nothing else does
 * @throws when there is data and no key for it, or the file holds none
 */
export function readKey({ folder, key_file }: Pick<Settings, 'folder' | 'key_file'>, mayMake: boolean): Uint8Array {
  if (existsSync(key_file)) {
    const text = readFileSync(key_file, 'utf8').trim()
    if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${key_file} holds no key. Put the key of this library there.`)
    return Buffer.from(text, 'hex')
  }
  if (existsSync(folder)) throw new Error(`The key of ${folder} is missing. Put it back: ${key_file}`)
  if (!mayMake) throw new Error(`There is no library in ${folder}. Start central first: npm run central`)
  mkdirSync(dirname(key_file), { recursive: true })
  const key = randomBytes(KEY_BYTES)
  writeFileSync(key_file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return key
}
