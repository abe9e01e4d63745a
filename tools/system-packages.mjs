/**
 * The programs and libraries that no npm package brings: where to look for each, and its apt package. Decides only;
 * tools/run.mjs runs the commands.
 */

/**
 * @typedef {object} SystemPackage
 * @property {string} apt its name in Debian and Ubuntu
 * @property {string} words what it is for, to a person
 * @property {boolean} isOptional true: nobody is told to install it by hand
 * @property {readonly string[]} commands found when one of these is on the PATH
 * @property {readonly string[]} files found when one of these exists; `*` stands for one folder name
 */

/** Where Debian, Ubuntu, macOS and Windows keep a Chromium; the first that exists is used. */
export const CHROMIUM_FILES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/** @type {Readonly<Record<string, SystemPackage>>} */
export const SYSTEM_PACKAGES = {
  chromium: {
    apt: 'chromium',
    words: 'Chromium, which shows the desk where Electron is not installed',
    isOptional: false,
    commands: [],
    files: CHROMIUM_FILES,
  },
  libusb: {
    apt: 'libusb-1.0-0',
    words: 'libusb, through which USB scanners and printers are reached',
    isOptional: false,
    commands: [],
    files: [
      '/lib/*/libusb-1.0.so.0',
      '/usr/lib/*/libusb-1.0.so.0',
      '/usr/lib/libusb-1.0.so.0',
      '/usr/lib64/libusb-1.0.so.0',
    ],
  },
  umockdev: {
    apt: 'umockdev',
    words: 'umockdev, which shows the tests a scanner that is not there',
    isOptional: false,
    commands: ['umockdev-run'],
    files: [],
  },
  qemu: {
    apt: 'qemu-system-x86',
    words: 'QEMU, which emulates a computer whose devices a test plugs in and out',
    isOptional: false,
    commands: ['qemu-system-x86_64'],
    files: [],
  },
  udev: {
    apt: 'udev',
    words: 'udev, which says in a test who may use a device',
    isOptional: false,
    commands: [],
    files: ['/usr/lib/systemd/systemd-udevd'],
  },
  seats: {
    apt: 'systemd',
    words: "systemd's rules for the person who sits at a computer",
    isOptional: false,
    commands: [],
    files: ['/usr/lib/udev/rules.d/73-seat-late.rules'],
  },
  strace: {
    apt: 'strace',
    words: 'strace, which shows in a test that every scan reaches the disk',
    isOptional: false,
    commands: ['strace'],
    files: [],
  },
  xvfb: {
    apt: 'xvfb',
    words: 'Xvfb, a display that nobody sees, for real Electron on a machine without a screen',
    isOptional: false,
    commands: ['Xvfb'],
    files: [],
  },
  orca: {
    apt: 'orca',
    words: 'Orca, a screen reader: a test listens to what it says',
    isOptional: false,
    commands: ['orca'],
    files: [],
  },
  messages: {
    apt: 'dbus-daemon',
    words: 'the message bus that a screen reader needs',
    isOptional: false,
    commands: ['dbus-daemon'],
    files: [],
  },
  openbox: {
    apt: 'openbox',
    words: 'openbox, which gives a window the focus where nobody sees it',
    isOptional: false,
    commands: ['openbox'],
    files: [],
  },
  xdotool: {
    apt: 'xdotool',
    words: 'xdotool, which presses real keys',
    isOptional: false,
    commands: ['xdotool'],
    files: [],
  },
  zbar: {
    apt: 'zbar-tools',
    words: 'zbarimg, which reads the barcodes of printed papers back in a test',
    isOptional: false,
    commands: ['zbarimg'],
    files: [],
  },
  fonts: {
    apt: 'fonts-liberation',
    words: 'the typeface of the pictures',
    isOptional: true,
    commands: [],
    files: ['/usr/share/fonts/truetype/liberation', '/usr/share/fonts/truetype/liberation2'],
  },
}

/**
 * How to bring packages: by apt as this user, by apt through sudo, or only by telling the person.
 * @param {{ platform: string, hasApt: boolean, isRoot: boolean, hasSudo: boolean }} machine
 * @returns {readonly string[] | null} what stands before `apt-get`, or null when nothing can be installed from here
 */
export function aptDoor({ platform, hasApt, isRoot, hasSudo }) {
  if (platform !== 'linux' || !hasApt) return null
  if (isRoot) return []
  return hasSudo ? ['sudo', '-n'] : null
}

/**
 * The sentences for what is missing and cannot be installed from here.
 * @param {readonly SystemPackage[]} missing
 * @param {{ platform: string, hasApt: boolean }} machine
 * @returns {readonly string[]}
 */
export function askFor(missing, { platform, hasApt }) {
  const wanted = missing.filter((one) => !one.isOptional)
  if (wanted.length === 0) return []
  const names = wanted.map((one) => `Missing: ${one.words}.`)
  if (platform === 'linux' && hasApt) {
    return [...names, `Please run: sudo apt-get install ${wanted.map((one) => one.apt).join(' ')}`]
  }
  return [
    ...names,
    `Please install it in the way of this system (Debian calls it ${wanted.map((one) => one.apt).join(', ')}).`,
  ]
}

/**
 * The apt-get command line for these packages, never asking a question.
 * @param {readonly string[]} door from aptDoor
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
export function aptInstall(door, names) {
  const quiet = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends']
  return [...door, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', ...quiet, ...names]
}

/**
 * @param {readonly string[]} door
 * @returns {readonly string[]}
 */
export function aptUpdate(door) {
  return [...door, 'apt-get', 'update', '-qq']
}
