/** English for what a device of this desk did. */
export const DEVICES = {
  printing: {
    heading: 'Printing',
    on: (printer: string) => `Sent to ${printer}`,
    waits: (printer: string) => `It waits: ${printer} is not ready. It is printed as soon as it is`,
    failed: 'Paper not printed',
    failed_says: 'A printer did not print a paper, or did not say that it had.',
    see: 'Print jobs shows it, and prints it again.',
  },
  misread: {
    heading: 'Scan not read',
    'too-long': 'The scanner sent more than any barcode has.',
    'half-report': 'The scanner sent half a scan.',
    'not-text': 'The scanner sent what is no barcode.',
    again: 'Scan it again. If this continues, check the scanner on the devices page.',
  },
}
