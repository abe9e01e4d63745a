/**
 * A printing system without printers, as children of the test that run for real: the commands of CUPS (`lp`, `lpstat`,
 * `cancel`), or what PowerShell answers for Windows. It keeps in its folder what it is given; with a file "paused"
 * there it passes nothing on.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [folder = '', asked = '', ...args] = process.argv.slice(2)
const NAME = 'EPSON_TM_T88V'
const WINDOWS_NAME = 'Käse & Co.'

const numberNext = (): number => readdirSync(folder).filter((name) => name.endsWith('.bytes')).length + 1

function take(name: string, bytes: Uint8Array): string {
  const job = `${numberNext()}`
  writeFileSync(join(folder, `${name}-${job}.bytes`), bytes)
  if (existsSync(join(folder, 'paused'))) writeFileSync(join(folder, `${job}.waits`), '')
  return job
}
const isWaiting = (job: string): boolean => existsSync(join(folder, `${job}.waits`))
function withdraw(job: string): void {
  rmSync(join(folder, `${job}.waits`))
  appendFileSync(join(folder, 'withdrawn'), `${job}\n`)
}

function cups(command: string): void {
  const jobOf = (text: string): string => text.slice(text.lastIndexOf('-') + 1)
  if (command === 'lpstat' && args[0] === '-v')
    console.log(`device for ${NAME}: usb://EPSON/TM-T88V?serial=583457\ndevice for office: ipp://10.0.0.9/ipp/print`)
  else if (command === 'lpstat')
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.waits')))
      console.log(`${args[1]}-${file.replace('.waits', '')}  rosa  1024  Mon Dec 14 12:00:00 2026`)
  else if (command === 'cancel') withdraw(jobOf(args[0] ?? ''))
  else if (args[1] !== NAME) {
    console.error('lp: The printer or class does not exist.')
    process.exitCode = 1
  } else console.log(`request id is ${NAME}-${take(NAME, readFileSync(0))} (0 file(s))`)
  if (command === 'lp') appendFileSync(join(folder, 'asked'), `${args.join(' ')}\n`)
}

const coded = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const plain = (text = ''): string => Buffer.from(text, 'base64').toString('utf8')

function answered([word = '', first, second]: readonly string[]): string {
  if (word === 'list') return [WINDOWS_NAME, 'Fax'].map((name) => `${coded(name)}:${coded('EPSON TM-m30')}`).join(' ')
  if (word === 'use') return plain(first).includes('public static class RawQueue') ? 'used' : ''
  if (plain(first) !== WINDOWS_NAME) throw new Error('The printer name is invalid')
  if (word === 'send') return take('windows', Buffer.from(second ?? '', 'base64'))
  if (word === 'waiting') return isWaiting(second ?? '') ? 'True' : 'False'
  withdraw(second ?? '')
  return 'withdrawn'
}

if (asked === 'powershell')
  createInterface({ input: process.stdin }).on('line', (line) => {
    try {
      console.log(`ok ${answered(line.split(' '))}`)
    } catch (fault) {
      console.log(`no ${coded(fault instanceof Error ? fault.message : '')}`)
    }
  })
else cups(asked)
