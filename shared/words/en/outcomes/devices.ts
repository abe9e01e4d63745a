/** English for what a device of this desk did. */
export const DEVICES = {
  misread: {
    heading: 'Scan not read',
    'too-long': 'The scanner sent more than any barcode has.',
    'half-report': 'The scanner sent half a scan.',
    'not-text': 'The scanner sent what is no barcode.',
    again: 'Scan it again. If this continues, check the scanner on the devices page.',
  },
}
