/** English for what a device of this desk did. */
export const DEVICES = {
  printing: {
    heading: 'Printing',
    on: (printer: string) => `Sent to ${printer}`,
    slip: (printer: string) => `Its slip was sent to ${printer}`,
    slip_waits: (printer: string) => `${printer} is not ready. Its slip prints when it is`,
    waits: (printer: string) => `${printer} is not ready. It prints as soon as the printer is`,
    interrupted: 'Printing was interrupted',
    interrupted_says: 'It prints again, marked REPRINT. Throw away a half-printed one.',
    failed: 'Print job failed',
    failed_says: 'A printer did not print a job, or did not confirm it.',
    see: 'Open Print jobs to see it or print it again.',
  },
  drawer: {
    not_opened: {
      says: 'The drawer did not open.',
      advice: 'Check whether something is blocking it. Open it again on its page (F12), or with its key.',
    },
    not_sent: {
      'paper-out': {
        says: 'The drawer did not open: it cannot open while its printer is out of paper.',
        advice: 'Open it with its key. Or put in a roll, and open it again on its page (F12).',
      },
      'cover-open': {
        says: 'The drawer did not open: the cover of its printer is open.',
        advice: 'Close the cover and open the drawer again on its page (F12), or open it with its key.',
      },
      fault: {
        says: 'The drawer did not open: its printer reports a fault.',
        advice: 'Open it with its key. The devices page says what is wrong.',
      },
      offline: {
        says: 'The drawer did not open: its printer is offline.',
        advice: 'Open it with its key, or again on its page (F12) once the printer is ready.',
      },
      away: {
        says: 'The drawer did not open: its printer or box is not connected.',
        advice: 'Open it with its key. Check the cable and the power; the devices page says what is wrong.',
      },
      'at-work': {
        says: 'The drawer did not open: its printer was still printing.',
        advice: 'Open it again on its page (F12), or with its key.',
      },
      'desk-stopped': {
        says: 'The drawer did not open: Datestamp stopped first.',
        advice: 'Open it again on its page (F12), or with its key.',
      },
      other: {
        says: 'The drawer did not open: its printer or box is not ready.',
        advice: 'Open it with its key, or again on its page (F12). The devices page says what is wrong.',
      },
    },
    restless: {
      says: 'The drawer keeps opening by itself. From now on its openings are only counted.',
      advice: 'Check that it closes. If it is closed, have its sensor and cable checked.',
    },
    left_open: { says: 'The drawer is open.', advice: 'Close it.' },
    nonsense: {
      says: 'Drawer sensor error. The sensor is ignored for now.',
      advice: 'Check its cable. If this continues, have the sensor checked.',
    },
  },
  misread: {
    heading: 'Scan not read',
    'too-long': 'Too long for a barcode.',
    'half-report': 'Only part of the scan arrived.',
    'not-text': 'Not a barcode.',
    again: 'Scan it again. If this continues, check the scanner on the devices page.',
  },
}
