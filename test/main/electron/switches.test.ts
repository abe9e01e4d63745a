/** The command lines with which a packaged desk does not start (security review S3-8). */
import { expect, test } from 'vitest'
import { refusedSwitches } from '../../../main/electron/switches.ts'

test.each<[string, NodeJS.Platform, string[], string[]]>([
  ['nothing', 'linux', [], []],
  ['a debugger on a port', 'linux', ['--remote-debugging-port=9222'], ['remote-debugging-port']],
  ['a debugger on a pipe', 'linux', ['--remote-debugging-pipe'], ['remote-debugging-pipe']],
  ['pages that may debug', 'linux', ['--remote-allow-origins=*'], ['remote-allow-origins']],
  ['Node’s debugger, closed by a fuse too', 'linux', ['--inspect-brk=0'], ['inspect-brk']],
  ['no sandbox', 'linux', ['--no-sandbox'], ['no-sandbox']],
  ['no web security', 'darwin', ['--disable-web-security'], ['disable-web-security']],
  ['another folder', 'win32', ['--user-data-dir=C:\\Temp'], ['user-data-dir']],
  ['a key store that keeps nothing secret', 'linux', ['--password-store=basic'], ['password-store']],
  ['one dash', 'linux', ['-no-sandbox'], ['no-sandbox']],
  ['blanks around it, which Chromium trims', 'linux', [' --no-sandbox '], ['no-sandbox']],
  ['two of them among others', 'linux', ['--lang=es', '--no-sandbox', '--inspect'], ['no-sandbox', 'inspect']],
  ['a slash and capitals on Windows', 'win32', ['/Remote-Debugging-Port=1'], ['remote-debugging-port']],
  ['a path elsewhere', 'linux', ['/no-sandbox'], []],
  ['a switch that opens nothing', 'linux', ['--force-device-scale-factor=1.5', '--lang=es'], []],
  ['a file of that name', 'linux', ['no-sandbox'], []],
  ['a longer name', 'linux', ['--no-sandbox-and-elevated-x'], []],
])('%s', (_name, platform, args, refused) => {
  expect(refusedSwitches(args, platform)).toEqual(refused)
})
