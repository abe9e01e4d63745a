/** The system's own daemon for devices, in the guest: names them, and sets who may use them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

const RULES = '/run/udev/rules.d'
const SEATS = '/run/systemd/seats'

/**
 * Starts it with this text for our rules, in place of any that are installed.
 * @param user who sits at the computer, as systemd-logind writes it down; 0: nobody
 */
export function startUdev(rules: string, user: number): void {
  mkdirSync(SEATS, { recursive: true })
  rmSync(`${SEATS}/seat0`, { force: true })
  if (user > 0) writeFileSync(`${SEATS}/seat0`, `IS_VT=1\nACTIVE=1\nACTIVE_UID=${user}\n`)
  mkdirSync(RULES, { recursive: true })
  writeFileSync(`${RULES}/70-datestamp.rules`, rules)
  if (existsSync('/run/udev/control')) return void execFileSync('udevadm', ['control', '--reload'])
  execFileSync('/usr/lib/systemd/systemd-udevd', ['--daemon'], { stdio: 'inherit' })
}
