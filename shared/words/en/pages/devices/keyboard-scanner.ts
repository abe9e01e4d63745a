/** English for setting up a scanner that types. */

export const KEYBOARD_SCANNER = {
  heading: 'Set up a keyboard scanner',
  lead: 'Scan three times: the code below, or any cards and items of the library. Nothing is checked out here.',
  open: 'Keyboard scanner',
  found: 'What to do',
  begin: 'Point the scanner at the code below and pull the trigger. Print the code if the scanner reads no screen.',
  more: (count: number) => (count === 1 ? 'Scan once more.' : `Scan ${count} more times.`),
  differ:
    'The scans do not agree: something other than the number differs from scan to scan. Press A and scan three times ' +
    'again, slowly. If this continues, reset the scanner with the code “factory default” of its leaflet.',
  unreadable:
    'The scans have no number in them that the desk knows. Press A, and scan the code below or items of the library.',
  no_end:
    'This scanner sends no Enter after the number, and types as slowly as a person: the desk cannot tell where a ' +
    'scan ends. Scan the code “add Enter” (CR suffix) of its leaflet, then press A and scan three times again.',
  agree: 'The three scans agree. Press Enter to keep this for the desk.',
  caps: 'Caps Lock is on. Scans are read right even so; a person who types writes capitals.',
  other_keyboard:
    'The scanner types as on a US keyboard, and this computer has another one. Its scans are read by their keys, so ' +
    'they come out right.',
  aim: 'The scanner says before each number which kind of barcode it is (AIM). That is left out.',
  scans: 'What was read',
  scan: (number: number) => `Scan ${number}`,
  badge: 'a staff badge',
  measured: 'What was found',
  kept: 'As it is set up now',
  prefix: 'Before each number',
  suffix: 'After each number',
  nothing: 'nothing',
  ends: 'A scan ends with',
  end_kinds: { enter: 'Enter', tab: 'Tab', none: 'a pause' },
  reads: 'Keys are read',
  read_kinds: { keys: 'as this computer types them', codes: 'as on a US keyboard' },
  pace: 'Pace',
  pace_says: (gap_ms: number) => `a scan has no pause over ${gap_ms} ms; what is slower is typed`,
  keep: 'Keep for this desk',
  again: 'Scan again',
  forget: 'Forget the setup',
  forget_says: 'The desk tells scans from typing by their pace alone again.',
}
