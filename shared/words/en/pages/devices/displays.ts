/** English for the displays that face the patron, on the page of the devices. */

export const DISPLAYS_PAGE = {
  heading: 'Pole displays',
  none: 'No pole display is set up. Look for devices, or press D to add its port.',
  name: (number: string) => `Display ${number}`,
  language: 'Language',
  languages: { cd5220: 'CD5220, the most common', 'esc-pos': 'Epson ESC/POS' },
  use: 'Use as a display',
  add_port: 'Add a display by its port',
  test: 'Show a test text',
  test_text: 'Display works',
  window: {
    heading: 'Patron display',
    where: 'Screen',
    none: 'Not set up',
    own: 'A separate window, to move to that screen',
    away: 'Its screen is not plugged in',
    screen: (name: string, size: string) => (name === '' ? `Screen of ${size}` : `${name}, ${size}`),
    act: 'Patron display',
  },
}
