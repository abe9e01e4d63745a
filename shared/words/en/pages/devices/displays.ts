/** English for the displays that face the patron, on the page of the devices. */

export const DISPLAYS_PAGE = {
  heading: 'The patron’s display',
  none: 'No pole display is set up. Look for devices, or press D to add its port.',
  name: (number: string) => `Display ${number}`,
  language: 'Language',
  languages: { cd5220: 'CD5220, the most common', 'esc-pos': 'Epson ESC/POS' },
  use: 'Use as a display',
  add_port: 'Add a display by its port',
  test: 'Show a test text',
  test_text: 'Display works',
  window: {
    heading: 'Screen for the patron',
    where: 'Where it is',
    none: 'Nowhere',
    own: 'A window of its own, to move to that screen',
    away: 'Its screen is not plugged in',
    screen: (name: string, size: string) => (name === '' ? `Screen of ${size}` : `${name}, ${size}`),
    act: 'Screen for the patron',
  },
}
