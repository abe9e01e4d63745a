/** English for what a device of this desk did. */
export const DEVICES = {
  printing: {
    heading: 'Printing',
    on: (printer: string) => `Sent to ${printer}`,
    slip: (printer: string) => `Its slip was sent to ${printer}`,
    slip_waits: (printer: string) => `Its slip waits: ${printer} is not ready`,
    waits: (printer: string) => `It waits: ${printer} is not ready. It is printed as soon as it is`,
    interrupted: 'Printing was interrupted',
    interrupted_says: 'The paper is printed again, marked REPRINT. Throw a half-printed one away.',
    failed: 'Paper not printed',
    failed_says: 'A printer did not print a paper, or did not say that it had.',
    see: 'Print jobs shows it, and prints it again.',
  },
  drawer: {
    not_opened: {
      says: 'The drawer did not open.',
      advice: 'See whether something holds it. Open it again on its page (F12), or with its key.',
    },
    not_sent: {
      'paper-out': {
        says: 'The drawer was not opened: its printer is out of paper, and a printer without paper opens no drawer.',
        advice: 'Open it with its key. Or put in a roll, and open it again on its page (F12).',
      },
      'cover-open': {
        says: 'The drawer was not opened: the cover of its printer is open.',
        advice: 'Shut the cover and open the drawer again on its page (F12), or open it with its key.',
      },
      fault: {
        says: 'The drawer was not opened: its printer reports a fault.',
        advice: 'Open it with its key. The devices page says what is wrong.',
      },
      offline: {
        says: 'The drawer was not opened: its printer is offline.',
        advice: 'Open it with its key, or again on its page (F12) once the printer is ready.',
      },
      away: {
        says: 'The drawer was not opened: what opens it is not connected.',
        advice: 'Open it with its key. Check the cable and the power; the devices page says what is wrong.',
      },
      'at-work': {
        says: 'The drawer was not opened: its printer was still at another paper.',
        advice: 'Open it again on its page (F12), or with its key.',
      },
      'desk-stopped': {
        says: 'The drawer was not opened: this program stopped before it could.',
        advice: 'Open it again on its page (F12), or with its key.',
      },
      other: {
        says: 'The drawer was not opened: what opens it is not ready.',
        advice: 'Open it with its key, or again on its page (F12). The devices page says what is wrong.',
      },
    },
    restless: {
      says: 'The drawer opens again and again, and nobody asked for it. From now on its openings are counted.',
      advice: 'Look whether it shuts. If it is shut, have its sensor and its cable looked at.',
    },
    left_open: { says: 'The drawer is open.', advice: 'Shut it.' },
    nonsense: {
      says: 'The sensor of the drawer says nonsense, and is not believed for now.',
      advice: 'Check its cable. If this continues, have the sensor looked at.',
    },
  },
  misread: {
    heading: 'Scan not read',
    'too-long': 'The scanner sent more than any barcode has.',
    'half-report': 'The scanner sent half a scan.',
    'not-text': 'The scanner sent what is no barcode.',
    again: 'Scan it again. If this continues, check the scanner on the devices page.',
  },
}
