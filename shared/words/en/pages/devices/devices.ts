/** English for the page of the devices at this desk. */

export const DEVICES_PAGE = {
  heading: 'Devices',
  lead:
    'Plug a scanner or a printer in and press L to find it. A scanner that types like a keyboard needs no setup; if ' +
    'its scans come out wrong, press K.',
  own: 'Scanners',
  none: 'No scanner is set up. Press L to look for one. A keyboard scanner needs no setup.',
  columns: {
    device: 'Device',
    place: 'Connection',
    side: 'Used for',
    state: 'Status',
    name: 'Name',
    use: 'What it is',
  },
  scanner: (number: string) => `Scanner ${number}`,
  port: (path: string) => `Port ${path}`,
  usb: (numbers: string, serial: string) => (serial === '' ? `USB ${numbers}` : `USB ${numbers}, serial no. ${serial}`),
  at_port: (usb: string, port: string) => `${usb}, at USB port ${port}`,
  sides: { any: 'Check out and check in', out: 'Check out', in: 'Check in' },
  states: {
    ready: 'Ready',
    opening: 'Connecting',
    absent: 'Not plugged in',
    waiting: 'Lost, trying again',
    denied: 'Not allowed',
    busy: 'In use by another program',
    flapping: 'Unstable connection',
  },
  advice: {
    ready: '',
    opening: '',
    absent: 'Plug it in. Datestamp finds it automatically.',
    waiting: 'Check the cable. Datestamp tries again automatically.',
    denied:
      'This computer does not let Datestamp use it. Ask your system administrator to install the rule ' +
      '70-datestamp.rules, then unplug it and plug it in again.',
    busy: 'Close the other program that uses it.',
    flapping: 'It keeps connecting and disconnecting: try another cable or another USB port.',
  },
  host: {
    none: 'This program has no devices.',
    up: 'Looking',
    restarting: 'The devices are restarting. Datestamp reconnects to them automatically.',
    down: 'The devices have stopped. Look for devices on the devices page to start them again.',
  },
  twin:
    'Two devices look the same to this computer, and it cannot tell which one this is. Unplug one, or add both ' +
    'and leave each in its USB port.',
  system_says: (detail: string) => `The computer says: ${detail}`,
  look: 'Look for devices',
  looking: 'Looking for devices.',
  found: 'Found now',
  not_looked: 'Press L to see what is plugged in and what is on the network.',
  nothing_found:
    'No scanner or printer was found. Check the cable, then press L again. On Windows and macOS, install a USB ' +
    'printer in the system first.',
  no_name: 'Unnamed device',
  looks: {
    scanner: 'A scanner',
    printer: 'A receipt printer',
    drawer: 'A cash drawer',
    port: 'A port: might be a scanner or a printer',
    queue: 'A printer queue of this computer',
    'network-printer': 'A printer on the network',
  },
  used_as: (name: string) => `In use as ${name}`,
  use_scanner: 'Use as scanner',
  add_port: 'Add a scanner port by name',
  port_name: 'Name of the port',
  change: 'Change',
  remove: 'Stop using',
  remove_says: (name: string) => `${name} is no longer used at this desk. You can add it again.`,
  side: 'Used for',
  speed: 'Speed (baud)',
  form: 'Data bits, parity, stop bits',
  ends: 'A scan ends with',
  end_kinds: { enter: 'Enter or Tab', silence: 'A pause' },
  prefix: 'Prefix',
  prefix_hint: 'What the scanner sends before each barcode; usually nothing',
  line_hint: 'Scan anything to see what is read',
  try_heading: 'Try a scanner',
  try_label: 'Scan anything',
  try_says: 'Scans on this page only show what was read.',
  tried: (text: string) => `read ${text}`,
  keyboard: 'Keyboard scanner',
  beep: {
    act: 'Beep',
    sent: 'Beep requested.',
    ends: {
      done: () => 'The scanner was told to beep. If you heard nothing, its beeper is off or turned down.',
      'not-done': (reason: string) => `The beep was not sent. ${reason}`,
      'may-be-done': (reason: string) => `The beep might not have been sent. ${reason}`,
    },
    cannot: 'Datestamp cannot make this scanner beep.',
  },
}
