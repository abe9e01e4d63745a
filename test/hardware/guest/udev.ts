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
  if (existsSync('/run/udev/control')) {
    // The agent stands in a chroot, where udevadm asks for nothing unless it is told otherwise: the daemon looks for
    // other rules by itself, but only every three seconds.
    const env = { ...process.env, SYSTEMD_IGNORE_CHROOT: '1' }
    return void execFileSync('udevadm', ['control', '--reload'], { env })
  }
  execFileSync('/usr/lib/systemd/systemd-udevd', ['--daemon'], { stdio: 'inherit' })
}
